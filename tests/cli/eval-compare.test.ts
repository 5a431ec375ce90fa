import { compare } from '../../src/cli/eval-compare.js';
import { breakDown, figuresOf, printFigures } from '../../src/cli/eval-figures.js';
import { gold, score } from './gold-fixture.js';

test('twins are compared pair by pair, and only where both are asked', () => {
  const right = score();
  const wrong = score({ right: false, hit1: false, hit3: false });
  const comparisons = compare([
    { item: gold({ id: 'a' }), score: right },
    { item: gold({ id: 'a-nn', twin: 'a' }), score: wrong },
    { item: gold({ id: 'b' }), score: right },
    { item: gold({ id: 'b-nn', twin: 'b' }), score: right },
    { item: gold({ id: 'c' }), score: wrong },
    { item: gold({ id: 'd-nn', twin: 'd' }), score: wrong },
  ]);
  expect(comparisons.map(({ name }) => name)).toEqual(['twins, right', 'twins, hit@3']);
  expect(comparisons[0]).toEqual({
    name: 'twins, right',
    left: { label: 'bokmål', items: 2, share: 1 },
    right: { label: 'nynorsk', items: 2, share: 0.5 },
    points: -50,
  });
});

test('other words are compared with the programme’s own over what can be answered', () => {
  const miss = score({ hit1: false, hit3: false });
  const second = score({ hit1: false });
  const silent = score({ hit1: null, hit3: null, silent: true });
  const comparisons = compare([
    ...[score(), second, silent].map((each) => ({ item: gold({ style: 'overlap' }), score: each })),
    ...[second, miss].map((each) => ({ item: gold({ style: 'paraphrase' }), score: each })),
  ]);
  expect(comparisons.map(({ name, points }) => [name, points])).toEqual([
    ['styles, hit@1', -50],
    ['styles, hit@3', -50],
  ]);
  expect(comparisons[0]?.left.items).toBe(2);
});

test('figures share what there is to share', () => {
  const scores = [
    score({ paged: 1, rightPage: 1, quotes: 3, verbatim: 3 }),
    score({ hit1: false, paged: 1, quotes: 1, verbatim: 0 }),
    score({ right: false, hit1: false, hit3: false, falselySilent: true, quotes: 0, verbatim: 0 }),
    score({ right: false, hit1: null, hit3: null, silent: false, wrongParty: 1, quotes: 0, verbatim: 0 }),
  ];
  expect(figuresOf(scores)).toEqual({
    items: 4,
    right: 0.5,
    'hit@1': 0.333,
    'hit@3': 0.667,
    page: 0.5,
    'abstention recall': 0,
    'false abstention': 0.333,
    'wrong party': 1,
    verbatim: 0.75,
    quotes: 4,
  });
  expect(printFigures(figuresOf([])).join(' ')).toBe('0 – – – – – – 0 – 0');
});

test('items are broken down by party, language and style', () => {
  const all = breakDown([score({ party: 'ap' }), score({ language: 'nn', right: false }), score({ style: 'typo' })]);
  expect(Object.keys(all.byParty)).toEqual(['ap', 'frp']);
  expect(all.byLanguage['nn']?.right).toBe(0);
  expect(all.byStyle['overlap']?.items).toBe(2);
});
