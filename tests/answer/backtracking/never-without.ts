import { RegExpParser, type AST } from '@eslint-community/regexpp';
import { wordPattern } from '../../../src/language/word-pattern.js';

/** A piece of a pattern: the texts that it may be read as; where they cannot be written out, its alternatives, or none. */
interface Piece {
  readonly texts: readonly string[] | null;
  readonly alternatives: readonly AST.Alternative[];
}

/** Texts that are written out for pieces in a row. */
const mostTexts = 400;
/** Pieces on either side of an alternative that are looked at with it. */
const nearby = 2;
/** Stands for the edge of a word. */
const edge = '\u0000';
const letter = /[\p{L}\p{N}_]/u;

/**
 * Does whatever `pattern` finds hold something that `sign`, of words and their edges, finds? True when it does for
 * certain: however the pattern is read, a text is there in which `sign` is found, whatever stands beside it.
 */
export function neverWithout(pattern: RegExp, sign: RegExp): boolean {
  const source = pattern.source.replaceAll(wordPattern(String.raw`\b`).source, String.raw`\b`);
  const { alternatives } = new RegExpParser().parsePattern(source, 0, source.length, true);
  return alternatives.every(({ elements }) => isSigned(elements.map(pieceOf), sign));
}

function isSigned(pieces: readonly Piece[], sign: RegExp): boolean {
  return pieces.some((_, at) => isSaid(pieces.slice(at), sign)) || pieces.some((_, at) => isInside(pieces, at, sign));
}

/** By the first piece and those that follow it without a gap. */
function isSaid(pieces: readonly Piece[], sign: RegExp): boolean {
  let said: readonly string[] = [''];
  for (const { texts } of pieces) {
    if (texts === null || said.length * texts.length > mostTexts) return false;
    said = said.flatMap((before) => texts.map((after) => before + after));
    if (said.every((text) => isFound(text, sign))) return true;
  }
  return false;
}

/** By each of a piece's alternatives, with what stands beside it. */
function isInside(pieces: readonly Piece[], at: number, sign: RegExp): boolean {
  const alternatives = pieces[at]?.alternatives ?? [];
  const before = pieces.slice(Math.max(0, at - nearby), at);
  const after = pieces.slice(at + 1, at + 1 + nearby);
  const whole = ({ elements }: AST.Alternative): readonly Piece[] => [...before, ...elements.map(pieceOf), ...after];
  return alternatives.length > 0 && alternatives.every((each) => isSigned(whole(each), sign));
}

/** What a pattern only looks at is passed over. */
function pieceOf(node: AST.Element): Piece {
  const known = (texts: readonly string[] | null): Piece => ({ texts, alternatives: [] });
  switch (node.type) {
    case 'Character':
      return known([String.fromCodePoint(node.value)]);
    case 'Assertion':
      return known([node.kind.startsWith('look') || (node.kind === 'word' && node.negate) ? '' : edge]);
    case 'CharacterClass': {
      const letters = node.elements.flatMap((each) =>
        each.type === 'Character' ? String.fromCodePoint(each.value) : [],
      );
      return known(node.negate || letters.length < node.elements.length ? null : letters);
    }
    case 'Quantifier': {
      const { texts } = pieceOf(node.element);
      return known(node.min === 0 && node.max === 1 && texts ? ['', ...texts] : null);
    }
    case 'Group':
    case 'CapturingGroup': {
      const all = node.alternatives.map(({ elements }) => inARow(elements.map(pieceOf)));
      const texts = all.flatMap((each) => each ?? []);
      return { texts: all.includes(null) ? null : texts, alternatives: node.alternatives };
    }
    default:
      return known(null);
  }
}

function inARow(pieces: readonly Piece[]): readonly string[] | null {
  let said: readonly string[] = [''];
  for (const { texts } of pieces) {
    if (texts === null || said.length * texts.length > mostTexts) return null;
    said = said.flatMap((before) => texts.map((after) => before + after));
  }
  return said;
}

/** Found wherever the text stands: at the edge of a word only where the pattern wants one. */
function isFound(text: string, sign: RegExp): boolean {
  const bare = text.replaceAll(edge, '');
  const befores = besides(text.startsWith(edge), bare.at(0));
  const afters = besides(text.endsWith(edge), bare.at(-1));
  return befores.every((before) => afters.every((after) => sign.test(before + bare + after)));
}

function besides(isEdge: boolean, last = ''): readonly string[] {
  return isEdge && letter.test(last) ? [' '] : ['x', ' '];
}
