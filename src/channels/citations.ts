import type { Citation, Label, Language, Reply } from '../domain.js';

/** The limits of Teams for a citation, in characters. */
const NAME = 80;
const ABSTRACT = 160;
const KEYWORD = 28;
const KEYWORDS = 3;

/** Only PDF files have pages; the number is the file's own count, which is what a viewer goes to. */
const ON_PAGES: Readonly<Record<Language, (pages: string) => string>> = {
  nb: (pages) => `side ${pages} i PDF-en`,
  nn: (pages) => `side ${pages} i PDF-en`,
  en: (pages) => `PDF page ${pages}`,
};

/** What has to be said of a quote each time, in the few characters there are. */
const LABELS: Readonly<Record<Language, Readonly<Record<Label, string>>>> = {
  nb: { 'op-ed': 'Leserinnlegg', draft: 'Utkast', youth: 'Ungdomsorganisasjon', expired: 'Perioden er utløpt' },
  nn: { 'op-ed': 'Lesarinnlegg', draft: 'Utkast', youth: 'Ungdomsorganisasjon', expired: 'Perioden er gått ut' },
  en: { 'op-ed': 'Op-ed', draft: 'Draft', youth: 'Youth organisation', expired: 'Period has ended' },
};

export interface Claim {
  readonly '@type': 'Claim';
  /** The number in `[n]`. */
  readonly position: number;
  readonly appearance: {
    readonly '@type': 'DigitalDocument';
    readonly name: string;
    /** Absolute. */
    readonly url: string;
    readonly abstract: string;
    readonly keywords: readonly string[];
    /** An Adaptive Card as JSON, which Teams opens when the number is pressed. */
    readonly text?: string;
    readonly encodingFormat?: 'application/vnd.microsoft.card.adaptive';
  };
}

/**
 * schema.org's Message as Bot Framework channels read it. Written by hand: the SDK's own maker adds
 * `additionalType: AIGeneratedContent`, and these answers are people's words, not a model's.
 */
export interface MessageEntity {
  readonly type: 'https://schema.org/Message';
  readonly '@type': 'Message';
  readonly '@context': 'https://schema.org';
  /** Empty: it describes the activity that carries it. */
  readonly '@id': '';
  readonly citation: readonly Claim[];
}

/** Something with an `[n]` in the message. */
export interface Cited {
  readonly citation: Citation;
  /** The quote, or what is said of the source. */
  readonly text: string;
  /** The display name of the party; null where the text says it. */
  readonly heading: string | null;
  /** Document, publisher and date in words; empty where the text says it. */
  readonly source: string;
  /** Op-ed, draft, youth and expired in words. */
  readonly warnings: readonly string[];
  /** Of our words beside the quote. */
  readonly language: Language;
}

/** Everything the message cites, in the order shown, each number once. */
export function citedIn(reply: Reply): readonly Cited[] {
  const { language } = reply;
  const quoted = reply.sections.flatMap(({ heading, quotes, nearest }) =>
    [...quotes, ...(nearest ? [nearest.quote] : [])].map(({ citation, text, source, warnings }) => ({
      citation,
      text,
      heading,
      source,
      warnings,
      language,
    })),
  );
  const itself = { heading: null, source: '', warnings: [], language };
  const named = reply.sources.map(({ citation, text }) => ({ citation, text, ...itself }));
  return [...new Map([...quoted, ...named].map((cited) => [cited.citation.number, cited])).values()];
}

/** `[1]` */
export function mark({ number }: Citation): string {
  return `[${number}]`;
}

/** The Message entity of what is cited; null when that is nothing. */
export function messageEntity(cited: readonly Cited[], publicUrl: string): MessageEntity | null {
  if (cited.length === 0) return null;
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    citation: cited.map((each) => claim(each, publicUrl)),
  };
}

/** A path of ours as an absolute address; the public address may have a path of its own. */
export function absolute(viewer: string, publicUrl: string): string {
  return new URL(publicUrl.replace(/\/+$/, '') + viewer).href;
}

/** The text itself when it is short enough, otherwise its beginning up to a sentence or word and "…". */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = text.slice(0, limit - 1);
  const sentence = room.search(/[.!?](?=\s[^.!?]*$)/);
  if (sentence >= limit / 2) return `${room.slice(0, sentence + 1)}…`;
  const word = /\s/.test(text.charAt(limit - 1)) ? room.length : room.search(/\s\S*$/);
  // Without a space anywhere it is cut where it must be, though never between the halves of a surrogate pair.
  return `${(word > 0 ? room.slice(0, word) : room.replace(/[\uD800-\uDBFF]$/, '')).trimEnd()}…`;
}

function claim({ heading, text, citation, language }: Cited, publicUrl: string): Claim {
  const { number, title, viewer, period, published, section, page, pageEnd, labels } = citation;
  const when = period ? `${period.from}–${period.to}` : published;
  const topic = section.at(-1);
  const pages = page === null ? null : ON_PAGES[language](pageEnd === null ? String(page) : `${page}–${pageEnd}`);
  const said = labels.map((label) => LABELS[language][label]);
  const place = [when === 'unknown' ? null : when, pages, topic === title ? null : topic];
  // The labels before the place: there is room for three, and a youth organisation's op-ed must say both.
  const keywords = [heading, ...said, ...place].filter((word) => typeof word === 'string');
  return {
    '@type': 'Claim',
    position: number,
    appearance: {
      '@type': 'DigitalDocument',
      name: shorten(title, NAME),
      url: absolute(viewer, publicUrl),
      abstract: shorten(text, ABSTRACT),
      keywords: keywords.slice(0, KEYWORDS).map((word) => shorten(word, KEYWORD)),
    },
  };
}
