import type { Measure } from './measure.js';
import { textOf, walk, type HtmlElement, type HtmlParent } from './tree.js';

const neverText = new Set(
  (
    'script style noscript template head title meta link base object embed applet audio video canvas map iframe ' +
    'frameset noframes svg nav aside dialog select option textarea input datalist progress meter s strike del footer'
  ).split(' '),
);

const neverTextRoles = new Set(
  'navigation search contentinfo complementary dialog alertdialog alert menu menubar toolbar tablist'.split(' '),
);

/** How many parts of the page (`main`, `article`, `section`) and captions are open around an element. */
export interface Inside {
  readonly part: number;
  readonly caption: number;
}

/** What the element and its role say by themselves. `total` is the letters of the page. */
export function isPlainNoise(element: HtmlElement, own: Measure | undefined, total: number, inside: Inside): boolean {
  const { name, attribs } = element;
  const role = attribs['role'] ?? '';
  // The button of an accordion is the heading of the text that it opens.
  if (name === 'button' || role === 'button') return !(attribs['aria-expanded'] && attribs['aria-controls']);
  if (own?.hasMain) return false;
  if (neverText.has(name) || neverTextRoles.has(role) || attribs['aria-modal'] === 'true') return true;
  // Some content systems wrap the whole page in one form.
  if (name === 'form') return !own || (!own.hasTitle && own.letters < total / 2);
  if (name === 'header' || role === 'banner') return inside.part === 0;
  if (inside.caption > 0 || !own) return false;
  if (name === 'figcaption') return isCredit(textOf(element));
  return name === 'sup' && own.links > 0 && /^\s*\[?\d{1,3}\]?\s*$/u.test(textOf(element));
}

/** "Foto: Ola Nordmann" and "© Colourbox", alone or at the end of a caption. */
export function isCredit(text: string): boolean {
  return /(?:^|[\s(/.])(?:foto|photo|bilde|illustrasjon|ill\.?)(?:graf)?\s*:|©|\(c\)/iu.test(text);
}

/** A short line of its own that names who took a picture. */
export function isCreditLine(text: string): boolean {
  return text.split(' ').length <= 15 && /^(?:foto|photo|bilde|illustrasjon|ill)\b[^:]{0,10}:|^©/iu.test(text);
}

/** Ids of what buttons open and close: it is on the page for everybody who presses them. */
export function openedByButtons(root: HtmlParent): ReadonlySet<string> {
  const ids = new Set<string>();
  walk(root, {
    enter({ attribs }) {
      const isSwitch = attribs['aria-expanded'] !== undefined || attribs['role'] === 'tab';
      if (isSwitch) for (const id of (attribs['aria-controls'] ?? '').split(/\s+/u)) ids.add(id);
      return true;
    },
    text: () => undefined,
  });
  ids.delete('');
  return ids;
}

export function isHidden({ attribs }: HtmlElement, opened: ReadonlySet<string>): boolean {
  const classes = attribs['class'] ?? '';
  if (/(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|skip-link)(?:\s|$)/iu.test(classes)) return true;
  const isPanel = attribs['role'] === 'tabpanel' || /accordion|trekkspill|collaps/iu.test(classes);
  if (isPanel || opened.has(attribs['id'] ?? '')) return false;
  if (attribs['hidden'] !== undefined && attribs['hidden'] !== 'until-found') return true;
  const style = attribs['style'] ?? '';
  if (attribs['aria-hidden'] === 'true') return true;
  // The last one is the mark of a list item in a page that Word saved.
  return /display\s*:\s*none|visibility\s*:\s*hidden|mso-list\s*:\s*ignore/iu.test(style);
}
