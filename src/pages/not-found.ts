import { markup } from './escape-html.js';
import { type Operator, homeLink, page } from './page.js';

/** Shown for an address that leads nowhere. */
export function notFoundPage(operator: Operator): string {
  return page({
    title: 'Siden finnes ikke',
    current: null,
    operator,
    head: null,
    brand: homeLink,
    main: markup`<h1>Siden finnes ikke</h1>
<p class="lede">Adressen er feil, eller dokumentet er tatt bort. Finn det du leter etter blant <a href="/kilder">alle kildene</a>, eller <a href="/">still et spørsmål</a>.</p>`,
  });
}
