import type { Focus, Question } from '../domain.js';
import { documentMeant } from './document-meant.js';
import { countMeant, meansAllParties, meansTheRest, withoutEverybody } from './everybody.js';
import { findParties, type PartyMention } from './find-parties.js';
import {
  asksForAgreement,
  asksForChange,
  leans,
  narrows,
  ordinalMeant,
  pointsAtTopic,
  relationOf,
  relativeMeant,
  type Relation,
  withoutAgreement,
  withoutChange,
  withoutCorrection,
  withoutMoreOf,
  withoutRelative,
} from './leaning.js';
import type { PartyNames } from './name-parties.js';
import { topicOf } from './topic.js';

/** What one message says by itself, before the question before it is looked at. */
export interface Heard {
  /** The message without what puts another right, with `¤` for parties' names. */
  readonly masked: string;
  readonly mentions: readonly PartyMention[];
  readonly parties: readonly string[];
  readonly scope: Question['scope'];
  readonly topic: string;
  readonly focus: Focus;
  readonly from: Question['from'];
  readonly relation: Relation | null;
  /** How many of the parties before are meant: "begge", "alle tre". */
  readonly count: number | null;
  /** The youth organisation or the mother party of the party before is meant. */
  readonly relative: 'youth' | 'mother' | null;
  /** "det første": which of those that were offered. */
  readonly ordinal: number | null;
  readonly leans: boolean;
  /** The topic belongs to the topic before: "hva med ungdom?", "hva sier de om det i skolen?". */
  readonly narrows: boolean;
  /** Something was left out, so what was understood must be told. */
  readonly shortened: boolean;
}

export interface Masked {
  readonly text: string;
  readonly parties: readonly string[];
  readonly mentions: readonly PartyMention[];
  /** Puts names back into a piece of the masked text: `names` says which, counted from 0. */
  readonly unmask: (piece: string, names: readonly number[]) => string;
}

/** The text with `¤` for each party's name. */
export function mask(text: string, names: PartyNames): Masked {
  const mentions = findParties(text.replaceAll('¤', ' '), names);
  const masked = mentions
    .toReversed()
    .reduce((left, { start, end }) => `${left.slice(0, start)}¤${left.slice(end)}`, text.replaceAll('¤', ' '));
  const unmask = (piece: string, numbers: readonly number[]): string => {
    let at = 0;
    return piece.replaceAll('¤', () => {
      const mention = mentions[numbers[at++] ?? -1];
      return mention ? text.slice(mention.start, mention.end) : '';
    });
  };
  return { text: masked, parties: [...new Set(mentions.flatMap((mention) => mention.parties))], mentions, unmask };
}

/** Hears one message about politics. */
export function hear(text: string, world: { readonly names: PartyNames; readonly searched: readonly string[] }): Heard {
  const corrected = withoutCorrection(text);
  const moreOf = relationOf(corrected ?? text) === null ? withoutMoreOf(corrected ?? text) : null;
  const said = moreOf ?? corrected ?? text;
  const { text: masked, mentions: all } = mask(said, world.names);
  const mentions = meant(masked, all);
  const named = [...new Set(mentions.flatMap((mention) => mention.parties))];
  const changed = asksForChange(masked);
  const agreed = asksForAgreement(masked);
  const relative = named.length === 0 ? relativeMeant(masked) : null;
  const meantDocument = documentMeant(masked);
  const spoken = meantDocument?.rest ?? masked;
  const whom = withoutEverybody(relative === null ? spoken : withoutRelative(spoken));
  const topic = topicOf(changed ? withoutChange(whom) : agreed ? withoutAgreement(whom) : whom);
  return {
    masked,
    mentions,
    ...whoIsAsked(masked, named, world.searched),
    topic,
    focus: moreOf !== null ? 'more' : changed ? 'change' : agreed ? 'agreement' : 'stand',
    from: meantDocument?.kind ?? null,
    relation: relationOf(masked),
    count: countMeant(masked),
    relative,
    ordinal: ordinalMeant(masked),
    leans: corrected !== null || leans(masked),
    narrows: corrected === null && (narrows(masked, topic) || pointsAtTopic(masked)),
    shortened: corrected !== null || moreOf !== null,
  };
}

function whoIsAsked(
  masked: string,
  named: readonly string[],
  searched: readonly string[],
): Pick<Heard, 'parties' | 'scope'> {
  if (meansTheRest(masked)) return { parties: searched.filter((id) => !named.includes(id)), scope: 'rest' };
  if (named.length > 0) return { parties: named, scope: 'named' };
  return { parties: searched, scope: meansAllParties(masked) ? 'all' : 'open' };
}

const denied =
  /(?<!\p{L})(?:ikke|ikkje|not|i stedet for|istedenfor|i staden for|instead of|rather than)(?: the)?\s*$/iu;

/** "ikke Frp, men Ap" → Ap. */
function meant(masked: string, mentions: readonly PartyMention[]): readonly PartyMention[] {
  const before = masked.split('¤');
  const left = mentions.filter((_, at) => !denied.test(before[at] ?? ''));
  return left.length > 0 ? left : mentions;
}
