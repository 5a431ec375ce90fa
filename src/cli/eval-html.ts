import { markup, type Html } from '../pages/escape-html.js';
import { figureNames, percent } from './eval-figures.js';
import type { Curve } from './eval-curve.js';
import { barPlot, curvePlot, few } from './eval-plots.js';
import { comparisonHeaders, comparisonRows, sectionsOf, type FileReport, type Report } from './eval-report.js';
import { sheet } from './eval-sheet.js';
import { shorten } from './knowledge-terminal.js';

/** The report as one page that needs nothing besides itself: no scripts, nothing from elsewhere. */
export function htmlReport(report: Report): string {
  const items = report.all.all.items ?? 0;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>Answers against gold – Standpunkt</title>
<style>${{ html: sheet }}</style>
</head>
<body>
<h1>Answers against gold</h1>
<p>${items} questions with known answers. Shares are in percent; wrong party and quotes are counts.</p>
${report.notes.map((note) => markup`<p>${note}</p>`)}
<h2>Right answers</h2>
<p>Pale bars stand for fewer than ${few} questions.</p>
<div class="plots">
<div><h3>By party</h3>${barPlot('Share of right answers by party', report.all.byParty)}</div>
<div><h3>By style or kind</h3>${barPlot('Share of right answers by style or kind', report.all.byStyle)}</div>
</div>
${report.curve === null ? null : curveSection(report.curve)}
<h2>Figures</h2>
${sectionsOf(report).map(({ heading, rows }) => table([heading, ...figureNames], rows, 'figures'))}
${report.comparisons.length === 0 ? null : markup`<h2>Side by side</h2>${table(comparisonHeaders, comparisonRows(report), 'small')}`}
<h2>What went wrong</h2>
${report.files.map(failures)}
</body>
</html>
`.html;
}

function table(headers: readonly string[], rows: readonly (readonly string[])[], kind: 'figures' | 'small'): Html {
  const cells = ([name = '', ...figures]: readonly string[]): Html =>
    markup`<tr><th scope="row">${name}</th>${figures.map((figure) => markup`<td>${figure}</td>`)}</tr>
`;
  return markup`<div class="scroll"><table class="${kind}">
<thead><tr>${headers.map((header) => markup`<th scope="col">${header}</th>`)}</tr></thead>
<tbody>
${rows.map(cells)}</tbody>
</table></div>
`;
}

function curveSection(curve: Curve): Html {
  const rows = curve.points
    .filter((_, at) => at % 10 === 0)
    .map(({ threshold, abstentionRecall, falseAbstention }) => [
      threshold.toFixed(1),
      percent(abstentionRecall),
      percent(falseAbstention),
    ]);
  return markup`<h2>When to say nothing</h2>
<p>A party is silent when its best slice is less sure than the threshold. ${curve.unanswerable} questions of one turn that nothing answers, ${curve.answerable} that something does. A dot stands at each tenth, from 0 at the lower left to 1 at the upper right. The mark is the present threshold, with its abstention recall and false abstention.</p>
<div class="plots">
<div>${curvePlot(curve)}</div>
${table(['threshold', 'abstention recall', 'false abstention'], rows, 'small')}
</div>`;
}

/** Characters: there are questions of thousands, and their beginning says which they are. */
const longestQuestion = 300;

function failures({ file, failures: wrong }: FileReport): Html {
  if (wrong.length === 0) return markup``;
  const rows = wrong.map(
    ({
      id,
      question,
      failure,
    }) => markup`<tr><td>${id}</td><td>${shorten(question, longestQuestion)}</td><td>${failure}</td></tr>
`,
  );
  return markup`<details>
<summary>${file}: ${wrong.length}</summary>
<table><tbody>
${rows}</tbody></table>
</details>
`;
}
