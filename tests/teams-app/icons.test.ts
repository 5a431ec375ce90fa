import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launch, PATIENCE } from '../browser/browser.js';
import { root } from '../knowledge-fixture.js';
import { readPng, type Picture } from './png.js';

const file = (name: string): Buffer => readFileSync(path.join(root, 'src/teams-app/icons', name));
const color = readPng(file('color.png'));
const outline = readPng(file('outline.png'));
const white = ([red, green, blue]: Picture['pixels'][number]): boolean => Math.min(red, green, blue) === 255;

test('the colour icon is 192 pixels square and without holes', () => {
  expect([color.width, color.height, color.pixels.length]).toEqual([192, 192, 192 * 192]);
  expect(color.pixels.every(([, , , alpha]) => alpha === 255)).toBe(true);
  expect(new Set(color.pixels.map(String)).size).toBeGreaterThan(2);
});

test('the outline icon is 32 pixels square, and each of them is white or transparent', () => {
  expect([outline.width, outline.height, outline.pixels.length]).toEqual([32, 32, 32 * 32]);
  expect(outline.pixels.filter((pixel) => pixel[3] > 0 && !white(pixel))).toEqual([]);
  const seen = outline.pixels.filter(([, , , alpha]) => alpha === 255).length;
  const empty = outline.pixels.filter(([, , , alpha]) => alpha === 0).length;
  expect(seen).toBeGreaterThan(100);
  expect(empty).toBeGreaterThan(500);
});

describeInBrowser('the icons', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  }, PATIENCE);

  afterAll(() => browser.close(), PATIENCE);

  test.each([
    ['color', color],
    ['outline', outline],
  ] as const)(
    '%s.png is what its SVG draws',
    async (name, committed) => {
      const page = await browser.newPage({ viewport: { width: committed.width, height: committed.height } });
      await page.setContent(
        `<style>body{margin:0}svg{display:block;width:${committed.width}px}</style>${file(`${name}.svg`).toString()}`,
      );
      const drawn = readPng(await page.screenshot({ omitBackground: true }));
      await page.close();
      expect([drawn.width, drawn.height]).toEqual([committed.width, committed.height]);
      // Edges are smoothed a little differently by every version of the browser.
      const differing = drawn.pixels.filter((pixel, at) =>
        pixel.some((value, channel) => Math.abs(value - (committed.pixels[at]?.[channel] ?? -255)) > 40),
      );
      expect(differing.length).toBeLessThan(drawn.pixels.length / 100);
    },
    PATIENCE,
  );
});
