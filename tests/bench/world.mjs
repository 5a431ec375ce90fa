import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The knowledge of a folder, opened as the service does, and `ask(text, previous)`, which understands a question about
 * it.
 * @param searched ids of the parties that are taken to have documents; null for those that have
 */
export async function openWorld(dist, knowledgeFolder, searched = null) {
  const compiled = (file) => import(pathToFileURL(path.join(dist, file)).href);
  const { openBot } = await compiled('open-bot.js');
  const { read } = await compiled('answer/read.js');
  const { nameParties } = await compiled('answer/name-parties.js');
  const { understand } = await compiled('answer/understand.js');
  const store = { read: async () => null, write: async () => undefined, erase: async () => undefined };
  const opening = { knowledgeFolder, store, keyOf: () => '', now: () => new Date(), operator: null };
  const { index, parties } = await openBot(opening);
  const own = parties.map(({ id }) => id).filter((id) => index.partiesWithDocuments.has(id));
  const names = nameParties(parties);
  const ask = (text, previous) =>
    understand(read({ text, locale: null }), { parties, names, searched: searched ?? own, previous, prefers: null });
  return { index, parties, ask };
}
