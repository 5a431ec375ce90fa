import { markup, type Html } from './escape-html.js';

/** Who runs the service, and where they say how; null where it is not configured. */
export interface Operator {
  readonly name: string | null;
  readonly privacyUrl: string | null;
  readonly termsUrl: string | null;
}

export interface PageContent {
  /** Of the browser's tab; the site's name is added. Null on the front page. */
  readonly title: string | null;
  /** Which entry of the menu this page is; null for neither. */
  readonly current: '/' | '/kilder' | null;
  /** What fills the header beside the menu. */
  readonly brand: Html;
  readonly main: Html;
  /** Extra elements of `head`: stylesheets and scripts from `/widget/`. */
  readonly head: Html | null;
  readonly operator: Operator;
}

const menu = [
  { href: '/', label: 'Spør' },
  { href: '/kilder', label: 'Kilder' },
] as const;

/** The name of the site as a link home, for every page but the front page. */
export const homeLink: Html = markup`<p class="brand"><a href="/"><span class="wordmark">Standpunkt</span></a></p>`;

/** A whole page. Nothing in it needs inline scripts or styles, so a strict content security policy can stand. */
export function page(content: PageContent): string {
  const title = content.title === null ? 'Standpunkt' : `${content.title} – Standpunkt`;
  return markup`<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/widget/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/widget/tokens.css">
<link rel="stylesheet" href="/widget/page.css">
${content.head}
</head>
<body>
<a class="skip" href="#innhold">Hopp til innholdet</a>
<header class="site-header">
${content.brand}
<nav aria-label="Hovedmeny">
<ul>
${menu.map((entry) => menuEntry(entry, content.current))}
</ul>
</nav>
</header>
<main id="innhold" tabindex="-1">
${content.main}
</main>
<footer class="site-footer">
<p>Standpunkt viser ordrette sitater fra partienes egne dokumenter. Tjenesten er automatisk, rangerer ikke partier og gir ikke råd om hva du skal stemme.</p>
<p><a href="/demo">Sett samtalen inn på din egen side</a></p>
${responsible(content.operator)}
</footer>
</body>
</html>
`.html;
}

function responsible({ name, privacyUrl, termsUrl }: Operator): Html | null {
  const links = [
    ...(privacyUrl === null ? [] : [markup`<a href="${privacyUrl}">Personvern</a>`]),
    ...(termsUrl === null ? [] : [markup`<a href="${termsUrl}">Vilkår</a>`]),
  ];
  if (name === null && links.length === 0) return null;
  return markup`<p>${name === null ? null : markup`Ansvarlig for tjenesten: ${name}. `}${links.map((link) => markup`${link} `)}</p>`;
}

function menuEntry(entry: (typeof menu)[number], current: PageContent['current']): Html {
  const here = entry.href === current ? markup` aria-current="page"` : null;
  return markup`<li><a href="${entry.href}"${here}>${entry.label}</a></li>`;
}
