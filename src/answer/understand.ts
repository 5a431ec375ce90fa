import type { Intent, Language, Party, Question, Utterance } from '../domain.js';
import { findParties, type PartyMention } from './find-parties.js';
import { asksForSource, declineReason, helpReason, meansAllParties } from './intent.js';
import { topicOf } from './topic.js';

/** What is known of the world when a message is understood. */
export interface Understanding {
  readonly parties: readonly Party[];
  /** Ids of the parties that "partiene" means: those with a document, alphabetical by name. */
  readonly searched: readonly string[];
  readonly previous: Question | null;
}

/** Groups of people: "hva med ungdom?" narrows the topic before, it does not replace it. */
const narrowing =
  /^(?:barn|born|ungdom\p{L}*|unge|eldre|gamle|kvinner?|kvinner|jenter|gutter|menn|studenter|elever|gravide|innsatte|fanger|pårørende|pårørande|foreldre|innvandrere|flyktninger|children|young people|youth|women|elderly|prisoners)$/iu;

/** A message that leans on the one before: it begins like this, or says "they" and "it". */
const leaning =
  /^(?:og|men|hva med|kva med|hva så|enn|what about|and|how about|nei)\b|(?<!\p{L})(?:de|dei|dem|they|them|begge|samme|same)(?!\p{L})/iu;

const why =
  /^(?:og |men )?(?:hvorfor|kvifor|korfor|why)(?: (?:det|ikke|ikkje|mener de det|not|that|is that))*[\s?!.]*$/iu;

/** A cleaned message and the question before it → the question that is meant. */
export function understand(utterance: Utterance, world: Understanding): Question {
  const { text, language } = utterance;
  const ask = (intent: Intent, more: Partial<Question> = {}): Question => ({
    text,
    resolved: text,
    topic: '',
    language,
    intent,
    parties: [],
    scope: 'open',
    ...more,
  });
  if (utterance.unreadable !== null)
    return ask({ kind: 'help', reason: utterance.unreadable === 'empty' ? 'empty' : 'unreadable' });
  const mentions = findParties(text, world.parties);
  const masked = mask(text, mentions);
  const refusal = declineReason(masked);
  if (refusal !== null) return ask({ kind: 'declined', reason: refusal });
  const help = helpReason(text);
  if (help !== null) return ask({ kind: 'help', reason: help });
  if (world.previous && mentions.length === 0 && asksForSource(text))
    return ask({ kind: 'source' }, carried(world.previous));
  const ambiguous = mentions.find((mention) => mention.parties.length > 1);
  const topic = topicOf(text, mentions);
  if (ambiguous) return ask({ kind: 'clarify', reason: 'ambiguous-party', candidates: ambiguous.parties }, { topic });
  return resolve(ask({ kind: 'position' }, { topic, ...scopeOf(text, mentions, world) }), world);
}

function carried(previous: Question): Pick<Question, 'topic' | 'parties' | 'scope'> {
  return { topic: previous.topic, parties: previous.parties, scope: previous.scope };
}

function mask(text: string, mentions: readonly PartyMention[]): string {
  return mentions.toReversed().reduce((rest, { start, end }) => `${rest.slice(0, start)}¤${rest.slice(end)}`, text);
}

function scopeOf(
  text: string,
  mentions: readonly PartyMention[],
  world: Understanding,
): Pick<Question, 'parties' | 'scope'> {
  const named = [...new Set(mentions.flatMap((mention) => mention.parties))];
  if (named.length > 0) return { parties: named, scope: 'named' };
  return { parties: world.searched, scope: meansAllParties(text) ? 'all' : 'open' };
}

/** Fills in from the previous question what this one leaves out, or asks back. */
function resolve(question: Question, { parties, previous }: Understanding): Question {
  const { topic, scope, text } = question;
  if (!previous?.topic) {
    if (topic) return question;
    const reason = scope === 'open' ? 'no-question' : null;
    if (reason) return { ...question, intent: { kind: 'help', reason } };
    return { ...question, intent: { kind: 'clarify', reason: 'missing-topic', candidates: question.parties } };
  }
  if (why.test(text)) return complete({ ...question, ...carried(previous) }, parties);
  if (!topic && scope !== 'open') return complete({ ...question, topic: previous.topic }, parties);
  if (!topic && leaning.test(text)) return complete({ ...question, ...carried(previous) }, parties);
  if (!topic) return { ...question, intent: { kind: 'help', reason: 'no-question' } };
  if (scope === 'open' && leaning.test(text)) {
    const narrowed = narrowing.test(topic) ? `${topic} ${previous.topic}` : topic;
    return complete({ ...question, topic: narrowed, parties: previous.parties, scope: previous.scope }, parties);
  }
  return question;
}

const frames: Readonly<Record<Language, (who: string, topic: string) => string>> = {
  nb: (who, topic) => `Hva mener ${who} om ${topic}?`,
  nn: (who, topic) => `Kva meiner ${who} om ${topic}?`,
  en: (who, topic) => `What does ${who} say about ${topic}?`,
};
const everybody: Readonly<Record<Language, string>> = { nb: 'partiene', nn: 'partia', en: 'each party' };
const and: Readonly<Record<Language, string>> = { nb: 'og', nn: 'og', en: 'and' };

/** Writes the whole question out, so that what was carried over can be read. */
function complete(question: Question, parties: readonly Party[]): Question {
  const { language, topic, scope } = question;
  const names = question.parties.map((id) => parties.find((party) => party.id === id)?.name[language] ?? id);
  const listed =
    names.length > 1 ? `${names.slice(0, -1).join(', ')} ${and[language]} ${names.at(-1)}` : (names[0] ?? '');
  return { ...question, resolved: frames[language](scope === 'named' ? listed : everybody[language], topic) };
}
