import type { Token } from '../language/tokenize.js';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Names that are also words or letters: they are parties by their place in the sentence or by their capitals. */
export const ordinaryNames = words(`
  høyre høgre venstre rødt raudt sentrum for konservativt red left right labour greens green liberals liberal
  conservatives conservative center centre lib vip gp pp su ru gu uh uv nd v h r
`);

/** After these a party is expected. */
export const strongBefore = words(`
  sammenlign samanlikn sammenlikn samenlign compare kontra mener meiner mene meine synes synest syns sier seier ifølge ifølgje partiet tenker tenkjer versus vs does do
`);

/** After these a party is possible. */
const weakBefore = words(`
  med vil ønsker ønskjer har er skal går gjør gjer stiller ville bør kan mot enn hos fra frå samanlikn
  sammenlign mellom is will the by
`);

/** A party's name is followed by these, an adjective ("høyre skatt") is not. */
const after = words(`
  om for mot og eller på i med til å at ikke ikkje enig enige einig einige imot vs versus da egentlig eigentleg så sin si
  sitt sine mener meiner vil sier seier synes skal ha få gi gje ta gå si bli se la stå når angående on about and or say
  think want
`);

/** At the beginning of a message a party is followed by these ("Høyre om skatt"). */
const afterFirst = words(
  `er is are har has eller or da då then kontra om og vs versus mener meiner vil sier seier sin sitt si sine on about and`,
);

/** Between two parties: "Høyre og Venstre". */
export const joining = words('og eller samt and or vs versus kontra mot');

/** What is red without being the party's: "rødt kjøtt", "på rødt lys". */
const redThings = words(`
  kjøtt kjøt lys kort kors flagg tall tal hår vin felt hus blod kryss nivå område garn stoff papir skilt støv skinn
`);
const colour = words('rødt raudt');
const notAParty = words('på et eit ei en som er i det ble blir til av');

/** Decides whether an ordinary word at `at` is meant as a party's name; `lastParty` is where the party before ended. */
export function isPartyByPlace(tokens: readonly Token[], at: number, lastParty: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  const before = tokens[at - 1]?.word;
  const next = tokens[at + 1]?.word;
  if (colour.has(token.word) && !notAParty.has(before ?? '')) return !redThings.has(next ?? '');
  if (before === undefined) return next === undefined || afterFirst.has(next);
  if (hasTellingCapitals(token, tokens)) return true;
  if (token.word === 'for') return false;
  if (strongBefore.has(before)) return true;
  if (joining.has(before)) return at === 1 || lastParty === at - 2;
  if (/^(?:hva|kva|what|og)$/u.test(tokens[at - 2]?.word ?? '') && /^(?:med|about)$/u.test(before)) return true;
  return weakBefore.has(before) && (next === undefined || after.has(next) || /.{2}e$/u.test(next));
}

/** The one name of three letters that is a word and no abbreviation: Rødt in English. */
const shortName = 'red';

/** "Høyre" inside a sentence, "H" and "FOR" in capitals; nothing when the whole message is in capitals. */
function hasTellingCapitals(token: Token, tokens: readonly Token[]): boolean {
  if (tokens.every((other) => other.surface === other.surface.toUpperCase())) return false;
  if (token.word.length <= 3 && token.word !== shortName) return token.surface === token.surface.toUpperCase();
  return token.surface[0] !== token.word[0];
}
