import type { Browser, BrowserContext, Page } from 'playwright-core';
import { describeInBrowser, launch, PATIENCE, watch, type Watched } from './browser.js';
import { serveHostPage, type HostPage } from './host-page.js';
import { startService, type Service } from './service.js';

const heroin = 'hva mener Frp om heroinassistert behandling?';
const sentence = 'Fremskrittspartiet sier nei til å inkludere heroinassistert behandling som en del av LAR.';
const four = 'hva mener Ap, Frp, Partiet Sentrum og Senterungdommen om rusreform?';

jest.setTimeout(PATIENCE);

describeInBrowser('the widget on a page of another origin, with a strict policy and hostile styles', () => {
  let host: HostPage;
  let service: Service;
  let browser: Browser;
  let context: BrowserContext;
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    host = await serveHostPage();
    service = await startService({ ALLOWED_ORIGINS: host.address });
    host.embed(service.address);
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
    service?.child.kill('SIGKILL');
    await host?.stop();
  });

  afterEach(() => context.close());

  async function visit(query = '', options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
    context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    context.setDefaultTimeout(20_000);
    watched = watch(context);
    page = await context.newPage();
    await page.goto(`${host.address}/?${query}`);
    await launcher().waitFor();
  }

  const launcher = () => page.getByRole('button', { name: 'Spør partiene' });
  const log = () => page.getByRole('log');
  const input = () => page.getByLabel('Still et spørsmål');
  const citation = () => log().locator('a.citation').first();
  const focusIsOn = (name: RegExp) =>
    page
      .evaluate(() => {
        const active = document.activeElement?.shadowRoot?.activeElement;
        return active?.getAttribute('aria-label') ?? active?.textContent ?? active?.id ?? '';
      })
      .then((label) => name.test(label));

  const tell = (what: string, words = '') =>
    page.evaluate(([name, text]) => Reflect.get(Reflect.get(window, 'Standpunkt'), name ?? '')(text), [what, words]);

  /** Cumulative layout shift: what moved by itself, not what follows from pressing a key. */
  const shifts = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              if (Reflect.get(entry, 'hadRecentInput') === false) sum += Number(Reflect.get(entry, 'value'));
          }).observe({ type: 'layout-shift', buffered: true });
          // What is buffered comes before the second frame.
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum))));
        }),
    );

  async function open(): Promise<void> {
    await launcher().click();
    await log().getByText('automatisk tjeneste').waitFor();
  }

  async function ask(question: string): Promise<void> {
    const before = await log().locator('.bot').count();
    await input().fill(question);
    await input().press('Enter');
    await log().locator('.bot').nth(before).waitFor();
  }

  test.each([
    ['wide and light', 1280, 800, 'light', 'table'],
    ['wide and dark', 1280, 800, 'dark', 'table'],
    ['narrow and light', 360, 740, 'light', 'block'],
    ['narrow and dark', 360, 740, 'dark', 'block'],
  ] as const)('is opened, asked, read and followed to the marked words, in private: %s', async (...[, ...shape]) => {
    const [width, height, colorScheme, display] = shape;
    await visit('twice', { viewport: { width, height }, colorScheme });
    expect(await launcher().count()).toBe(1);
    const before = await page.evaluate(() => sessionStorage.length + localStorage.length);
    expect(before).toBe(0);
    await open();
    if (width > 1000) await page.getByRole('button', { name: 'Bredere vindu' }).click();
    expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);

    await ask(heroin);
    expect(await log().locator('.quoted').first().textContent()).toBe(sentence);
    await citation().click();
    const preview = page.getByRole('dialog', { name: 'Sitatet i sammenheng' });
    await preview.locator('mark').waitFor();
    expect(await preview.locator('mark').allTextContents()).toEqual([sentence]);
    expect(await preview.textContent()).toContain('Partiprogram 2021–2025 (perioden er utløpt)');
    expect(await preview.textContent()).toContain('Rehabiliteringsdelen av dette hjelpetilbudet skal bedres.');
    const opened = context.waitForEvent('page');
    await preview.getByRole('link', { name: /^Åpne kilden/ }).click();
    const source = await opened;
    await source.locator('mark').first().waitFor();
    expect(await source.locator('mark').allTextContents()).toEqual([sentence]);
    await page.keyboard.press('Escape');

    await ask(four);
    const table = log().getByRole('table').last();
    expect(await table.evaluate((element) => getComputedStyle(element).display)).toBe(display);
    expect(await table.getByRole('rowheader').count()).toBeGreaterThanOrEqual(3);

    const kept = await page.evaluate(() => Object.entries(sessionStorage));
    expect(kept.map(([key, value]) => [key, Object.keys(JSON.parse(value))])).toEqual([
      ['standpunkt', ['conversation', 'token', 'language']],
    ]);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(await context.cookies()).toEqual([]);
    expect([...watched.origins].toSorted()).toEqual([host.address, service.address].toSorted());
    expect(watched.errors).toEqual([]);
  });

  test('leaves the page as it was: one global, no shift, and no rule of its own', async () => {
    const styles = () =>
      page.evaluate(() =>
        ['h1', 'p', 'main > button', 'body'].map((selector) => {
          const element = document.querySelector(selector);
          const style = getComputedStyle(element ?? document.body);
          return Array.from(style, (name) => `${name}: ${style.getPropertyValue(name)}`).join('; ');
        }),
      );
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    page = await context.newPage();
    await page.route('**/widget.js', (route) => route.abort());
    await page.goto(`${host.address}/?plain`);
    const bare = await styles();
    const globals = await page.evaluate(() => Object.getOwnPropertyNames(window));
    await page.unroute('**/widget.js');
    await page.goto(`${host.address}/?plain`);
    await open();
    await ask(heroin);
    expect(await styles()).toEqual(bare);
    const now = await page.evaluate(() => Object.getOwnPropertyNames(window));
    expect(now.filter((name) => !globals.includes(name))).toEqual(['Standpunkt']);
    expect(await shifts()).toBe(0);
  });

  test('moves nothing on the front page of the service either, where it is part of the page', async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    page = await context.newPage();
    await page.goto(service.address);
    await log().getByText('automatisk tjeneste').waitFor();
    expect(await shifts()).toBe(0);
  });

  test('asks for nothing but its button before it is opened', async () => {
    const asked: string[] = [];
    context = await browser.newContext();
    context.on('request', (request) => asked.push(request.url()));
    page = await context.newPage();
    await page.goto(`${host.address}/?plain`);
    await launcher().waitFor();
    expect(asked.filter((address) => address.startsWith(service.address))).toEqual([`${service.address}/widget.js`]);
  });

  test('goes on after a reload, with everything there once and nothing told again', async () => {
    await visit();
    await open();
    await ask(heroin);
    const said = await log().locator('.asked, .quoted').allTextContents();
    await page.reload();
    await launcher().click();
    await log().locator('.quoted').first().waitFor();
    expect(await log().locator('.asked, .quoted').allTextContents()).toEqual(said);
    expect(await page.getByRole('status').textContent()).not.toContain(sentence);
    await ask('og Ap?');
    expect(await log().locator('.bot').last().textContent()).toContain('heroinassistert behandling');
  });

  test('comes back from being offline with nothing lost and nothing doubled', async () => {
    await visit();
    await open();
    await ask(heroin);
    await context.setOffline(true);
    await page.locator('.notices').getByText('Du er uten nett.').waitFor();
    await input().fill('og Ap?');
    await input().press('Enter');
    await log().getByText('Ikke sendt: fikk ikke kontakt').waitFor();
    await context.setOffline(false);
    await log().locator('.bot').nth(2).waitFor();
    expect(await log().locator('.asked').allTextContents()).toEqual([heroin, 'og Ap?']);
    expect(await log().locator('.bot').count()).toBe(3);
    expect(await page.locator('.notices').textContent()).toBe('');
    expect(await log().getByText('Ikke sendt').count()).toBe(0);
    await page.reload();
    await launcher().click();
    await log().locator('.bot').nth(2).waitFor();
    expect(await log().locator('.asked').allTextContents()).toEqual([heroin, 'og Ap?']);
  });

  test('waits as long as the server asks, and says so', async () => {
    await visit();
    await open();
    await page.route('**/activities', (route) => route.fulfill(tooMany(host.address)), { times: 1 });
    await input().fill(heroin);
    await input().press('Enter');
    await log().getByText('Mange spørsmål på kort tid. Sender om 1 sekund …').waitFor();
    await log().locator('.quoted').first().waitFor();
    expect(await log().locator('.asked').count()).toBe(1);
  });

  test('speaks the language that is chosen', async () => {
    await visit();
    await open();
    await ask(heroin);
    await page.getByLabel('Språk').selectOption('nn');
    await page.getByLabel('Still eit spørsmål').waitFor();
    expect(await page.getByRole('dialog').first().getAttribute('lang')).toBe('nn');
    expect(await page.getByRole('heading', { name: 'Spør partia' }).count()).toBe(1);
    const posted = page.waitForRequest(
      (request) => request.method() === 'POST' && request.url().endsWith('/activities'),
    );
    await page.getByLabel('Still eit spørsmål').fill('LAR');
    await page.keyboard.press('Enter');
    expect((await posted).postDataJSON()).toMatchObject({ locale: 'nn-NO' });
    await page.getByLabel('Språk').selectOption('en');
    expect(await page.getByRole('button', { name: /^Copy quote 1 with its source$/ }).count()).toBeGreaterThan(0);
  });

  test('greets in the language that is chosen, and goes on in it after a reload', async () => {
    await visit();
    await open();
    await page.getByLabel('Språk').selectOption('en');
    await log().getByText('This is an automatic service').waitFor();
    expect(await log().locator('.bot').count()).toBe(1);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    await page.getByLabel('Ask a question').fill(heroin);
    await page.keyboard.press('Enter');
    await log().locator('.quoted').first().waitFor();
    await page.getByLabel('Language').selectOption('nn');
    expect(await log().locator('.bot').count()).toBe(2);
    await page.reload();
    await launcher().click();
    await log().locator('.quoted').first().waitFor();
    expect(await page.getByLabel('Språk').inputValue()).toBe('nn');
    expect(await page.getByRole('dialog', { name: 'Spør partia' }).count()).toBe(1);
  });

  test('is about the parties of the page: they are offered, and everybody is those', async () => {
    await visit(`attributes=${encodeURIComponent('data-parties="ap,frp"')}`);
    await open();
    const offered = (await log().locator('.suggestion').allTextContents()).join(' ');
    expect(offered).toMatch(/Arbeiderpartiet.*Fremskrittspartiet/);
    expect(offered).not.toMatch(/Sentrum|Senterungdommen/);
    await ask('hva mener partiene om rusreform?');
    expect(await log().getByRole('rowheader').allTextContents()).toEqual(['Arbeiderpartiet', 'Fremskrittspartiet']);
  });

  test('is used with the keyboard alone, and the focus comes back', async () => {
    await visit();
    await page.keyboard.press('Tab');
    expect(await focusIsOn(/^Spør partiene$/)).toBe(true);
    expect(await launcher().evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
    await page.keyboard.press('Enter');
    await log().getByText('automatisk tjeneste').waitFor();
    await page.keyboard.type(heroin);
    await page.keyboard.press('Enter');
    await citation().waitFor();
    for (let presses = 0; presses < 15 && !(await focusIsOn(/^1 Rusomsorg/)); presses += 1)
      await page.keyboard.press('Shift+Tab');
    expect(await focusIsOn(/^1 Rusomsorg/)).toBe(true);
    await page.keyboard.press('Enter');
    await page.locator('mark').waitFor();
    expect(await focusIsOn(/^Sitatet i sammenheng$/)).toBe(true);
    expect(await page.locator('.content').evaluate((element) => element instanceof HTMLElement && element.inert)).toBe(
      true,
    );
    await page.keyboard.press('Escape');
    expect(await focusIsOn(/^1 Rusomsorg/)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await focusIsOn(/^Spør partiene$/)).toBe(true);
    expect(await log().isVisible()).toBe(false);
  });

  test('keeps the keyboard inside where it fills the window', async () => {
    await visit('', { viewport: { width: 320, height: 640 } });
    await open();
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.localName)).toMatch(/^(?:standpunkt-chat|body)$/);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await log().evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  });

  test('copies a quote with its source, and takes feedback without words', async () => {
    await visit('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await open();
    await ask(heroin);
    await page.getByRole('button', { name: 'Kopier sitat 1 med kilde' }).click();
    await page.getByRole('status').getByText('Sitatet er kopiert med kilde.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(
      /^«Fremskrittspartiet sier nei .* LAR\.» – Fremskrittspartiet: Rusomsorg, frp\.no, .*kilder\/frp\/rusomsorg\?t=\d+-\d+#t$/,
    );
    const posted = page.waitForRequest((request) => /standpunkt\/feedback/.test(request.postData() ?? ''));
    await page.getByRole('button', { name: 'Noe er feil' }).click();
    await page.getByLabel('Utdatert').check();
    await page.getByRole('dialog', { name: 'Hva er feil med svaret?' }).getByRole('button', { name: 'Send' }).click();
    await page.getByRole('status').getByText('Takk for tilbakemeldingen.').waitFor();
    const { value } = (await posted).postDataJSON();
    expect(value).toEqual({ answerId: expect.any(String), reaction: 'dislike', reasons: ['outdated'] });
    expect(await page.getByRole('button', { name: 'Noe er feil' }).getAttribute('aria-pressed')).toBe('true');
  });

  test('begins anew when asked to, and forgets the key', async () => {
    await visit();
    await open();
    await ask(heroin);
    await page.getByRole('button', { name: 'Ny samtale' }).click();
    await log().getByText('automatisk tjeneste').waitFor();
    expect(await log().locator('.asked').count()).toBe(0);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  test('does what the page tells it, and tells the page nothing of what is said', async () => {
    await visit('plain');
    await page.evaluate(() => {
      const heard: string[] = [];
      Reflect.set(window, 'heard', heard);
      for (const event of ['open', 'question', 'answer', 'close'])
        document.addEventListener(`standpunkt:${event}`, (told) => {
          heard.push(`${event} ${told instanceof CustomEvent ? JSON.stringify(told.detail) : ''}`);
        });
    });
    await tell('ask', heroin);
    await log().locator('.quoted').first().waitFor();
    await tell('close');
    await launcher().waitFor();
    await tell('open');
    await log().waitFor();
    const heard: unknown = await page.evaluate(() => Reflect.get(window, 'heard'));
    expect(heard).toEqual(['open null', 'question null', 'answer null', 'close null', 'open null']);
  });

  test('is as the page wants it, and offers its question without asking it', async () => {
    const attributes =
      'data-title="Valg" data-color="#ffe600" data-position=left data-parties="ap,frp" data-question="Hva om LAR?"';
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    page = await context.newPage();
    const bodies: unknown[] = [];
    page.on('request', (request) => request.method() === 'POST' && bodies.push(request.postDataJSON()));
    await page.goto(`${host.address}/?attributes=${encodeURIComponent(attributes)}`);
    const button = page.getByRole('button', { name: 'Valg' });
    const place = await button.boundingBox();
    expect(place?.x).toBeLessThan(100);
    const colors = await button.evaluate((element) => {
      const { color, backgroundColor } = getComputedStyle(element);
      return [color, backgroundColor];
    });
    expect(colors).toEqual(['rgb(0, 0, 0)', 'rgb(255, 230, 0)']);
    await button.click();
    const offered = log().getByRole('button', { name: 'Hva om LAR?' });
    await offered.waitFor();
    expect(await log().locator('.asked').count()).toBe(0);
    await offered.click();
    await log().locator('.bot').nth(1).waitFor();
    expect(bodies).toContainEqual({ locale: 'nb-NO', parties: ['ap', 'frp'] });
    expect(bodies).toContainEqual(
      expect.objectContaining({
        text: 'Hva om LAR?',
        channelData: { clientActivityID: expect.any(String), parties: ['ap', 'frp'] },
      }),
    );
  });

  test('stands in the flow of the page where that is wanted, and takes no focus there', async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    const attributes = encodeURIComponent('data-mode=inline data-target="#samtale"');
    await page.goto(`${host.address}/?attributes=${attributes}`);
    await log().getByText('automatisk tjeneste').waitFor();
    expect(await page.locator('#samtale > standpunkt-chat').count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
    expect(await page.getByRole('button', { name: 'Lukk' }).count()).toBe(0);
    await ask(heroin);
    expect(await log().locator('.quoted').first().textContent()).toBe(sentence);
  });

  test('says so when it cannot be loaded, and loads at the next try', async () => {
    await visit();
    await page.route('**/widget/chat-*.js', (route) => route.abort());
    await launcher().click();
    await page.getByRole('alert').getByText('Samtalen lot seg ikke laste. Prøv igjen.').waitFor();
    await open();
    await ask(heroin);
  });
});

function tooMany(origin: string) {
  const headers = {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Expose-Headers': 'Retry-After',
    'Retry-After': '1',
  };
  return { status: 429, headers, json: { error: { code: 'TooManyRequests', message: '' } } };
}
