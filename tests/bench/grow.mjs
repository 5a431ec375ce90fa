import { numbersFrom } from './numbers-from.mjs';

/** Passages of one generated document: some forty pages of a programme. */
const perDocument = 200;

/** As many parties as the Storting's and those around it. */
const fewestParties = 13;

/** The parties of the passages, and the first others of the list that make them thirteen. */
export function partiesOf(passages, listed) {
  const own = new Set(passages.map(({ party }) => party));
  const others = listed.filter((id) => !own.has(id));
  return [...own, ...others.slice(0, Math.max(0, fewestParties - own.size))];
}

/**
 * The passages, and beyond them ones of the same shape whose sentences come from anywhere in them, until there are
 * `size`. The parties get equally many.
 */
export function grow(passages, size, parties) {
  const random = numbersFrom(1814);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const pool = { bullet: [], sentence: [] };
  for (const { text, start, units } of passages) {
    for (const unit of units) pool[unit.kind].push(text.slice(unit.start - start, unit.end - start));
  }
  const grown = passages.slice(0, size);
  const counts = new Map(parties.map((party) => [party, 0]));
  for (const { party } of grown) counts.set(party, counts.get(party) + 1);
  for (let made = 0; grown.length < size; made += 1) {
    const party = parties.reduce((fewest, each) => (counts.get(each) < counts.get(fewest) ? each : fewest));
    counts.set(party, counts.get(party) + 1);
    const document = `${party}/generated-${Math.floor(counts.get(party) / perDocument)}`;
    grown.push(recombined(pick(passages), (kind) => pick(pool[kind]), { id: `${document}#${made}`, document, party }));
  }
  return grown;
}

/** A passage of the shape of another, laid out from 0. */
function recombined({ units: shape, text: _text, ...passage }, pickText, place) {
  const units = [];
  let text = '';
  for (const { kind } of shape) {
    if (text) text += kind === 'bullet' ? '\n' : ' ';
    const start = text.length;
    text += pickText(kind);
    units.push({ kind, start, end: text.length, page: null, pageEnd: null });
  }
  return { ...passage, ...place, start: 0, end: text.length, text, units };
}
