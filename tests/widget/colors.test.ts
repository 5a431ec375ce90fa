import fc from 'fast-check';
import { contrast, palette, paletteCss } from '../../src/widget/colors.js';

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#767676', '#ffffff', 4.54],
])('the contrast of %s and %s is %d', (one, other, expected) => {
  expect(contrast(one, other)).toBeCloseTo(expected, 2);
  expect(contrast(other, one)).toBe(contrast(one, other));
});

test('whatever colour a page chooses, what is written with it can be read', () => {
  fc.assert(
    fc.property(color, (accent) => {
      const { onAccent, inkOnLight, inkOnDark } = palette(accent);
      expect(contrast(accent, onAccent)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(inkOnLight, '#fffdf9')).toBeGreaterThanOrEqual(4.5);
      expect(contrast(inkOnDark, '#211f1b')).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test('a colour that can be read is left as it is', () => {
  expect(palette('#00594f')).toMatchObject({ accent: '#00594f', onAccent: '#ffffff', inkOnLight: '#00594f' });
  expect(palette('#ffe600')).toMatchObject({ onAccent: '#000000', inkOnDark: '#ffe600' });
});

test('the rules hold nothing but colours', () => {
  fc.assert(
    fc.property(color, (accent) => {
      expect(paletteCss(palette(accent)).replaceAll(/#[0-9a-f]{6}/g, 'C')).toBe(
        '.sp{--accent:C;--on-accent:C;--accent-ink:C}' +
          '@media (prefers-color-scheme:dark){.sp{--accent:C;--on-accent:C;--accent-ink:C}}',
      );
    }),
  );
});
