/** The style sheet of the report: in the page itself, so that one file can be kept and sent. */
export const sheet = `
:root {
  color-scheme: light dark;
  --paper: #f7f5f0; --ink: #1d1b18; --muted: #5b564d; --line: #dcd6ca; --bar: #4a6a8a; --marker: #ffd75e;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #181714; --ink: #f1ede4; --muted: #b8b1a3; --line: #3b3730; --bar: #8fb2d6; --marker: #e3b93f; }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2rem clamp(1rem, 4vw, 2.5rem) 4rem; max-width: 76rem;
  background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, 'Liberation Sans', sans-serif;
}
h1 { font-size: 1.6rem; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .75rem; }
p { max-width: 44rem; margin: .25rem 0 .75rem; color: var(--muted); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .6rem; text-align: right; white-space: nowrap; border-bottom: 1px solid var(--line); }
th { font-weight: 600; vertical-align: bottom; }
thead th { white-space: normal; color: var(--muted); font-size: .85rem; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
tbody th { font-weight: 400; }
table.figures { table-layout: fixed; min-width: 62rem; }
table.figures th:first-child { width: 20rem; white-space: normal; overflow-wrap: anywhere; }
table.small { max-width: 40rem; }
table + table, .scroll + .scroll { margin-top: 1.5rem; }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); gap: 1rem 2.5rem; align-items: start; }
.plots > * { min-width: 0; }
h3 { font-size: 1rem; margin: 0 0 .5rem; }
svg { display: block; width: 100%; height: auto; max-width: 40rem; font: 13px system-ui, 'Liberation Sans', sans-serif; }
svg text { fill: var(--ink); dominant-baseline: central; }
svg text.tick, svg text.axis, svg .of { fill: var(--muted); }
svg text.tick { font-size: 11px; }
.grid { stroke: var(--line); }
.bar { fill: var(--bar); }
.pale { opacity: .45; }
.curve { fill: none; stroke: var(--bar); stroke-width: 2.5; }
.dot { fill: var(--bar); }
.now { fill: var(--marker); stroke: var(--ink); stroke-width: 2; }
details { margin: .5rem 0; }
summary { cursor: pointer; }
details table td { text-align: left; white-space: normal; vertical-align: top; }
details td:first-child, details td:last-child { white-space: nowrap; }
`;
