import { markup, type Html } from './escape-html.js';
import { type Operator, homeLink, page } from './page.js';

const attributes: readonly (readonly [name: string, what: string])[] = [
  ['data-language', 'nb, nn eller en. Ellers gjelder språket på siden din.'],
  ['data-parties', 'Partier det skal handle om, for eksempel ap,frp. Ellers alle.'],
  ['data-color', 'Farge på knappen, for eksempel #00594f. Teksten oppå får alltid god nok kontrast.'],
  ['data-position', 'right eller left.'],
  ['data-title', 'Teksten på knappen og øverst i vinduet.'],
  ['data-question', 'Et spørsmål som tilbys først. Det sendes ikke før noen trykker på det.'],
  ['data-mode', 'button, eller inline for samtalen midt i siden.'],
  ['data-target', 'Hvor samtalen skal stå når den er inline, for eksempel #samtale.'],
];

/** How to put the chat into a page, with the chat itself in the corner. */
export function demoPage(origin: string, operator: Operator): string {
  const snippet = `<script async src="${origin}/widget.js" data-language="nb"></script>`;
  const inline = `<standpunkt-chat data-parties="ap,frp"></standpunkt-chat>
<script async src="${origin}/widget.js"></script>`;
  return page({
    title: 'På din side',
    current: null,
    operator,
    head: markup`<script async src="/widget.js" data-mode="button" data-language="nb" data-question="Hva mener partiene om rusreform?"></script>`,
    brand: homeLink,
    main: markup`<h1>Standpunkt på din side</h1>
<p class="lede">Én linje gir en knapp nederst i hjørnet, slik som her. Samtalen lastes først når noen åpner den.</p>
${code(snippet)}
<p>Adressen til siden din må stå i <code>ALLOWED_ORIGINS</code> der tjenesten kjører.</p>
<h2>Tilpasning</h2>
<dl class="attributes">
${attributes.map(([name, what]) => markup`<div><dt><code>${name}</code></dt><dd>${what}</dd></div>\n`)}</dl>
<h2>Midt i siden</h2>
<p>Elementet fyller bredden og er 640 piksler høyt, eller så høyt som <code>--standpunkt-height</code> sier.</p>
${code(inline)}
<h2>Fra egen kode</h2>
${code(`Standpunkt.open();
Standpunkt.ask('Hva mener partiene om eiendomsskatt?');
Standpunkt.close();
document.addEventListener('standpunkt:answer', () => { /* uten innhold */ });`)}
<p>Hendelsene er <code>standpunkt:ready</code>, <code>:open</code>, <code>:question</code>, <code>:answer</code> og <code>:close</code>. Ingen av dem forteller hva det ble spurt om.</p>
<h2>Personvern</h2>
<p>Ingen informasjonskapsler, og ingenting hentes fra andre. Før det første spørsmålet lagres ingenting; deretter én nøkkel i fanen, som holder samtalen og språket om siden lastes på nytt, og som er borte når fanen lukkes.</p>`,
  });
}

function code(text: string): Html {
  return markup`<pre class="snippet" tabindex="0"><code>${text}</code></pre>`;
}
