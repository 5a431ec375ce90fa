import type { Intent, Language, Question, Utterance } from '../domain.js';
import { isNorwegian } from '../language/detect-language.js';
import { blankQuestion } from './blank-question.js';
import { isBrief } from './brief.js';
import { collectiveIn } from './everybody.js';
import { hear, mask } from './hear.js';
import { questionInside } from './question-inside.js';
import { declineReason } from './refusals.js';
import { asksForLibrary, citationNumber, helpReason, languageRequest, sourceAspect } from './requests.js';
import { resolve } from './resolve.js';
import { topicOf } from './topic.js';
import type { Understanding } from './understanding.js';
import { writeOut } from './write-out.js';

/** A cleaned message and the question before it → the question that is meant. */
export function understand(utterance: Utterance, world: Understanding): Question {
  const request = utterance.unreadable === null ? languageRequest(utterance.text) : null;
  const prefers = request?.language ?? world.prefers;
  const language = prefers ?? spokenLanguage(utterance, world.previous);
  const blank: Question = { ...blankQuestion(utterance.text, language), prefers };
  if (utterance.unreadable !== null) {
    const reason = utterance.unreadable === 'empty' ? 'empty' : 'unreadable';
    return { ...blank, intent: { kind: 'help', reason } };
  }
  if (request && !request.rest) return again(blank, world);
  return understandText(request?.rest ?? utterance.text, blank, world);
}

/** The language of the message; where its words show none, that of the question before, then the channel's. */
function spokenLanguage({ text, language, locale }: Utterance, previous: Question | null): Language {
  if (language === null) {
    const known = previous?.language ?? locale ?? 'nb';
    // Many a Norwegian asks in Norwegian of a client that is set to English: "Ap om LAR", "og Frp?".
    return known === 'en' && isNorwegian(text) ? 'nb' : known;
  }
  // "Kva" and "eg" are nynorsk for certain; words that are only bokmål are fewer, and the channel may know better.
  const bokmål = /(?<!\p{L})(?:jeg|ikke|hva|hvem|hvordan|noen)(?!\p{L})/iu;
  return language === 'nb' && locale === 'nn' && !bokmål.test(text) ? 'nn' : language;
}

/** "Svar på nynorsk": the answer before in another language, or what the service says to that when there is none. */
function again(blank: Question, { previous, parties }: Understanding): Question {
  if (previous?.intent.kind !== 'position') return { ...blank, intent: { kind: 'help', reason: 'language' } };
  const { text, language, prefers } = blank;
  const question: Question = { ...previous, text, language, prefers };
  return { ...question, resolved: writeOut(question, parties) };
}

function understandText(text: string, blank: Question, world: Understanding): Question {
  const intent = (given: Intent, more: Partial<Question> = {}): Question => ({ ...blank, ...more, intent: given });
  const help = helpReason(text);
  if (help !== null) return intent({ kind: 'help', reason: help });
  const masked = mask(text, world.names);
  const aside = helpReason(masked.text);
  if (aside !== null) return intent({ kind: 'help', reason: aside });
  if (asksForLibrary(masked.text)) return intent({ kind: 'library' }, { parties: masked.parties });
  const refusal = declineReason(masked.text);
  const inside = questionInside(masked.text, refusal);
  if (inside !== null) {
    // "Frp er idioter. Hva mener de om LAR?": they are those whom the rest of the message names.
    const { parties } = masked;
    const spokenOf: Question = { ...blank, parties, discussed: parties, scope: 'named' };
    const previous = inside.question.includes('¤') || parties.length === 0 ? world.previous : spokenOf;
    const question = aboutPolitics(masked.unmask(inside.question, inside.names), blank, { ...world, previous }, true);
    return { ...question, refused: inside.refused };
  }
  if (refusal !== null) return intent({ kind: 'declined', reason: refusal }, { topic: hopedFor(masked.text) });
  const aspect = sourceAspect(masked.text);
  if (aspect !== null && masked.parties.every((id) => wasSpokenOf(id, world)))
    return aboutSource({ kind: 'source', aspect, number: citationNumber(masked.text) }, blank, world);
  return aboutPolitics(text, blank, world, text !== blank.text);
}

/** The party before, its youth organisation or its mother party. */
function wasSpokenOf(id: string, { previous, parties }: Understanding): boolean {
  const before = previous?.parties ?? [];
  const mothers = parties.filter((party) => before.includes(party.id)).map(({ youthOf }) => youthOf);
  const mother = parties.find((party) => party.id === id)?.youthOf ?? '';
  return before.includes(id) || mothers.includes(id) || before.includes(mother);
}

function aboutSource(intent: Intent, blank: Question, { previous }: Understanding): Question {
  if (previous?.intent.kind !== 'position')
    return { ...blank, intent: { kind: 'clarify', reason: 'missing-context', candidates: [] } };
  const { topic, parties, scope } = previous;
  return { ...blank, intent, topic, parties, scope };
}

function aboutPolitics(text: string, blank: Question, world: Understanding, shortened: boolean): Question {
  const heard = hear(text, world);
  const { mentions, topic } = heard;
  const ambiguous = mentions.find((mention) => mention.parties.length > 1);
  if (ambiguous) {
    const intent = { kind: 'clarify', reason: 'ambiguous-party', candidates: ambiguous.parties } as const;
    return { ...blank, topic: topic || (world.previous?.topic ?? ''), intent };
  }
  if (heard.scope === 'open' && collectiveIn(heard.masked) !== null) {
    const intent = { kind: 'clarify', reason: 'collective', candidates: world.searched } as const;
    const group = collectiveIn(heard.masked) ?? '';
    return { ...blank, topic: topicOf(heard.masked.replace(group, ' ')) || (world.previous?.topic ?? ''), intent };
  }
  const resolved = resolve(heard, blank, world);
  const question: Question = { ...resolved, shown: isBrief(resolved) ? 'first' : 'page' };
  const told = shortened || heard.shortened || question.resolved !== question.text;
  return told && question.intent.kind === 'position'
    ? { ...question, resolved: writeOut(question, world.parties) }
    : question;
}

const hope = /(?<!\p{L})(?:hvis|dersom|når|om|fordi|siden|som|if|when|because|since|who|that)(?!\p{L})(.*)$/iu;
const filler =
  /(?<!\p{L})(?:opptatt av|oppteken av|bryr meg om|bryr meg mest om|interessert i|viktig for meg|care about|interested in|is important to me)(?!\p{L})/giu;

/** What somebody who asks for advice cares for: "… hvis jeg vil ha lavere skatt" → "lavere skatt". */
function hopedFor(masked: string): string {
  return topicOf((hope.exec(masked)?.[1] ?? '').replace(filler, ' '));
}
