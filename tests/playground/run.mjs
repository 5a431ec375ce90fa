// node tests/playground/run.mjs SCREENSHOTS [--record PAYLOADS]
// Teams without Teams: drives Microsoft's Agents Playground against the built server (npm run build) and looks at what it
// shows. By hand only, as its licence is for evaluation. Exit code 1 when something is not as expected, 2 without it.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findPlayground, startAll } from './start.mjs';

const WAIT = 10_000;
const QUOTE = 'Fremskrittspartiet sier nei til å inkludere heroinassistert behandling som en del av LAR.';

let wrong = 0;
function expect(what, holds) {
  if (!holds) wrong += 1;
  process.stdout.write(`${holds ? 'ok    ' : 'WRONG '} ${what}\n`);
}

async function openPage({ browser, address }) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(WAIT);
  // The Playground freezes what it keeps and then writes to it when a button with `msteams` data is pressed.
  await page.addInitScript(() => void (Object.freeze = (value) => value));
  // Fonts and pictures of Microsoft's network.
  await page.route(
    (url) => url.hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  await page.goto(address);
  await page.getByRole('button', { name: 'Hide log panel' }).click();
  return page;
}

/** Whether it comes to be shown in time. */
const shows = (locator) =>
  locator
    .waitFor({ state: 'visible' })
    .then(() => true)
    .catch(() => false);
const write = (page, box, text) => box.click().then(() => page.keyboard.insertText(text));
const lastBox = (page) => page.locator('[contenteditable=true]').last();

async function ask(page, question) {
  await write(page, lastBox(page), question);
  await page.keyboard.press('Enter');
}

async function mention(page, box, question) {
  await box.click();
  await page.keyboard.type('@');
  await page.getByRole('menuitem', { name: 'Standpunkt' }).click();
  await page.keyboard.type(` ${question}`);
}

async function mock(page, item) {
  await page.getByRole('button', { name: 'Mock an Activity' }).click();
  await page.getByRole('menuitem').filter({ hasText: item }).first().click();
  await page.getByRole('button', { name: 'Send activity' }).click();
  await page.getByRole('button', { name: 'Send activity' }).waitFor({ state: 'detached' });
}

/** The Playground's own page is wider than a phone, so the card alone is made as narrow as Teams makes it there. */
async function narrow(page, file) {
  const card = page.locator('.ac-adaptiveCard').last();
  await card.evaluate((element) => (element.style.cssText += ';width:300px!important;min-width:0!important'));
  await card.screenshot({ path: file });
  const cut = await card.evaluate((element) => {
    const { right } = element.getBoundingClientRect();
    return [...element.querySelectorAll('*')].some((inner) => inner.getBoundingClientRect().right > right + 1);
  });
  expect('nothing of the card is cut', !cut);
  await card.evaluate((element) => (element.style.width = ''));
}

/** Until what fades in has done so; some bars of the Playground run for ever. */
const settled = (page) =>
  page.evaluate(() => {
    const finite = document.getAnimations().filter(({ effect }) => effect.getTiming().iterations !== Infinity);
    return Promise.all(finite.map(({ finished }) => finished.catch(() => null))).then(() => undefined);
  });

async function personalChat({ page, shot, folder, botLog, received }) {
  expect('a welcome', await shows(page.getByText('Eksempelavisa').first()));
  await ask(page, 'hva mener Frp om heroinassistert behandling?');
  expect('the quote', await shows(page.getByText(QUOTE).first()));
  expect('one welcome', (await page.getByText('Eksempelavisa').count()) === 1);
  await shot('personal-answer');
  await page.getByRole('button', { name: 'Dislike' }).last().click();
  await page.getByRole('textbox', { name: 'What went wrong?' }).fill('Dette skrev jeg');
  await shot('feedback');
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.getByRole('button', { name: 'Close' }).last().click();
  expect('feedback is counted', botLog().includes('feedback: teams dislike\n'));
  await page.getByRole('button', { name: 'Hva mener Arbeiderpartiet om heroinassistert behandling?' }).click();
  expect('a suggested action asks', await shows(page.getByText('medisinskfaglige og forskningsbaserte').first()));
  await ask(page, 'sammenlign Ap og Frp om LAR');
  const source = page.getByRole('link', { name: 'Rus, arbeiderpartiet.no, 2021' }).last();
  expect('a comparison with links', await shows(source));
  expect('to the slice', /\/kilder\/ap\/rus\?t=\d+-\d+#t$/u.test((await source.getAttribute('href')) ?? ''));
  await shot('comparison');
  await narrow(page, path.join(folder, 'comparison-narrow.png'));
  await page.getByRole('button', { name: 'Hva mener Partiet Sentrum om LAR?' }).last().click();
  expect('a button of the card asks', await shows(page.getByText('Fjerne egenandel for rusbehandling').last()));
  for (const [question, answer] of [
    ['kva meiner Ap om atomkraft?', 'Ikkje omtalt'],
    ['What does the Labour Party say about LAR?', 'Labour Party'],
    ['hva mener partiene om LAR?', 'Ikke omtalt i dokumentene vi har fra Senterungdommen'],
    ['slett', 'Slettet'],
  ]) {
    await ask(page, question);
    expect(question, await shows(page.getByText(answer).last()));
    await shot(`personal-${question.replaceAll(/\W+/gu, '-')}`);
  }
  const before = received.length;
  for (const item of ['Uninstall application', 'Install application', 'Add user', 'Remove user'])
    await mock(page, item);
  expect(
    'mocked activities are taken',
    received.slice(before).every(({ status }) => status === 200),
  );
  expect('not welcomed again', (await page.getByText('Eksempelavisa').count()) === 1);
}

async function groupChat({ page, shot, folder, received, endpoint }) {
  await page.getByText('Valgkomiteen').first().click();
  expect('a welcome in the group', await shows(page.getByText('Eksempelavisa').last()));
  await mention(page, lastBox(page), 'hva mener Frp om heroinassistert behandling?');
  await page.keyboard.press('Enter');
  const chip = page.locator('p a.fai-Citation').last();
  expect('a chip', await shows(chip));
  expect('feedback buttons', await shows(page.getByRole('button', { name: 'Dislike' }).last()));
  expect(
    'the suggestion',
    await shows(page.getByRole('button', { name: /^Hva mener Arbeiderpartiet om hero/u }).last()),
  );
  await chip.hover();
  const quote = page.locator('.fai-PreviewHeader__label a');
  expect('the quote on hover', (await quote.innerText()).startsWith('Fremskrittspartiet sier nei'));
  await settled(page);
  await shot('group-hover');
  const [source] = await Promise.all([page.context().waitForEvent('page'), quote.click()]);
  expect('the source marks the quote', (await source.locator('mark').innerText()) === QUOTE);
  await source.close();
  await page.mouse.move(640, 20);
  await picture(page, path.join(folder, 'teams.png'));
  await page.mouse.move(640, 20);
  const asked = received.find(
    ({ activity }) => /heroin/u.test(activity.text) && activity.conversation.isGroup,
  ).activity;
  const text = asked.text.replace('heroinassistert behandling', 'LAR');
  await edit(endpoint, { ...asked, type: 'messageUpdate', text });
  expect('an edited question is answered anew', await shows(page.locator('p', { hasText: 'Rehabiliteringsdelen' })));
  await shot('group-edited');
  await mention(page, lastBox(page), '<script>alert(1)</script> **x** [a](http://evil) hva mener Ap om LAR?');
  await page.keyboard.press('Enter');
  expect('markup is answered as text', await shows(page.getByText('sprøyterommene').last()));
  await shot('group-hostile');
}

/** For the README: a comparison, and a quote under the pointer. */
async function picture(page, file) {
  await page.setViewportSize({ width: 1280, height: 1010 });
  const chips = page.locator('p a.fai-Citation');
  const before = await chips.count();
  for (const question of ['hva mener Ap og Frp om LAR?', 'hva mener Frp om heroinassistert behandling?']) {
    await mention(page, lastBox(page), question);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Hva mener Partiet Sentrum om LAR?' }).last().waitFor();
  }
  await chips.nth(before).waitFor();
  await page.locator('.ac-adaptiveCard').last().scrollIntoViewIfNeeded();
  await chips.last().hover();
  await page.locator('.fai-PreviewHeader__label a').waitFor();
  await settled(page);
  await page.screenshot({ path: file, clip: { x: 330, y: 50, width: 950, height: 860 } });
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** The Playground has no button for edits; deletions it can neither make nor follow. */
async function edit(endpoint, activity) {
  const channelData = { ...activity.channelData, eventType: 'editMessage' };
  await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...activity, timestamp: new Date().toISOString(), channelData }),
  });
}

async function channel({ page, shot }) {
  await page.getByText('Valg', { exact: true }).click();
  expect('a welcome in the channel', await shows(page.getByText('Eksempelavisa').last()));
  expect('in one post', (await page.getByText('Standpunkt', { exact: true }).count()) === 1);
  await shot('channel-welcome');
  await mention(page, page.locator('[contenteditable=true]').first(), 'hva mener Senterpartiet om brukerdoser?');
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  expect('no document, said by name', await shows(page.getByText('Vi har ingen dokumenter fra Senterpartiet')));
  await mention(page, page.locator('[contenteditable=true]').nth(1), 'og Senterungdommen?');
  await page.keyboard.press('Enter');
  expect('a follow-up in the thread', await shows(page.getByText('«').last()));
  await page.getByRole('button', { name: 'Hva mener Partiet Sentrum om brukerdoser?' }).first().click();
  expect('a button in the thread', await shows(page.getByText('Partiet Sentrum vil:').last()));
  await shot('channel-thread');
}

/** The first activity of each kind, as it came but for the port of this machine. */
async function record(folder, received) {
  const seen = new Map();
  // Edits are our own.
  for (const { activity } of received.filter(({ activity: { type } }) => type !== 'messageUpdate')) {
    const { type, name, action, membersAdded, membersRemoved, conversation, value, text } = activity;
    const what = action ?? (membersAdded && 'added') ?? (membersRemoved && 'removed') ?? name?.split('/')[1];
    const how = type === 'message' && value !== undefined && text === undefined ? 'button' : what;
    const kind = [conversation.conversationType, type, how].filter(Boolean).join('-');
    if (!seen.has(kind)) seen.set(kind, activity);
  }
  await mkdir(folder, { recursive: true });
  for (const [kind, activity] of seen) {
    const json = JSON.stringify(activity, null, 2).replaceAll(/127\.0\.0\.1:\d+/gu, '127.0.0.1:47150');
    await writeFile(path.join(folder, `${kind}.json`), `${json}\n`);
  }
}

async function main() {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { record: { type: 'string' } } });
  const [folder] = positionals;
  if (folder === undefined) throw new Error('Name a folder for the screenshots.');
  findPlayground();
  await mkdir(folder, { recursive: true });
  const all = await startAll();
  try {
    const page = await openPage(all);
    const shot = (name) => page.screenshot({ path: path.join(folder, `${name}.png`) });
    for (const scenario of [personalChat, groupChat, channel]) {
      await scenario({ ...all, page, shot, folder }).catch((error) =>
        expect(`${scenario.name}: ${error.message}`, false),
      );
      await shot(`end-of-${scenario.name}`);
    }
    expect(
      'every activity is taken',
      all.received.every(({ status }) => status === 200),
    );
    const said = all.botLog().replaceAll(/^(?:Standpunkt svarer på .*|feedback: teams [a-z -]+)\n/gmu, '');
    expect(`nothing else in the log ${said}`, said === '');
    if (values.record !== undefined) await record(values.record, all.received);
  } finally {
    await all.stop();
  }
}

main().then(
  () => (process.exitCode = wrong > 0 ? 1 : 0),
  (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  },
);
