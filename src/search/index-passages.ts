import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import type { Document, Knowledge, Passage, WordVectors } from '../domain.js';
import { createAnalyser, tabulate, type Analyser, type AnalyserTables } from '../language/analyse.js';
import { isOfCompounds } from '../language/nynorsk.js';
import { tokenize } from '../language/tokenize.js';
import { tabulatePassageVectors } from './passage-vectors.js';
import { stance } from './stance.js';
import { pack } from './term-strengths.js';
import { tabulateThesaurus, type ThesaurusTables } from './thesaurus.js';
import { tabulateTranslation, type TranslationTables } from './translation.js';
import { openWordVectors } from './word-vectors.js';

/** A passage with the terms of its units and of what frames them, packed. */
export interface PackedPassage {
  readonly passage: Passage;
  readonly units: readonly string[];
  readonly stances: readonly number[];
  /** Title, headings and lead-in: what the units are about without saying it. */
  readonly frame: string;
}

/** Everything that a question is answered from, as a plain value: what the snapshot stores. */
export interface PassageTables {
  readonly documents: readonly Document[];
  readonly passages: readonly PackedPassage[];
  readonly analyser: AnalyserTables;
  readonly thesaurus: ThesaurusTables;
  readonly translation: TranslationTables;
  readonly wordVectors: WordVectors;
  /** See `tabulatePassageVectors`. */
  readonly passageVectors: string;
  readonly mini: AsPlainObject;
  /** Every word of the documents in lower case → its term, for spelling; then those that only the vocabulary has. */
  readonly spelling: readonly (readonly [word: string, term: string])[];
  readonly vocabularySpelling: readonly (readonly [word: string, term: string])[];
}

interface Row {
  /** Number of the passage: its place in the tables. */
  readonly id: number;
  readonly text: string;
  readonly parts: string;
  readonly frame: string;
}

/** Terms are made by the analyser before MiniSearch sees them, so that index and question share one. */
export const miniOptions: Options<Row> = {
  fields: ['text', 'parts', 'frame'],
  tokenize: (terms) => terms.split(' ').filter(Boolean),
  processTerm: (term) => term,
  searchOptions: { boost: { text: 1, parts: 0.5, frame: 0.5 } },
};

/** Documents and vocabulary → tables. `split` cuts one document into its passages. */
export function indexPassages(knowledge: Knowledge, split: (document: Document) => readonly Passage[]): PassageTables {
  const pieces = knowledge.documents.map((document) => ({ document, passages: split(document) }));
  const passages = pieces.flatMap((piece) => piece.passages);
  const tables = tabulate(wordsOf(knowledge, passages), knowledge.vocabulary.nynorsk, namesOf(knowledge));
  const analyser = createAnalyser(tables);
  const mini = new MiniSearch<Row>(miniOptions);
  const packed = pieces.flatMap(({ document, passages: cut }) =>
    cut.map((passage) => {
      const { entry, row } = indexPassage(passage, document, analyser);
      mini.add({ id: mini.documentCount, ...row });
      return entry;
    }),
  );
  return {
    documents: knowledge.documents,
    passages: packed,
    analyser: tables,
    thesaurus: tabulateThesaurus(knowledge.vocabulary, analyser),
    translation: tabulateTranslation(knowledge.vocabulary.english),
    wordVectors: knowledge.wordVectors,
    passageVectors: tabulatePassageVectors(packed, openWordVectors(knowledge.wordVectors).vectorOf),
    mini: mini.toJSON(),
    ...spellingOf(passages, knowledge, analyser),
  };
}

function indexPassage(
  passage: Passage,
  document: Document,
  analyser: Analyser,
): { entry: PackedPassage; row: Omit<Row, 'id'> } {
  const units = passage.units.map((unit) => {
    const text = passage.text.slice(unit.start - passage.start, unit.end - passage.start);
    return { words: analyser.analyse(text), stance: stance(unit, text, passage, document) };
  });
  const frame = analyser.analyse([document.title, ...passage.section, passage.leadIn ?? ''].join('\n'));
  const words = units.flatMap((unit) => unit.words);
  return {
    entry: {
      passage,
      units: units.map((unit) => pack(unit.words)),
      stances: units.map((unit) => unit.stance),
      frame: pack(frame),
    },
    row: {
      text: words.map((word) => word.term).join(' '),
      parts: words.flatMap((word) => word.parts).join(' '),
      frame: frame.flatMap((word) => [word.term, ...word.parts]).join(' '),
    },
  };
}

/** What compounds are made of: every word of the documents and of the vocabulary. */
function* wordsOf(knowledge: Knowledge, passages: readonly Passage[]): Generator<string> {
  for (const { text } of passages) yield* wordsIn(text);
  for (const { equal, broader, narrower } of knowledge.vocabulary.groups) {
    for (const phrase of [...equal, ...broader, ...narrower]) yield* wordsIn(phrase);
  }
  for (const pair of knowledge.vocabulary.nynorsk.filter(([nn]) => !isOfCompounds(nn)))
    for (const word of pair) yield* wordsIn(word);
  for (const [, norwegian] of knowledge.vocabulary.english) for (const phrase of norwegian) yield* wordsIn(phrase);
}

function* namesOf(knowledge: Knowledge): Generator<string> {
  for (const party of knowledge.parties) {
    for (const name of [party.short, ...Object.values(party.name), ...party.aliases]) yield* wordsIn(name);
  }
}

function* wordsIn(text: string): Generator<string> {
  for (const token of tokenize(text)) yield token.word;
}

function spellingOf(
  passages: readonly Passage[],
  { vocabulary }: Knowledge,
  analyser: Analyser,
): Pick<PassageTables, 'spelling' | 'vocabularySpelling'> {
  const written = new Map<string, string>();
  for (const { text } of passages) for (const { word, term } of analyser.normalise(text)) written.set(word, term);
  const said = new Map<string, string>();
  for (const { equal, asked } of vocabulary.groups) {
    for (const { word, term } of analyser.normalise([...equal, ...asked].join('\n'))) {
      if (!written.has(word)) said.set(word, term);
    }
  }
  return { spelling: [...written], vocabularySpelling: [...said] };
}
