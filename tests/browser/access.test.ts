import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Reply } from '../../src/domain.js';
import { document as documentOf } from '../pages/sample.js';
import type { Serving } from '../serve.js';
import { describeInBrowser, launch, PATIENCE } from './browser.js';
import { citation, emptyReply, quote, section } from './sample-replies.js';
import { serveWidget } from './widget-site.js';

const welcome: Reply = {
  ...emptyReply,
  opening: ['Hei! Dette er en automatisk tjeneste.'],
  suggestions: ['Hva mener Apartiet om skole?'],
};

const chapter = documentOf([
  ['heading', 'Et kapittel'],
  ['paragraph', 'Før. Eit sitat. Etter det kjem meir tekst.'],
]);
const start = chapter.body.indexOf('Eit sitat.');
const inChapter = citation(1, `/kilder/a/dok?t=${start}-${start + 'Eit sitat.'.length}#t`);
const warned = { leadIn: 'Partiet vil:', warnings: ['Utkast, ikke vedtatt.'], citation: inChapter };
const replies: Readonly<Record<string, Reply>> = {
  svar: {
    ...emptyReply,
    opening: ['Forstått som: svar'],
    sections: [section({ quotes: [quote(1, 'Eit sitat.', warned)], more: [quote(2, 'Enda eit.')] })],
    suggestions: ['Og Bpartiet?'],
  },
  partiene: {
    ...emptyReply,
    sections: [
      section({ quotes: [quote(1, 'Eit sitat.', warned)], more: [quote(4, 'Enda eit.')] }),
      section({ party: 'b', heading: 'Bpartiet', quotes: [quote(2, 'Eit anna sitat.')] }),
      section({ party: 'c', heading: 'Cpartiet', note: 'Ikke omtalt.' }),
      section({
        party: 'd',
        heading: 'Dpartiet',
        note: 'Ikke omtalt.',
        nearest: { says: 'Det nærmeste:', quote: quote(3, 'Noko.') },
      }),
    ],
    closing: ['Det var alt.'],
  },
};

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

jest.setTimeout(PATIENCE);

describeInBrowser('access for all', () => {
  let site: Serving;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    site = await serveWidget({
      welcome,
      replyTo: (question) => replies[question] ?? { ...emptyReply, opening: ['Svar.'] },
      documents: [chapter],
    });
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  afterEach(() => context.close());

  async function violations(): Promise<readonly string[]> {
    const found = await new AxeBuilder({ page }).withTags(tags).analyze();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  }

  const log = () => page.getByRole('log');
  const settled = () =>
    page.evaluate(async () => {
      const animations = document.querySelector('standpunkt-chat')?.shadowRoot?.getAnimations() ?? [];
      const ending = animations.filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
      await Promise.all(ending.map(({ finished }) => finished));
    });

  async function ask(question: string): Promise<void> {
    await page.getByLabel('Still et spørsmål').fill(question);
    await page.keyboard.press('Enter');
  }

  /** Each state with how it is reached from the one before. */
  const states: readonly (readonly [name: string, reach: () => Promise<unknown>])[] = [
    ['closed', () => page.getByRole('button', { name: 'Spør partiene' }).waitFor()],
    [
      'greeting',
      async () => {
        await page.getByRole('button', { name: 'Spør partiene' }).click();
        await log().getByText('automatisk').waitFor();
      },
    ],
    [
      'answer',
      async () => {
        await ask('svar');
        await log().locator('figure').first().waitFor();
      },
    ],
    [
      'preview',
      async () => {
        await log().locator('a.citation').first().click();
        await page.locator('mark').waitFor();
      },
    ],
    [
      'feedback',
      async () => {
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Noe er feil' }).click();
      },
    ],
    [
      'comparison',
      async () => {
        await page.keyboard.press('Escape');
        await ask('partiene');
        await log().getByText('Det var alt.').waitFor();
        await log().locator('summary').last().click();
      },
    ],
    [
      'failed',
      async () => {
        await page.route('**/activities', (route) => route.abort());
        await ask('noe');
        await log().getByRole('button', { name: 'Prøv igjen' }).waitFor();
      },
    ],
    [
      'offline',
      async () => {
        await context.setOffline(true);
        await page.locator('.notices').getByText('Du er uten nett.').waitFor();
      },
    ],
    [
      'waiting',
      async () => {
        await context.setOffline(false);
        await page.unroute('**/activities');
        await page.route('**/activities', (route) =>
          route.fulfill({ status: 429, headers: { 'Retry-After': '30' }, json: {} }),
        );
        await ask('mer');
        await log().getByText('Sender om 30 sekunder').waitFor();
      },
    ],
  ];

  test.each([
    ['light', 1280, 800],
    ['dark', 1280, 800],
    ['light', 360, 740],
    ['dark', 360, 740],
  ] as const)('no state breaks a rule: %s, %d by %d', async (colorScheme, width, height) => {
    context = await browser.newContext({ colorScheme, viewport: { width, height } });
    context.setDefaultTimeout(20_000);
    page = await context.newPage();
    await page.goto(`${site.address}/demo`);
    const found: Record<string, readonly string[]> = {};
    for (const [name, reach] of states) {
      await reach();
      await settled();
      found[name] = await violations();
      if (name === 'answer' && width > 1000) await page.getByRole('button', { name: 'Bredere vindu' }).click();
    }
    expect(found).toEqual(Object.fromEntries(states.map(([name]) => [name, []])));
  });

  test.each(['light', 'dark'] as const)('nor does the chat in the flow of the front page: %s', async (colorScheme) => {
    context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 800 } });
    page = await context.newPage();
    await page.goto(site.address);
    await log().getByText('automatisk').waitFor();
    await ask('partiene');
    await log().getByText('Det var alt.').waitFor();
    await settled();
    expect(await violations()).toEqual([]);
  });

  test('an answer is told once, in one live region', async () => {
    context = await browser.newContext();
    page = await context.newPage();
    await page.goto(site.address);
    await log().getByText('automatisk').waitFor();
    await page.evaluate(() => {
      const region = document.querySelector('standpunkt-chat')?.shadowRoot?.querySelector('[role=status]');
      const told: string[] = [];
      Reflect.set(window, 'told', told);
      if (region)
        new MutationObserver(() => region.textContent && told.push(region.textContent)).observe(region, {
          childList: true,
        });
    });
    await ask('svar');
    await log().locator('figure').first().waitFor();
    await page.waitForFunction(() => String(Reflect.get(window, 'told')).includes('Eit sitat.'));
    const told: unknown = await page.evaluate(() => Reflect.get(window, 'told'));
    const answers = Array.isArray(told) ? told.filter((text) => String(text).includes('Eit sitat.')) : [];
    expect(answers).toHaveLength(1);
    const live = await page.evaluate(
      () =>
        document
          .querySelector('standpunkt-chat')
          ?.shadowRoot?.querySelectorAll('[aria-live]:not([aria-live=off]), [role=status], [role=alert]').length,
    );
    expect(live).toBe(1);
  });

  test('everything that is pressed is at least 24 pixels either way, or in running text', async () => {
    context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    page = await context.newPage();
    await page.goto(`${site.address}/demo`);
    await page.getByRole('button', { name: 'Spør partiene' }).click();
    await log().getByText('automatisk').waitFor();
    await ask('partiene');
    await log().getByText('Det var alt.').waitFor();
    const small = await page
      .locator('.panel')
      .locator('a, button, select, textarea, summary')
      .evaluateAll((elements) =>
        elements
          .filter((element) => element.checkVisibility())
          .map((element) => ({ box: element.getBoundingClientRect(), name: element.className || element.localName }))
          .filter(({ box }) => box.width < 24 || box.height < 24)
          .map(({ name, box }) => `${name} ${Math.round(box.width)}x${Math.round(box.height)}`),
      );
    expect(small).toEqual([]);
  });

  test.each([
    ['320 pixels wide', 320, 640],
    ['1280 by 1024 at 400 %', 320, 256],
  ])('everything can be read and reached without scrolling two ways: %s', async (_what, width, height) => {
    context = await browser.newContext({ viewport: { width, height } });
    page = await context.newPage();
    await page.goto(`${site.address}/demo`);
    await page.getByRole('button', { name: 'Spør partiene' }).click();
    await log().getByText('automatisk').waitFor();
    await ask('partiene');
    await log().getByText('Det var alt.').waitFor();
    const wider = await page
      .locator('.panel, .content, .log')
      .evaluateAll((elements) => elements.map((element) => element.scrollWidth - element.clientWidth));
    expect(wider).toEqual([0, 0, 0]);
    await page.getByLabel('Still et spørsmål').scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: 'Send' }).click();
  });

  test('nothing moves for those who do not want it', async () => {
    context = await browser.newContext({ reducedMotion: 'reduce' });
    page = await context.newPage();
    await page.goto(`${site.address}/demo`);
    await page.getByRole('button', { name: 'Spør partiene' }).click();
    await log().getByText('automatisk').waitFor();
    await ask('svar');
    const moving = await page.evaluate(() => document.getAnimations().length);
    expect(moving).toBe(0);
  });
});
