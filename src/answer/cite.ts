import type { Citation, Document, Hit, Label, OtherPlace, Party, Passage, Place, Quote } from '../domain.js';

/** What a citation is made from besides the hit. */
export interface Library {
  readonly documents: ReadonlyMap<string, Document>;
  readonly passages: ReadonlyMap<string, { readonly passage: Passage }>;
  readonly parties: readonly Party[];
  readonly currentYear: number;
}

/** A hit → the quote as it stands in its document, with everything that says where. */
export function cite(hit: Hit, number: number, library: Library): Quote {
  const document = library.documents.get(hit.document);
  const passage = library.passages.get(hit.passage)?.passage;
  if (!document || !passage) throw new RangeError(`nothing to cite for ${hit.passage}; retrieve from the same index`);
  const units = passage.units.filter((unit) => unit.start < hit.end && hit.start < unit.end);
  const page = units[0]?.page ?? null;
  const lastPage = units.at(-1)?.pageEnd ?? units.at(-1)?.page ?? null;
  const citation: Citation = {
    ...citeDocument(document, number, library),
    section: passage.section,
    page,
    pageEnd: lastPage === page ? null : lastPage,
    printedPage: page === null ? null : (document.printedPages[page] ?? null),
    start: hit.start,
    end: hit.end,
    viewer: viewerOf(document.id, hit),
    also: hit.also.flatMap((place) => otherPlace(place, library)),
  };
  return {
    text: document.body.slice(hit.start, hit.end),
    leadIn: units[0]?.kind === 'bullet' ? passage.leadIn : null,
    citation,
  };
}

/** A whole document, as a citation that points at no slice of it. */
export function citeDocument(document: Document, number: number, library: Library): Citation {
  return {
    number,
    party: document.party,
    document: document.id,
    title: document.title,
    kind: document.kind,
    published: document.published,
    language: document.language,
    period: document.period,
    publisher: document.publisher,
    authorRole: document.authorRole,
    adoptedBy: document.adoptedBy,
    youthOf: library.parties.find((party) => party.id === document.party)?.youthOf ?? null,
    labels: labelsOf(document, library),
    older: false,
    section: [],
    page: null,
    pageEnd: null,
    printedPage: null,
    start: 0,
    end: 0,
    url: document.url,
    viewer: pageOf(document.id),
    also: [],
  };
}

function labelsOf(document: Document, { parties, currentYear }: Library): readonly Label[] {
  const labels: Label[] = [];
  if (document.kind === 'op-ed') labels.push('op-ed');
  if (document.kind === 'draft-programme') labels.push('draft');
  if (parties.find((party) => party.id === document.party)?.youthOf) labels.push('youth');
  if (document.period !== null && document.period.to < currentYear) labels.push('expired');
  return labels;
}

function otherPlace(place: Place, { documents, passages }: Library): readonly OtherPlace[] {
  const document = documents.get(place.document);
  const units = passages.get(place.passage)?.passage.units ?? [];
  const page = units.find((unit) => unit.start < place.end && place.start < unit.end)?.page ?? null;
  return document ? [{ document: document.id, title: document.title, page, viewer: viewerOf(document.id, place) }] : [];
}

/** The source page with the slice marked. */
function viewerOf(document: string, { start, end }: Place): string {
  return `${pageOf(document)}?t=${start}-${end}#t`;
}

function pageOf(document: string): string {
  return `/kilder/${document.split('/').map(encodeURIComponent).join('/')}`;
}
