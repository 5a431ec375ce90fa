import type { Document, Span } from '../domain.js';
import { canMark, documentBody, pageOf } from './document-body.js';
import { markup, type Html } from './escape-html.js';
import { jumpBar } from './jump.js';
import { originalLink, outsideLink } from './links.js';
import { homeLink, page } from './page.js';
import { pageNumbers } from './sheets.js';
import type { Library } from './sources.js';
import {
  dateInWords,
  kindInWords,
  pageCountInWords,
  pageInWords,
  periodInWords,
  roleInWords,
  warningsInWords,
} from './words.js';

/** One document with what is known of it; `cited` is marked when it is a slice of the text and ignored otherwise. */
export function sourcePage(document: Document, cited: Span | null, library: Library): string {
  const markable = cited !== null && canMark(document, cited) ? cited : null;
  const party = library.parties.get(document.party)?.name.nb ?? document.party;
  const warnings = warningsInWords(document, library.parties, library.currentYear);
  return page({
    title: `${document.title} – ${party}`,
    current: null,
    operator: library.operator,
    head: null,
    brand: homeLink,
    main: markup`<p class="back"><a href="/kilder">Alle kilder</a></p>
<div class="document-header">
<p class="party-name">${party}</p>
<h1 lang="${document.language}">${document.title}</h1>
<dl class="facts">
${facts(document, library.currentYear)}
</dl>
${warnings.map((warning) => markup`<p class="warning">${warning}</p>`)}
${markable === null ? null : citedNote(document, pageOf(document, markable))}
</div>
${jumpBar(document)}
<article class="document" lang="${document.language}" aria-label="Dokumentets tekst">
${documentBody(document, markable)}
</article>
<p class="back"><a href="/kilder">Alle kilder</a></p>`,
  });
}

function citedNote(document: Document, onPage: number | null): Html {
  const original = document.url === null ? null : originalLink(document.url, onPage);
  const where = onPage === null ? null : markup`${pageInWords(onPage, document.printedPages[onPage] ?? null)}. `;
  return markup`<p class="cited-note">Sitatet er merket i teksten. <a href="#t">Gå til sitatet</a></p>
${where === null && original === null ? null : markup`<p class="cited-place">${where}${original}</p>`}`;
}

function facts(document: Document, currentYear: number): readonly Html[] {
  const pages = pageNumbers(document).length;
  const rows: (readonly [name: string, value: string | Html | null])[] = [
    ['Type', kindInWords(document.kind)],
    ['Publisert', dateInWords(document.published)],
    ['Periode', document.period && periodInWords(document.period, currentYear)],
    ['Utgitt av', document.publisher],
    ['Forfatterens rolle', document.authorRole && roleInWords(document.authorRole)],
    ['Vedtatt av', document.adoptedBy],
    ['Omfang', pages === 0 ? null : pageCountInWords(pages)],
    [
      'Original',
      document.url === null ? null : outsideLink(document.url, (host, isPdf) => (isPdf ? `${host} (PDF)` : host)),
    ],
  ];
  return rows
    .filter(([, value]) => value !== null)
    .map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`);
}
