import type { Span } from '../domain.js';
import { editDistance } from '../language/edit-distance.js';
import { tokenize, type Token } from '../language/tokenize.js';
import { nameWord, type PartyNames } from './name-parties.js';
import { isPartyByPlace, joining, ordinaryNames, strongBefore } from './party-place.js';

export interface PartyMention extends Span {
  /** One id, or several when the name could mean any of them. */
  readonly parties: readonly string[];
}

/** Tokens in the longest name: "youth organisation of the Christian Democrats". */
const longestName = 6;
/** Letters. Shorter names are not corrected, "Rødt" is one letter from "rett", but where only a party can stand. */
const shortestMisspelled = 7;
const shortestInPlace = 4;
/** Letters that a shortened name shares with the whole: "senter" could be Senterpartiet, Senterungdommen or Sentrum. */
const sharedOpening = 4;

interface Found {
  readonly parties: readonly string[];
  readonly length: number;
}

/** Finds the parties that a text names, in order. `text` is as typed: capitals tell Høyre from høyre. */
export function findParties(text: string, names: PartyNames): readonly PartyMention[] {
  const tokens = tokenize(text);
  const words = tokens.map(nameWord);
  const mentions: PartyMention[] = [];
  let lastToken = -1;
  for (let at = 0; at < tokens.length;) {
    const found =
      exact({ tokens, words, at, names, lastToken }) ?? misspelled(tokens, at, names) ?? shortened(tokens, at, names);
    const start = tokens[at]?.start ?? 0;
    const end = tokens[at + (found?.length ?? 1) - 1]?.end ?? start;
    if (found) mentions.push({ parties: found.parties, start, end });
    at += found?.length ?? 1;
    if (found) lastToken = at - 1;
  }
  return mentions.map((mention) => towardsYouth(mention, text, names));
}

interface Reading {
  readonly tokens: readonly Token[];
  /** The tokens as names have them. */
  readonly words: readonly string[];
  readonly at: number;
  readonly names: PartyNames;
  readonly lastToken: number;
}

function exact({ tokens, words, at, names, lastToken }: Reading): Found | null {
  const longest = Math.min(longestName, tokens.length - at, names.lengths.get(words[at] ?? '') ?? 1);
  for (let length = longest; length > 0; length -= 1) {
    const name = length === 1 ? (words[at] ?? '') : words.slice(at, at + length).join(' ');
    const party = names.byName.get(name) ?? names.byName.get(withoutGenitive(name));
    if (party === undefined) continue;
    if (
      length === 1 &&
      ordinaryNames.has(name) &&
      !isPartyByPlace(tokens, at, lastToken) &&
      !isJoined(tokens, at, names)
    )
      continue;
    return { parties: [party], length };
  }
  return null;
}

/** "sentrum og Ap": beside another party an ordinary word is a party too. */
function isJoined(tokens: readonly Token[], at: number, { byName }: PartyNames): boolean {
  const other = tokens[at + 2]?.word ?? '';
  return joining.has(tokens[at + 1]?.word ?? '') && byName.has(other) && !ordinaryNames.has(other);
}

/** "Frps", "KrF's" → the name. Not for names that are words or letters: "rus" is not of RU. */
function withoutGenitive(written: string): string {
  if (!written.endsWith('s')) return written;
  const name = written.replace(/(?:'s|s)$/u, '');
  return ordinaryNames.has(name) && !written.endsWith("'s") ? written : name;
}

function misspelled(tokens: readonly Token[], at: number, { byName, oneWord }: PartyNames): Found | null {
  const word = tokens[at]?.word ?? '';
  const shortest = isOpinionHolder(tokens, at) ? shortestInPlace : shortestMisspelled;
  if (word.length < shortest || byName.has(word)) return null;
  const most = word.length < 10 ? 1 : 2;
  let best: { party: string; distance: number } | null = null;
  for (const [name, party] of oneWord.get(word.charAt(0)) ?? []) {
    if (name.length < shortest) continue;
    const distance = editDistance(word, name, most);
    if (distance <= most && (best === null || distance < best.distance)) best = { party, distance };
  }
  return best && { parties: [best.party], length: 1 };
}

/** "hva mener … om": whoever stands here has opinions. */
function isOpinionHolder(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.word;
  return strongBefore.has(tokens[at - 1]?.word ?? '') && (next === undefined || /^(?:om|about|og|on)$/u.test(next));
}

/** "hva mener senter om …": the beginning of several names, in a party's place. */
function shortened(tokens: readonly Token[], at: number, { byName, oneWord }: PartyNames): Found | null {
  const word = tokens[at]?.word ?? '';
  if (word.length < sharedOpening || !isOpinionHolder(tokens, at)) return null;
  // "høyresiden" begins like Høyre and is no beginning of it.
  if (!Array.from(byName.keys()).some((name) => name.startsWith(word))) return null;
  const opening = word.slice(0, sharedOpening);
  const parties = (oneWord.get(word.charAt(0)) ?? []).filter(([name]) => name.startsWith(opening));
  const distinct = [...new Set(parties.map(([, party]) => party))];
  return distinct.length > 0 ? { parties: distinct, length: 1 } : null;
}

/** Characters beside a name that may turn it into its youth organisation: a message full of names stays quick. */
const nearby = 60;
const youthBefore =
  /(?:ungdomsorganisasjon|ungdomsparti|ungdomslag|ungdomsfylking|ungdommen|ungdomen|youth (?:wing|organi[sz]ation|party))\p{L}*\s+(?:til|av|i|for|åt|hos|of)\s+(?:the\s+)?$/iu;
const youthAfter =
  /^s?\s+(?:sin\s+|sitt\s+)?(?:ungdomsorganisasjon|ungdomsparti|ungdomslag|ungdomsfylking|ungdom\b|youth)/iu;

/** "ungdomsorganisasjonen til Senterpartiet" is Senterungdommen, not Senterpartiet. */
function towardsYouth(mention: PartyMention, text: string, { parties }: PartyNames): PartyMention {
  const before = youthBefore.exec(text.slice(Math.max(0, mention.start - nearby), mention.start));
  const behind = youthAfter.exec(text.slice(mention.end, mention.end + nearby));
  if (!before && !behind) return mention;
  const youth = parties.filter((party) => party.youthOf !== null && mention.parties.includes(party.youthOf));
  if (youth.length === 0) return mention;
  return {
    parties: youth.map((party) => party.id),
    start: mention.start - (before?.[0].length ?? 0),
    end: mention.end + (behind?.[0].length ?? 0),
  };
}
