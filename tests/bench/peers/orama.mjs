import { create, insertMultiple, load, save, search } from '@orama/orama';
import { stemmer } from '@orama/stemmers/norwegian';
import { stopwords } from '@orama/stopwords/norwegian';

const empty = () =>
  create({
    schema: { text: 'string', frame: 'string', party: 'enum' },
    components: {
      tokenizer: { language: 'norwegian', stemming: true, stemmer, stopWords: stopwords },
    },
  });

export const open = () => ({
  build: async (passages) => {
    const index = empty();
    const rows = passages.map(({ id, text, frame, party }) => ({ id, text, frame, party }));
    // Milliseconds of rest between the batches: none.
    await insertMultiple(index, rows, 1000, undefined, undefined, 0);
    return index;
  },
  search: (index, { text }, party, limit) => {
    const where = party === null ? {} : { where: { party: { eq: party } } };
    const { hits } = search(index, { term: text, properties: ['text', 'frame'], limit, ...where });
    return hits.map(({ id }) => id);
  },
  save: (index) => Buffer.from(JSON.stringify(save(index))),
  load: (bytes) => {
    const index = empty();
    load(index, JSON.parse(bytes.toString()));
    return index;
  },
});
