import type { Score } from './score.js';

/** In the order of the table. */
export const figureNames = [
  'items',
  'right',
  'hit@1',
  'hit@3',
  'page',
  'abstention recall',
  'false abstention',
  'wrong party',
  'verbatim',
  'quotes',
] as const;
export type FigureName = (typeof figureNames)[number];

/** Shares are 0 to 1, and null where there is nothing to share. */
export type Figures = Readonly<Record<FigureName, number | null>>;

/** These are counts, the others shares. */
const counts: ReadonlySet<FigureName> = new Set(['items', 'wrong party', 'quotes']);

export interface Breakdown {
  readonly all: Figures;
  readonly byParty: Readonly<Record<string, Figures>>;
  readonly byLanguage: Readonly<Record<string, Figures>>;
  readonly byStyle: Readonly<Record<string, Figures>>;
}

/** Share with three decimals; null when there is nothing to share. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Number((part / whole).toFixed(3));
}

export function figuresOf(scores: readonly Score[]): Figures {
  const answerable = scores.filter(({ hit3 }) => hit3 !== null);
  const unanswerable = scores.filter(({ silent }) => silent !== null);
  const of = (group: readonly Score[], holds: (score: Score) => boolean | null): number | null =>
    share(group.filter(holds).length, group.length);
  const sum = (count: (score: Score) => number): number => scores.reduce((total, each) => total + count(each), 0);
  return {
    items: scores.length,
    right: of(scores, ({ right }) => right),
    'hit@1': of(answerable, ({ hit1 }) => hit1),
    'hit@3': of(answerable, ({ hit3 }) => hit3),
    page: share(
      sum(({ rightPage }) => rightPage),
      sum(({ paged }) => paged),
    ),
    'abstention recall': of(unanswerable, ({ silent }) => silent),
    'false abstention': of(answerable, ({ falselySilent }) => falselySilent),
    'wrong party': sum(({ wrongParty }) => wrongParty),
    verbatim: share(
      sum(({ verbatim }) => verbatim),
      sum(({ quotes }) => quotes),
    ),
    quotes: sum(({ quotes }) => quotes),
  };
}

export function breakDown(scores: readonly Score[]): Breakdown {
  const by = (of: (score: Score) => string): Readonly<Record<string, Figures>> => {
    const names = [...new Set(scores.map(of))].toSorted();
    return Object.fromEntries(names.map((name) => [name, figuresOf(scores.filter((each) => of(each) === name))]));
  };
  return {
    all: figuresOf(scores),
    byParty: by(({ party }) => party),
    byLanguage: by(({ language }) => language),
    byStyle: by(({ style }) => style),
  };
}

/** Figures as a person reads them, in the order of `figureNames`: counts as they are, shares in percent. */
export function printFigures(figures: Figures): readonly string[] {
  return figureNames.map((name) => {
    const figure = figures[name];
    return counts.has(name) ? String(figure ?? 0) : percent(figure);
  });
}

/** 0.8125 → "81.3"; a dash for null. */
export function percent(part: number | null): string {
  return part === null ? '–' : (100 * part).toFixed(1);
}
