import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseGold, printOf, resolveGold, textsByPrint, withTwins, type GoldLine } from '../../src/cli/eval-gold.js';
import type { Unit } from '../../src/domain.js';
import { gold } from './gold-fixture.js';

const buss = 'Vi vil ha gratis buss.';
const texts = new Map([[printOf(buss), buss]]);

function lines(...items: readonly object[]): readonly GoldLine[] {
  const complete = items.map((item, at) => ({ id: `${at}`, question: '?', party: 'frp', expect: 'answer', ...item }));
  return parseGold(complete.map((item) => JSON.stringify(item)).join('\n'), 'gold.jsonl');
}

test('a print is of letters and digits alone', () => {
  expect(printOf('Ta ﬀ\u00AD«2 G»!')).toBe(printOf('ta ff2g'));
  expect(printOf(buss)).toMatch(/^[0-9a-f]{16}$/);
  expect(printOf(buss)).not.toBe(printOf('Vi vil ha gratis bus.'));
});

test('everything that can be quoted is found by its print', () => {
  const body = `## Buss\n\n${buss} Vi vil ha tog.`;
  const unitOf = (text: string): Unit => {
    const start = body.indexOf(text);
    return { kind: 'sentence', start, end: start + text.length, page: null, pageEnd: null };
  };
  const units = [unitOf(buss), unitOf('Vi vil ha tog.')];
  const index = {
    documents: new Map([['frp/p', { body }]]),
    passages: new Map([['frp/p#9', { passage: { document: 'frp/p', units } }]]),
  };
  expect([...textsByPrint(index)]).toEqual([buss, 'Vi vil ha tog.'].map((each) => [printOf(each), each]));
});

test('prints become quotes, and quotes stay', () => {
  const [line] = lines({
    gold: [
      { page: 7, print: printOf(buss) },
      { page: 8, print: printOf('noe annet') },
    ],
    also: [{ party: 'ap', quote: 'Ja.' }],
  });
  const { items, leftOut } = resolveGold(line ? [line] : [], texts);
  expect(leftOut).toBe(0);
  expect(items[0]?.gold).toEqual([{ party: undefined, page: 7, quote: buss }]);
  expect(items[0]?.also).toEqual([{ party: 'ap', page: null, quote: 'Ja.' }]);
});

test('items about documents that are not here are left out and counted', () => {
  const all = lines(
    { gold: [{ page: 1, print: printOf('et annet program') }], party: 'ap' },
    { expect: 'abstain', party: 'ap' },
    { gold: [{ page: 1, print: printOf(buss) }] },
    { expect: 'abstain' },
    // Nobody has a document of this party anywhere: its silence can be asked for.
    { expect: 'abstain', party: 'h' },
  );
  const { items, leftOut } = resolveGold(all, texts);
  expect(items.map(({ id }) => id)).toEqual(['2', '3', '4']);
  expect(leftOut).toBe(2);
});

test('a twin is held against the quotes of the other one, where that is asked too', () => {
  const first = gold({ id: 'a', gold: [{ page: 1, quote: 'Hele sitatet.' }] });
  const twin = gold({ id: 'a-nn', twin: 'a', question: 'Kva?', gold: [{ page: 1, quote: 'Sitatet.' }] });
  expect(withTwins([first, twin])[1]).toEqual({ ...twin, gold: first.gold });
  expect(withTwins([twin])).toEqual([twin]);
});

test('a line that is no gold item is named', () => {
  expect(() => parseGold('\n{"id":"x"}', 'g.jsonl')).toThrow(/^g\.jsonl:2 is not a gold item; write id/);
  expect(() => lines({ gold: [{ print: 'xyz' }] })).toThrow(/print of 16 hex digits$/);
});

const folder = path.join(__dirname, '../gold');
const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
const read = (name: string): readonly GoldLine[] => parseGold(readFileSync(path.join(folder, name), 'utf8'), name);

test('the gold files of the project are whole', () => {
  const ids = files.flatMap(read).map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(900);
  expect(new Set(ids).size).toBe(ids.length);
});

test('what belongs to the parties stands in no gold file', () => {
  const programmes = files.filter((name) => name.startsWith('programmes-')).flatMap(read);
  const quotes = programmes.flatMap((line) => [...line.gold, ...line.also]);
  expect(quotes.length).toBeGreaterThan(1000);
  expect(quotes.filter((quote) => 'quote' in quote)).toEqual([]);
});
