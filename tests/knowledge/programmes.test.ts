import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Document, Passage } from '../../src/domain.js';
import { load } from '../../src/knowledge/load.js';
import { readApart } from '../../src/knowledge/read-apart.js';
import { split } from '../../src/knowledge/split.js';
import { detectLanguage } from '../../src/language/detect-language.js';
import { recognise } from '../../src/language/recognise.js';
import { root } from '../knowledge-fixture.js';

const folder = path.join(root, '../shared/programmes');
const here = existsSync(folder);
const reason = '../shared/programmes is not here';
// eslint-disable-next-line no-console -- a skipped check says why
if (!here) console.warn(`The programmes are not read: ${reason}.`);
const whole = here ? describe : describe.skip;

whole(`whole programmes${here ? '' : ` (${reason})`}`, () => {
  let documents: readonly Document[] = [];
  let passages: readonly Passage[] = [];

  beforeAll(async () => {
    const readFile = readApart(path.join(root, 'dist/knowledge/read-child.js'));
    const knowledge = await load({
      folder,
      fallback: path.join(root, 'knowledge'),
      readFile,
      detectLanguage,
      recognise,
    });
    expect(knowledge.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    ({ documents } = knowledge);
    passages = documents.flatMap((document) => split(document));
  }, 60_000);

  const unitsOf = ({ document, units }: Passage): readonly string[] => {
    const body = documents.find(({ id }) => id === document)?.body ?? '';
    return units.map(({ start, end }) => body.slice(start, end));
  };

  test('all of them are read', () => {
    const files = readdirSync(folder).filter((party) => existsSync(path.join(folder, party)));
    expect(documents.map(({ party }) => party)).toEqual(files.toSorted());
    for (const { body } of documents) expect(body.split(/\s+/u).length).toBeGreaterThan(20_000);
  });

  test('no passage holds a running head, a bare line number or a line of contents', () => {
    for (const { text } of passages) {
      expect(text).not.toMatch(/Program 2025-2029|RØDTS ARBEIDSPROGRAM|\.{4,}/u);
      for (const line of text.split('\n')) expect(line).not.toMatch(/^\s*\d+\s*$/u);
      expect(text).not.toMatch(/\p{Ll}\d{3,4}$/mu);
    }
  });

  test('no bullet has another glued to it', () => {
    for (const passage of passages) {
      for (const unit of unitsOf(passage)) expect(unit).not.toMatch(/\s[•●·▪]\s|^[•●·▪–]\s/u);
    }
  });

  test('each passage lies within one page or two that follow each other, in the order of the document', () => {
    for (const { units } of passages) {
      const pages = units.flatMap(({ page, pageEnd }) => [page, pageEnd]).filter((page) => page !== null);
      if (pages.length > 0) expect(Math.max(...pages) - Math.min(...pages)).toBeLessThanOrEqual(2);
      expect(pages).toEqual(pages.toSorted((a, b) => a - b));
    }
  });

  // One sample a programme of what its typesetting makes hard.
  test.each([
    [
      'frp',
      69,
      /^Vi støtter legemiddelassistert rehabilitering \(LAR\), men sier nei til heroinassistert behandling\.$/u,
    ],
    ['ap', 49, /^gjøre heroinassistert behandling til en permanent ordning i alle helseforetak$/u],
    ['ap', 52, /^prioritere å inkludere akutt tannhelsehjelp i den offentlig finansierte helsetjenesten/u],
    ['rodt', 69, /^Ha nok politiressurser på saker om vold i nære relasjoner og voldtekt .* RISK over hele landet\.$/u],
    ['mdg', null, /^[^\d].*bompenger/iu],
  ])('%s, page %s: the unit is whole and alone: %s', (party, page, pattern) => {
    const units = passages
      .filter((passage) => passage.party === party)
      .flatMap((passage) => unitsOf(passage).map((text, at) => ({ text, page: passage.units[at]?.page ?? null })));
    expect(units.filter((unit) => pattern.test(unit.text) && unit.page === page).length).toBeGreaterThan(0);
  });
});
