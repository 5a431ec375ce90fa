import * as fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { escapeMarkdown } from '../../src/channels/markdown.js';

const parser = unified().use(remarkParse);

/** The text inside our frame as a CommonMark reader displays it; fails when it holds anything but text. */
function displayed(text: string): string {
  const root = parser.parse(`**Parti**: «${escapeMarkdown(text)}» [1]`);
  const paragraph = root.children.length === 1 ? root.children[0] : undefined;
  if (paragraph?.type !== 'paragraph') throw new Error('the text broke out of its paragraph');
  const [name, ...rest] = paragraph.children;
  expect(name?.type).toBe('strong');
  const shown = rest.map((node: Nodes) => {
    if (node.type !== 'text') throw new Error(`${node.type} came alive`);
    return node.value;
  });
  return shown.join('').slice(': «'.length, -'» [1]'.length);
}

const hostile = [
  '[klikk](javascript:alert(1))',
  '![x](https://evil.example/x.png)',
  '<b>fet</b><script>alert(1)</script>',
  '*fet* _kursiv_ **ja** __ja__ ~~nei~~ `kode` ``` kode ```',
  '<!channel> <@U1> <at>Kari</at>',
  'først\n[1]: http://evil.example "kilde"',
  'først\n\n[1]: http://evil.example\n\nså',
  'en linje\n===\nto\n---',
  '# overskrift\n> sitat\n- punkt\n+ punkt\n1. punkt\n2) punkt\n    kode',
  'a | b\n--- | ---\nc | d',
  ':-:\n:--',
  '\\[x^2\\] \\(y\\) $$z$$ \\',
  '&lt;b&gt; &#42; &amp;',
  'slutt  \nmed hard linje\\\nher',
  '\r\n\tinnrykk\t\n \n ',
];

describe('text of others in Markdown', () => {
  test.each(hostile)('displays as it is written and stays dead: %j', (text) => {
    expect(displayed(text)).toBe(text);
  });

  test('displays any text as it is written', () => {
    const alphabet = '\n\r\t *_`[]()<>!#+-=|~\\&;:/.@$"\'1aå';
    const text = fc.string({ unit: fc.constantFrom(...alphabet.split('')), maxLength: 60 });
    fc.assert(
      fc.property(text, (written) => expect(displayed(written)).toBe(written)),
      { numRuns: 2_000 },
    );
  });

  test('leaves no bare address for a reader that makes links of them', () => {
    const escaped = escapeMarkdown('Se https://evil.example, www.evil.example eller post@evil.example');
    expect(escaped).not.toMatch(/https?:\/\/|www\.|@/);
  });

  test('holds no backslash, which Web Chat would read as TeX', () => {
    expect(escapeMarkdown('\\[x\\] [1] *')).not.toContain('\\');
  });

  test('leaves ordinary Norwegian alone', () => {
    const text = 'Øke støtten med 2,5 prosent (jf. kap. 3) – «nå», ikke senere!';
    expect(escapeMarkdown(text)).toBe(text);
  });
});
