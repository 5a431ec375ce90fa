import type { Citation, Reply, ReplyQuote } from '../../src/domain.js';

export const emptyReply: Reply = {
  language: 'nb',
  opening: [],
  sections: [],
  sources: [],
  closing: [],
  suggestions: [],
  text: '',
};

export function citation(number: number, viewer: string): Citation {
  return {
    number,
    party: 'a',
    document: 'a/dok',
    title: 'Et dokument',
    kind: 'web-page',
    published: 'unknown',
    language: 'nn',
    period: null,
    publisher: null,
    authorRole: null,
    adoptedBy: null,
    youthOf: null,
    labels: [],
    older: false,
    section: [],
    page: null,
    pageEnd: null,
    printedPage: null,
    also: [],
    start: 0,
    end: 1,
    url: null,
    viewer,
  };
}

export function quote(number: number, text: string, known: Partial<ReplyQuote> = {}): ReplyQuote {
  const viewer = `/kilder/a/dok?t=${number}-9#t`;
  return {
    text,
    leadIn: null,
    language: 'nn',
    source: `Kilde ${number}`,
    warnings: [],
    citation: citation(number, viewer),
    ...known,
  };
}

export function section(known: Partial<Reply['sections'][number]>): Reply['sections'][number] {
  return { party: 'a', heading: 'Apartiet', quotes: [], more: [], note: null, nearest: null, ...known };
}
