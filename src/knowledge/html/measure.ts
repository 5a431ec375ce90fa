import { walk, type HtmlElement, type HtmlParent } from './tree.js';

/** What stands inside an element, elements left out apart. */
export interface Measure {
  /** Characters that are not white space. */
  letters: number;
  linkLetters: number;
  links: number;
  /** Buttons and fields, also those that are left out. */
  controls: number;
  hasMain: boolean;
  hasTitle: boolean;
  saysCookie: boolean;
  /** On a button or a link. */
  saysAccept: boolean;
}

export type Measures = ReadonlyMap<HtmlElement, Measure>;

const controlNames = new Set(['button', 'input', 'select', 'textarea']);

/** Measures every element below `root` that is not skipped. */
export function measure(root: HtmlParent, skip: (element: HtmlElement) => boolean): Measures {
  const measures = new Map<HtmlElement, Measure>();
  const open: Measure[] = [];
  let inLinks = 0;
  let inButtons = 0;
  walk(root, {
    enter(element) {
      const around = open.at(-1);
      if (around && isControl(element)) around.controls += 1;
      if (skip(element)) return false;
      if (element.name === 'a') inLinks += 1;
      if (isControl(element)) inButtons += 1;
      open.push(begin(element));
      return true;
    },
    text(text) {
      const around = open.at(-1);
      const letters = text.replace(/\s+/gu, '').length;
      if (!around) return;
      around.letters += letters;
      if (inLinks > 0) around.linkLetters += letters;
      around.saysCookie ||= /cookie|informasjonskaps/iu.test(text);
      around.saysAccept ||=
        inLinks + inButtons > 0 && /godta|aksepter|tillat|samtykk|avvis|accept|^\s*ok\s*$/iu.test(text);
    },
    leave(element) {
      const own = open.pop();
      const around = open.at(-1);
      if (element.name === 'a') inLinks -= 1;
      if (isControl(element)) inButtons -= 1;
      if (!own) return;
      measures.set(element, own);
      if (around) include(around, own);
    },
  });
  return measures;
}

function begin(element: HtmlElement): Measure {
  return {
    letters: 0,
    linkLetters: 0,
    links: element.name === 'a' ? 1 : 0,
    controls: 0,
    hasMain: isMain(element),
    hasTitle: element.name === 'h1',
    saysCookie: false,
    saysAccept: false,
  };
}

function include(around: Measure, inner: Measure): void {
  around.letters += inner.letters;
  around.linkLetters += inner.linkLetters;
  around.links += inner.links;
  around.controls += inner.controls;
  around.hasMain ||= inner.hasMain;
  around.hasTitle ||= inner.hasTitle;
  around.saysCookie ||= inner.saysCookie;
  around.saysAccept ||= inner.saysAccept;
}

export function isMain({ name, attribs }: HtmlElement): boolean {
  return name === 'main' || attribs['role'] === 'main';
}

function isControl({ name, attribs }: HtmlElement): boolean {
  return controlNames.has(name) || attribs['role'] === 'button';
}

/** Letters of the whole page. */
export function lettersOf(root: HtmlParent, measures: Measures): number {
  return root.children.reduce((sum, child) => sum + ('attribs' in child ? (measures.get(child)?.letters ?? 0) : 0), 0);
}
