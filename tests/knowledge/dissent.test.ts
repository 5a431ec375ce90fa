import type { Document, DocumentKind } from '../../src/domain.js';
import { assemble } from '../../src/knowledge/assemble.js';
import { readMarkdown } from '../../src/knowledge/read-markdown.js';
import { split } from '../../src/knowledge/split.js';

function quotable(kind: DocumentKind, markdown: string): readonly string[] {
  const document: Document = {
    ...assemble(readMarkdown(markdown)),
    id: 'ap/utkast',
    party: 'ap',
    title: 'Utkast',
    kind,
    published: '2024',
    period: null,
    url: null,
    publisher: null,
    authorRole: null,
    adoptedBy: null,
    language: 'nb',
    printedPages: {},
  };
  return split(document).flatMap(({ units }) => units.map(({ start, end }) => document.body.slice(start, end)));
}

const draft = `# Skatt

Partiet vil:

- senke skatten
- Dissens fra Ola Nordmann: fjerne formuesskatten
- bygge vei

Mindretallet, Kari og Per, vil:

- øke skatten

Vi vil ha orden i økonomien.

## Dissens om bompenger

Alle bompenger fjernes.

### Begrunnelse

Det er dyrt.

## Vei

Veiene skal bli bedre. Et mindretall av veiene er fylkesveier.
`;

test('what a draft marks as dissent is not quoted: a bullet, a line with its bullets, a section with its sub-sections', () => {
  expect(quotable('draft-programme', draft)).toEqual([
    'senke skatten',
    'bygge vei',
    'Vi vil ha orden i økonomien.',
    'Veiene skal bli bedre.',
    'Et mindretall av veiene er fylkesveier.',
  ]);
});

test('an adopted programme has no dissent: what looks like it is text', () => {
  expect(quotable('programme', draft)).toContain('Alle bompenger fjernes.');
});
