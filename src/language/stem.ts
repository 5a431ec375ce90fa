import { newStemmer } from 'snowball-stemmers';
import { irregularStems, irregularWords } from './irregular-stems.js';
import { verbRoot } from './verbs.js';

/**
 * Snowball's Norwegian stemmer with repairs, as one function from a lower-case word to its stem.
 * Snowball keeps lærer, lærere and lærerne apart, cuts "enhet" to "enh" but "enheter" to "enhet", and leaves "mm" in
 * "programmene"; nouns in -ing and -else get the stem of their verb, so that "forebygge" meets "forebygging".
 * å, ø and æ are letters of their own and are never folded: får is not far.
 */
export function stem(word: string): string {
  if (/\p{N}/u.test(word)) return withNumber(word);
  const known =
    irregularWords.get(word) ??
    verbRoot(word) ??
    shortRoot(word) ??
    keptEnding(word) ??
    keptEnding(bokmålAdjective(word));
  if (known !== undefined) return irregularStems.get(known) ?? known;
  const base = verbOf(word) ?? newStemmer('norwegian').stem(derived(agents(syncopated(bokmålAdjective(word)))));
  const single = contracted(
    base.replace(/(progra|ro|do|hje|la|ka|gra|to|du|sla|sta|strø|flo|bo|medle|skje)mm$/u, '$1m'),
  );
  return irregularStems.get(single) ?? single;
}

/** "co2avgiften" → "co2avgift": what follows the number is inflected as by itself. */
function withNumber(word: string): string {
  return word.replace(/(?<=\p{N})\p{L}{4,}$/u, (noun) => stem(noun));
}

/** Snowball leaves short roots alone: by, byer, byene; vei, veien; øke, øker. */
function shortRoot(word: string): string | undefined {
  if (word.length <= 2) return word;
  const afterVowel = /^([bcdfghjklmnpqrstvwxz]*[aeiouyæøå]{1,2})(?:er|en|et|ene)$/u.exec(word);
  const beforeE = /^([aeiouyæøå][a-z]|[aeiouyæøå]{2})e[rn]?$/u.exec(word);
  return afterVowel?.[1] ?? beforeE?.[1] ?? (word.length === 3 ? word : undefined);
}

/** Nouns in -s, whose s Snowball takes for a genitive's. */
const hissing =
  /^(\p{L}*(?:moms|kurs|krets|eksos|lisens|kvens|tendens|residens|ressurs|univers|impuls|dans|prins|vers|sjans|glans|vals|pris|gris|avis|hus|buss|gass|plass|klass|prosess|kongress|press|mess))(?:en?|et|er|ene|ar|ane|a|ens|ets|s)?$/u;

/** Endings that Snowball cuts off and that are half the word: enhet, billig (not bil), grunnlov (not grunn), fastlege. */
function keptEnding(word: string): string | undefined {
  const match =
    /^(\p{L}{1,4}h)(?:et|eit)(?:en|er|ene|a|ane|ar|s)?$/u.exec(word)?.[1]?.concat('et') ??
    /^(\p{L}{2,3}l?ig)(?:e|t|en|er|ene|ere|st|ste|este|s)?$/u.exec(word)?.[1] ??
    /^(\p{L}+itet|planet)(?:en|er|ene|a|ar|ane|s|ens)?$/u.exec(word)?.[1] ??
    /^(\p{L}{3,}lov)(?:a|en|ene|er|ens|s)?$/u.exec(word)?.[1];
  return (
    match ??
    hissing.exec(word)?.[1] ??
    /^(\p{L}*(?:fast|tann|dyre?|over|sykehus|sjukehus|kommune|skole|barne|turnus|vikar)leg)(?:e|en|er|ene|ar|ane|ens)?$/u.exec(
      word,
    )?.[1]
  );
}

/** "forebygging" → the stem of "forebygge". Short words in -ing are words of their own: ring, næring, mening. */
function verbOf(word: string): string | undefined {
  const base = /^(\p{L}{5,})ing(?:s|a|as|en|ens|er|ers|ene|enes|ar|ane)?$/u.exec(word)?.[1];
  return base?.replace(/(\p{L}{4})er$/u, '$1');
}

/** Nynorsk "offentleg", "dårlegare" → "offentlig", "dårligare": the ending is the same word's in both. */
function bokmålAdjective(word: string): string {
  return word.replace(/(\p{L}{3})leg(e|are|ast|aste)?$/u, '$1lig$2');
}

/** "senter", "senteret", "sentre", "sentrene" → "sentr". */
function syncopated(word: string): string {
  return word.replace(
    /(sent|teat|regist|filt|semest|mønst|minist)(?:er(?:et|ets|en|ens|s)?|r(?:e|ene|enes|er|a))$/u,
    '$1r',
  );
}

/** "lærerne", "lærere", nynorsk "lærarane", "lærarar" → "lærer", which Snowball takes to "lær". */
function agents(word: string): string {
  if (/^(?:moderne|(?:in|eks)terne|flere|større)$/u.test(word)) return word;
  return word.replace(/(\p{L}{3})ar(?:ane|ar|en)$/u, '$1er').replace(/(\p{L}{3})er(?:nes?|es?|ens?)$/u, '$1er');
}

/** "avgjørelsen" → "avgjør", "straffbart" → "straff", "stigmaet" → "stigma", "avhengigheita" → "avhengighet". */
function derived(word: string): string {
  return word
    .replace(/(hum|urb|narkom|pyrom|veter|spont)ane(?:r|ne|rne|s)?$/u, '$1an')
    .replace(/(\p{L}{3}a)(?:en|et|ens|ets|er|ene)$/u, '$1')
    .replace(/heit(?:a|er|ene|ar|ane|s)?$/u, 'het')
    .replace(/(\p{L}{5})els(?:e|es|en|ens|er|ers|ene|enes)$/u, '$1')
    .replace(/(\p{L}{5})bar[te]?$/u, '$1')
    .replace(/(ig)st?e$/u, '$1')
    .replace(/(\p{L}{3})este$/u, '$1');
}

/** "fengsel" and "fengsler" → "fengsl", "middel" and "midler" → "midl". */
function contracted(stemmed: string): string {
  return stemmed.replace(/([bcdfghjklmnpqrstvwxz])el$/u, '$1l').replace(/([bcdfghjklmnpqrstvwxz])\1l$/u, '$1l');
}
