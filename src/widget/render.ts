import type { Citation, Reply, ReplyQuote, ReplySection } from '../domain.js';
import type { ReceivedActivity } from './activity.js';
import { element } from './element.js';
import type { Strings } from './strings.js';

export interface RenderOptions {
  readonly strings: Strings;
  /** Where citations may lead: links to any other origin become plain text. */
  readonly origin: string;
  readonly onSuggestion: (question: string) => void;
}

/** A message of the bot: its reply in parts, or its text when there is no reply that can be shown. */
export function botMessage(activity: ReceivedActivity, options: RenderOptions): HTMLElement {
  try {
    return message(activity, options);
  } catch {
    // A cached script may meet the reply of a server that is newer than itself.
    return message({ ...activity, reply: null }, options);
  }
}

function message({ reply, text }: ReceivedActivity, options: RenderOptions): HTMLElement {
  const speaker = element('p', { class: 'speaker visually-hidden' }, `${options.strings.bot}:`);
  if (reply === null) return element('div', { class: 'message bot' }, speaker, ...paragraphs(text.split('\n')));
  return element(
    'div',
    { class: 'message bot', lang: reply.language },
    speaker,
    ...paragraphs(reply.opening),
    ...reply.sections.map((section) => partySection(section, options)),
    ...reply.sources.map((source) => citation(source.citation, source.text, options)),
    ...paragraphs(reply.closing),
    reply.suggestions.length === 0 ? null : suggestionList(reply, options),
  );
}

function paragraphs(lines: readonly string[]): readonly HTMLElement[] {
  return lines.filter((line) => line.trim() !== '').map((line) => element('p', {}, line));
}

function partySection(section: ReplySection, options: RenderOptions): HTMLElement {
  return element(
    'section',
    { class: 'party' },
    element('h3', {}, section.heading),
    ...section.quotes.map((quote) => quoteFigure(quote, options)),
    section.more.length === 0 ? null : furtherQuotes(section, options),
    section.note === null ? null : element('p', { class: 'note' }, section.note),
    section.nearest === null ? null : nearest(section.nearest, options),
  );
}

function furtherQuotes({ more, heading }: ReplySection, options: RenderOptions): HTMLElement {
  const summary = element('summary', {}, options.strings.more(more.length, heading));
  return element('details', {}, summary, ...more.map((quote) => quoteFigure(quote, options)));
}

function nearest({ says, quote }: NonNullable<ReplySection['nearest']>, options: RenderOptions): HTMLElement {
  return element(
    'div',
    { class: 'nearest' },
    element('p', { class: 'nearest-label' }, says),
    quoteFigure(quote, options),
  );
}

// The guillemets around a quote come from the style sheet: what is in the element is the document's text and no more.
function quoteFigure(quote: ReplyQuote, options: RenderOptions): HTMLElement {
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
      citation(quote.citation, quote.source, options),
      ...quote.warnings.map((warning) => element('p', { class: 'warning' }, warning)),
    ),
  );
}

function citation(cited: Citation, text: string, options: RenderOptions): HTMLElement {
  const number = element('span', { class: 'number' }, `[${cited.number}]`);
  const source = element('span', { class: 'source' }, text);
  const address = sameOrigin(cited.viewer, options.origin);
  if (address === null) return element('p', { class: 'citation' }, number, ' ', source);
  const newTab = element('span', { class: 'visually-hidden' }, ` (${options.strings.opensInNewTab})`);
  const link = element('a', { href: address, target: '_blank', rel: 'noopener' }, number, ' ', source, newTab);
  return element('p', { class: 'citation' }, link);
}

/** The address as a whole when it leads to the given origin, otherwise null. */
export function sameOrigin(address: string, origin: string): string | null {
  if (!URL.canParse(address, origin)) return null;
  const url = new URL(address, origin);
  return url.origin === origin && url.protocol.startsWith('http') ? url.href : null;
}

function suggestionList(reply: Reply, options: RenderOptions): HTMLElement {
  const items = reply.suggestions.map((question) => {
    const button = element('button', { type: 'button' }, question);
    button.addEventListener('click', () => options.onSuggestion(question));
    return element('li', {}, button);
  });
  return element('ul', { class: 'suggestions', 'aria-label': options.strings.suggestions }, ...items);
}
