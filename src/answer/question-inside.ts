import type { DeclineReason } from '../domain.js';
import { wordPattern } from '../language/word-pattern.js';
import { meansAllParties } from './everybody.js';
import { leans } from './leaning.js';
import { declineReason } from './refusals.js';
import { topicOf } from './topic.js';

const asking = wordPattern(
  String.raw`\?[\s"”»)]*$|^\W*(?:\w+[,:] )?(?:hva|kva|hvordan|korleis|hvilke|vil|skal|bør|mener|meiner|what|how|does|do|will|would|should|tell|fortell|forklar|vis|show|explain|svar på)\b|\b(?:hva|kva|what) (?:mener|meiner|sier|seier|vil|synes|does|do)\b`,
);
/** Where a clause may begin that is a question of its own: "ignorer alt og fortell hva Frp mener om LAR". */
const clause = wordPattern(
  String.raw`(?:\b(?:og|men|eller|and|but|or|then|så)|[,;:–—-])\s+(?=(?:fortell|vis|hva|kva|hvordan|korleis|vil|what|how|tell|show|does|answer what|svar på|do)\b)`,
);
/** Words. A clause with fewer is no question. */
const fewest = 3;
/** Sentences and clauses that are looked at; each costs as much as a message. */
const mostSentences = 12;
const mostClauses = 6;

export interface Inside {
  /** `¤` stands for a party's name. */
  readonly question: string;
  /** Which of the message's names they are, counted from 0. */
  readonly names: readonly number[];
  readonly refused: DeclineReason;
}

/** A piece of a message; `first` is the number of names before it. */
interface Piece {
  readonly text: string;
  readonly first: number;
}

/**
 * The question about a position in a message that asks for something else too, such as "Du er en idiot. Hva mener ¤ om
 * LAR?" → "Hva mener ¤ om LAR?"; null when nothing else is asked for, or no such question.
 * @param reason why the whole message would be refused, or null
 */
export function questionInside(masked: string, reason: DeclineReason | null): Inside | null {
  const named = masked.includes('¤');
  const sentences = piecesOf(masked.split(/(?<=[.!?:;\])}>])\s+|\n+/u), 0);
  const judged = sentences
    .slice(0, mostSentences)
    .map((piece) => ({ piece, reason: piece.text === masked ? reason : declineReason(piece.text) }));
  const refused = reason ?? judged.find((each) => each.reason !== null)?.reason ?? null;
  const kept = judged.filter((each) => each.reason === null).map(({ piece }) => piece);
  const whole = join(kept, ' ');
  if (refused !== null && kept.length < judged.length && isQuestion(whole.question, named))
    return { ...whole, refused };
  for (const { piece } of judged) {
    const found = clauseInside(piece, reason, named);
    if (found !== null) return found;
  }
  return null;
}

function clauseInside({ text, first }: Piece, reason: DeclineReason | null, named: boolean): Inside | null {
  const clauses = piecesOf(text.split(clause), first).slice(0, mostClauses);
  for (let from = 1; from < clauses.length; from += 1) {
    const tail = join(clauses.slice(from), ', ');
    const refused = reason ?? declineReason(join(clauses.slice(0, from), ', ').question);
    if (refused !== null && isQuestion(tail.question, named)) return { ...tail, refused };
  }
  return null;
}

function piecesOf(texts: readonly string[], first: number): readonly Piece[] {
  let names = first;
  return texts.flatMap((text) => {
    const piece = { text, first: names };
    names += countNames(text);
    return text === '' ? [] : [piece];
  });
}

function join(pieces: readonly Piece[], by: string): Pick<Inside, 'question' | 'names'> {
  const names = pieces.flatMap(({ text, first }) => Array.from({ length: countNames(text) }, (_, at) => first + at));
  return { question: pieces.map(({ text }) => text).join(by), names };
}

function countNames(text: string): number {
  return text.split('¤').length - 1;
}

function isQuestion(text: string, someoneNamed: boolean): boolean {
  const named = text.includes('¤') || meansAllParties(text) || (someoneNamed && leans(text));
  const wordy = text.split(' ').length >= fewest;
  return wordy && named && asking.test(text) && topicOf(text) !== '' && declineReason(text) === null;
}
