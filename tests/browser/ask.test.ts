import type { ChildProcess } from 'node:child_process';
import type { Browser, Locator, Page } from 'playwright-core';
import { describeInBrowser, launch, PATIENCE, watch } from './browser.js';
import { startService } from './service.js';

const sentence = 'Fremskrittspartiet sier nei til å inkludere heroinassistert behandling som en del av LAR.';

/** Types the question and waits for the first quote of the answer. */
async function askAboutHeroin(page: Page): Promise<Locator> {
  await page.getByLabel('Still et spørsmål').fill('hva mener Frp om heroinassistert behandling?');
  await page.keyboard.press('Enter');
  const quote = page.getByRole('log').locator('figure').first();
  await quote.waitFor();
  return quote;
}

async function isInWindow(element: Locator): Promise<boolean> {
  const box = await element.boundingBox();
  const window = element.page().viewportSize();
  return box !== null && window !== null && box.y >= 0 && box.y + box.height <= window.height;
}

jest.setTimeout(PATIENCE);

describeInBrowser('asking in a browser', () => {
  let service: ChildProcess;
  let address: string;
  let browser: Browser;

  beforeAll(async () => {
    ({ child: service, address } = await startService());
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
    service?.kill('SIGKILL');
  });

  test.each([
    ['wide', 1280, 800],
    ['narrow', 360, 740],
  ])(
    'gives a quote whose citation leads to the marked sentence, in private, in a %s window',
    async (_shape, width, height) => {
      const context = await browser.newContext({ viewport: { width, height } });
      const watched = watch(context);
      const page = await context.newPage();
      await page.goto(address);
      await page
        .getByRole('button', { name: /^Hva mener / })
        .first()
        .waitFor();

      const quote = await askAboutHeroin(page);
      expect(await quote.locator('blockquote .quoted').textContent()).toBe(sentence);
      expect(await page.getByRole('heading', { level: 3 }).first().textContent()).toBe('Fremskrittspartiet');
      expect(await quote.textContent()).toContain('Rusomsorg, frp.no, Partiprogram 2021–2025 (perioden er utløpt)');
      expect(await page.getByLabel('Still et spørsmål').evaluate((input) => input.matches(':focus'))).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

      const opened = context.waitForEvent('page');
      await quote.getByRole('link', { name: /^1 Rusomsorg/ }).click();
      await page.getByRole('link', { name: /^Åpne kilden.*\(åpnes i ny fane\)$/ }).click();
      const source = await opened;
      const marks = source.locator('mark');
      await marks.first().waitFor();
      expect(await marks.allTextContents()).toEqual([sentence]);
      await source.waitForLoadState();
      expect(await isInWindow(marks)).toBe(true);

      expect(await context.cookies()).toEqual([]);
      expect(await page.evaluate(() => [localStorage.length, Object.keys(sessionStorage)])).toEqual([
        0,
        ['standpunkt'],
      ]);
      expect(await source.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
      expect([...watched.origins]).toEqual([new URL(address).origin]);
      expect(watched.errors).toEqual([]);
      await context.close();
    },
  );

  test('the citation leads to the marked sentence without JavaScript too', async () => {
    const asking = await browser.newPage();
    await asking.goto(address);
    const quote = await askAboutHeroin(asking);
    const href = await quote.getByRole('link').getAttribute('href');
    await asking.close();

    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
    const watched = watch(context);
    const page = await context.newPage();
    await page.goto(href ?? '');
    expect(await page.locator('mark').allTextContents()).toEqual([sentence]);
    expect(await isInWindow(page.locator('mark'))).toBe(true);

    await page.goto(address);
    await page.getByRole('main').getByRole('link', { name: 'Se alle kildene' }).click();
    await page.getByRole('link', { name: 'Rusomsorg' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Rusomsorg');
    expect(await page.locator('mark').count()).toBe(0);
    expect(watched.errors).toEqual([]);
    await context.close();
  });
});
