// Draws the PNG icons of the Teams app from the SVG beside them: node tests/teams-app/draw-icons.mjs
// Needs Debian's Chromium. Run it after changing an SVG; a test compares the two.
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const folder = new URL('../../src/teams-app/icons/', import.meta.url);
// Pixels, as Teams demands.
const sizes = { color: 192, outline: 32 };

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const [name, size] of Object.entries(sizes)) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = await readFile(new URL(`${name}.svg`, folder), 'utf8');
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`);
  await writeFile(new URL(`${name}.png`, folder), await page.screenshot({ omitBackground: true }));
}
await browser.close();
