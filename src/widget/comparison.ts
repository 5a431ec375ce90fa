import type { ReplySection } from '../domain.js';
import { element } from './element.js';
import { partyBody, type QuoteActions } from './quote.js';
import { says } from './words.js';

/**
 * Several parties side by side: a table where the widget is wide, cards where it is narrow. The roles are written out,
 * as browsers take a table that is laid out otherwise for none.
 */
export function comparison(sections: readonly ReplySection[], actions: QuoteActions): HTMLElement {
  const { words } = actions;
  const column = (pick: Parameters<typeof says>[2]): HTMLElement =>
    says(words, element('th', { role: 'columnheader', scope: 'col' }), pick);
  const rows = sections.map((section) =>
    element(
      'tr',
      { role: 'row' },
      element('th', { role: 'rowheader', scope: 'row' }, section.heading),
      element('td', { role: 'cell' }, ...partyBody(section, actions)),
    ),
  );
  return element(
    'table',
    { class: 'comparison', role: 'table' },
    says(words, element('caption', { class: 'visually-hidden' }), (strings) => strings.comparison.caption),
    element(
      'thead',
      { role: 'rowgroup' },
      element(
        'tr',
        { role: 'row' },
        column((strings) => strings.comparison.party),
        column((strings) => strings.comparison.words),
      ),
    ),
    element('tbody', { role: 'rowgroup' }, ...rows),
  );
}
