import MiniSearch from 'minisearch';
import SearchableMap from 'minisearch/SearchableMap';
import type { Document, Passage, Unit } from '../domain.js';
import { createAnalyser, type Analyser } from '../language/analyse.js';
import { miniOptions, type PackedPassage, type PassageTables } from './index-passages.js';
import { recent } from './recent.js';
import { unpack, type TermStrengths } from './term-strengths.js';
import { openThesaurus, type Thesaurus } from './thesaurus.js';

export interface IndexedPassage {
  readonly passage: Passage;
  readonly units: readonly IndexedUnit[];
  readonly frame: TermStrengths;
  /** All terms of its units and its frame. */
  readonly terms: ReadonlySet<string>;
}

export interface IndexedUnit {
  readonly unit: Unit;
  readonly terms: TermStrengths;
  /** How much the unit speaks for the party itself, as a factor about 1. */
  readonly stance: number;
}

export interface PassageIndex {
  readonly documents: ReadonlyMap<string, Document>;
  readonly passages: ReadonlyMap<string, { readonly passage: Passage }>;
  /** Ids of the parties that have a document. */
  readonly partiesWithDocuments: ReadonlySet<string>;
  readonly analyser: Analyser;
  readonly thesaurus: Thesaurus;
  /** Does a word, in lower case, stand in the documents? */
  readonly isWritten: (word: string) => boolean;
  /** Is a word, in lower case, one of the documents or of the vocabulary? */
  readonly isWord: (word: string) => boolean;
  /** Words of the documents and of the vocabulary, in lower case, that are at most so many letters from a word. */
  readonly spelledLike: (word: string, letters: number) => readonly Spelled[];
  /** Passages in which a term stands → its BM25 score there. */
  readonly lookUp: (term: string) => ReadonlyMap<string, number>;
  /** A passage with its terms. @throws RangeError for an id that is not in `passages` */
  readonly open: (passage: string) => IndexedPassage;
}

export interface Spelled {
  readonly word: string;
  readonly term: string;
  readonly distance: number;
}

/** Entries of a term's passages, and passages with their terms, that are kept at hand: some 60 MB. */
const roomForLookUps = 400_000;
const roomForPassages = 3_000;

/** Tables → an index that answers look-ups. What is costly and seldom needed is made on first use. */
export function openIndex(tables: PassageTables): PassageIndex {
  const packed = new Map(tables.passages.map((entry) => [entry.passage.id, entry]));
  const mini = MiniSearch.loadJS(tables.mini, miniOptions);
  const written = new Set(tables.spelling.map(([word]) => word));
  const words = new Map([...tables.spelling, ...tables.vocabularySpelling]);
  let spelling: SearchableMap<string> | null = null;
  return {
    documents: new Map(tables.documents.map((document) => [document.id, document])),
    passages: packed,
    partiesWithDocuments: new Set(tables.documents.map((document) => document.party)),
    analyser: createAnalyser(tables.analyser),
    thesaurus: openThesaurus(tables.thesaurus),
    isWritten: (word) => written.has(word),
    isWord: (word) => words.has(word),
    spelledLike: (word, letters) => {
      spelling ??= SearchableMap.from(words);
      return Array.from(spelling.fuzzyGet(word, letters), ([form, [term, distance]]) => ({
        word: form,
        term,
        distance,
      }));
    },
    lookUp: recent(
      (term) => new Map(mini.search(term).map((result) => [String(result.id), result.score])),
      roomForLookUps,
      (passages) => passages.size + 1,
    ),
    open: recent(
      (id) => opened(packed.get(id), id),
      roomForPassages,
      () => 1,
    ),
  };
}

function opened(entry: PackedPassage | undefined, id: string): IndexedPassage {
  if (!entry) throw new RangeError(`no passage ${id}; look it up in the index that found it`);
  const units = entry.passage.units.map((unit, at) => ({
    unit,
    terms: unpack(entry.units[at] ?? ''),
    stance: entry.stances[at] ?? 1,
  }));
  const frame = unpack(entry.frame);
  const terms = new Set([...frame.keys(), ...units.flatMap((unit) => [...unit.terms.keys()])]);
  return { passage: entry.passage, units, frame, terms };
}
