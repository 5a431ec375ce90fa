import { abstentionCurve } from '../../src/cli/eval-curve.js';
import { breakDown } from '../../src/cli/eval-figures.js';
import { htmlReport } from '../../src/cli/eval-html.js';
import { leftOutNote, reportJson, reportText, type Report } from '../../src/cli/eval-report.js';
import { score } from './gold-fixture.js';

const hostile = `<script src="https://evil.example/x.js"></script>"'&<img src=x onerror=alert(1)>`;
const scores = [score(), score({ right: false, party: hostile, language: hostile, style: hostile })];
const judged = [0.1, 0.3, 0.8].map((confidence) => ({ answerable: confidence > 0.2, confidence }));

const report: Report = {
  files: [
    {
      file: hostile,
      leftOut: 0,
      failures: [{ id: hostile, question: hostile, failure: hostile }],
      ...breakDown(scores),
    },
  ],
  all: breakDown(scores),
  comparisons: [
    {
      name: hostile,
      left: { label: hostile, items: 1, share: 1 },
      right: { label: hostile, items: 1, share: 0.5 },
      points: -50,
    },
  ],
  curve: abstentionCurve(judged, 0.45),
  notes: [hostile],
};

test('the page shows hostile text as text', () => {
  const html = htmlReport(report);
  expect(html).not.toMatch(/<script|<img/i);
  expect(html.split('&lt;script src=&quot;https://evil.example/x.js&quot;&gt;').length).toBeGreaterThan(8);
});

test('the page refers to nothing outside itself', () => {
  const html = htmlReport({ ...report, notes: [] }).replaceAll(/&lt;.*?&gt;/g, '');
  expect(html).not.toMatch(/https?:|\/\/|\b(?:src|href|xlink)\s*=|url\(|@import|<link|<iframe/i);
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
});

test('the page has a plot for parties, one for styles, and the curve with the present threshold', () => {
  const html = htmlReport(report);
  expect(html.match(/<svg role="img"/g)).toHaveLength(3);
  expect(html).toContain('threshold 0.45: 100.0 %, 50.0 %');
  expect(htmlReport({ ...report, curve: null }).match(/<svg role="img"/g)).toHaveLength(2);
});

test('the curve goes from always answering to hardly ever', () => {
  const curve = abstentionCurve(judged, 0.2);
  expect(curve?.points).toHaveLength(101);
  expect(curve?.points[0]).toEqual({ threshold: 0, abstentionRecall: 0, falseAbstention: 0 });
  expect(curve?.now).toEqual({ threshold: 0.2, abstentionRecall: 1, falseAbstention: 0 });
  expect(curve?.points.at(-1)).toEqual({ threshold: 1, abstentionRecall: 1, falseAbstention: 1 });
  expect(abstentionCurve(judged.slice(1), 0.2)).toBeNull();
});

test('items that are left out are one line with the reason and the cure', () => {
  expect(leftOutNote('own.jsonl', 0)).toEqual([]);
  expect(leftOutNote('own.jsonl', 412)).toEqual([
    '412 items of own.jsonl left out: their documents are not in this knowledge folder; use --knowledge <folder>.',
  ]);
});

test('the terminal shows the tables, the notes, and failures where they are asked for', () => {
  const plain = { columns: Infinity, colours: false };
  const quiet = {
    ...report,
    notes: ['To mangler.'],
    files: report.files.map((each) => ({ ...each, file: 'own.jsonl' })),
  };
  const text = reportText(quiet, plain, false);
  expect(text).toMatch(/^file +items +right/);
  expect(text).toMatch(/^own\.jsonl +2 +50\.0/m);
  expect(text).toMatch(/ 1 +50\.0 +−50\.0$/m);
  expect(text).toMatch(/\nTo mangler\.\n$/);
  const failure = { id: 'q-7', question: 'Hva?', failure: 'silent' };
  const files = quiet.files.map((each) => ({ ...each, failures: [failure] }));
  expect(text).not.toContain('q-7');
  expect(reportText({ ...quiet, files }, plain, true)).toContain('\n  q-7: silent\n');
});

test('the figures for a program hold no question', () => {
  const files = report.files.map((each) => ({ ...each, file: 'own' }));
  const json = JSON.parse(JSON.stringify(reportJson({ ...report, files })));
  expect(json.files.own).toMatchObject({ leftOut: 0, all: { items: 2, right: 0.5 } });
  expect(Object.keys(json.files.own)).toEqual(['leftOut', 'all', 'byParty', 'byLanguage', 'byStyle']);
});
