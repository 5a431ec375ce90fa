import { score } from '../../src/cli/score.js';
import { answer, body, gold, position } from './gold-fixture.js';

const documents = new Map([['frp/p', { body }]]);
const buss = 'Vi vil ha gratis buss.';
const tog = 'Vi vil ha billig tog i hele landet.';

test('the first quote and the first three are told apart', () => {
  const second = score(gold(), answer([position('frp', [{ text: tog }, { text: buss }])]), documents);
  expect(second).toMatchObject({ right: true, hit1: false, hit3: true, failure: null });
  const none = score(gold(), answer([position('frp', [{ text: tog }])]), documents);
  expect(none).toMatchObject({ right: false, hit3: false, falselySilent: false, failure: 'missed the quote' });
  const silent = score(gold(), answer([position('frp', [])]), documents);
  expect(silent).toMatchObject({ right: false, falselySilent: true, failure: 'silent' });
});

test.each([
  [7, null, { paged: 1, rightPage: 1 }],
  [6, 7, { paged: 1, rightPage: 1 }],
  [8, null, { paged: 1, rightPage: 0 }],
  [null, null, { paged: 1, rightPage: 0 }],
])('a hit cited with page %s to %s counts for page 7 as %j', (page, pageEnd, figures) => {
  expect(score(gold(), answer([position('frp', [{ text: buss, page, pageEnd }])]), documents)).toMatchObject(figures);
});

test('the page counts neither for a miss nor where no gold page is known', () => {
  const missed = score(gold(), answer([position('frp', [{ text: tog, page: 7 }])]), documents);
  expect(missed).toMatchObject({ paged: 0, rightPage: 0 });
  const unpaged = gold({ gold: [{ page: null, quote: buss }] });
  const hit = score(unpaged, answer([position('frp', [{ text: buss, page: 7 }])]), documents);
  expect(hit).toMatchObject({ hit1: true, paged: 0, rightPage: 0 });
});

test('the page of the quote that is hit counts, not that of another one', () => {
  const two = gold({
    gold: [
      { page: 7, quote: buss },
      { page: 9, quote: tog },
    ],
  });
  const said = answer([position('frp', [{ text: tog, page: 7 }])]);
  expect(score(two, said, documents)).toMatchObject({ hit1: true, paged: 1, rightPage: 0 });
});

test('a quote is verbatim when its document has it at the place that is cited', () => {
  const shown = [{ text: buss }, { text: buss, start: 1 }, { text: 'Vi vil ha gratis tog.', start: 0 }];
  expect(score(gold(), answer([position('frp', shown)]), documents)).toMatchObject({ quotes: 3, verbatim: 1 });
  expect(score(gold(), answer([position('frp', shown)]), new Map())).toMatchObject({ quotes: 3, verbatim: 0 });
});

test('quotes of a party that was not asked about make an answer wrong, and are named', () => {
  const both = answer([position('frp', [{ text: buss }]), position('ap', [{ text: tog }])]);
  expect(score(gold(), both, documents)).toMatchObject({
    right: false,
    hit3: true,
    wrongParty: 1,
    failure: 'quotes of ap',
  });
});

test('silence is right where nothing answers', () => {
  const nothing = gold({ expect: 'abstain', gold: [] });
  expect(score(nothing, answer([position('frp', [])]), documents)).toMatchObject({ right: true, silent: true });
  const said = score(nothing, answer([position('frp', [{ text: buss }])]), documents);
  expect(said).toMatchObject({ right: false, silent: false, failure: 'answered what is not there' });
});

test('an item belongs to the party it asks about', () => {
  const partyOf = (parties: readonly string[]): string =>
    score({ ...gold({ parties: [...parties] }), party: undefined }, answer([]), documents).party;
  expect([partyOf([]), partyOf(['ap']), partyOf(['ap', 'frp'])]).toEqual(['nobody', 'ap', 'several']);
});
