import type { Answer, Citation, Evidence, Question, Suggestion } from '../domain.js';
import type { PassageIndex } from '../search/open-index.js';
import { retrieve, whoAnswers } from '../search/retrieve.js';
import type { Library } from './cite.js';
import { compose } from './compose.js';
import { composeAside } from './compose-aside.js';
import { suggest, type Suggesting } from './suggest.js';

export interface Answering extends Library {
  /** The citations of the answer before, for questions about them. */
  readonly sources: readonly Citation[];
  /** Questions that are known to have an answer. */
  readonly starters: readonly Suggestion[];
}

/** A question → its answer: searched when it is about a position, straight away when it is not. */
export function answerQuestion(question: Question, index: PassageIndex, given: Answering): Answer {
  const suggesting: Suggesting = {
    ...given,
    covered: index.partiesWithDocuments,
    whoAnswers: (topic, parties) => whoAnswers({ ...question, topic, parties }, index),
  };
  const evidence = question.intent.kind === 'position' ? retrieve(question, index, given.parties) : null;
  if (evidence === null || isNoQuestion(evidence)) {
    const aside: Question =
      evidence === null ? question : { ...question, parties: [], intent: { kind: 'help', reason: 'no-question' } };
    return suggest(composeAside(aside, given), aside, null, suggesting);
  }
  return suggest(compose(evidence, given), question, evidence, suggesting);
}

/** Characters. A question put to nobody in particular is short, and reads like one. */
const longestQuestion = 200;

/** Nobody was named, nothing was found, and it does not read like a question. */
function isNoQuestion({ question, parties }: Evidence): boolean {
  if (question.scope !== 'open' || parties.some((party) => party.asked && party.status === 'found')) return false;
  const { text } = question;
  const reads = /\?\s*$/u.test(text) || /^(?:hv|kv|kor|what|who|which|how)/iu.test(text);
  return text.length > longestQuestion || !reads;
}
