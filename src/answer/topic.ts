import { rolesOf } from '../language/roles.js';
import { tokenize } from '../language/tokenize.js';
import { wordPattern } from '../language/word-pattern.js';

/** The parties' names with what joins them: "Ap og Frp", "Ap, Frp". */
const names = /(?:\s(?:og|and|eller|or|,|vs\.?))?\s*¤s?/giu;
/** Abuse tells what somebody feels, not what they ask about. */
const abuse = new RegExp(
  wordPattern(
    String.raw`\b(?:(?:de |dei |those |these |the )?(?:jævla|jævlige|jævlig|forbanna\w*|fordømte|fuckings?|fucking|damn|bloody|helvetes|satans|drit|dritt\w*|idiot\w*|tosk\w*|tullinger|tullingane|klovn\w*|clowns?|losers?|tapere|svin|kjeltring\w*|løgner\w*|løgnar\w*|liars?|hyklere|hyklarar|teite|stupid|morons?)(?: (?:i|in|hos|at|from))?(?= |[?!.,]|$))`,
  ),
  'giu',
);

/** A party in power says whose answer is wanted, and no more: "hvis ¤ får bestemme", "med ¤ ved makta". */
const inPower = new RegExp(
  wordPattern(
    String.raw`,?\s*(?:\b(?:hvis|viss|om|dersom|når|if|when)(?: the)? ¤ (?:(?:får|fikk|fekk) (?:bestemme|bestemma|råde|rå|makta|makten|viljen sin|vilja si|det som (?:de|dei) vil|gjennomslag|styre|fortsette|halde fram)|bestemmer|bestemte|styrer|styrte|rår|rådde|har makta|har makten|(?:sitter|sit|er) (?:ved|i) (?:makta|makten|roret|regjering)|kommer til makta|kommer til makten|kjem til makta|vinner valget|vinn valet|(?:gets?|got|had|has) (?:its|their) way|(?:is|are|was|were) in (?:charge|power|government)|decides?|decided|rules?|ruled|governs?|governed)|\bmed ¤ (?:ved (?:makta|makten|roret|styret)|i (?:regjering|regjeringen|regjeringa|førersetet))|\bwith(?: the)? ¤ in (?:power|government|charge)|\bslik ¤ (?:ser det|vil ha det|ser på det)|\baccording to(?: the)? ¤)(?=[\s?!.,;:]|$)`,
  ),
  'giu',
);

/**
 * What a message is about: the text, with `¤` for parties' names, from its first word that carries a topic to its last.
 * "Vil ¤ tvinge narkomane inn på avrusning?" → "tvinge narkomane inn på avrusning". Empty when nothing is left.
 */
export function topicOf(masked: string): string {
  const text = masked.replace(abuse, ' ').replace(inPower, ' ').replace(names, ' ').replace(/\s+/gu, ' ');
  const tokens = tokenize(text);
  const roles = rolesOf(tokens);
  const carrying = tokens.filter((_, at) => roles[at] !== 'stop');
  const first = carrying[0];
  const last = carrying.at(-1);
  return first && last ? text.slice(first.start, last.end) : '';
}
