import { mkdtemp, readdir, readFile, copyFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { transform } from '@swc/core';
import express from 'express';
import { createMemoryConversationLog } from '../../src/channels/direct-line/log.js';
import { createDirectLine } from '../../src/channels/direct-line/router.js';
import { createTokens } from '../../src/channels/direct-line/tokens.js';
import type { Answer, Reply } from '../../src/domain.js';
import { createPages } from '../../src/pages/pages.js';
import { createApp } from '../../src/server.js';
import { serve, type Serving } from '../serve.js';

export const emptyReply: Reply = {
  language: 'nb',
  opening: [],
  sections: [],
  sources: [],
  closing: [],
  suggestions: [],
  text: '',
};

const answer: Answer = {
  kind: 'help',
  language: 'nb',
  question: { text: '', resolved: '', topic: '', parties: [] },
  positions: [],
  detail: { kind: 'help', reason: 'greeting', parties: [], silent: [] },
  suggestions: [],
};

/** The site with the real endpoints and pages, and a bot that replies what the test wants. */
export async function serveWidget(welcome: Reply, replyTo: (question: string) => Reply): Promise<Serving> {
  let ids = 0;
  const now = (): number => 0;
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
    now,
    newId: () => `id${(ids += 1)}`,
    report,
  });
  const pages = createPages({ parties: [], documents: [], currentYear: 2026, operatorName: null });
  const widgetFolder = await compileWidget();
  const health = () => ({ version: '0.0.0', documents: 0, parties: 0 });
  const app = createApp({ health, pages, widgetFolder, directLine, teams: express.Router(), report });
  const { address, stop } = await serve(app);
  return { address, stop: () => stop().then(() => rm(widgetFolder, { recursive: true })) };
}

/** The browser code file by file, without `dist`: other tests may be writing that folder. */
async function compileWidget(): Promise<string> {
  const source = path.join(__dirname, '..', '..', 'src', 'widget');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'standpunkt-widget-'));
  for (const file of await readdir(source)) {
    const from = path.join(source, file);
    if (/\.(?:css|svg)$/.test(file)) await copyFile(from, path.join(folder, file));
    if (!file.endsWith('.ts')) continue;
    const jsc = { parser: { syntax: 'typescript' }, target: 'es2023' } as const;
    const { code } = await transform(await readFile(from, 'utf8'), { jsc, module: { type: 'es6' }, swcrc: false });
    await writeFile(path.join(folder, file.replace(/ts$/, 'js')), code);
  }
  return folder;
}
