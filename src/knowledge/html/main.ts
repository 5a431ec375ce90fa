import { isMain, measure, type Measure, type Measures } from './measure.js';
import { walk, type HtmlElement, type HtmlParent } from './tree.js';

/** Non-blank characters: an empty `main` that scripts should have filled is shorter. */
const shortestMain = 200;

/** Shares of the text that is no link. Less than all of it, so that a date or a line beside the text does not count. */
const mostByArticle = 0.6;
const mostOfParent = 0.85;

/** The part of the page that holds its text: `main`, one leading `article`, or the densest block. */
export function findMain(root: HtmlParent, noise: ReadonlySet<HtmlElement>): HtmlParent {
  const measures = measure(root, (element) => noise.has(element));
  const marked = longest(elements(root, noise, isMain), measures);
  if (marked && density(measures.get(marked)) >= shortestMain) return marked;
  const articles = elements(root, noise, ({ name }) => name === 'article');
  const leading = longest(articles, measures);
  const own = leading ? density(measures.get(leading)) : 0;
  const isMost = own > totalOf(root, measures) * mostByArticle;
  if (leading && own >= shortestMain && isMost) return leading;
  return densest(root, measures);
}

/** Outermost elements that `test` holds for. */
function elements(
  root: HtmlParent,
  noise: ReadonlySet<HtmlElement>,
  test: (element: HtmlElement) => boolean,
): readonly HtmlElement[] {
  const found: HtmlElement[] = [];
  walk(root, {
    enter(element) {
      if (noise.has(element)) return false;
      if (test(element)) found.push(element);
      return !test(element);
    },
    text: () => undefined,
  });
  return found;
}

function density(own: Measure | undefined): number {
  return own ? own.letters - own.linkLetters : 0;
}

function longest(found: readonly HtmlElement[], measures: Measures): HtmlElement | undefined {
  return found.toSorted((one, other) => density(measures.get(other)) - density(measures.get(one)))[0];
}

function childrenOf(root: HtmlParent, measures: Measures): readonly HtmlElement[] {
  return root.children.filter((child): child is HtmlElement => 'attribs' in child && measures.has(child));
}

function totalOf(root: HtmlParent, measures: Measures): number {
  return childrenOf(root, measures).reduce((sum, child) => sum + density(measures.get(child)), 0);
}

/** Down from the page as long as one child holds nearly all of the text. */
function densest(root: HtmlParent, measures: Measures): HtmlParent {
  let place = root;
  for (;;) {
    const best = longest(childrenOf(place, measures), measures);
    const whole = 'attribs' in place ? density(measures.get(place)) : totalOf(place, measures);
    const isBlock = best && !/^(?:p|span|a|li|td|tr|b|i|em|strong|font)$/u.test(best.name);
    if (!best || !isBlock || whole === 0 || density(measures.get(best)) < whole * mostOfParent) return place;
    place = best;
  }
}
