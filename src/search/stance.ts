import type { Document, DocumentKind, Passage, Unit } from '../domain.js';

/** "vil", "går inn for", "sier nei til": the party says what it wants. */
const will =
  /(?<!\p{L})(?:vil|ønsker|ønskjer|skal|må|bør|mener|meiner|går inn for|sier nei|seier nei|går imot|går mot|støtter|støttar|krever|krev|foreslår vi)(?!\p{L})/iu;

/** Somebody else's view or proposal retold: an op-ed's "it is said by some", a committee's or the government's report. */
const others =
  /(?<!\p{L})(?:fra enkelte sagt|(?:enkelte|noen|nokon|nokre|somme) (?:mener|meiner|hevder|hevdar|påstår|vil ha det til)|motstanderne|kritikere|utvalget (?:foreslår|mener)|utvalet (?:foreslår|meiner|legg)|rusreformutvalget foreslår|rusreformutvalet foreslår|den framlagte reformen|regjeringen la fram|regjeringen foreslår)(?!\p{L})/iu;

/** "Når utvalget foreslår …, mener Fremskrittspartiet …": the party answers in the same breath. */
const answered = /(?<!\p{L})(?:mener|meiner|vil|ønsker|ønskjer)\s+(?:vi|jeg|eg|\p{Lu}\p{L}{2,})(?!\p{L})/u;

/** Programmes and resolutions speak for the party; an op-ed speaks for its author. */
const kinds: Readonly<Record<DocumentKind, number>> = {
  programme: 1,
  resolution: 1,
  'web-page': 1,
  'draft-programme': 0.9,
  speech: 0.9,
  'press-release': 0.9,
  'op-ed': 0.92,
};

/** How much a slice speaks for the party itself, as a factor about 1. */
export function stance(unit: Unit, text: string, passage: Passage, document: Document): number {
  const retold = others.test(text) && !answered.test(text);
  const says = retold ? 0.6 : will.test(text) || hasWill(unit, passage) ? 1.12 : 1;
  return says * kinds[document.kind];
}

/** A bullet takes its verb of will from its lead-in ("Fremskrittspartiet vil:"). */
function hasWill(unit: Unit, passage: Passage): boolean {
  return unit.kind === 'bullet' && (passage.leadIn === null || will.test(passage.leadIn));
}
