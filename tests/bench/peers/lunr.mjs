import lunr from 'lunr';
import { stemOf } from './norwegian.mjs';

/**
 * The steps of lunr.no of lunr-languages: that package is under the Mozilla licence, so the stemmer is the same
 * algorithm from snowball-stemmers.
 */
const trim = (token) => token.update((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
const stem = (token) => {
  const stemmed = stemOf(token.toString());
  return stemmed === null ? undefined : token.update(() => stemmed);
};
lunr.Pipeline.registerFunction(trim, 'trim-norwegian');
lunr.Pipeline.registerFunction(stem, 'stem-norwegian');

export const open = () => ({
  build: (passages) => {
    const builder = new lunr.Builder();
    builder.pipeline.add(trim, stem);
    builder.searchPipeline.add(trim, stem);
    builder.field('text');
    builder.field('frame');
    for (const passage of passages) builder.add(passage);
    return { words: builder.build(), parties: new Map(passages.map(({ id, party }) => [id, party])) };
  },
  search: ({ words, parties }, { text }, party, k) =>
    words
      .query((query) => query.term(lunr.tokenizer(text)))
      .filter(({ ref }) => party === null || parties.get(ref) === party)
      .slice(0, k)
      .map(({ ref }) => ref),
  save: ({ words, parties }) => Buffer.from(JSON.stringify({ words, parties: [...parties] })),
  load: (bytes) => {
    const { words, parties } = JSON.parse(bytes.toString());
    return { words: lunr.Index.load(words), parties: new Map(parties) };
  },
});
