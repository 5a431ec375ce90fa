import { Document, Encoder } from 'flexsearch';
import { stemOf } from './norwegian.mjs';

/** It ships stop words and stems for English, German and French; the Norwegian ones are put in by its own hook. */
const encoder = new Encoder({
  // å is no a.
  normalize: (text) => text.toLowerCase(),
  dedupe: false,
  finalize: (words) => words.map(stemOf).filter((word) => word !== null),
});

// Its presets that look at the distance between words do worse with whole questions.
const empty = () =>
  // Its documentation advises numbers as ids.
  new Document({ document: { id: 'at', index: 'text', tag: 'party' }, encoder });

export const open = () => ({
  build: (passages) => {
    const documents = empty();
    for (const [at, { text, frame, party }] of passages.entries()) {
      documents.add({ at, text: `${frame}\n${text}`, party });
    }
    return { documents, ids: passages.map(({ id }) => id) };
  },
  search: ({ documents, ids }, { text }, party, limit) => {
    const tag = party === null ? {} : { tag: { party } };
    const [found] = documents.search(text, { index: 'text', suggest: true, limit, ...tag });
    return (found?.result ?? []).map((at) => ids[at]);
  },
  save: async ({ documents, ids }) => {
    const parts = [];
    await documents.export((key, data) => parts.push([key, data]));
    return Buffer.from(JSON.stringify({ parts, ids }));
  },
  load: (bytes) => {
    const { parts, ids } = JSON.parse(bytes.toString());
    const documents = empty();
    for (const [key, data] of parts) documents.import(key, data);
    return { documents, ids };
  },
});
