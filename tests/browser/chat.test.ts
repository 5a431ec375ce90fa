import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Reply } from '../../src/domain.js';
import type { Serving } from '../serve.js';
import { describeInBrowser, launch, PATIENCE, watch, type Watched } from './browser.js';
import { citation, emptyReply, quote, section } from './sample-replies.js';
import { serveWidget } from './widget-site.js';

const hostile =
  '"><img src="https://evil.example/x" onerror="alert(1)"><script>alert(2)</script>&lt;b&gt; <!channel> [x](y)';

const welcome: Reply = {
  ...emptyReply,
  opening: ['Hei! Dette er en automatisk tjeneste.'],
  suggestions: ['Hva mener Apartiet om skole?', 'Hva mener Apartiet om vei?'],
};

const replies: Readonly<Record<string, Reply>> = {
  alt: {
    ...emptyReply,
    opening: ['Forstått som: alt'],
    sections: [
      section({
        quotes: [quote(1, 'Eit sitat.', { leadIn: 'Partiet vil:', warnings: ['Utkast, ikke vedtatt.'] })],
        more: [quote(2, 'Enda eit sitat.')],
      }),
      section({
        heading: 'Bpartiet',
        note: 'Ikke omtalt.',
        nearest: { says: 'Ikkje eit svar:', quote: quote(3, 'Noko anna.') },
      }),
    ],
    closing: ['Det var alt.'],
  },
  ondt: {
    ...emptyReply,
    opening: [hostile],
    sections: [
      section({
        heading: hostile,
        note: hostile,
        quotes: [
          quote(1, hostile, {
            leadIn: hostile,
            source: hostile,
            warnings: [hostile],
            citation: citation(1, '/script'),
          }),
          quote(2, 'x', { citation: citation(2, '/elsewhere') }),
        ],
      }),
    ],
    closing: [hostile],
    suggestions: [hostile],
  },
  langt: { ...emptyReply, sections: [section({ quotes: [quote(1, 'å'.repeat(300))] })] },
  tomt: { ...emptyReply, opening: ['Bare et svar.'] },
};

jest.setTimeout(PATIENCE);

describeInBrowser('the chat', () => {
  let site: Serving;
  let browser: Browser;
  let context: BrowserContext;
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    site = await serveWidget({
      welcome,
      replyTo: (question) => replies[question] ?? { ...emptyReply, opening: [`Svar: ${question}`] },
    });
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    watched = watch(context);
    context.setDefaultTimeout(20_000);
    page = await context.newPage();
    await page.goto(site.address);
    await page.getByRole('button', { name: 'Hva mener Apartiet om skole?' }).waitFor();
  });

  afterEach(() => context.close());

  const input = () => page.getByLabel('Still et spørsmål');
  const log = () => page.getByRole('log');
  const inputHasFocus = () => input().evaluate((element) => element.matches(':focus'));

  async function ask(question: string): Promise<void> {
    const before = await log().locator('.bot').count();
    await input().fill(question);
    await input().press('Enter');
    await log().locator('.bot').nth(before).waitFor();
  }

  async function rewriteReplies(rewrite: (body: string) => string): Promise<void> {
    // Without a stream all of them come as answers to requests.
    await page.addInitScript(() => Reflect.deleteProperty(window, 'WebSocket'));
    await page.goto(site.address);
    await page.getByRole('button', { name: 'Hva mener Apartiet om skole?' }).waitFor();
    await page.route('**/activities?*', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: rewrite(await response.text()) });
    });
  }

  test('keeps our words, the quotes and what is not an answer apart', async () => {
    await ask('alt');
    const [first, further, near] = await log().locator('figure').all();
    expect(await first?.locator('blockquote').getAttribute('lang')).toBe('nn');
    expect(await first?.locator('blockquote p').allTextContents()).toEqual(['Partiet vil:', 'Eit sitat.']);
    expect(await first?.locator('figcaption').textContent()).toContain('Utkast, ikke vedtatt.');
    const link = first?.getByRole('link');
    expect(await link?.textContent()).toBe('1 Kilde 1');
    expect(await link?.getAttribute('href')).toBe(`${site.address}/kilder/a/dok?t=1-9#t`);
    expect(await link?.getAttribute('rel')).toBe('noopener');

    expect(await further?.isVisible()).toBe(false);
    await page.getByText('Vis ett sitat til fra Apartiet').click();
    expect(await further?.isVisible()).toBe(true);

    const aside = log().locator('.nearest');
    expect(await aside.locator('p').first().textContent()).toBe('Ikkje eit svar:');
    expect(await aside.locator('figure').count()).toBe(1);
    expect(await near?.locator('.quoted').textContent()).toBe('Noko anna.');
    expect(await page.getByRole('rowheader').allTextContents()).toEqual(['Apartiet', 'Bpartiet']);
    expect(watched.errors).toEqual([]);
  });

  test('shows hostile text as text, and makes no link out of the site', async () => {
    page.on('dialog', (dialog) => {
      throw new Error(`a dialog opened: ${dialog.message()}`);
    });
    // The server lets no such address out; the chat does not rely on that.
    await rewriteReplies((body) =>
      body.replaceAll('"/script"', '"javascript:alert(3)"').replaceAll('"/elsewhere"', '"https://evil.example/"'),
    );
    await ask(hostile);
    await ask('ondt');
    const answer = log().locator('.bot').last();
    expect(await log().locator('.asked').first().textContent()).toBe(hostile);
    expect(await answer.locator('.quoted').first().textContent()).toBe(hostile);
    expect(await answer.locator('h3').textContent()).toBe(hostile);
    expect(await answer.locator('.suggestion').textContent()).toBe(hostile);
    expect(await answer.locator('.citation').allTextContents()).toEqual([`1 ${hostile}`, '2 Kilde 2']);
    expect(await log().locator('img, script, a').count()).toBe(0);
    expect([...watched.origins]).toEqual([site.address]);
    expect(watched.errors).toEqual([]);
  });

  test('is used with the keyboard alone, and the focus stays in the input', async () => {
    const suggestion = page.getByRole('button', { name: 'Hva mener Apartiet om vei?' });
    for (let presses = 0; presses < 10; presses += 1) {
      await page.keyboard.press('Tab');
      if (await suggestion.evaluate((element) => element.matches(':focus'))) break;
    }
    expect(await suggestion.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
    await page.keyboard.press('Enter');
    await log().getByText('Svar: Hva mener Apartiet om vei?').waitFor();
    expect(await inputHasFocus()).toBe(true);
    expect(await suggestion.count()).toBe(0);

    await page.keyboard.type('linje én');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('linje to');
    await page.keyboard.press('Enter');
    await log().getByText('Svar: linje én').waitFor();
    expect(await log().locator('.asked').last().textContent()).toBe('linje én\nlinje to');
    expect(await input().inputValue()).toBe('');
    expect(await inputHasFocus()).toBe(true);
  });

  test('asks for a question when there is none, and takes no more than the server reads', async () => {
    await input().fill('  ');
    await input().press('Enter');
    await page.getByRole('status').getByText('Skriv et spørsmål først.').waitFor();
    expect(await log().locator('.asked').count()).toBe(0);
    expect(await input().getAttribute('maxlength')).toBe('2000');
  });

  test('offers to send again what could not be sent, and asks it once', async () => {
    await page.route('**/activities', (route) => route.abort());
    await input().fill('tomt');
    await input().press('Enter');
    await log().getByText('Ikke sendt: fikk ikke kontakt med tjenesten.').waitFor();
    await page.unroute('**/activities');
    await page.getByRole('button', { name: 'Prøv igjen' }).click();
    await log().getByText('Bare et svar.').waitFor();
    expect(await log().locator('.asked').allTextContents()).toEqual(['tomt']);
    expect(await log().getByText('Ikke sendt').count()).toBe(0);
    expect(await inputHasFocus()).toBe(true);
  });

  test('says what it does while it waits', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/activities', async (route) => {
      await held;
      await route.continue();
    });
    await input().fill('tomt');
    await input().press('Enter');
    await log().getByText('Sender …').waitFor();
    release();
    await log().getByText('Bare et svar.').waitFor();
    expect(await page.getByText('Sender …').count()).toBe(0);
    expect(await log().locator('.typing').count()).toBe(0);
  });

  test('starts another conversation when the server has forgotten this one, and says so', async () => {
    const forgotten = { status: 404, json: {} };
    await page.route('**/activities', (route) => route.fulfill(forgotten), { times: 1 });
    await page.route(/\/conversations\/[^/]+$/, (route) => route.fulfill(forgotten), { times: 1 });
    await ask('tomt');
    await log().getByText('Bare et svar.').waitFor();
    await log().getByText('Den forrige samtalen var utløpt').waitFor();
    expect(await log().locator('.asked').count()).toBe(1);
  });

  test('is answered over a socket where there is one', async () => {
    const fresh = await context.newPage();
    const frames: string[] = [];
    const asked: string[] = [];
    fresh.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))));
    fresh.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
    const opened = fresh.waitForEvent('websocket');
    await fresh.goto(site.address);
    await opened;
    await fresh.getByRole('button', { name: 'Hva mener Apartiet om skole?' }).click();
    await fresh.getByRole('log').getByText('Svar: Hva mener Apartiet om skole?').waitFor();
    expect(frames.join()).toContain('Svar: Hva mener Apartiet om skole?');
    expect(asked.filter((each) => /GET .*activities/.test(each)).length).toBeLessThanOrEqual(1);
  });

  test('is answered by polling where sockets are cut', async () => {
    const fresh = await context.newPage();
    let cut = 0;
    await fresh.routeWebSocket(/stream/, (socket) => {
      cut += 1;
      void socket.close();
    });
    await fresh.goto(site.address);
    for (const question of ['én', 'to', 'tre']) {
      await fresh.getByLabel('Still et spørsmål').fill(question);
      await fresh.keyboard.press('Enter');
      await fresh.getByRole('log').getByText(`Svar: ${question}`).waitFor();
    }
    expect(cut).toBeGreaterThan(0);
    expect(cut).toBeLessThanOrEqual(3);
  });

  test('can be opened again where the service could not be reached at first', async () => {
    const late = await context.newPage();
    await late.route('**/tokens/generate', (route) => route.fulfill({ status: 403, json: {} }), { times: 1 });
    await late.goto(site.address);
    await late.locator('.notices').getByText('Tjenesten kunne ikke starte en samtale.').waitFor();
    await late.getByRole('button', { name: 'Prøv igjen' }).click();
    await late.getByRole('log').getByText('Hei! Dette er en automatisk tjeneste.').waitFor();
    expect(await late.locator('.notices').textContent()).toBe('');
    // The button is gone; the focus is not.
    expect(await late.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.localName)).toBe('textarea');
  });

  test('shows the text where it does not know the shape of the reply', async () => {
    await rewriteReplies((body) => body.replaceAll('"more":', '"fewer":'));
    await ask('alt');
    expect(await log().locator('.bot').last().textContent()).toContain('Eit sitat.');
    expect(await log().locator('figure').count()).toBe(0);
  });

  test.each([
    [360, 740],
    [1280, 800],
  ])('a word without end does not make the page wider: %d by %d', async (width, height) => {
    await page.setViewportSize({ width, height });
    await ask('langt');
    await ask('w'.repeat(300));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
});
