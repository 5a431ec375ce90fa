import type { HtmlElement } from './tree.js';

/** Names of containers that hold no text of the document, as content systems and consent tools write them. */
const consent =
  /^(?:cookie\w*|cybotcookiebot\w*|onetrust|coi|coipage|cmplz|didomi|usercentrics|cky|gdpr|informasjonskaps\w+)$/u;

const furniture = new RegExp(
  `^(?:${[
    'newsletter|nyhetsbrev|mailchimp|breadcrumbs?|br[oø]dsmule\\w*',
    'nav|navbar|navigation|navigasjon|menu|meny|hovedmeny|toppmeny|sidemeny|submenu|undermeny|megamenu',
    'sidebar|sidefelt|sidekolonne|footer|bunntekst|bunnmeny|topbar|related|relaterte?|recommended|anbefalte?',
    'pagination|paginering|pager|byline|forfatterboks|credits?|photocredit|fotokreditering|fotograf|photographer|colourbox',
    'lightbox|popup|modal|skiplinks?|disqus|addtoany|sharethis|addthis|pinterest|annonser?|advert|advertisement',
    'toc|innholdsfortegnelse|headerlink',
  ].join('|')})$`,
  'u',
);

/** Names that are also topics of politics: a section with the id "samtykke" or "sosiale-medier" may be the programme. */
const ambiguous = new RegExp(
  `^(?:${[
    'consent|samtykke|shar(?:e|ing)|deling|delknapp(?:er)?|social|sosiale|some|search|s[øo]k|comments?|kommentar(?:er|felt)?',
    'hidden|skjult|tags?|stikkord|emneord|subscribe|abonner|p[åa]melding|signup|banner|promo|login|innlogging|print|donate|notice|varsel',
  ].join('|')})$`,
  'u',
);

export type NoiseName = 'consent' | 'furniture' | 'ambiguous';

/** What the names of an element say of it; null when they say nothing. */
export function noiseName({ attribs }: HtmlElement): NoiseName | null {
  const names = [...classNames(attribs['class']), ...wordsOf(attribs['role'])];
  // An id is often made from the heading below it, and a label is a heading itself ("Reform av NAV").
  const said = [...wordsOf(attribs['id']), ...wordsOf(attribs['aria-label'])];
  if ([...names, ...said].some((word) => consent.test(word))) return 'consent';
  if (names.some((word) => furniture.test(word))) return 'furniture';
  return [...names, ...said].some((word) => ambiguous.test(word) || furniture.test(word)) ? 'ambiguous' : null;
}

/** Names of a state ("has-sidebar"), of a subject ("category-nav"), and of a rule for some screens ("md:hidden"). */
const idleClass = /^(?:has|no|not|with|without|is|supports|category|cat|tag|term|topic|tema)[-_]|[:[\]]/u;

function classNames(value: string | undefined): readonly string[] {
  return (value ?? '')
    .split(/\s+/u)
    .filter((name) => !idleClass.test(name))
    .flatMap(wordsOf);
}

function wordsOf(value: string | undefined): readonly string[] {
  return (value ?? '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
