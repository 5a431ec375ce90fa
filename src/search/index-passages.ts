import MiniSearch from 'minisearch';
import SearchableMap from 'minisearch/SearchableMap';
import type { Document, Knowledge, Passage, Unit } from '../domain.js';
import { createAnalyser, type Analyser, type Word } from '../language/analyse.js';
import { tokenize } from '../language/tokenize.js';
import { createThesaurus, type Thesaurus } from './thesaurus.js';

/** How strongly each term stands in a slice, 0 to 1: a word by itself 1, a part of a compound less. */
export type TermStrengths = ReadonlyMap<string, number>;

export interface IndexedUnit {
  readonly unit: Unit;
  readonly terms: TermStrengths;
}

export interface IndexedPassage {
  readonly passage: Passage;
  readonly units: readonly IndexedUnit[];
  /** Title, headings and lead-in: what the units are about without saying it. */
  readonly frame: TermStrengths;
}

export interface PassageIndex {
  readonly documents: ReadonlyMap<string, Document>;
  readonly passages: ReadonlyMap<string, IndexedPassage>;
  /** Ids of the parties that have a document. */
  readonly partiesWithDocuments: ReadonlySet<string>;
  readonly analyser: Analyser;
  readonly thesaurus: Thesaurus;
  /** Every word of the knowledge, as written in lower case, for spelling → its term. */
  readonly spelling: SearchableMap<string>;
  /** Passages in which a term stands → its BM25 score there. */
  readonly lookUp: (term: string) => ReadonlyMap<string, number>;
}

/** A compound's part says less than the word itself. */
const partStrength = 0.6;

const fields = ['text', 'parts', 'frame'] as const;
const boost = { text: 1, parts: 0.5, frame: 0.5 };

interface Row {
  readonly id: string;
  readonly text: string;
  readonly parts: string;
  readonly frame: string;
}

/** Passages and vocabulary → everything a question is answered from. `split` cuts one document. */
export function indexPassages(knowledge: Knowledge, split: (document: Document) => readonly Passage[]): PassageIndex {
  const documents = new Map(knowledge.documents.map((document) => [document.id, document]));
  const passages = knowledge.documents.flatMap((document) => split(document));
  const analyser = createAnalyser({
    words: wordsOf(knowledge, passages),
    nynorsk: knowledge.vocabulary.nynorsk,
    names: namesOf(knowledge),
  });
  const indexed = passages.map((passage) =>
    indexPassage(passage, documents.get(passage.document)?.title ?? '', analyser),
  );
  const mini = new MiniSearch<Row>({
    fields: [...fields],
    tokenize: (terms) => terms.split(' ').filter(Boolean),
    processTerm: (term) => term,
    searchOptions: { boost },
  });
  mini.addAll(indexed.map(({ row }) => row));
  return {
    documents,
    passages: new Map(indexed.map(({ entry }) => [entry.passage.id, entry])),
    partiesWithDocuments: new Set(knowledge.documents.map((document) => document.party)),
    analyser,
    thesaurus: createThesaurus(knowledge.vocabulary, analyser),
    spelling: spellingOf(passages, analyser),
    lookUp: (term) => new Map(mini.search(term).map((result) => [String(result.id), result.score])),
  };
}

function indexPassage(passage: Passage, title: string, analyser: Analyser): { entry: IndexedPassage; row: Row } {
  const units = passage.units.map((unit) => {
    const words = analyser.analyse(passage.text.slice(unit.start - passage.start, unit.end - passage.start));
    return { unit, words, terms: strengths(words) };
  });
  const frameWords = analyser.analyse([title, ...passage.section, passage.leadIn ?? ''].join('\n'));
  const words = units.flatMap((unit) => unit.words);
  return {
    entry: { passage, units: units.map(({ unit, terms }) => ({ unit, terms })), frame: strengths(frameWords) },
    row: {
      id: passage.id,
      text: words.map((word) => word.term).join(' '),
      parts: words.flatMap((word) => word.parts).join(' '),
      frame: frameWords.flatMap((word) => [word.term, ...word.parts]).join(' '),
    },
  };
}

function strengths(words: readonly Word[]): TermStrengths {
  const terms = new Map<string, number>();
  for (const word of words) {
    terms.set(word.term, 1);
    for (const part of word.parts) terms.set(part, Math.max(partStrength, terms.get(part) ?? 0));
  }
  return terms;
}

/** What compounds are made of: every word of the documents and of the vocabulary. */
function* wordsOf(knowledge: Knowledge, passages: readonly Passage[]): Generator<string> {
  const texts = [
    ...passages.map((passage) => passage.text),
    ...knowledge.vocabulary.groups.flatMap((group) => [...group.equal, ...group.broader, ...group.narrower]),
    ...knowledge.vocabulary.nynorsk.flat(),
  ];
  for (const text of texts) for (const token of tokenize(text)) yield token.word;
}

function* namesOf(knowledge: Knowledge): Generator<string> {
  for (const party of knowledge.parties) {
    for (const name of [party.short, ...Object.values(party.name), ...party.aliases]) {
      for (const token of tokenize(name)) yield token.word;
    }
  }
}

function spellingOf(passages: readonly Passage[], analyser: Analyser): SearchableMap<string> {
  const map = new SearchableMap<string>();
  for (const passage of passages) for (const word of analyser.normalise(passage.text)) map.set(word.word, word.term);
  return map;
}
