/** Share of their words that a slice and a gold quote have in common when they say the same, measured by both … */
const alike = 0.4;
/** … and of the quote's words that the slice has. */
const held = 0.6;
const fewestWords = 3;

/**
 * The index without what a party says to a question: passages with a gold quote, or with a slice that says nearly the same.
 * What is left of the party is a question that it does not answer, asked as people ask.
 * @param covers (text, quote) → does the text hold the quote?
 */
export function leaveOut(index, party, quotes, covers) {
  const sets = quotes.map((quote) => termsOf(quote, index));
  const own = index.ids.filter((id) => index.passages.get(id).passage.party === party);
  const gone = new Set(own.filter((id) => says(index.open(id), quotes, sets, covers)));
  const kept = (postings) => without(postings, (passage) => gone.has(index.ids[passage]));
  return {
    ...index,
    lookUp: (term) => kept(index.lookUp(term)),
    lookUpAll: (terms) => kept(index.lookUpAll(terms)),
    passagesOf: (id) => index.passagesOf(id).filter((passage) => !gone.has(index.ids[passage])),
  };
}

function termsOf(text, { analyser }) {
  const words = analyser.analyse(text).filter(({ role }) => role !== 'stop');
  return new Set(words.map(({ term }) => term));
}

function says({ passage, units }, quotes, sets, covers) {
  const text = (from, to) => passage.text.slice(from.unit.start - passage.start, to.unit.end - passage.start);
  return units.some((unit, at) => {
    const terms = new Set(Array.from(unit.terms).flatMap(([term, strength]) => (strength === 1 ? [term] : [])));
    if (sets.some((set) => set.size >= fewestWords && isAlike(terms, set))) return true;
    return units.slice(at, at + 3).some((last) => quotes.some((quote) => covers(text(unit, last), quote)));
  });
}

function isAlike(terms, set) {
  let shared = 0;
  for (const term of terms) if (set.has(term)) shared += 1;
  return shared / (terms.size + set.size - shared) >= alike || shared / set.size >= held;
}

function without(postings, isGone) {
  const places = Array.from(postings.passages.keys()).filter((at) => !isGone(postings.passages[at]));
  if (places.length === postings.size) return postings;
  return {
    size: places.length,
    passages: Uint32Array.from(places, (at) => postings.passages[at]),
    scores: Float64Array.from(places, (at) => postings.scores[at]),
  };
}
