import type { Evidence, Party, PartyEvidence, Question } from '../domain.js';
import { chooseQuotes, toHit, type SureUnit, type Wanted } from './choose-quotes.js';
import { confidence } from './confidence.js';
import type { PassageIndex } from './open-index.js';
import { readParties, type Reading } from './read-parties.js';
import { retells, type RankedUnit } from './rank-units.js';
import type { Standing } from './standing.js';
import { threshold } from './weights.js';
import { withReasons } from './with-reasons.js';

/** A slice that is no answer is worth showing as the nearest one from this share of the question's weight. */
const near = 0.2;

/** Finds, for every party, the slices that answer the question, or that there are none. Pure; the same bytes each time. */
export function retrieve(question: Question, index: PassageIndex, parties: readonly Party[]): Evidence {
  const readings = readParties(question, index);
  const asked = new Set(question.parties);
  const focus = question.intent.kind === 'position' ? question.intent.focus : 'stand';
  const wanted: Wanted = { focus, page: question.page };
  const others = parties.map((party) => party.id).filter((id) => !asked.has(id));
  const evidence = [...question.parties, ...others].map((party): PartyEvidence => {
    const found = index.partiesWithDocuments.has(party) ? decide(readings.get(party), index, wanted) : noDocuments;
    return { party, asked: asked.has(party), ...found };
  });
  return { question, parties: evidence };
}

/** Of the parties that a question asks, those that `retrieve` finds an answer of; their quotes are not looked for. */
export function whoAnswers(question: Question, index: PassageIndex): readonly string[] {
  const able = question.parties.filter((party) => index.partiesWithDocuments.has(party));
  if (able.length === 0) return [];
  const readings = readParties(question, index);
  return able.filter((party) => {
    const reading = readings.get(party);
    return reading !== undefined && isAnswered(answersIn(reading));
  });
}

/** Share of the threshold from which a slice stands beside one that is an answer for certain. */
const furtherShare = 0.6;

type Decision = Omit<PartyEvidence, 'party' | 'asked'>;

const nothing = { hits: [], further: false, repeated: false, nearest: null, confidence: 0 } as const;
const noDocuments: Decision = { ...nothing, status: 'no-documents' };
const notMentioned: Decision = { ...nothing, status: 'not-mentioned' };

/** Are the best slices of a party an answer? */
function decide(reading: Reading | undefined, index: PassageIndex, wanted: Wanted): Decision {
  const best = reading?.ranked[0];
  if (!reading || !best) return notMentioned;
  const { ranked, standing } = reading;
  const sure = sureness(best, standing);
  const answers = answersIn(reading);
  if (isAnswered(answers)) {
    const quotes = chooseQuotes(answers, ranked, index, wanted);
    const hits = wanted.focus === 'reasons' ? withReasons(quotes.hits, index) : quotes.hits;
    return { ...quotes, status: 'found', hits, nearest: null, confidence: sure };
  }
  const nearest = best.features.near >= near ? toHit({ ...best, confidence: sure }, ranked, index, []) : null;
  return { ...notMentioned, nearest, confidence: sure };
}

/** Strength from which a slice says the thing asked for, or its equal. */
const saysIt = 0.85;

/** What a party wants of the one thing that is asked for is an answer, however much more the other parties say of it. */
function sureness(unit: RankedUnit, standing: Standing): number {
  const { own, stance } = unit.features;
  const wants = standing.asked.concepts.length === 1 && own >= saysIt && stance > 0.1;
  return Math.max(confidence(unit, standing), wants ? threshold : 0);
}

/** Slices that may stand in an answer, best first. */
function answersIn({ ranked, standing }: Reading): readonly SureUnit[] {
  const answers: SureUnit[] = [];
  for (const unit of ranked) {
    const sure = sureness(unit, standing);
    if (sure >= furtherShare * threshold) answers.push({ ...unit, confidence: sure });
  }
  return answers;
}

/** What others think, retold, is nobody's position when it stands alone. */
function isAnswered(answers: readonly SureUnit[]): boolean {
  return answers.some((unit) => unit.confidence >= threshold && !retells(unit));
}
