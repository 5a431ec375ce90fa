import { element } from './element.js';
import { excerptParagraphs, excerptPath, readExcerpt, type Excerpt } from './excerpt.js';
import { icon } from './icon.js';
import { inBase } from './in-base.js';
import type { PreviewedSource } from './quote.js';
import { request, type Endpoint } from './request.js';
import { showEnd } from './scroll.js';
import type { Sheet } from './sheet.js';
import type { Strings } from './strings.js';
import { says, type Words } from './words.js';

export interface PreviewOptions {
  readonly words: Words;
  readonly sheet: Sheet;
  readonly base: string;
  readonly fetch: Endpoint['fetch'];
  readonly announce: (text: string) => void;
}

/** Shows the paragraph around a quote, with the quote marked and links to its document. */
export function showPreview(cited: PreviewedSource, from: HTMLElement, options: PreviewOptions): void {
  const { words, sheet, announce } = options;
  const text = element('div', { class: 'excerpt' });
  text.append(says(words, element('p', { class: 'hint' }), (strings) => strings.preview.loading));
  sheet.open({ heading: (strings) => strings.preview.heading, body: [text], foot: links(cited, options), from });
  void fill();

  async function fill(): Promise<void> {
    const excerpt = await fetchExcerpt(cited, options);
    if (!text.isConnected) return;
    if (excerpt !== null) {
      text.replaceChildren(...shown(excerpt, cited));
      const mark = [...text.querySelectorAll('mark')].at(-1);
      if (mark !== undefined) showEnd(mark);
    } else {
      text.replaceChildren(says(words, element('p', { class: 'failure' }), (strings) => strings.preview.failed));
      announce(words.now().preview.failed);
    }
  }
}

/** Null also when the document has changed since the answer: its place would mark other words as the quote. */
async function fetchExcerpt(
  { citation, text }: PreviewedSource,
  { base, fetch }: PreviewOptions,
): Promise<Excerpt | null> {
  const path = excerptPath(citation.viewer);
  if (path === null) return null;
  const found = await request({ address: base.replace(/\/$/, ''), fetch, now: () => 0 }, path, null, null);
  const excerpt = found.ok ? readExcerpt(found.value) : null;
  return text === null || excerpt?.quote === text ? excerpt : null;
}

function shown(excerpt: Excerpt, { source, warnings }: PreviewedSource): readonly HTMLElement[] {
  const { title, party, language, section, leadIn, cutBefore, cutAfter } = excerpt;
  const path = section.filter((heading) => heading !== title && !source.includes(heading));
  const paragraphs = excerptParagraphs(excerpt).map((runs) =>
    element('p', {}, ...runs.map((run) => (run.marked ? element('mark', {}, run.text) : run.text))),
  );
  if (cutBefore) paragraphs[0]?.prepend('… ');
  if (cutAfter) paragraphs.at(-1)?.append(' …');
  return [
    element('p', { class: 'excerpt-of' }, element('strong', {}, party), ' · ', element('cite', {}, source)),
    ...warnings.map((warning) => element('p', { class: 'warning' }, warning)),
    path.length === 0 ? null : element('p', { class: 'excerpt-path', lang: language }, path.join(' › ')),
    element(
      'blockquote',
      { lang: language },
      leadIn === null ? null : element('p', { class: 'lead-in' }, leadIn),
      ...paragraphs,
    ),
  ].filter((each) => each !== null);
}

function links({ citation }: PreviewedSource, { words, base }: PreviewOptions): HTMLElement {
  const address = inBase(citation.viewer, base);
  return element(
    'p',
    { class: 'preview-links' },
    address === null ? null : outLink(address, 'primary', words, (strings) => strings.preview.source),
  );
}

function outLink(href: string, className: string, words: Words, pick: (strings: Strings) => string): HTMLAnchorElement {
  const label = says(words, element('span', {}), pick);
  const newTab = says(words, element('span', { class: 'visually-hidden' }), (all) => ` (${all.opensInNewTab})`);
  return element('a', { href, class: className, target: '_blank', rel: 'noopener' }, label, newTab, icon('out'));
}
