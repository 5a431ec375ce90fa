import type { Gold } from '../../src/cli/eval-gold.js';
import type { Score } from '../../src/cli/score.js';
import type { Answer, Position } from '../../src/domain.js';

export const body = 'Vi vil ha gratis buss. Vi vil ha billig tog i hele landet.';

/** A gold item about Frp that a quote answers. */
export function gold(more: Partial<Gold> = {}): Gold {
  return {
    id: 'q',
    lang: 'nb',
    question: 'Hva mener Frp om buss?',
    party: 'frp',
    parties: [],
    expect: 'answer',
    gold: [{ page: 7, quote: 'Vi vil ha gratis buss.' }],
    also: [],
    must_not_parties: [],
    ...more,
  };
}

export function score(more: Partial<Score> = {}): Score {
  return {
    id: 'q',
    party: 'frp',
    language: 'nb',
    style: 'overlap',
    right: true,
    hit1: true,
    hit3: true,
    silent: null,
    falselySilent: false,
    paged: 0,
    rightPage: 0,
    wrongParty: 0,
    quotes: 1,
    verbatim: 1,
    failure: null,
    ...more,
  };
}

interface Shown {
  readonly text: string;
  readonly page?: number | null;
  readonly pageEnd?: number | null;
  /** Offset in `body`; where the text stands there, when it is not said. */
  readonly start?: number;
}

/** A party that shows these quotes, or nothing. */
export function position(party: string, quotes: readonly Shown[]): Position {
  return {
    party: { id: party, name: party },
    status: quotes.length > 0 ? 'found' : 'not-mentioned',
    quotes: quotes.map(({ text, page = null, pageEnd = null, start = body.indexOf(text) }) => ({
      text,
      leadIn: null,
      citation: {
        number: 1,
        party,
        document: `${party}/p`,
        title: 'P',
        kind: 'programme',
        published: '2025',
        language: 'nb',
        period: null,
        publisher: null,
        authorRole: null,
        adoptedBy: null,
        youthOf: null,
        labels: [],
        older: false,
        section: [],
        page,
        pageEnd,
        printedPage: null,
        start,
        end: start + text.length,
        url: null,
        viewer: '',
        also: [],
      },
    })),
    nearest: null,
  };
}

export function answer(positions: readonly Position[]): Answer {
  return {
    kind: 'positions',
    language: 'nb',
    question: { text: '', resolved: '', topic: '', parties: [] },
    positions,
    detail: {
      kind: 'positions',
      scope: 'named',
      focus: 'stand',
      brief: false,
      youth: [],
      searched: {},
      repeated: [],
      refused: null,
    },
    suggestions: [],
  };
}
