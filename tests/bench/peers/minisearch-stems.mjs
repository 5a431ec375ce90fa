import { miniSearch } from './minisearch.mjs';
import { stemOf } from './norwegian.mjs';

export const open = () => miniSearch({ processTerm: stemOf });
