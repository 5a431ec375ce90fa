import { markup } from './escape-html.js';
import { page } from './page.js';

/** The front page: who this is, the promise, and the place where `/widget/widget.js` builds the chat. */
export function homePage(operatorName: string | null): string {
  return page({
    title: null,
    current: '/',
    operatorName,
    head: markup`<link rel="stylesheet" href="/widget/widget.css">
<script type="module" src="/widget/widget.js"></script>`,
    brand: markup`<div class="brand brand-home">
<h1 class="wordmark">Standpunkt</h1>
<p class="promise">Partienes egne ord, ordrett og med kilde – eller beskjed om at de ikke nevner det.</p>
</div>`,
    main: markup`<div id="standpunkt" class="standpunkt"></div>
<noscript>
<p class="notice">Samtalen trenger JavaScript. Dokumentene kan du lese uten: <a href="/kilder">Se alle kildene</a>.</p>
</noscript>`,
  });
}
