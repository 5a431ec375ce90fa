import { miniSearch } from './minisearch.mjs';
import { stemOf } from './norwegian.mjs';

/** Prefixes and slips of longer words only: of short ones they cost more than they find. */
const searchOptions = {
  prefix: (word) => word.length >= 4,
  fuzzy: (word) => (word.length >= 7 ? 0.15 : false),
};

export const open = () => miniSearch({ processTerm: stemOf, searchOptions });
