// node tests/browser/three-channels.mjs TEAMS.png SLACK.png FILE.png: one answer in three channels beside each other, for
// the README. TEAMS.png is `comparison-narrow.png` of tests/playground/run.mjs, SLACK.png is made by slack-picture.mjs
// with the same question; the web chat is photographed here. Needs `npm run build` and Chromium.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const question = 'sammenlign Ap og Frp om LAR';
/** CSS pixels, as each was photographed: letters are then of one size. */
const widths = { teams: 300, web: 400, slack: 560 };
const [teams, slack, file] = process.argv.slice(2);
if (file === undefined) throw new Error('Write: node tests/browser/three-channels.mjs TEAMS.png SLACK.png FILE.png');

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const server = spawn(process.execPath, [main], {
  env: { PATH: process.env.PATH, PORT: '0' },
  stdio: ['ignore', 'pipe', 'ignore'],
});
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
});
try {
  const address = await new Promise((resolve) =>
    createInterface({ input: server.stdout }).on('line', (line) => resolve(/http\S+/u.exec(line)?.[0])),
  );
  const page = await browser.newPage({
    viewport: { width: widths.web, height: 860 },
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
  });
  await page.goto(address);
  await page.getByRole('textbox').fill(question);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Flere sitater/u }).waitFor();
  const web = await page.screenshot();
  /** @type {(name: string, bytes: Buffer, width: number) => string} */
  const column = (name, bytes, width) =>
    `<figure style="width:${width}px"><figcaption>${name}</figcaption><img src="data:image/png;base64,${bytes.toString('base64')}"></figure>`;
  const columns = [
    column('Microsoft Teams', await readFile(teams), widths.teams),
    column('Nettside', web, widths.web),
    column('Slack', await readFile(slack), widths.slack),
  ];
  const sheet = await browser.newPage({ viewport: { width: 1360, height: 600 }, deviceScaleFactor: 1.5 });
  await sheet.setContent(`<style>
    body { margin: 0; padding: 24px; font: 15px/1.4 sans-serif; background: #f2f1ec; display: flex; gap: 24px; align-items: start }
    figure { margin: 0 } figcaption { padding: 0 0 8px; font-weight: bold }
    img { width: 100%; display: block; border: 1px solid #d8d5cc; border-radius: 8px; background: #fff }
  </style>${columns.join('')}`);
  await sheet.screenshot({ path: file, fullPage: true });
  process.stdout.write(`Wrote ${file}\n`);
} finally {
  await browser.close();
  server.kill();
}
