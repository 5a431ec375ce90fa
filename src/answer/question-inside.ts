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
  readonly refused: DeclineReason;
}

/**
 * The question about a position in a message that asks for something else too, such as "Du er en idiot. Hva mener ¤ om
 * LAR?" → "Hva mener ¤ om LAR?"; null when nothing else is asked for, or no such question.
 */
export function questionInside(masked: string): Inside | null {
  const named = masked.includes('¤');
  const reason = declineReason(masked);
  const sentences = masked.split(/(?<=[.!?:;\])}>])\s+|\n+/u).filter(Boolean);
  const judged = sentences.slice(0, mostSentences).map((sentence) => ({ sentence, reason: declineReason(sentence) }));
  const refused = reason ?? judged.find((each) => each.reason !== null)?.reason ?? null;
  const kept = judged.filter((each) => each.reason === null).map(({ sentence }) => sentence);
  const question = kept.join(' ');
  if (refused !== null && kept.length < judged.length && isQuestion(question, named)) return { question, refused };
  for (const { sentence } of judged) {
    const found = clauseInside(sentence, reason, named);
    if (found !== null) return found;
  }
  return null;
}

function clauseInside(sentence: string, reason: DeclineReason | null, named: boolean): Inside | null {
  const clauses = sentence.split(clause).slice(0, mostClauses);
  for (let from = 1; from < clauses.length; from += 1) {
    const question = clauses.slice(from).join(', ');
    const refused = reason ?? declineReason(clauses.slice(0, from).join(', '));
    if (refused !== null && isQuestion(question, named)) return { question, refused };
  }
  return null;
}

function isQuestion(text: string, someoneNamed: boolean): boolean {
  const named = text.includes('¤') || meansAllParties(text) || (someoneNamed && leans(text));
  const wordy = text.split(' ').length >= fewest;
  return wordy && named && asking.test(text) && topicOf(text) !== '' && declineReason(text) === null;
}
