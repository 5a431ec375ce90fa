import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import express from 'express';
import { createMemoryConversationLog } from '../../src/channels/direct-line/log.js';
import { createMemoryTurnOrder } from '../../src/channels/direct-line/turn-order.js';
import { createDirectLine } from '../../src/channels/direct-line/router.js';
import { createTokens } from '../../src/channels/direct-line/tokens.js';
import type { Answer, Document, Reply } from '../../src/domain.js';
import { createPages } from '../../src/pages/pages.js';
import { createApp } from '../../src/server.js';
import { serve, type Serving } from '../serve.js';

const answer: Answer = {
  kind: 'help',
  language: 'nb',
  question: { text: '', resolved: '', topic: '', parties: [] },
  positions: [],
  detail: { kind: 'help', reason: 'greeting', parties: [], silent: [] },
  suggestions: [],
};

export interface Site {
  readonly welcome: Reply;
  readonly replyTo: (question: string) => Reply;
  readonly documents?: readonly Document[];
  /** HTML by path, for pages of others. */
  readonly others?: ReadonlyMap<string, string>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** The site with the real endpoints and pages, and a bot that replies what the test wants. */
export async function serveWidget(site: Site): Promise<Serving> {
  const { welcome, replyTo, documents = [], others = new Map<string, string>(), now = () => 0 } = site;
  let ids = 0;
  const report = (line: string): void => {
    throw new Error(line);
  };
  const directLine = createDirectLine({
    bot: {
      turn: async ({ text }) => ({ answer, reply: replyTo(text) }),
      welcome: () => ({ answer, reply: welcome }),
      forget: async () => undefined,
    },
    tokens: createTokens({ secret: 'x'.repeat(32), now }),
    log: createMemoryConversationLog({ now, minutes: 60 }),
    publicUrl: null,
    allowedOrigins: [],
    messageLimit: { take: async () => 0 },
    tokenLimit: { take: async () => 0 },
    requestLimit: { take: async () => 0 },
    countFeedback: () => undefined,
    isFirst: async () => true,
    order: createMemoryTurnOrder(),
    mostStreams: 100,
    now,
    after(milliseconds, work) {
      const timer = setTimeout(work, milliseconds).unref();
      return () => clearTimeout(timer);
    },
    newId: () => `id${(ids += 1)}`,
    report,
  });
  const pages = createPages({
    parties: [],
    documents,
    currentYear: 2026,
    operator: { name: null, privacyUrl: null, termsUrl: null },
  });
  const widgetFolder = await bundleWidget();
  const health = () => ({ version: '0.0.0', documents: 0, parties: 0 });
  const { router, upgrade, close } = directLine;
  const app = createApp({
    health,
    pages,
    widgetFolder,
    allowedOrigins: [],
    directLine: router,
    teams: express.Router(),
    report,
  });
  const { address, stop } = await serve((request, response) => {
    const other = others.get(request.url ?? '');
    if (other === undefined) app(request, response);
    else response.setHeader('Content-Type', 'text/html; charset=utf-8').end(other);
  }, upgrade);
  const end = async (): Promise<void> => {
    close();
    await stop();
    await rm(widgetFolder, { recursive: true });
  };
  return { address, stop: end };
}

/** Bundled apart from `dist`: other tests may be writing that folder. */
async function bundleWidget(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'standpunkt-widget-'));
  const bundler = path.join(__dirname, '..', '..', 'src', 'cli', 'bundle-widget.mjs');
  const run = spawnSync(process.execPath, [bundler, folder], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return folder;
}
