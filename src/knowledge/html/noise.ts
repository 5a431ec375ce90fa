import { lettersOf, measure, isMain, type Measure, type Measures } from './measure.js';
import { noiseName } from './noise-words.js';
import { isHidden, isPlainNoise, openedByButtons } from './noise-plain.js';
import { parentOf, textOf, walk, type HtmlElement, type HtmlParent } from './tree.js';

/** Non-blank characters. A notice is shorter, a chapter longer. */
const longestNotice = 1_200;
const shortestSection = 150;
const longestHeading = 60;

/** Everything on a page that is no text of the document: menus, forms, notices, what is hidden, links to other pages. */
export function findNoise(root: HtmlParent): ReadonlySet<HtmlElement> {
  const all = measure(root, ({ name }) => name === 'script' || name === 'style');
  const noise = findPlainNoise(root, all);
  const measures = measure(root, (element) => noise.has(element));
  const total = lettersOf(root, measures);
  let inHeading = 0;
  walk(root, {
    enter(element) {
      const own = measures.get(element);
      if (!own || noise.has(element)) return false;
      if (isNamed(element, own, total) || isNotice(element, all.get(element), total) || isMenu(element, own)) {
        noise.add(element);
        return false;
      }
      if (!isHeading(element)) return true;
      if (inHeading === 0) addLinkSection(element, measures, total, noise);
      if (!noise.has(element)) inHeading += 1;
      return !noise.has(element);
    },
    text: () => undefined,
    leave(element) {
      if (isHeading(element)) inHeading -= 1;
    },
  });
  return noise;
}

/** What the format itself says, whatever the page calls it. */
function findPlainNoise(root: HtmlParent, measures: Measures): Set<HtmlElement> {
  const noise = new Set<HtmlElement>();
  const opened = openedByButtons(root);
  const total = lettersOf(root, measures);
  const inside = { part: 0, caption: 0 };
  const turn = (element: HtmlElement, by: 1 | -1): void => {
    if (isMain(element) || element.name === 'article' || element.name === 'section') inside.part += by;
    if (element.name === 'figcaption' || element.name === 'sup') inside.caption += by;
  };
  walk(root, {
    enter(element) {
      if (isHidden(element, opened) || isPlainNoise(element, measures.get(element), total, inside)) noise.add(element);
      else turn(element, 1);
      return !noise.has(element);
    },
    text: () => undefined,
    leave: (element) => turn(element, -1),
  });
  return noise;
}

function isHeading({ name }: HtmlElement): boolean {
  return /^h[1-6]$/u.test(name);
}

/** Never what holds the text itself: a class like "page-with-sidebar" stands on the outermost container. */
function isNamed(element: HtmlElement, own: Measure, total: number): boolean {
  if (own.hasMain || isHeading(element) || element.name === 'html' || element.name === 'body') return false;
  const says = noiseName(element);
  const isMost = own.letters > total / 2;
  if (says === 'consent') return !(own.hasTitle && isMost);
  if (says === null || own.hasTitle || isMost) return false;
  const isSection = own.letters >= shortestSection && own.controls === 0 && own.linkLetters < own.letters / 5;
  return says === 'furniture' || !isSection;
}

/** A notice about cookies that no name gives away: short, about cookies, with something to press. */
function isNotice({ name }: HtmlElement, own: Measure | undefined, total: number): boolean {
  if (!own || own.hasMain || own.hasTitle || own.letters > Math.min(longestNotice, total / 2)) return false;
  const isPlace = name === 'div' || name === 'section' || name === 'p';
  return isPlace && own.saysCookie && own.saysAccept;
}

/** Three links or more, and next to nothing else, none of them long enough for a sentence. */
function isMenu({ name }: HtmlElement, own: Measure): boolean {
  if (!['ul', 'ol', 'div', 'section', 'table', 'dl', 'p', 'center'].includes(name)) return false;
  if (own.hasMain || own.hasTitle || own.links < 3) return false;
  return own.linkLetters > own.letters * 0.7 && own.linkLetters / own.links < 60;
}

const linkSection = new RegExp(
  `^\\s*(?:${[
    'les (?:også|mer)|relatert\\S*(?: \\S+)?|(?:flere|siste|aktuelle|andre) (?:saker|nyheter|artikler)|siste nytt',
    '(?:få |meld deg på )?(?:vårt )?nyhetsbrev(?:et)?|bli medlem!?|følg oss.*|kontakt oss|del (?:saken|artikkelen|siden)',
    'meny|søk|related (?:articles|posts|content)|read more|share this|newsletter|innhold(?:sfortegnelse)?',
  ].join('|')}):?\\s*$`,
  'iu',
);

/** The part of the page below a heading like "Les også". */
function addLinkSection(heading: HtmlElement, measures: Measures, total: number, noise: Set<HtmlElement>): void {
  const parent = parentOf(heading);
  const letters = measures.get(heading)?.letters ?? 0;
  if (!parent || letters === 0 || letters > longestHeading || !linkSection.test(textOf(heading))) return;
  const around = measures.get(parent);
  const isFirst = !heading.prev || (heading.prev.nodeType === 3 && !heading.prev.data.trim() && !heading.prev.prev);
  noise.add(heading);
  if (isFirst && around && !around.hasMain && !around.hasTitle && around.letters < total * 0.4) {
    noise.add(parent);
    return;
  }
  for (let next = heading.next; next; next = next.next) {
    if (!('attribs' in next)) continue;
    const own = measures.get(next);
    if (isHeading(next) || (own && own.linkLetters < own.letters / 2)) return;
    noise.add(next);
  }
}
