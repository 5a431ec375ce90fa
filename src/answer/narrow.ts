import type { Party, Question } from '../domain.js';
import { writeOut } from './write-out.js';

/**
 * A question put to everybody, where the page that asks is about some parties only (a school's, a library's shelf): it is
 * put to those, by name, so that what is said of it holds. A party that was asked about by name stays.
 */
export function narrow(question: Question, among: readonly string[], parties: readonly Party[]): Question {
  if (among.length === 0 || question.intent.kind !== 'position' || question.scope === 'named') return question;
  const asked = question.scope === 'rest' ? question.parties.filter((id) => among.includes(id)) : among;
  if (asked.length === 0) return question;
  const discussed = [...question.discussed.filter((id) => among.includes(id) && !asked.includes(id)), ...asked];
  const named: Question = { ...question, scope: 'named', parties: asked, discussed };
  return { ...named, resolved: writeOut(named, parties) };
}
