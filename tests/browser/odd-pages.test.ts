import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Reply } from '../../src/domain.js';
import type { Serving } from '../serve.js';
import { describeInBrowser, launch, PATIENCE, watch, type Watched } from './browser.js';
import { emptyReply, quote, section } from './sample-replies.js';
import { serveWidget } from './widget-site.js';

const welcome: Reply = { ...emptyReply, opening: ['Hei!'], suggestions: ['Noe annet?'] };
const compared: Reply = {
  ...emptyReply,
  sections: [
    section({ quotes: [quote(1, 'Eit sitat.')] }),
    section({ heading: 'Bpartiet', quotes: [quote(2, 'Eit anna.')] }),
  ],
};
const script = '<script async src="/widget.js" data-language="nb"></script>';
const plain = `<!doctype html><html lang="nb"><head><title>Avisa</title><link rel="icon" href="data:,"></head><body><h1>Avisa</h1>${script}</body></html>`;

jest.setTimeout(PATIENCE);

describeInBrowser('the widget on pages as they are found', () => {
  const others = new Map<string, string>();
  let time = 0;
  let site: Serving;
  let browser: Browser;
  let context: BrowserContext;
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    site = await serveWidget({ welcome, replyTo: () => compared, others, now: () => time });
    browser = await launch(true);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(20_000);
    watched = watch(context);
    page = await context.newPage();
  });

  afterEach(() => context.close());

  async function visit(html = plain): Promise<void> {
    others.set('/side', html);
    await page.goto(`${site.address}/side`);
    await launcher().click();
    await log().getByText('Hei!').waitFor();
  }

  const launcher = () => page.getByRole('button', { name: 'Spør partiene' });
  const log = () => page.getByRole('log');
  const inside = (selector: string, property: string) =>
    page
      .locator(`standpunkt-chat ${selector}`)
      .evaluate((found, name) => getComputedStyle(found).getPropertyValue(name), property);

  async function ask(question: string): Promise<void> {
    const before = await log().locator('.bot').count();
    await page.getByLabel('Still et spørsmål').fill(question);
    await page.keyboard.press('Enter');
    await log().locator('.bot').nth(before).waitFor();
  }

  test('takes neither colour nor direction from a page without a doctype, written from right to left', async () => {
    await visit(
      `<html dir="rtl"><style>body { background: #000; color: #fff; line-height: 3; font-size: 90px }</style>${script}`,
    );
    expect(await page.evaluate(() => document.compatMode)).toBe('BackCompat');
    await ask('alt');
    for (const property of ['color', 'line-height', 'font-size', 'direction'])
      expect([property, await inside('.comparison', property)]).toEqual([property, await inside('.panel', property)]);
    expect(await inside('.panel', 'direction')).toBe('ltr');
  });

  test('keeps what is written to itself: the shortcuts of the page do not hear it', async () => {
    await visit(
      plain.replace('<h1>', '<script>heard = []; onkeydown = onkeyup = (e) => heard.push(e.key)</script><h1>'),
    );
    await page.getByLabel('Still et spørsmål').pressSequentially('s?/');
    await page.keyboard.press('Escape');
    await page.keyboard.press('F2'); // the focus is on the button again, outside of the chat
    expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual(['Escape', 'F2', 'F2']);
  });

  test('comes back with its conversation where a page changes its body and runs the script again', async () => {
    await visit();
    await ask('alt');
    await page.evaluate(() => {
      document.body.replaceChildren();
      const again = document.createElement('script');
      again.src = '/widget.js';
      document.body.append(again);
    });
    await launcher().click();
    await log().locator('.asked').getByText('alt').waitFor();
    await ask('mer');
    expect(await log().locator('.bot').count()).toBe(3);
    expect(watched.errors).toEqual([]);
  });

  test('leaves the way back quick, and goes on there', async () => {
    const opened = page.waitForEvent('websocket');
    await visit();
    await ask('alt');
    // Not every browser keeps a page with a socket.
    const closed = (await opened).waitForEvent('close');
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
    await closed;
    const reopened = page.waitForEvent('websocket');
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await reopened;
    await page.evaluate(() => addEventListener('pageshow', ({ persisted }) => Reflect.set(window, 'kept', persisted)));
    await page.goto(`${site.address}/kilder`);
    await page.goBack({ waitUntil: 'commit' });
    await page.waitForFunction(() => Reflect.get(window, 'kept') === true);
    await ask('mer');
    expect(await log().locator('.asked').allTextContents()).toEqual(['alt', 'mer']);
    expect(await log().locator('.bot').count()).toBe(3);
  });

  test('says that the conversation has run out where the token has, and answers in a new one', async () => {
    await visit();
    await ask('alt');
    time += 31 * 60_000;
    await page.getByLabel('Still et spørsmål').fill('mer');
    await page.keyboard.press('Enter');
    await log().locator('.bot').nth(3).waitFor();
    expect(await log().getByText('Den forrige samtalen var utløpt').count()).toBe(1);
    expect(await log().locator('.asked').allTextContents()).toEqual(['alt', 'mer']);
    // The greeting of the new one offers nothing above an answer.
    expect(await log().locator('.suggestion').count()).toBe(0);
  });

  test('is a named dialog beside the page, which stays in reach, also under a preview', async () => {
    await visit();
    await ask('alt');
    const session = await context.newCDPSession(page);
    const dialogs = async () => {
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      return nodes
        .filter(({ ignored, role }) => !ignored && role?.value === 'dialog')
        .map(({ name, properties = [] }) => [
          name?.value,
          properties.some((each) => each.name === 'modal' && each.value.value === true),
        ]);
    };
    expect(await dialogs()).toEqual([['Spør partiene', false]]);
    await log().locator('a.citation').first().click();
    await page.getByRole('dialog', { name: 'Sitatet i sammenheng' }).waitFor();
    expect(await dialogs()).toEqual([
      ['Spør partiene', false],
      ['Sitatet i sammenheng', true],
    ]);
  });

  test('shows, and does not only tell, that something could not be copied or sent', async () => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.execCommand = () => false;
    });
    await visit();
    await ask('alt');
    await page.getByRole('button', { name: 'Kopier sitat 1 med kilde' }).click();
    await log().getByText('Sitatet lot seg ikke kopiere.').waitFor();
    await page.route('**/activities', (route) => route.abort(), { times: 1 });
    const like = page.getByRole('button', { name: 'Nyttig svar' });
    await like.click();
    await log().getByText('Tilbakemeldingen ble ikke sendt. Prøv igjen.').waitFor();
    await like.click();
    await page.locator('button[aria-pressed="true"]').waitFor();
    expect(await log().getByText('Tilbakemeldingen ble ikke sendt.').count()).toBe(0);
  });

  test('lasts as long as the page where storage is forbidden', async () => {
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('forbidden', 'SecurityError');
      };
      Object.defineProperty(window, 'sessionStorage', { get: refuse });
    });
    await visit();
    await ask('alt');
    await ask('mer');
    expect(await log().locator('.bot').count()).toBe(3);
    expect(watched.errors).toEqual([]);
  });
});
