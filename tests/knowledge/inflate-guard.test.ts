import { strFromU8, strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import { inflateArchive, type InflateLimits } from '../../src/knowledge/docx/inflate-guard.js';
import { UnreadableError } from '../../src/knowledge/unreadable-error.js';
import { docx, paragraph, withLyingSizes } from './fixtures-docx.js';

const everything = (): boolean => true;

/** What it says when it does not read; null when it reads. */
function refusal(bytes: Uint8Array, limits?: InflateLimits): string | null {
  try {
    inflateArchive(bytes, everything, limits);
    return null;
  } catch (error) {
    if (error instanceof UnreadableError) return `${error.message}; ${error.cure}`;
    throw error;
  }
}

test('an ordinary archive comes out as it went in', () => {
  const parts = inflateArchive(docx(paragraph('Vi vil styrke rusomsorgen.')), everything);
  expect(strFromU8(parts.get('word/document.xml') ?? new Uint8Array())).toContain('Vi vil styrke rusomsorgen.');
  expect(parts.size).toBe(8);
});

test('only what is asked for is kept, and everything is counted', () => {
  const archive = zipSync({ 'a.xml': strToU8('å'), 'b.bin': strToU8('x'.repeat(5_000)) }, { level: 0 });
  const keep = (name: string): boolean => name === 'a.xml';
  expect([...inflateArchive(archive, keep).keys()]).toEqual(['a.xml']);
  expect(() => inflateArchive(archive, keep, { inflated: 4_000, ratio: 100, entries: 10 })).toThrow(UnreadableError);
});

test('an archive whose sizes stand behind the entries is read', () => {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const name of ['en.xml', 'to.xml']) {
    const entry = new ZipDeflate(name);
    zip.add(entry);
    entry.push(strToU8(`<${name}>${'Innhold som gjentas. '.repeat(500)}`), true);
  }
  zip.end();
  const parts = inflateArchive(Buffer.concat(chunks), everything);
  expect([...parts].map(([name, bytes]) => [name, bytes.length])).toEqual([
    ['en.xml', 10_508],
    ['to.xml', 10_508],
  ]);
});

test('a bomb whose headers promise ten bytes is stopped by what comes out', () => {
  const bomb = withLyingSizes(zipSync({ 'word/document.xml': new Uint8Array(60_000_000) }), 10);
  expect(refusal(bomb)).toMatch(/^the file unpacks to more than 50 MB, .*; remove pictures/u);
});

test('a small bomb is stopped by its ratio, by the entry as well as over all of them', () => {
  expect(refusal(withLyingSizes(zipSync({ 'a.xml': new Uint8Array(300_000) }), 10))).toContain(
    '100 times its own size',
  );
  const many = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`${index}.xml`, new Uint8Array(100_000)] as const),
  );
  expect(refusal(zipSync(many))).toContain('100 times its own size');
});

test('5 000 entries are too many', () => {
  const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`word/${index}.xml`, strToU8('x')]));
  expect(refusal(zipSync(many))).toContain('more than 2000 parts');
});

test.each([0.3, 0.5, 0.7])('an archive broken off at %s of its length is damaged', (share) => {
  const whole = docx(paragraph(Array.from({ length: 2_000 }, (_, index) => `ord${index * 7919}`).join(' ')));
  expect(refusal(whole.subarray(0, whole.length * share))).toBe(
    'the file is damaged or was broken off; fetch or save it again',
  );
});

test.each([
  ['nothing', new Uint8Array()],
  ['text', strToU8('Dette er ikke et arkiv, men en helt vanlig tekst på norsk.')],
  ['a mark and rubbish', Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(5_000, 0xa7)])],
  ['zeros', new Uint8Array(100_000)],
])('%s is damaged and nothing worse', (_, bytes) => {
  expect(refusal(bytes)).toContain('damaged');
});

test('every single damaged byte gives a refusal or an archive, never another error', () => {
  const whole = docx(paragraph('Vi vil.'));
  for (let at = 0; at < whole.length; at += 7) {
    const damaged = whole.slice();
    damaged[at] = (damaged[at] ?? 0) ^ 0xff;
    expect(() => refusal(damaged)).not.toThrow();
  }
});
