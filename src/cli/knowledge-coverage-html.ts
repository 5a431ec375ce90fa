import { markup, type Html } from '../pages/escape-html.js';
import { sheet } from './eval-sheet.js';
import type { Coverage, PartyCoverage } from './knowledge-coverage.js';
import { coverageNotes } from './knowledge-coverage-text.js';

/** Shares of a party's passages from which a cell is a step darker. */
const STEPS = [0.03, 0.08, 0.15, 0.25, 0.4] as const;

/** Every cell holds its number; the colour only helps to find it. Contrast is above 4.5:1 on each step. */
const heatSheet = `
.heat { --tint: #2f6f9f; }
@media (prefers-color-scheme: dark) { .heat { --tint: #5d9fd0; } }
.heat td { text-align: right; padding: .35rem .6rem; }
.heat th[scope=col] { text-align: right; }
.heat th:first-child { text-align: left; padding-left: .5rem; position: sticky; left: 0; background: var(--paper); }
.heat caption { text-align: left; color: var(--muted); padding-bottom: .5rem; max-width: 44rem; }
.heat small { font-size: .8rem; color: inherit; opacity: .85; }
${STEPS.map((_, at) => `.heat .s${at + 1} { background: color-mix(in srgb, var(--tint) ${(at + 1) * 8}%, transparent); }`).join('\n')}
.heat .none { color: var(--muted); }
.heat tfoot th, .heat tfoot td { border-top: 1px solid var(--ink); }
.scroll:focus-visible { outline: 2px solid var(--bar); outline-offset: 2px; }
ul { max-width: 44rem; padding-left: 1.2rem; }
`;

/** One page that needs nothing besides itself: no scripts, nothing from elsewhere. */
export function coverageHtml(coverage: Coverage): string {
  const { areas, parties } = coverage;
  const notes = coverageNotes(coverage);
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>Coverage – Standpunkt</title>
<style>${{ html: sheet + heatSheet }}</style>
</head>
<body>
<main>
<h1>What the documents cover</h1>
<p>How many passages of each party hold at least two phrases of each policy area in the vocabulary, and what share of the party’s passages that is. A number says how much is written, not what is meant.</p>
<h2 id="notes">To look at</h2>
${notes.length === 0 ? markup`<p>Nothing.</p>` : markup`<ul>${notes.map((note) => markup`<li>${note}</li>`)}</ul>`}
<h2 id="map">Party by policy area</h2>
<div class="scroll" role="region" aria-labelledby="map" tabindex="0">
<table class="heat">
<caption>Passages, and their share of the party’s passages. A darker cell is a larger share; – is none.</caption>
<thead><tr><th scope="col">Policy area</th>${parties.map(({ name }) => markup`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${areas.map((area, at) => row(area, at, coverage))}</tbody>
<tfoot>
${total('All passages', parties, ({ passages }) => String(passages))}${total('Words', parties, ({ words, isThin }) => `${words}${isThin ? ' (few)' : ''}`)}${total('Documents', parties, ({ documents }) => String(documents))}</tfoot>
</table>
</div>
</main>
</body>
</html>
`.html;
}

function row(area: string, at: number, { parties, uncovered }: Coverage): Html {
  const mark = uncovered.includes(area) ? ' (no party)' : '';
  const cells = parties.map(({ byArea, passages }) => cell(byArea[at] ?? 0, passages));
  return markup`<tr><th scope="row">${area}${mark}</th>${cells}</tr>
`;
}

function cell(count: number, passages: number): Html {
  if (count === 0) return markup`<td class="none">–</td>`;
  const share = count / passages;
  const step = STEPS.filter((least) => share >= least).length;
  return markup`<td class="s${step}">${count} <small>${Math.round(share * 100)} %</small></td>`;
}

function total(name: string, parties: readonly PartyCoverage[], figure: (party: PartyCoverage) => string): Html {
  return markup`<tr><th scope="row">${name}</th>${parties.map((party) => markup`<td>${figure(party)}</td>`)}</tr>
`;
}
