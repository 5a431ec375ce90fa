import { answerQuestion } from '../answer/answer-question.js';
import { nameParties } from '../answer/name-parties.js';
import { read } from '../answer/read.js';
import { understand } from '../answer/understand.js';
import type { IncomingMessage, Party } from '../domain.js';
import { word } from '../reply/word.js';
import { expand } from '../search/expand.js';
import type { PassageIndex } from '../search/open-index.js';
import { weigh } from '../search/rank-passages.js';
import { retrieve } from '../search/retrieve.js';

/** Every stage of one turn as text: what was read, understood, searched for, found, answered and said. */
export function explain(
  message: IncomingMessage,
  parties: readonly Party[],
  index: PassageIndex,
  currentYear: number,
): string {
  const searched = [...index.partiesWithDocuments];
  const utterance = read(message);
  const names = nameParties(parties);
  const question = understand(utterance, { parties, names, searched, previous: null, prefers: null });
  const concepts = weigh(expand(question.topic, question.language, index), index).map(
    ({ concept, weight, passages }) => ({
      concept: concept.label,
      role: concept.role,
      weight: Number(weight.toFixed(2)),
      passages: passages.size,
      saidAs: concept.alternatives.map(({ terms, weight: strength }) => `${terms.join('+')} ${strength}`).join(', '),
      parts: concept.parts.map(({ label }) => label).join('+'),
    }),
  );
  const evidence = retrieve(question, index, parties).parties.filter(
    ({ asked, status }) => asked || status === 'found',
  );
  const library = {
    documents: index.documents,
    passages: index.passages,
    parties,
    currentYear,
    starters: [],
    sources: [],
  };
  const answer = answerQuestion(question, index, library);
  const stages = { utterance, question, concepts, evidence, answer, reply: word(answer, parties, null) };
  return Object.entries(stages)
    .map(([stage, value]) => `── ${stage}\n${JSON.stringify(value, null, 2)}\n`)
    .join('\n');
}
