// node measure-opening.mjs DIST FOLDER: opens the bot as the service does, and prints its peak memory.
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [dist, knowledgeFolder] = process.argv.slice(2);
const { openBot } = await import(pathToFileURL(path.join(dist, 'open-bot.js')).href);
const store = { read: async () => null, write: async () => undefined, erase: async () => undefined };
await openBot({ knowledgeFolder, store, keyOf: () => '', now: () => new Date(), operator: null });
// Kilobytes.
process.stdout.write(`${JSON.stringify({ maxRss: process.resourceUsage().maxRSS })}\n`);
