import { markup, type Html } from '../pages/escape-html.js';
import type { Curve, CurvePoint } from './eval-curve.js';
import { percent, type Breakdown } from './eval-figures.js';

/** Units of the drawing. */
const bar = { height: 18, gap: 10, label: 150, width: 400, end: 120, top: 22 };
const ticks = [0, 25, 50, 75, 100];

/** Items below which a share says little. */
export const few = 20;

/** Share of items that are right, a bar a group, those with most items first; bars of few items are pale. */
export function barPlot(title: string, groups: Breakdown['byParty']): Html {
  const rows = Object.entries(groups).toSorted(([, a], [, b]) => (b.items ?? 0) - (a.items ?? 0));
  const foot = bar.top + rows.length * (bar.height + bar.gap);
  const x = (part: number): number => bar.label + part * bar.width;
  const grid = ticks.map(
    (tick) => markup`<line class="grid" x1="${x(tick / 100)}" x2="${x(tick / 100)}" y1="${bar.top - 4}" y2="${foot}"/>
<text class="tick" x="${x(tick / 100)}" y="${bar.top - 10}" text-anchor="middle">${tick} %</text>`,
  );
  const bars = rows.map(([name, { right, items }], at) => {
    const y = bar.top + at * (bar.height + bar.gap) + bar.gap / 2;
    const middle = y + bar.height / 2;
    const length = Number(((right ?? 0) * bar.width).toFixed(1));
    return markup`<text class="name" x="${bar.label - 8}" y="${middle}" text-anchor="end">${name}</text>
<rect class="${(items ?? 0) < few ? 'bar pale' : 'bar'}" x="${bar.label}" y="${y}" width="${length}" height="${bar.height}"/>
<text class="value" x="${x(right ?? 0) + 6}" y="${middle}">${percent(right)} % <tspan class="of">of ${items ?? 0}</tspan></text>`;
  });
  return markup`<svg role="img" aria-label="${title}" viewBox="0 0 ${bar.label + bar.width + bar.end} ${foot + 4}">
${grid}
${bars}
</svg>`;
}

/** The square that the curve is drawn in; its origin is no false abstention and nothing abstained from. */
const square = { left: 60, top: 16, side: 400, right: 24, foot: 48 };

const across = (part: number): number => Number((square.left + part * square.side).toFixed(1));
const up = (part: number): number => Number((square.top + (1 - part) * square.side).toFixed(1));

/** Abstention recall against false abstention, at every threshold; the present one is marked. */
export function curvePlot({ points, now }: Curve): Html {
  const place = ({ abstentionRecall, falseAbstention }: CurvePoint): { x: number; y: number } => ({
    x: across(falseAbstention),
    y: up(abstentionRecall),
  });
  const line = points.map(place).map(({ x, y }) => `${x},${y}`);
  const dots = points
    .filter((_, at) => at % 10 === 0)
    .map((point) => {
      const { x, y } = place(point);
      return markup`<circle class="dot" cx="${x}" cy="${y}" r="3"><title>${point.threshold}</title></circle>`;
    });
  const mark = place(now);
  const label = `${now.threshold}: ${percent(now.abstentionRecall)} %, ${percent(now.falseAbstention)} %`;
  const width = square.left + square.side + square.right;
  const height = square.top + square.side + square.foot;
  return markup`<svg role="img" aria-label="Abstention recall against false abstention" viewBox="0 0 ${width} ${height}">
${ticks.map((tick) => axes(tick / 100))}
<text class="axis" x="${across(0.5)}" y="${up(0) + 40}" text-anchor="middle">false abstention, %</text>
<text class="axis" x="14" y="${up(0.5)}" text-anchor="middle" transform="rotate(-90 14 ${up(0.5)})">abstention recall, %</text>
<polyline class="curve" points="${line.join(' ')}"/>
${dots}
<circle class="now" cx="${mark.x}" cy="${mark.y}" r="7"/>
${labelAt(mark, `threshold ${label}`)}
</svg>`;
}

/** Below the curve, on whichever side of the mark there is room. */
function labelAt({ x, y }: { readonly x: number; readonly y: number }, text: string): Html {
  const leftward = x > across(0.55);
  const at = leftward ? x - 14 : x + 14;
  return markup`<text class="value" x="${at}" y="${Math.min(y + 16, up(0) - 10)}" text-anchor="${leftward ? 'end' : 'start'}">${text}</text>`;
}

function axes(part: number): Html {
  const tick = 100 * part;
  return markup`<line class="grid" x1="${across(part)}" x2="${across(part)}" y1="${up(0)}" y2="${up(1)}"/>
<line class="grid" x1="${across(0)}" x2="${across(1)}" y1="${up(part)}" y2="${up(part)}"/>
<text class="tick" x="${across(part)}" y="${up(0) + 18}" text-anchor="middle">${tick}</text>
<text class="tick" x="${square.left - 8}" y="${up(part)}" text-anchor="end">${tick}</text>`;
}
