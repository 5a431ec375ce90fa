import { markup } from './escape-html.js';
import { type Operator, page } from './page.js';

/** The front page: who this is, the promise, and the chat in the flow of the page. */
export function homePage(operator: Operator): string {
  return page({
    title: null,
    current: '/',
    operator,
    head: markup`<script async src="/widget.js"></script>`,
    brand: markup`<div class="brand brand-home">
<h1 class="wordmark">Standpunkt</h1>
<p class="promise">Partienes egne ord, ordrett og med kilde – eller beskjed om at de ikke nevner det.</p>
</div>`,
    main: markup`<standpunkt-chat></standpunkt-chat>
<noscript>
<p class="notice">Samtalen trenger JavaScript. Dokumentene kan du lese uten: <a href="/kilder">Se alle kildene</a>.</p>
</noscript>`,
  });
}
