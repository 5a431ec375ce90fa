import type { Answer, Question } from '../domain.js';
import type { PassageIndex } from '../search/open-index.js';
import { retrieve } from '../search/retrieve.js';
import { compose, composeAside, type Composing } from './compose.js';

/** A question → its answer: searched when it is about a position, straight away when it is not. */
export function answerQuestion(question: Question, index: PassageIndex, composing: Composing): Answer {
  if (question.intent.kind !== 'position') return composeAside(question, composing);
  return compose(retrieve(question, index, composing.parties), composing);
}
