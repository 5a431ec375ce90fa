import type { Evidence, Party, PartyEvidence, Question } from '../domain.js';
import { chooseQuotes, toHit } from './choose-quotes.js';
import { confidence } from './confidence.js';
import type { PassageIndex } from './open-index.js';
import { readParties, type Reading } from './read-parties.js';
import { threshold } from './weights.js';

/** A slice that is no answer is worth showing as the nearest one from this share of the question's weight. */
const near = 0.2;

/** Finds, for every party, the slices that answer the question, or that there are none. Pure; the same bytes each time. */
export function retrieve(question: Question, index: PassageIndex, parties: readonly Party[]): Evidence {
  const readings = readParties(question, index);
  const asked = new Set(question.parties);
  const others = parties.map((party) => party.id).filter((id) => !asked.has(id));
  const evidence = [...question.parties, ...others].map((party): PartyEvidence => {
    const found = index.partiesWithDocuments.has(party) ? decide(readings.get(party), index) : noDocuments;
    return { party, asked: asked.has(party), ...found };
  });
  return { question, parties: evidence };
}

type Decision = Pick<PartyEvidence, 'status' | 'hits' | 'nearest' | 'confidence'>;

const noDocuments: Decision = { status: 'no-documents', hits: [], nearest: null, confidence: 0 };
const notMentioned: Decision = { status: 'not-mentioned', hits: [], nearest: null, confidence: 0 };

/** Are the best slices of a party an answer? */
function decide(reading: Reading | undefined, index: PassageIndex): Decision {
  const best = reading?.ranked[0];
  if (!reading || !best) return notMentioned;
  const { ranked, standing } = reading;
  const sure = confidence(best, standing);
  const answers = ranked
    .map((unit) => ({ ...unit, confidence: confidence(unit, standing) }))
    .filter((unit) => unit.confidence >= threshold);
  if (answers.length > 0)
    return { status: 'found', hits: chooseQuotes(answers, ranked, index), nearest: null, confidence: sure };
  const nearest = best.features.near >= near ? toHit({ ...best, confidence: sure }, ranked, index, []) : null;
  return { ...notMentioned, nearest, confidence: sure };
}
