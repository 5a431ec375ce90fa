import type { Reply } from '../../src/domain.js';
import { splitReply } from '../../src/channels/parts.js';
import { reply } from './sample.js';

const section = (party: string) => ({ party, heading: party, quotes: [], more: [], note: null, nearest: null });
const whole = reply({ sections: ['a', 'b', 'c', 'd', 'e'].map(section), suggestions: ['Hva nå?'] });
const parties = (pieces: readonly Reply[]) => pieces.map(({ sections }) => sections.map(({ party }) => party).join(''));

describe('a reply in pieces', () => {
  test('is one piece when it fits', () => {
    expect(splitReply(whole, () => true)).toEqual([whole]);
  });

  test('is cut between sections, in order, with nothing lost', () => {
    expect(parties(splitReply(whole, ({ sections }) => sections.length <= 2))).toEqual(['ab', 'cd', 'e']);
  });

  test('says the opening first, and the closing and suggestions last', () => {
    const pieces = splitReply(whole, ({ sections }) => sections.length <= 2);
    expect(pieces.map(({ opening }) => opening.length)).toEqual([1, 0, 0]);
    expect(pieces.map(({ closing, suggestions }) => [closing.length, suggestions.length])).toEqual([
      [0, 0],
      [0, 0],
      [1, 1],
    ]);
  });

  test('gives a section that fits nowhere a piece of its own', () => {
    expect(parties(splitReply(whole, () => false))).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('without sections is still a piece', () => {
    expect(splitReply(reply({ sections: [] }), () => false)).toHaveLength(1);
  });
});
