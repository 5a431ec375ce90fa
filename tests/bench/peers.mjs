/**
 * Every library that is measured, ours last, in files of their own so that a process loads the one that it measures.
 * `open({ dist, knowledge })` gives `{ build, search, save, load }`, and for ours `retrieve`:
 *
 * - `build(passages)` → index; a passage has an id, a party, a text, and a frame: title, headings and lead-in
 * - `search(index, query, party | null, k)` → ids, best first; a query has the text as typed and, for ours, the topic
 * - `save(index)` → bytes and `load(bytes)` → index
 * - `retrieve(index, query)` answers the whole question: ours for all parties, down to the sentence
 *
 * Every library has the analyser that it ships or that its documentation names for Norwegian, and looks for any of the
 * words.
 */
const files = {
  'MiniSearch as it comes': 'minisearch',
  'MiniSearch, stems': 'minisearch-stems',
  'MiniSearch, stems, prefix, fuzzy': 'minisearch-fuzzy',
  'SQLite FTS5': 'sqlite',
  'lunr, stems': 'lunr',
  'Orama, stems': 'orama',
  'FlexSearch, stems': 'flexsearch',
  standpunkt: 'standpunkt',
};

export const peerNames = Object.keys(files);

/** What the others are compared with. */
export const [reference] = peerNames;

export async function openPeer(name, folders) {
  const { open } = await import(`./peers/${files[name]}.mjs`);
  return open(folders);
}
