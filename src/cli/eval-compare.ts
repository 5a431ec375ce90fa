import { share } from './eval-figures.js';
import type { Gold } from './eval-gold.js';
import type { Score } from './score.js';

/** Two groups of items side by side. */
export interface Comparison {
  readonly name: string;
  readonly left: Side;
  readonly right: Side;
  /** Percentage points from left to right, one decimal; negative when the right side does worse. */
  readonly points: number | null;
}

export interface Side {
  readonly label: string;
  readonly items: number;
  readonly share: number | null;
}

export interface Scored {
  readonly item: Gold;
  readonly score: Score;
}

type Figure = (score: Score) => boolean | null;

const right: Figure = (score) => score.right;
const hit1: Figure = (score) => score.hit1;
const hit3: Figure = (score) => score.hit3;

/** Twins that were both asked, and questions in other words than the programme's against those in its own. */
export function compare(scored: readonly Scored[]): readonly Comparison[] {
  const originals = new Map(scored.filter(({ item }) => item.twin === undefined).map((each) => [each.item.id, each]));
  const pairs = scored.flatMap(({ item, score }) => {
    const original = originals.get(item.twin ?? '');
    return original ? [{ original: original.score, twin: score }] : [];
  });
  const asked = pairs.map(({ original }) => original);
  const again = pairs.map(({ twin }) => twin);
  const styled = (style: string): readonly Score[] =>
    scored.filter(({ item, score }) => item.style === style && score.hit3 !== null).map(({ score }) => score);
  const overlap = styled('overlap');
  const paraphrase = styled('paraphrase');
  return [
    side('twins, right', ['bokmål', asked], ['nynorsk', again], right),
    side('twins, hit@3', ['bokmål', asked], ['nynorsk', again], hit3),
    side('styles, hit@1', ['overlap', overlap], ['paraphrase', paraphrase], hit1),
    side('styles, hit@3', ['overlap', overlap], ['paraphrase', paraphrase], hit3),
  ].filter((comparison) => comparison.points !== null);
}

function side(
  name: string,
  [before, first]: readonly [string, readonly Score[]],
  [after, second]: readonly [string, readonly Score[]],
  figure: Figure,
): Comparison {
  const measured = (label: string, scores: readonly Score[]): Side => {
    const those = scores.map(figure).filter((holds) => holds !== null);
    return { label, items: those.length, share: share(those.filter(Boolean).length, those.length) };
  };
  const left = measured(before, first);
  const other = measured(after, second);
  const points =
    left.share === null || other.share === null ? null : Number((100 * (other.share - left.share)).toFixed(1));
  return { name, left, right: other, points };
}
