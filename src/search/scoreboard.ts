import type { Postings } from './postings.js';

/** Where postings are brought together, passage by passage. It belongs to one question and is used over and over for it. */
export interface Scoreboard {
  /** By number of the passage; 0 for one that has no score. */
  readonly scores: Float64Array;
  /** The passages that have one, so that nobody goes through all of them. */
  readonly scored: Uint32Array;
  size: number;
}

/** @param room how many passages there are; their numbers are below it */
export function createScoreboard(room: number): Scoreboard {
  return { scores: new Float64Array(room), scored: new Uint32Array(room), size: 0 };
}

/** Afterwards no passage of the postings has less than its score there times `factor`. */
export function raise(board: Scoreboard, { size, passages, scores }: Postings, factor: number): void {
  for (let at = 0; at < size; at += 1) {
    const passage = passages[at] ?? 0;
    const before = board.scores[passage] ?? 0;
    const score = (scores[at] ?? 0) * factor;
    if (score > before) set(board, passage, score, before);
  }
}

/** Adds to each passage of the postings its score there times `factor`. */
export function add(board: Scoreboard, { size, passages, scores }: Postings, factor: number): void {
  for (let at = 0; at < size; at += 1) {
    const passage = passages[at] ?? 0;
    const before = board.scores[passage] ?? 0;
    set(board, passage, before + (scores[at] ?? 0) * factor, before);
  }
}

function set(board: Scoreboard, passage: number, score: number, before: number): void {
  if (before === 0) {
    board.scored[board.size] = passage;
    board.size += 1;
  }
  board.scores[passage] = score;
}

/** Hands the scores out and leaves the board empty. */
export function take(board: Scoreboard): Postings {
  const passages = board.scored.slice(0, board.size);
  const scores = new Float64Array(board.size);
  for (let at = 0; at < board.size; at += 1) {
    const passage = passages[at] ?? 0;
    scores[at] = board.scores[passage] ?? 0;
    board.scores[passage] = 0;
  }
  board.size = 0;
  return { size: passages.length, passages, scores };
}
