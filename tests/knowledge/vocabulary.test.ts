import { readVocabulary } from '../../src/knowledge/vocabulary.js';

function pairs(...lines: readonly string[]) {
  const source = ['pairs:', ...lines.map((line) => `  ${line}`)].join('\n');
  return readVocabulary([{ file: 'nynorsk.yaml', source }]);
}

test('pairs are words, phrases and what opens or closes compounds', () => {
  const { vocabulary, problems } = pairs(
    'ikkje: ikke',
    'ikkje berre: ikke bare',
    'e-post: epost',
    'vass-: vann-',
    "'-veg': '-vei'",
  );
  expect(problems).toEqual([]);
  expect(vocabulary.nynorsk.map(([nn]) => nn)).toEqual(['ikkje', 'ikkje berre', 'e-post', 'vass-', '-veg']);
});

test.each(["'-veg(': '-vei'", "'va(ss-': vann-", "'-': ikke", "'-e-': ikke"])(
  'what would be another regular expression is told by its line and is not taken: %s',
  (line) => {
    const { vocabulary, problems } = pairs('ikkje: ikke', line);
    expect(vocabulary.nynorsk).toEqual([]);
    expect(problems).toEqual([
      expect.objectContaining({ line: 3, cure: expect.stringContaining('in letters and a hyphen: `vass-: vann-`') }),
    ]);
  },
);
