import type { Citation, ReplyQuote, ReplySection } from '../domain.js';
import { copyButton } from './copy.js';
import { element } from './element.js';
import type { Announce } from './frame.js';
import { inBase } from './in-base.js';
import { says, type Words } from './words.js';

export interface QuoteActions {
  readonly words: Words;
  /** Where citations may lead, with a slash at the end: links out of it become plain text. */
  readonly base: string;
  readonly announce: Announce;
  readonly onPreview: (source: PreviewedSource, from: HTMLElement) => void;
}

/** What a citation says of a quote or a document, and goes on saying in the preview. */
export interface PreviewedSource {
  readonly citation: Citation;
  /** Document, publisher, date and page in words. */
  readonly source: string;
  /** Op-ed, draft, youth and expired in words. */
  readonly warnings: readonly string[];
  /** The quote; null where the document itself is cited. */
  readonly text: string | null;
}

/** What a party says: quotes, further quotes, a note, or what comes nearest. */
export function partyBody(section: ReplySection, actions: QuoteActions): readonly HTMLElement[] {
  const { quotes, more, note, nearest, heading } = section;
  return [
    ...quotes.map((quote) => quoteFigure(quote, heading, actions)),
    more.length === 0 ? null : furtherQuotes(section, actions),
    note === null ? null : element('p', { class: 'note' }, note),
    nearest === null ? null : nearestQuote(nearest, heading, actions),
  ].filter((each) => each !== null);
}

function furtherQuotes({ more, heading }: ReplySection, actions: QuoteActions): HTMLElement {
  const summary = says(actions.words, element('summary', {}), (strings) => strings.more(more.length, heading));
  return element('details', {}, summary, ...more.map((quote) => quoteFigure(quote, heading, actions)));
}

type Nearest = NonNullable<ReplySection['nearest']>;

function nearestQuote({ says: label, quote }: Nearest, heading: string, actions: QuoteActions): HTMLElement {
  return element(
    'div',
    { class: 'nearest' },
    element('p', { class: 'nearest-label' }, label),
    quoteFigure(quote, heading, actions),
  );
}

// The guillemets around a quote come from the style sheet: what is in the element is the document's text and no more.
function quoteFigure(quote: ReplyQuote, party: string, actions: QuoteActions): HTMLElement {
  const failure = element('p', { class: 'failure' });
  return element(
    'figure',
    { class: 'quote' },
    element(
      'blockquote',
      { lang: quote.language },
      quote.leadIn === null ? null : element('p', { class: 'lead-in' }, quote.leadIn),
      element('p', { class: 'quoted' }, quote.text),
    ),
    element(
      'figcaption',
      {},
      element('div', { class: 'source-line' }, citation(quote, actions), copyButton(quote, party, failure, actions)),
      failure,
      ...quote.warnings.map((warning) => element('p', { class: 'warning' }, warning)),
    ),
  );
}

/** A numbered link: a click shows the paragraph around the quote, a new tab shows it in its document. */
export function citation(cited: PreviewedSource, actions: QuoteActions): HTMLElement {
  const number = element('span', { class: 'number' }, String(cited.citation.number));
  const source = element('span', { class: 'source' }, cited.source);
  const address = inBase(cited.citation.viewer, actions.base);
  if (address === null) return element('span', { class: 'citation' }, number, ' ', source);
  const link = element(
    'a',
    { class: 'citation', href: address, target: '_blank', rel: 'noopener', 'aria-haspopup': 'dialog' },
    number,
    ' ',
    source,
  );
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    actions.onPreview(cited, link);
  });
  return link;
}
