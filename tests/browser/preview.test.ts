import type { Browser, Page } from 'playwright-core';
import { document as documentOf } from '../pages/sample.js';
import type { Serving } from '../serve.js';
import { describeInBrowser, launch, PATIENCE } from './browser.js';
import { citation, emptyReply, quote, section } from './sample-replies.js';
import { serveWidget } from './widget-site.js';

const chapter = documentOf([
  ['heading', 'Et kapittel'],
  ['paragraph', 'Før. Eit sitat. Etter det kjem meir tekst.'],
]);
const start = chapter.body.indexOf('Eit sitat.');
const at = (number: number) => citation(number, `/kilder/a/dok?t=${start}-${start + 'Eit sitat.'.length}#t`);
const warnings = ['Utkast til program, ikke vedtatt av partiet.', 'Eldre dokument, fra 2019.'];

jest.setTimeout(PATIENCE);

describeInBrowser('the preview of a citation', () => {
  let site: Serving;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const quotes = [
      quote(1, 'Eit sitat.', { source: 'Et dokument, avisa.no, 2021, side 3 i PDF-en', warnings, citation: at(1) }),
      quote(2, 'Som det stod før.', { citation: at(2) }),
    ];
    const reply = { ...emptyReply, sections: [section({ quotes })] };
    site = await serveWidget({ welcome: emptyReply, replyTo: () => reply, documents: [chapter] });
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  beforeEach(async () => {
    page = await browser.newPage();
    await page.goto(site.address);
    await page.getByRole('textbox').fill('spørsmål');
    await page.keyboard.press('Enter');
  });
  afterEach(() => page.close());

  const open = async (number: number): Promise<string> => {
    await page
      .locator('a.citation')
      .nth(number - 1)
      .click();
    const preview = page.getByRole('dialog', { name: 'Sitatet i sammenheng' });
    await preview.locator('mark, .failure').first().waitFor();
    return (await preview.textContent()) ?? '';
  };

  test('says of the quote what the answer says: where it is from, and that it is a draft', async () => {
    const text = await open(1);
    for (const said of ['Et dokument, avisa.no, 2021, side 3 i PDF-en', ...warnings]) expect(text).toContain(said);
    expect(await page.locator('mark').allTextContents()).toEqual(['Eit sitat.']);
  });

  test('marks nothing in a document that has changed since the answer', async () => {
    expect(await open(2)).toContain('Avsnittet lot seg ikke hente. Åpne kilden i stedet.');
    expect(await page.locator('mark').count()).toBe(0);
  });
});
