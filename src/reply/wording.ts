import type { ClarifyReason, DeclineReason, DocumentKind, HelpReason, Period } from '../domain.js';

/** Names of parties with a document and without, and who runs the service. */
export interface HelpFacts {
  readonly parties: readonly string[];
  readonly silent: readonly string[];
  readonly operator: string | null;
}

/**
 * Every sentence the service says, in one language. No member is optional: a missing sentence does not compile.
 * Names come as they are written in `parties.yaml` for the language.
 */
export interface Wording {
  /** Months 1 to 12 in a date: "22. oktober 2023". */
  readonly date: (year: string, month: string | null, day: string | null) => string;
  readonly undated: string;
  /** Pages of the file, "69" or "69–70". Only PDF files have pages. */
  readonly pages: (pages: string) => string;
  /** The number printed on the page, said where it is another; `from` when the quote runs over to the next page. */
  readonly printedPage: (page: string, from: boolean) => string;
  readonly expired: string;
  readonly period: (period: Period, expired: boolean) => string;
  readonly adoptedBy: (body: string) => string;
  readonly kinds: Readonly<Record<DocumentKind, string>>;
  /** Roles of authors as they stand in the metadata → in this language; others are shown as they are. */
  readonly roles: Readonly<Record<string, string>>;
  readonly opEd: (role: string | null, publisher: string) => string;
  readonly draft: string;
  readonly youth: (mother: string) => string;
  /** Pages of the same document where the party says nearly the same: "72 og 103". */
  readonly alsoOnPages: (pages: string) => string;
  readonly list: (names: readonly string[]) => string;
  readonly understoodAs: (question: string) => string;
  /** `titles` of the documents that were searched, quoted and joined, or empty; `more` of them that are not named. */
  readonly notMentioned: (party: string, titles: readonly string[], more: number) => string;
  readonly notMentionedByAnybody: string;
  readonly othersSilent: (parties: string) => string;
  readonly noDocuments: (party: string) => string;
  readonly nearest: string;
  readonly youthOffer: (youth: string, mother: string) => string;
  readonly motherOffer: (mother: string, youth: string) => string;
  readonly help: (facts: HelpFacts) => Readonly<Record<HelpReason, readonly string[]>>;
  readonly clarify: (candidates: readonly string[]) => Readonly<Record<ClarifyReason, string>>;
  /** What the service does not do. */
  readonly declined: Readonly<Record<DeclineReason, string>>;
  /** What can be asked instead, and where practical information is. */
  readonly insteadAsk: (parties: readonly string[]) => string;
  readonly source: (title: string, kind: string, party: string) => string;
  readonly noNewer: string;
  /** Whether a kind of document is adopted policy. */
  readonly standing: Readonly<Record<DocumentKind, string>>;
  readonly author: (party: string) => string;
  readonly library: string;
  readonly libraryMore: (count: number) => string;
  /** Below the quotes, by what was asked: no verdict on agreement, change, reasons, or who is for and against. */
  readonly agreement: string;
  readonly change: string;
  readonly onlyOne: string;
  readonly reasons: string;
  readonly noLists: string;
  readonly noMore: (party: string) => string;
  readonly older: (year: number) => string;
  readonly welcome: (operator: string | null) => readonly string[];
  readonly question: (party: string, topic: string) => string;
  /** "Flere sitater fra Ap og Frp om LAR"; no parties for all of them. */
  readonly moreQuotes: (parties: readonly string[], topic: string) => string;
  readonly questionToAll: (topic: string) => string;
}
