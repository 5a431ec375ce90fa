import { parseXml, walk, type HtmlElement } from '../html/tree.js';

export interface DocxStyles {
  /** Rules for mammoth: which style is a heading, a list, or a table of contents. */
  readonly rules: readonly string[];
  /** Points of the running text where nothing else is said. */
  readonly size: number;
}

interface Style {
  readonly id: string;
  name: string;
  basedOn: string | null;
  /** 0 for the topmost heading up to 8; 9 is running text; null when the style does not say. */
  outline: number | null;
  /** Null when the style does not say. */
  listed: boolean | null;
  size: number | null;
}

/** Points, by the format's own rules, where a document names no size. */
const sizeOfFormat = 10;
/** mammoth tries every rule on every paragraph. */
const mostRules = 500;
/** Word allows nine steps below each other. Every item is a bullet of its own, so the steps do not matter. */
const steps = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** For paragraphs whose style the document does not define. */
const headingIds = [1, 2, 3, 4, 5, 6].map((level) => `p.Overskrift${level} => h${level}:fresh`);

/**
 * What the style names of a document stand for. Word calls a style by the language it was made in ("Overskrift 1"), so
 * that the outline level decides, inherited as Word does it, and the name only where no level is given.
 */
export function readStyles(xml: string): DocxStyles {
  const styles = new Map(stylesOf(xml).map((style) => [style.id, style] as const));
  const rules = Array.from(styles.values(), (style) => ruleOf(style, styles)).filter((rule) => rule !== null);
  const lists = steps.flatMap((step) => [
    `p:unordered-list(${step}) => ul > li:fresh`,
    `p:ordered-list(${step}) => ul > li:fresh`,
  ]);
  return { rules: [...rules.slice(0, mostRules), ...headingIds, ...lists], size: sizeOf(styles) };
}

function stylesOf(xml: string): readonly Style[] {
  const found: Style[] = [];
  let open: Style | undefined;
  walk(parseXml(xml), {
    enter(element) {
      const value = element.attribs['w:val'] ?? '';
      if (element.name === 'w:docDefaults') found.push((open = emptyStyle('')));
      if (element.name === 'w:style') {
        const isParagraph = (element.attribs['w:type'] ?? 'paragraph') === 'paragraph';
        open = isParagraph ? emptyStyle(element.attribs['w:styleId'] ?? '') : undefined;
        if (open) found.push(open);
      }
      if (open) note(open, element, value);
      return true;
    },
    text: () => undefined,
  });
  return found;
}

function emptyStyle(id: string): Style {
  return { id, name: '', basedOn: null, outline: null, listed: null, size: null };
}

function note(style: Style, { name }: HtmlElement, value: string): void {
  if (name === 'w:name') style.name = value;
  if (name === 'w:basedOn') style.basedOn = value;
  if (name === 'w:outlineLvl') style.outline = Number.parseInt(value, 10);
  if (name === 'w:numId') style.listed = value !== '0';
  if (name === 'w:sz') style.size = Number.parseInt(value, 10) / 2;
}

/** The first value up the line of styles; a line that bites its own tail ends after twenty. */
function inherited<T>(style: Style, styles: ReadonlyMap<string, Style>, of: (style: Style) => T | null): T | null {
  let place: Style | undefined = style;
  for (let step = 0; place && step < 20; step += 1) {
    const value = of(place);
    if (value !== null) return value;
    place = styles.get(place.basedOn ?? '');
  }
  return null;
}

function ruleOf(style: Style, styles: ReadonlyMap<string, Style>): string | null {
  const selector = selectorOf(style);
  if (selector === null) return null;
  if (
    /^(?:toc(?: heading|\s?\d)?|table of figures|innhold(?:sfortegnelse)?\s?\d?|innh\s?\d|inh\s?\d)$/iu.test(style.name)
  ) {
    return `${selector} => !`;
  }
  const level = inherited(style, styles, ({ outline, name }) => (outline === null ? levelOfName(name) : outline + 1));
  if (level !== null && level >= 1 && level <= 9) return `${selector} => h${Math.min(level, 6)}:fresh`;
  return inherited(style, styles, ({ listed }) => listed) === true ? `${selector} => ul > li:fresh` : null;
}

/** 1 to 9 for names of headings in the languages that the documents are written in. */
function levelOfName(name: string): number | null {
  const [, digit] = /^(?:heading|overskrift)\s*(\d)$/iu.exec(name) ?? [];
  if (digit) return Number(digit);
  if (/^(?:title|tittel|hovedtittel|hovedoverskrift|kapittel(?:overskrift)?)$/iu.test(name)) return 1;
  if (/^(?:subtitle|undertittel)$/iu.test(name)) return 2;
  return /^(?:mellomtittel|underoverskrift|deloverskrift)$/iu.test(name) ? 3 : null;
}

function selectorOf({ id, name }: Style): string | null {
  if (name) return `p[style-name='${name.replace(/[\\']/gu, String.raw`\$&`).replace(/[\n\r\t]/gu, ' ')}']`;
  return /^[A-Za-z]\w*$/u.test(id) ? `p.${id}` : null;
}

/** The style that everything is based on goes before the document's defaults, which stand first. */
function sizeOf(styles: ReadonlyMap<string, Style>): number {
  const normal = Array.from(styles.values()).find(({ name }) => /^(?:normal|standard)$/iu.test(name));
  return normal?.size ?? styles.get('')?.size ?? sizeOfFormat;
}
