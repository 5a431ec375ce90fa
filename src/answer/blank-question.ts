import type { Language, Question } from '../domain.js';

/** A question about nothing yet, put to nobody. */
export function blankQuestion(text: string, language: Language): Question {
  return {
    text,
    resolved: text,
    topic: '',
    language,
    intent: { kind: 'position', focus: 'stand' },
    parties: [],
    scope: 'open',
    from: null,
    page: 0,
    shown: 'page',
    discussed: [],
    refused: null,
    prefers: null,
  };
}
