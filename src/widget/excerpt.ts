import { field, text } from './activity.js';

/** The paragraph around a quote, as `/kilder/…/utdrag` gives it. */
export interface Excerpt {
  readonly title: string;
  readonly party: string;
  readonly language: string;
  readonly section: readonly string[];
  readonly leadIn: string | null;
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  /** The document goes on beyond what is shown. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** `/kilder/frp/rusomsorg?t=1-2#t` → `/kilder/frp/rusomsorg/utdrag?t=1-2`; null for another kind of path. */
export function excerptPath(viewer: string): string | null {
  const [, document, span] = /^(\/kilder\/[^/?#]+\/[^/?#]+)\?t=(\d+-\d+)(?:#.*)?$/.exec(viewer) ?? [];
  return document === undefined || span === undefined ? null : `${document}/utdrag?t=${span}`;
}

/** As it came over the wire; null when it is none. */
export function readExcerpt(wire: unknown): Excerpt | null {
  const [title, party, language, quote] = ['title', 'party', 'language', 'quote'].map((name) => text(wire, name));
  if (!title || !party || !language || !quote) return null;
  const section = field(wire, 'section');
  return {
    title,
    party,
    language,
    quote,
    section: Array.isArray(section) ? section.filter((each): each is string => typeof each === 'string') : [],
    leadIn: text(wire, 'leadIn'),
    before: text(wire, 'before') ?? '',
    after: text(wire, 'after') ?? '',
    cutBefore: field(wire, 'cutBefore') === true,
    cutAfter: field(wire, 'cutAfter') === true,
  };
}

/** A run of text inside a paragraph; `marked` is the quote's. */
export interface Run {
  readonly text: string;
  readonly marked: boolean;
}

/** The excerpt as paragraphs, byte for byte but for the line breaks between them. */
export function excerptParagraphs({ before, quote, after }: Excerpt): readonly (readonly Run[])[] {
  const paragraphs: Run[][] = [[]];
  for (const [run, marked] of [
    [before, false],
    [quote, true],
    [after, false],
  ] as const) {
    for (const [index, line] of run.split(/\n+/).entries()) {
      if (index > 0) paragraphs.push([]);
      if (line !== '') paragraphs.at(-1)?.push({ text: line, marked });
    }
  }
  return paragraphs.filter((runs) => runs.length > 0);
}
