import { z } from 'zod';
import type { Problem, WordVectors } from '../domain.js';
import { problem } from './read-document.js';

/** Without them nothing is near anything; words are found all the same. */
export const noWordVectors: WordVectors = { dimensions: 0, terms: '', values: '' };

/** In a folder of one's own the file need not be. */
const cure = 'write it anew (npm run vectors -- --write), or take it away: the project has one';

const schema = z.strictObject({
  dimensions: z.int().min(1).max(1024),
  terms: z.string().max(10_000_000),
  values: z.string().max(100_000_000),
});

export interface ReadWordVectors {
  readonly wordVectors: WordVectors;
  readonly problems: readonly Problem[];
}

/** `word-vectors.json` → its tables; a bad file is reported and nothing is near anything. */
export function readWordVectors(file: string, source: string): ReadWordVectors {
  const bad = (what: string): ReadWordVectors => ({
    wordVectors: noWordVectors,
    problems: [problem(file, what, cure)],
  });
  let json: unknown;
  try {
    json = JSON.parse(source);
  } catch {
    return bad('is no JSON');
  }
  const read = schema.safeParse(json);
  if (!read.success) return bad('does not hold `dimensions`, `terms` and `values` of word vectors');
  const { dimensions, terms, values } = read.data;
  const bytes = Buffer.byteLength(values, 'base64');
  const wanted = dimensions * terms.split(' ').length;
  if (bytes !== wanted) return bad(`holds ${bytes} values where its terms have ${wanted}`);
  return { wordVectors: read.data, problems: [] };
}
