import type { Party, Question, Suggestion, VocabularyGroup } from '../domain.js';
import type { PassageIndex } from '../search/open-index.js';
import { retrieve } from '../search/retrieve.js';
import { blankQuestion } from './blank-question.js';

/** Topics that are searched for; each costs about a millisecond, once, at the start. */
const mostTried = 40;
/** Share of the passages. A word that stands in more of them is what everything is about, and no question. */
const tooCommon = 0.15;
/** Letters. Shorter words are mostly of everything ("kommune") or no nouns ("rusfri"). */
const shortestTopic = 8;
const mostStarters = 4;
/** Words of every area ("forby", "øke") make no topic. */
const general = 'allment';

/**
 * Questions that have an answer, at most four, each of another party and topic: the topics of the vocabulary that most
 * parties write about, so that they fit whatever documents there are and end nowhere.
 */
export function findStarters(
  groups: readonly VocabularyGroup[],
  index: PassageIndex,
  parties: readonly Party[],
): readonly Suggestion[] {
  const written = groups
    .filter(({ area }) => area !== general)
    .flatMap(({ area, equal }) => equal.slice(0, 1).map((topic) => ({ area, topic })))
    .map((candidate) => ({ ...candidate, parties: partiesThatWrite(candidate.topic, index) }))
    .filter((candidate) => candidate.parties > 0);
  const among = (all: readonly { readonly area: string }[], area: string): number =>
    all.filter((each) => each.area === area).length;
  const inArea = (area: string): number => among(written, area) / among(groups, area);
  // The area that the documents are most about gives the topics: "kommune" is in all of them and says little.
  const topics = written
    .map((candidate) => ({ ...candidate, inArea: inArea(candidate.area) }))
    .toSorted((a, b) => b.inArea - a.inArea || b.parties - a.parties || (a.topic < b.topic ? -1 : 1))
    .slice(0, mostTried);
  const starters: Suggestion[] = [];
  const terms = new Set<string>();
  for (const { topic } of topics) {
    const term = index.analyser.normalise(topic)[0]?.term ?? '';
    if (starters.length === mostStarters) break;
    if (terms.has(term)) continue;
    terms.add(term);
    const free = parties.find(
      ({ id }) => index.partiesWithDocuments.has(id) && starters.every(({ party }) => party !== id),
    );
    const next = free ?? parties.find(({ id }) => index.partiesWithDocuments.has(id));
    if (next && hasAnswer(topic, next.id, index, parties)) starters.push({ party: next.id, topic });
  }
  return starters;
}

function partiesThatWrite(topic: string, index: PassageIndex): number {
  const [word, ...more] = index.analyser.normalise(topic);
  if (!word || more.length > 0 || topic.length < shortestTopic || !index.isWritten(word.word)) return 0;
  const { passages } = index.lookUp(word.term);
  if (passages.length > tooCommon * index.passages.size) return 0;
  return new Set(Array.from(passages, (passage) => index.partyOf[passage])).size;
}

function hasAnswer(topic: string, party: string, index: PassageIndex, parties: readonly Party[]): boolean {
  const question: Question = { ...blankQuestion(topic, 'nb'), topic, parties: [party], scope: 'named' };
  return retrieve(question, index, parties).parties[0]?.status === 'found';
}
