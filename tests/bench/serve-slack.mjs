// node serve-slack.mjs DIST KNOWLEDGE API: our bot in Slack, which is at the address API; prints its own.
import { createHmac, randomUUID } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import express from 'express';

const [dist, knowledgeFolder, slackApiUrl] = process.argv.slice(2);
const load = (file) => import(pathToFileURL(path.join(dist, file)).href);
const { openBot } = await load('open-bot.js');
const { createMemoryTurnStore } = await load('state/memory.js');
const { createDeliveries } = await load('state/deliveries.js');
const { createMemoryKeptAnswers } = await load('channels/slack/kept-answers.js');
const { createMemoryKeySet } = await load('channels/slack/key-set.js');
const { createSlack } = await load('channels/slack/slack.js');

const now = () => Date.now();
const hash = (ids) => createHmac('sha256', 'bench').update(JSON.stringify(ids)).digest('base64url');
const keyOf = ({ channel, conversation, user, thread }) => hash([channel, conversation, thread ?? user]);
const store = createMemoryTurnStore({ now, minutes: 60 });
const { bot } = await openBot({ knowledgeFolder, store, keyOf, now: () => new Date(), operator: 'bench' });
const slack = createSlack({
  bot,
  access: {
    transport: { kind: 'http', signingSecret: 'bench' },
    workspaces: { kind: 'one', botToken: 'xoxb-bench' },
  },
  publicUrl: 'https://standpunkt.example',
  keyOf,
  hash,
  once: createDeliveries({ now, minutes: 11, capacity: 100_000 }).once,
  known: createMemoryKeySet({ now, minutes: 60 }),
  kept: createMemoryKeptAnswers({ now, minutes: 60 }),
  countFeedback: () => undefined,
  now,
  newId: randomUUID,
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  report: (line) => process.stderr.write(`${line}\n`),
  slackApiUrl,
});
await slack.start();
const server = express()
  .use('/slack', slack.router)
  .listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}\n`));
