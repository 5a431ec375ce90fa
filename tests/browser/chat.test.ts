import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Citation, Reply, ReplyQuote } from '../../src/domain.js';
import type { Serving } from '../serve.js';
import { describeInBrowser, launch, PATIENCE, watch, type Watched } from './browser.js';
import { emptyReply, serveWidget } from './widget-site.js';

const hostile =
  '"><img src="https://evil.example/x" onerror="alert(1)"><script>alert(2)</script>&lt;b&gt; <!channel> [x](y)';

function citation(number: number, viewer: string): Citation {
  return {
    number,
    party: 'a',
    document: 'a/dok',
    title: 'Et dokument',
    kind: 'web-page',
    published: 'unknown',
    language: 'nn',
    period: null,
    publisher: null,
    authorRole: null,
    adoptedBy: null,
    youthOf: null,
    labels: [],
    older: false,
    section: [],
    page: null,
    pageEnd: null,
    printedPage: null,
    also: [],
    start: 0,
    end: 1,
    url: null,
    viewer,
  };
}

function quote(number: number, text: string, known: Partial<ReplyQuote> = {}): ReplyQuote {
  const viewer = `/kilder/a/dok?t=${number}-9#t`;
  return {
    text,
    leadIn: null,
    language: 'nn',
    source: `Kilde ${number}`,
    warnings: [],
    citation: citation(number, viewer),
    ...known,
  };
}

function section(known: Partial<Reply['sections'][number]>): Reply['sections'][number] {
  return { party: 'a', heading: 'Apartiet', quotes: [], more: [], note: null, nearest: null, ...known };
}

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
    site = await serveWidget(
      welcome,
      (question) => replies[question] ?? { ...emptyReply, opening: [`Svar: ${question}`] },
    );
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
    expect(await link?.textContent()).toBe('[1] Kilde 1 (åpnes i ny fane)');
    expect(await link?.getAttribute('href')).toBe(`${site.address}/kilder/a/dok?t=1-9#t`);
    expect(await link?.getAttribute('rel')).toBe('noopener');

    expect(await further?.isVisible()).toBe(false);
    await page.getByText('Vis ett sitat til fra Apartiet').click();
    expect(await further?.isVisible()).toBe(true);

    const aside = log().locator('.nearest');
    expect(await aside.locator('p').first().textContent()).toBe('Ikkje eit svar:');
    expect(await aside.locator('figure').count()).toBe(1);
    expect(await near?.locator('.quoted').textContent()).toBe('Noko anna.');
    expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['Apartiet', 'Bpartiet']);
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
    expect(await answer.getByRole('button').textContent()).toBe(hostile);
    expect(await answer.locator('.citation').allTextContents()).toEqual([`[1] ${hostile}`, '[2] Kilde 2']);
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
    await page.getByText('Svar: Hva mener Apartiet om vei?').waitFor();
    expect(await inputHasFocus()).toBe(true);
    expect(await suggestion.count()).toBe(0);

    await page.keyboard.type('linje én');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('linje to');
    await page.keyboard.press('Enter');
    await page.getByText('Svar: linje én').waitFor();
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
    await context.setOffline(true);
    await input().fill('tomt');
    await input().press('Enter');
    await page.getByText('Ikke sendt: fikk ikke kontakt med tjenesten.').waitFor();
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Prøv igjen' }).click();
    await page.getByText('Bare et svar.').waitFor();
    expect(await log().locator('.asked').allTextContents()).toEqual(['tomt']);
    expect(await page.getByText('Ikke sendt').count()).toBe(0);
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
    await page.getByText('Bare et svar.').waitFor();
    expect(await page.getByText('Sender …').count()).toBe(0);
    await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent === '');
  });

  test('starts another conversation when the server has forgotten this one, and says so', async () => {
    await page.route('**/activities', (route) => route.fulfill({ status: 404, json: {} }), { times: 1 });
    await ask('tomt');
    await page.getByText('Bare et svar.').waitFor();
    await page.getByText('Den forrige samtalen var utløpt').waitFor();
    expect(await log().locator('.asked').count()).toBe(1);
  });

  test('can be opened again where the service could not be reached at first', async () => {
    const late = await context.newPage();
    await late.route('**/tokens/generate', (route) => route.fulfill({ status: 403, json: {} }), { times: 1 });
    await late.goto(site.address);
    await late.getByText('Tjenesten kunne ikke starte en samtale.').waitFor();
    await late.getByRole('button', { name: 'Prøv igjen' }).click();
    await late.getByText('Hei! Dette er en automatisk tjeneste.').waitFor();
    expect(await late.getByText('kunne ikke starte').count()).toBe(0);
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
