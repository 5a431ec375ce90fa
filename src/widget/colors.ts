/** WCAG 2.2, 1.4.3: the contrast of text. */
const textContrast = 4.5;

/** The surfaces of the chat, as in `launcher.css`. */
const surfaces = { light: '#fffdf9', dark: '#211f1b' } as const;

export interface Palette {
  readonly accent: string;
  /** On the accent: black or white, whichever stands out more; one of them always has 4.5:1. */
  readonly onAccent: string;
  /** The accent as letters and lines on a light surface, darkened as far as it takes, and on a dark one, lightened. */
  readonly inkOnLight: string;
  readonly inkOnDark: string;
}

type Rgb = readonly [red: number, green: number, blue: number];

/** Colours that can be read, from the one that a page chose (`#rrggbb`). */
export function palette(accent: string): Palette {
  return {
    accent,
    onAccent: contrast(accent, '#ffffff') >= textContrast ? '#ffffff' : '#000000',
    inkOnLight: legible(accent, surfaces.light, 0),
    inkOnDark: legible(accent, surfaces.dark, 255),
  };
}

/** The rules of a palette for a style sheet of its own: an inline style would need an exception in the page's policy. */
export function paletteCss({ accent, onAccent, inkOnLight, inkOnDark }: Palette): string {
  const rules = (ink: string): string => `.sp{--accent:${accent};--on-accent:${onAccent};--accent-ink:${ink}}`;
  return `${rules(inkOnLight)}@media (prefers-color-scheme:dark){${rules(inkOnDark)}}`;
}

/** 1 to 21, by WCAG's definition. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(rgb(one)), luminance(rgb(other))].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function legible(color: string, surface: string, toward: 0 | 255): string {
  const from = rgb(color);
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = hex(from.map((value) => Math.round(value + (toward - value) * share)));
    if (contrast(mixed, surface) >= textContrast) return mixed;
  }
  return toward === 0 ? '#000000' : '#ffffff';
}

function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function rgb(color: string): Rgb {
  const at = (index: number): number => Number.parseInt(color.slice(index, index + 2), 16);
  return [at(1), at(3), at(5)];
}

function hex(values: readonly number[]): string {
  return `#${values.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
