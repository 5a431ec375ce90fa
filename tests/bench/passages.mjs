/** Where one passage of a document ends and the next begins. */
const gap = '\n\n';

/** Passages of an open index → passages as every library gets them. */
export function passagesIn(index) {
  return Array.from(index.passages.values(), ({ passage }) => {
    const { title } = index.documents.get(passage.document);
    return { ...passage, title, frame: [title, ...passage.section, passage.leadIn ?? ''].join('\n').trim() };
  });
}

/** A text with a title → a passage, for texts that come in pieces already. */
export function passageOf({ id, document, title, text }, sentences) {
  const units = sentences(text).map((span) => ({ ...span, kind: 'sentence', page: null, pageEnd: null }));
  const place = { id, document, party: 'wikipedia', start: 0, end: text.length };
  return { ...place, title, frame: title, text, section: [], leadIn: null, units };
}

/** Passages → documents that hold nothing else, and the passages with their places in them. */
export function documentsOf(passages) {
  const passagesOf = grouped(passages);
  const documents = [];
  for (const [id, cut] of passagesOf) {
    let body = '';
    const placed = cut.map((passage) => {
      const moved = moveTo(passage, body.length);
      body += passage.text + gap;
      return moved;
    });
    passagesOf.set(id, placed);
    documents.push(documentOf(id, cut[0], body));
  }
  return { documents, passagesOf };
}

function grouped(passages) {
  const groups = new Map();
  for (const passage of passages) {
    const group = groups.get(passage.document);
    if (group) group.push(passage);
    else groups.set(passage.document, [passage]);
  }
  return groups;
}

function moveTo({ title: _title, frame: _frame, ...passage }, start) {
  const by = start - passage.start;
  const units = passage.units.map((unit) => ({ ...unit, start: unit.start + by, end: unit.end + by }));
  return { ...passage, start, end: passage.end + by, units };
}

function documentOf(id, { party, title }, body) {
  const what = { id, party, title, kind: 'programme', published: 'unknown', language: 'nb' };
  const unknown = { period: null, url: null, publisher: null, authorRole: null, adoptedBy: null };
  return { ...what, ...unknown, body, blocks: [], printedPages: {} };
}
