import type { Document, Passage, Unit } from '../domain.js';
import { createAnalyser, type Analyser } from '../language/analyse.js';
import type { PackedPassage, PassageTables } from './index-passages.js';
import { openLookUps, type LookUps } from './look-up.js';
import { openPassageVectors, type NearnessTo } from './passage-vectors.js';
import { recent } from './recent.js';
import { openSpelling, type Spelled } from './spelling.js';
import { unpack, type TermStrengths } from './term-strengths.js';
import { openThesaurus, type Thesaurus } from './thesaurus.js';
import { openTranslation, type Translation } from './translation.js';
import { added, openWordVectors, type OpenWordVectors, type Vector } from './word-vectors.js';

export interface IndexedPassage {
  readonly passage: Passage;
  readonly units: readonly IndexedUnit[];
  readonly frame: TermStrengths;
  readonly frameVector: Vector;
  readonly frameNumbers: Uint32Array;
  /** Where its units lie together. */
  readonly vector: Vector;
  /** All terms of its units and its frame. */
  readonly terms: ReadonlySet<string>;
}

export interface IndexedUnit {
  readonly unit: Unit;
  readonly terms: TermStrengths;
  readonly vector: Vector;
  /** Numbers of its terms that have a vector. */
  readonly numbers: Uint32Array;
  /** Terms that are no mere part of a compound. */
  readonly wholeTerms: number;
  /** How much the unit speaks for the party itself, as a factor about 1. */
  readonly stance: number;
}

export interface PassageIndex extends LookUps {
  readonly documents: ReadonlyMap<string, Document>;
  readonly passages: ReadonlyMap<string, { readonly passage: Passage }>;
  /** Ids of the parties that have a document. */
  readonly partiesWithDocuments: ReadonlySet<string>;
  readonly analyser: Analyser;
  readonly thesaurus: Thesaurus;
  readonly translation: Translation;
  /** Does a word, in lower case, stand in the documents? */
  readonly isWritten: (word: string) => boolean;
  /** Is a word, in lower case, one of the documents or of the vocabulary? */
  readonly isWord: (word: string) => boolean;
  /** Words of the documents and of the vocabulary that begin as a word in lower case and are so many letters from it. */
  readonly spelledLike: (word: string, letters: number) => readonly Spelled[];
  /** Ids of the passages, by number. */
  readonly ids: readonly string[];
  /** Ids of the parties, by number. */
  readonly parties: readonly string[];
  /** Number of a passage → number of its party. */
  readonly partyOf: Uint16Array;
  /** Numbers of a party's passages. */
  readonly passagesOf: (party: string) => readonly number[];
  readonly wordVectors: OpenWordVectors;
  readonly nearnessTo: NearnessTo;
  /** A passage with its terms. @throws RangeError for an id that is not in `passages` */
  readonly open: (passage: string) => IndexedPassage;
}

/** Passages with their terms that are kept at hand: some 40 MB. */
const roomForPassages = 3_000;

/** Tables → an index that answers look-ups. What is costly and seldom needed is made on first use. */
export function openIndex(tables: PassageTables): PassageIndex {
  const packed = new Map(tables.passages.map((entry) => [entry.passage.id, entry]));
  const written = new Set(tables.spelling.map(([word]) => word));
  const words = new Map([...tables.spelling, ...tables.vocabularySpelling]);
  const wordVectors = openWordVectors(tables.wordVectors);
  let spelling: ReturnType<typeof openSpelling> | null = null;
  return {
    documents: new Map(tables.documents.map((document) => [document.id, document])),
    passages: packed,
    partiesWithDocuments: new Set(tables.documents.map((document) => document.party)),
    analyser: createAnalyser(tables.analyser),
    thesaurus: openThesaurus(tables.thesaurus),
    translation: openTranslation(tables.translation),
    isWritten: (word) => written.has(word),
    isWord: (word) => words.has(word),
    spelledLike: (word, letters) => {
      spelling ??= openSpelling(words);
      return spelling(word, letters);
    },
    ids: tables.passages.map(({ passage }) => passage.id),
    ...numberParties(tables.passages),
    ...openLookUps(tables),
    wordVectors,
    nearnessTo: openPassageVectors(tables.passageVectors),
    open: recent(
      (id) => opened(packed.get(id), id, wordVectors),
      roomForPassages,
      () => 1,
    ),
  };
}

function numberParties(passages: readonly PackedPassage[]): Pick<PassageIndex, 'parties' | 'partyOf' | 'passagesOf'> {
  const parties = [...new Set(passages.map(({ passage }) => passage.party))];
  const numbers = new Map(parties.map((party, number) => [party, number]));
  const own = new Map(parties.map((party): [string, number[]] => [party, []]));
  for (const [number, { passage }] of passages.entries()) own.get(passage.party)?.push(number);
  return {
    parties,
    partyOf: Uint16Array.from(passages, ({ passage }) => numbers.get(passage.party) ?? 0),
    passagesOf: (party) => own.get(party) ?? [],
  };
}

function opened(
  entry: PackedPassage | undefined,
  id: string,
  { vectorOf, numbersOf }: OpenWordVectors,
): IndexedPassage {
  if (!entry) throw new RangeError(`no passage ${id}; look it up in the index that found it`);
  const units = entry.passage.units.map((unit, at) => {
    const own = unpack(entry.units[at] ?? '');
    const wholeTerms = Array.from(own.values()).filter((strength) => strength === 1).length;
    const stance = entry.stances[at] ?? 1;
    return { unit, terms: own, vector: vectorOf(own), numbers: numbersOf(own.keys()), wholeTerms, stance };
  });
  const frame = unpack(entry.frame);
  const terms = new Set(frame.keys());
  for (const unit of units) for (const term of unit.terms.keys()) terms.add(term);
  const framed = { frame, frameVector: vectorOf(frame), frameNumbers: numbersOf(frame.keys()) };
  return { passage: entry.passage, units, ...framed, vector: added(units.map(({ vector }) => [vector, 1])), terms };
}
