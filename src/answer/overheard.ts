import type { Answer, AnswerDetail } from '../domain.js';
import { wordPattern } from '../language/word-pattern.js';

type Positions = Extract<AnswerDetail, { readonly kind: 'positions' }>;

const LEAD = String.raw`^(?:(?:og|men|ok|okei|ja|jo|nei|hei|hm+|så|and|but|yes|no|so|hi)[\s,!.]+)*`;
const question = wordPattern(
  String.raw`\?\s*$|${LEAD}(?:hv\w+|kva|kven|kvifor|korfor|korleis|kor|når|wh\w+|how|sammenlign|samanlikn|compare)\b`,
);
/** "og Ap", "hva med skolen?": goes on from the question before. */
const goesOn = wordPattern(
  String.raw`^(?:(?:ok|okei|ja|men|but|hei|hm+)[\s,!.]+)*(?:og|enn|eller|and|or|hva med|kva med|what about|how about|gjelder det|gjeld det|does (?:that|it) apply)\b`,
);
/** Said to somebody in the room. */
const betweenPeople = wordPattern(
  String.raw`\b(?:du|deg|dere|dykk|dokker|you)\b|\b(?:skal|må|bør|kan|har|er|tar|kjører|should|can|do|are|shall) (?:vi|me|we|jeg|eg|i)\b`,
);
/** "kan du si hva Ap mener …" is said to us. */
const politeRequest = wordPattern(
  String.raw`${LEAD}(?:kan du|vet du|veit du|could you|can you|do you know) (?:(?:si|seie|fortelle|fortelje|vise|finne|tell|show|find)\b|(?:hva|kva|what)\b)`,
);
const standpoint = wordPattern(
  String.raw`\b(?:mene|mener|meiner|meine|sier|seier|vil|støtter|støttar|ønsker|ønskjer|foreslår|føreslår|lover|lovar|går (?:de |dei )?(?:inn )?(?:for|imot|mot)|er (?:\w+ ){0,3}(?:for|mot|imot|enige?|einige?)|syn|synet|standpunkt\w*|politikk\w*|holdning\w*|haldning\w*|think|thinks|say|says|want|wants|support|supports|oppose|opposes|position|stance|policy|view|views)\b`,
);
const partiesAtLarge = wordPattern(String.raw`\b(?:parti|partier|partia|partiene|partiet|party|parties)\b`);
const erases = wordPattern(
  String.raw`^(?:slett(?: alt| samtalen)?|glem alt|gløym alt|nullstill|delete|erase|forget everything)[\s.!]*$`,
);
const shrug = wordPattern(String.raw`^${LEAD}(?:hva|kva|what) (?:så|then|now|nå|no)\b[\s?!.]*$`);
const asksWhereSomebodyIs = wordPattern(String.raw`^${LEAD}(?:hvor|kor|kvar|where) (?:er|are)\b`);

/**
 * Whether a reply in a thread, which did not mention us, gets its answer. It does when it asks for what we have: a
 * party's view, the source of a quote, help. Talk between people does not, and a doubt is silence: a mention is always
 * answered.
 */
export function isWorthSaying({ kind, detail, question: { text, resolved, topic } }: Answer): boolean {
  switch (detail.kind) {
    case 'help':
      return detail.reason === 'erased' ? erases.test(text) : isAboutUs.has(detail.reason);
    case 'source':
      return !(asksWhereSomebodyIs.test(text) && betweenPeople.test(text));
    case 'library':
      return true;
    case 'clarify':
      return detail.reason !== 'missing-context' && question.test(text) && isForUs(text) && standpoint.test(text);
    case 'declined':
      return false;
    case 'positions':
      return isForUs(text) && asksForPosition(detail, { text, isFound: kind === 'positions', resolved, topic });
    default:
      return detail satisfies never;
  }
}

const isAboutUs: ReadonlySet<string> = new Set(['capabilities', 'human', 'parties', 'privacy']);

function isForUs(text: string): boolean {
  return !betweenPeople.test(text) || politeRequest.test(text);
}

interface Asked {
  readonly text: string;
  readonly resolved: string;
  readonly topic: string;
  readonly isFound: boolean;
}

function asksForPosition({ scope, focus }: Positions, { text, resolved, topic, isFound }: Asked): boolean {
  const carriesTopic = !text.includes(topic);
  const asks = (question.test(text) || goesOn.test(text)) && !shrug.test(text);
  if (focus !== 'stand') return carriesTopic || asks;
  // "Svar på nynorsk" repeats the answer; "ok" and "ja" only seem to.
  if (!asks) return carriesTopic && /(?:bokmål|nynorsk|norsk|norwegian|english|engelsk)/iu.test(text);
  if (scope === 'open' || scope === 'all') return isFound && (partiesAtLarge.test(text) || standpoint.test(text));
  if (carriesTopic) return true;
  return standpoint.test(text) ? isFound || resolved === text : isFound && goesOn.test(text);
}
