/**
 * The nouns of the pipeline. Every one is a plain, readonly JSON value; offsets are UTF-16 units of `Document.body`.
 *
 *     build   knowledge/ ─load→ Document ─split→ Passage ─index→ PassageIndex
 *     run     Activity ─read→ Utterance ─understand→ Question ─retrieve→ Evidence ─compose→ Answer ─word→ Reply ─render→ Activity
 */
export type Language = 'nb' | 'nn' | 'en';

export type DocumentKind =
  'programme' | 'draft-programme' | 'resolution' | 'web-page' | 'op-ed' | 'press-release' | 'speech';

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Period {
  readonly from: number;
  readonly to: number;
}

export interface Party {
  readonly id: string;
  readonly name: Readonly<Record<Language, string>>;
  /** As people write it, and unique: "Frp". */
  readonly short: string;
  readonly aliases: readonly string[];
  /** The mother party's id, for a youth organisation. */
  readonly youthOf: string | null;
}

export type BlockKind = 'heading' | 'paragraph' | 'bullet' | 'lead-in';

/** A piece of a document as its reader found it; `body.slice(start, end)` is its text. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** 1 for the topmost heading; 0 for everything that is not a heading. */
  readonly level: number;
  /** 1-based page of the file on which the block starts, null for formats without pages. */
  readonly page: number | null;
  /** Where later pages begin inside the block, as offsets of the body. */
  readonly turns: readonly PageTurn[];
}

export interface PageTurn {
  readonly at: number;
  readonly page: number;
}

/** What is known about a document, from its front matter or sidecar. */
export interface Metadata {
  readonly title: string;
  readonly kind: DocumentKind;
  /** YYYY, YYYY-MM, YYYY-MM-DD or `unknown`. */
  readonly published: string;
  readonly period: Period | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly authorRole: string | null;
  readonly adoptedBy: string | null;
  readonly language: Language;
}

export interface Document extends Metadata {
  /** `<party-id>/<slug>`. */
  readonly id: string;
  readonly party: string;
  readonly body: string;
  readonly blocks: readonly Block[];
  /** Page of the file → the number printed on it, where it is known and for formats with pages. */
  readonly printedPages: Readonly<Record<string, string>>;
}

/** A bullet, or one sentence of a paragraph: the smallest thing that is quoted. */
export interface Unit extends Span {
  readonly kind: 'bullet' | 'sentence';
  readonly page: number | null;
  /** The last page when the unit runs over to another, otherwise null. */
  readonly pageEnd: number | null;
}

/** A verbatim slice of its document that never crosses a heading. */
export interface Passage extends Span {
  /** `<document-id>#<start>`. */
  readonly id: string;
  readonly document: string;
  readonly party: string;
  readonly text: string;
  /** Headings above the passage, outermost first, verbatim. */
  readonly section: readonly string[];
  /** The line that the bullets of the passage complete ("Fremskrittspartiet vil:"), verbatim. */
  readonly leadIn: string | null;
  readonly units: readonly Unit[];
}

/** A problem in the knowledge folder; `cure` says what to write instead. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line: number | null;
  /** Of a file with pages. */
  readonly page: number | null;
  readonly what: string;
  readonly cure: string;
}

/** People's words ↔ programmes' words. Every term is as written; `language` turns terms into stems. */
export interface Vocabulary {
  readonly groups: readonly VocabularyGroup[];
  /** Nynorsk word → bokmål word, both as written. */
  readonly nynorsk: readonly (readonly [nn: string, nb: string])[];
  /** English word or phrase → what it is in Norwegian, the likeliest first. */
  readonly english: readonly (readonly [en: string, norwegian: readonly string[]])[];
}

/**
 * Where each term lies among the things that people ask about and programmes write of: "lappen" and "førerkort" side by
 * side. Its length is how much it tells. Written by `npm run vectors`.
 */
export interface WordVectors {
  readonly dimensions: number;
  /** With a space between. */
  readonly terms: string;
  /** Of each term, in their order, a signed byte a dimension, in base64. */
  readonly values: string;
}

export interface VocabularyGroup {
  readonly area: string;
  readonly equal: readonly string[];
  /** How people ask for it, in key words that no programme would use and in any order: "skatt foreldre dør". */
  readonly asked: readonly string[];
  readonly english: readonly string[];
  readonly broader: readonly string[];
  readonly narrower: readonly string[];
}

export interface Knowledge {
  readonly parties: readonly Party[];
  readonly documents: readonly Document[];
  readonly vocabulary: Vocabulary;
  readonly wordVectors: WordVectors;
  readonly problems: readonly Problem[];
}

/** One message as a channel hands it over, before anything is known of it. */
export interface IncomingMessage {
  readonly text: string;
  /** BCP 47, as the channel says it; null when it says nothing. */
  readonly locale: string | null;
  /** Ids of the parties that a page embedding the chat is about; absent or empty for all. */
  readonly parties?: readonly string[] | undefined;
  /** Said in a thread that we take part in, and not to us by name. */
  readonly overheard?: boolean;
}

/** A message cleaned for understanding: NFC, no control characters, at most 2 000 characters. */
export interface Utterance {
  readonly text: string;
  /** The language that the words show; null when they could be of any. */
  readonly language: Language | null;
  /** The channel's language; null when it says none of ours. */
  readonly locale: Language | null;
  /** Why the text cannot be understood at all; null when it can be tried. */
  readonly unreadable: 'empty' | 'no-letters' | null;
}

export type Intent =
  | { readonly kind: 'position'; readonly focus: Focus }
  | { readonly kind: 'help'; readonly reason: HelpReason }
  | { readonly kind: 'clarify'; readonly reason: ClarifyReason; readonly candidates: readonly string[] }
  | { readonly kind: 'declined'; readonly reason: DeclineReason }
  /** About the answer before; `number` is of the one citation that is meant, null for all of them. */
  | { readonly kind: 'source'; readonly aspect: SourceAspect; readonly number: number | null }
  /** Which documents there are, of the question's parties. */
  | { readonly kind: 'library' };

/** What of a position is wanted: what it is, why, whether it has changed, whether parties agree, or more quotes. */
export type Focus = 'stand' | 'reasons' | 'change' | 'agreement' | 'more';
export type SourceAspect = 'date' | 'origin' | 'official' | 'author' | 'current';
export type HelpReason =
  | 'greeting'
  | 'capabilities'
  | 'thanks'
  | 'goodbye'
  | 'human'
  | 'operator'
  | 'parties'
  | 'privacy'
  | 'erased'
  | 'language'
  | 'empty'
  | 'unreadable'
  | 'no-question';
export type ClarifyReason = 'ambiguous-party' | 'collective' | 'missing-party' | 'missing-topic' | 'missing-context';
export type DeclineReason = 'voting-advice' | 'evaluation' | 'instructions' | 'abuse';

export interface Question {
  readonly text: string;
  /** The whole question, with what was carried over from the previous one. */
  readonly resolved: string;
  readonly topic: string;
  readonly language: Language;
  readonly intent: Intent;
  /** Ids in the order they were named; every party with a document when `scope` is `all`. */
  readonly parties: readonly string[];
  /** `open`: nobody was named, so every party with a document is searched. `rest`: everybody but those discussed. */
  readonly scope: 'named' | 'all' | 'rest' | 'open';
  /** The kind of document that is asked about: "i leserinnlegget", "i programmet". */
  readonly from: DocumentKind | null;
  /** Which three quotes of each party are wanted, 0 for the best: "mer" goes on to the next. */
  readonly page: number;
  /** What of that page the answer shows: the first quote of each party, or all of it. */
  readonly shown: 'first' | 'page';
  /** Parties that were asked about on this topic, this question's included, in the order asked: "begge", "resten". */
  readonly discussed: readonly string[];
  /** What the message also asked for and did not get, while the question inside it is answered. */
  readonly refused: DeclineReason | null;
  /** The language that was asked for by name, in this message or before. */
  readonly prefers: Language | null;
}

/** A slice of a document, by id. */
export interface Place extends Span {
  readonly passage: string;
  readonly document: string;
}

/** A quotable slice with the figures that brought it here. */
export interface Hit extends Place {
  readonly party: string;
  /** Where the party says nearly the same again. */
  readonly also: readonly Place[];
  readonly score: number;
  /** How likely the slice is to answer the question, 0 to 1. */
  readonly confidence: number;
}

export interface PartyEvidence {
  readonly party: string;
  readonly asked: boolean;
  readonly status: 'found' | 'not-mentioned' | 'no-documents';
  /** Best first; empty unless found. */
  readonly hits: readonly Hit[];
  /** Whether there are quotes beyond these. */
  readonly further: boolean;
  /** More were asked for and there are none, so these were shown before. */
  readonly repeated: boolean;
  /** How likely the best slice is to answer, 0 to 1; the party is silent below the threshold. */
  readonly confidence: number;
  /** The best slice that is not an answer, when there is one worth showing. */
  readonly nearest: Hit | null;
}

export interface Evidence {
  readonly question: Question;
  /** Every party in the knowledge base, asked ones first and in the order asked. */
  readonly parties: readonly PartyEvidence[];
}

export type Label = 'op-ed' | 'draft' | 'youth' | 'expired';

export interface Citation {
  readonly number: number;
  readonly party: string;
  readonly document: string;
  readonly title: string;
  readonly kind: DocumentKind;
  readonly published: string;
  readonly language: Language;
  readonly period: Period | null;
  readonly publisher: string | null;
  readonly authorRole: string | null;
  readonly adoptedBy: string | null;
  /** The mother party's id, for a youth organisation's document. */
  readonly youthOf: string | null;
  readonly labels: readonly Label[];
  /** A newer document of the same party speaks to the question too, beside this quote. */
  readonly older: boolean;
  readonly section: readonly string[];
  readonly page: number | null;
  readonly pageEnd: number | null;
  /** The number printed on the page, where it is known. */
  readonly printedPage: string | null;
  readonly start: number;
  readonly end: number;
  readonly url: string | null;
  readonly viewer: string;
  /** Where the party says nearly the same again. */
  readonly also: readonly OtherPlace[];
}

export interface OtherPlace {
  readonly document: string;
  readonly title: string;
  readonly page: number | null;
  readonly viewer: string;
}

export interface Quote {
  readonly text: string;
  readonly leadIn: string | null;
  readonly citation: Citation;
}

export interface Position {
  readonly party: { readonly id: string; readonly name: string };
  readonly status: 'found' | 'not-mentioned' | 'no-documents';
  readonly quotes: readonly Quote[];
  readonly nearest: Quote | null;
}

export type AnswerKind = 'positions' | 'not-mentioned' | 'no-documents' | 'clarify' | 'declined' | 'help' | 'source';

export interface Answer {
  readonly kind: AnswerKind;
  readonly language: Language;
  readonly question: {
    readonly text: string;
    readonly resolved: string;
    readonly topic: string;
    readonly parties: readonly string[];
  };
  readonly positions: readonly Position[];
  /** What `kind` leaves open, for the wording: why help, which parties to choose between, … */
  readonly detail: AnswerDetail;
  readonly suggestions: readonly Suggestion[];
}

export type AnswerDetail =
  | {
      readonly kind: 'positions';
      readonly scope: Question['scope'];
      readonly focus: Focus;
      /** The first quote of each party is shown and the rest is behind "vis mer". */
      readonly brief: boolean;
      readonly youth: readonly YouthOffer[];
      /** Party's id → titles of the documents that were searched for it, of those that are silent. */
      readonly searched: Readonly<Record<string, readonly string[]>>;
      /** Parties of which more was asked for and there is none. */
      readonly repeated: readonly string[];
      readonly refused: DeclineReason | null;
    }
  | {
      readonly kind: 'help';
      readonly reason: HelpReason;
      readonly parties: readonly string[];
      readonly silent: readonly string[];
    }
  | { readonly kind: 'clarify'; readonly reason: ClarifyReason; readonly candidates: readonly string[] }
  | { readonly kind: 'declined'; readonly reason: DeclineReason; readonly parties: readonly string[] }
  | { readonly kind: 'source'; readonly aspect: SourceAspect; readonly sources: readonly Citation[] }
  /** Documents, one citation each; `more` of them are not listed. */
  | { readonly kind: 'library'; readonly sources: readonly Citation[]; readonly more: number };

/** A youth organisation (or mother party) that has an answer where the asked party has none. */
export interface YouthOffer {
  readonly asked: string;
  readonly offered: string;
  readonly relation: 'youth' | 'mother';
}

/** A question worth asking next. */
export interface Suggestion {
  /** Null: put to everybody. */
  readonly party: string | null;
  readonly topic: string;
  /** More quotes of the answer at hand, of these parties; `party` is null. */
  readonly more?: readonly string[];
}

/** What a person reads. Our words and the parties' words are kept apart so that a channel can set them apart. */
export interface Reply {
  readonly language: Language;
  /** Sentences of ours above the quotes. */
  readonly opening: readonly string[];
  readonly sections: readonly ReplySection[];
  /** What is said of the sources of the answer before, when that was the question. */
  readonly sources: readonly ReplySource[];
  /** Sentences of ours below the quotes. */
  readonly closing: readonly string[];
  readonly suggestions: readonly string[];
  /** All of it as plain text. */
  readonly text: string;
}

export interface ReplySection {
  readonly party: string;
  readonly heading: string;
  readonly quotes: readonly ReplyQuote[];
  /** Further quotes, behind "vis mer": an answer about all parties shows one a party. */
  readonly more: readonly ReplyQuote[];
  /** "Ikke omtalt …", or what has to be said of every quote of the section; null when there is nothing. */
  readonly note: string | null;
  /** The best slice that is no answer, with the sentence that says so. */
  readonly nearest: { readonly says: string; readonly quote: ReplyQuote } | null;
}

export interface ReplySource {
  /** "«Rusomsorg», nettside fra Fremskrittspartiet, …", without its number. */
  readonly text: string;
  readonly citation: Citation;
}

export interface ReplyQuote {
  readonly text: string;
  readonly leadIn: string | null;
  readonly language: Language;
  /** "Rusomsorg, frp.no, Partiprogram 2021–2025 (perioden er utløpt)". */
  readonly source: string;
  /** Op-ed, draft, youth and expired in words. */
  readonly warnings: readonly string[];
  readonly citation: Citation;
}

/** What a follow-up may lean on. Holds no names and no ids of people. */
export interface TurnState {
  readonly question: Question | null;
  readonly sources: readonly Citation[];
  /** What was asked for by "svar på nynorsk"; null when nothing was. */
  readonly language: Language | null;
}

/** Turn state by opaque key; entries expire by themselves. */
export interface TurnStore {
  read(key: string): Promise<TurnState | null>;
  write(key: string, state: TurnState): Promise<void>;
  erase(key: string): Promise<void>;
}

/** How often somebody may do something; ids and addresses are hashed before they are kept. */
export interface RateLimit {
  /** Counts one use. 0: go on; otherwise the seconds until it may be done again. */
  readonly take: (what: string, who: string) => Promise<number>;
}

/** Who says something, where: raw ids that never leave the process unhashed. */
export interface Speaker {
  readonly channel: string;
  readonly conversation: string;
  readonly user: string;
  /** Of a thread whose members answer one another; null where everybody talks with the bot for themselves. */
  readonly thread: string | null;
}

export interface Turn {
  readonly answer: Answer;
  readonly reply: Reply;
  /** What was overheard is not for us: it is not remembered, erases nothing, and nothing is to be said. */
  readonly ignored?: true;
}

/** What a person may find wrong with an answer. There is no free text: it would be a political opinion to keep. */
export type FeedbackReason = 'wrong-quote' | 'wrong-party' | 'outdated' | 'not-covered';

/** Feedback on one answer, without anything that tells who gave it or on what. */
export interface Feedback {
  readonly channel: 'teams' | 'web' | 'slack';
  readonly reaction: 'like' | 'dislike';
  /** Each at most once; empty for a like. */
  readonly reasons: readonly FeedbackReason[];
}
