import type { Document, Party } from '../domain.js';
import { markup, type Html } from './escape-html.js';
import { outsideLink, viewerPath } from './links.js';
import { type Operator, homeLink, page } from './page.js';
import { pageNumbers } from './sheets.js';
import { dateInWords, kindInWords, pageCountInWords, periodInWords, warningsInWords } from './words.js';

export interface Library {
  readonly parties: ReadonlyMap<string, Party>;
  /** By document id. */
  readonly documents: ReadonlyMap<string, Document>;
  readonly currentYear: number;
  readonly operator: Operator;
}

/** Parties with documents that fit on a screen or two; more than these get a list of links at the top. */
const fewParties = 6;

/** The list of everything that can be quoted, by party in alphabetical order; parties without a document last, by name. */
export function sourcesPage(library: Library): string {
  const byName = new Intl.Collator('nb').compare;
  const documents = [...library.documents.values()];
  const speaking = new Set(documents.map((document) => document.party));
  const named = [...speaking].map((party) => ({
    party,
    name: library.parties.get(party)?.name.nb ?? party,
    documents: documents.filter((document) => document.party === party),
  }));
  named.sort((a, b) => byName(a.name, b.name));
  const silent = [...library.parties.values()].filter((party) => !speaking.has(party.id)).map((party) => party.name.nb);
  return page({
    title: 'Kilder',
    current: '/kilder',
    operator: library.operator,
    head: null,
    brand: homeLink,
    main: markup`<h1>Kilder</h1>
<p class="lede">Alt som kan siteres, står i disse dokumentene. Det som ikke står her, svarer vi ikke på.</p>
${named.length > fewParties ? partyList(named) : null}
${named.map((group) => partySection(group.party, group.name, group.documents, library))}
${silent.length === 0 ? null : silentSection(silent.toSorted(byName))}`,
  });
}

function partyList(parties: readonly { readonly party: string; readonly name: string }[]): Html {
  return markup`<nav class="party-list" aria-label="Partier med dokumenter">
<ul>
${parties.map(({ party, name }) => markup`<li><a href="#parti-${party}">${name}</a></li>\n`)}</ul>
</nav>`;
}

function partySection(party: string, name: string, documents: readonly Document[], library: Library): Html {
  return markup`<section class="party" aria-labelledby="parti-${party}">
<h2 id="parti-${party}">${name}</h2>
<ul class="documents">
${documents.toSorted(newestFirst).map((document) => documentEntry(document, library))}
</ul>
</section>`;
}

function documentEntry(document: Document, library: Library): Html {
  const warnings = warningsInWords(document, library.parties, library.currentYear);
  return markup`<li class="document-entry">
<h3><a href="${viewerPath(document)}" lang="${document.language}">${document.title}</a></h3>
<p class="facts-line">${documentFacts(document, library.currentYear)}</p>
${warnings.map((warning) => markup`<p class="warning">${warning}</p>`)}
${document.url === null ? null : markup`<p class="original">${outsideLink(document.url, (host, isPdf) => `Originalen på ${host}${isPdf ? ' (PDF)' : ''}`)}</p>`}
</li>`;
}

function documentFacts(document: Document, currentYear: number): string {
  const facts = [kindInWords(document.kind), dateInWords(document.published)];
  const pages = pageNumbers(document).length;
  if (pages > 0) facts.push(pageCountInWords(pages));
  if (document.period) facts.push(`gjelder ${periodInWords(document.period, currentYear)}`);
  if (document.publisher !== null) facts.push(`utgitt av ${document.publisher}`);
  if (document.adoptedBy !== null) facts.push(`vedtatt av ${document.adoptedBy}`);
  return facts.join(' · ');
}

function silentSection(names: readonly string[]): Html {
  return markup`<section class="party" aria-labelledby="uten-dokumenter">
<h2 id="uten-dokumenter">Partier uten dokumenter</h2>
<p>Vi har ennå ingen dokumenter fra disse. Det sier ingenting om hva de mener: ${names.join(', ')}.</p>
</section>`;
}

function newestFirst(a: Document, b: Document): number {
  const dateOf = (document: Document): string => (document.published === 'unknown' ? '' : document.published);
  return dateOf(b).localeCompare(dateOf(a)) || a.title.localeCompare(b.title, 'nb');
}
