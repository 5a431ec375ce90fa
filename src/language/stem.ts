import { newStemmer } from 'snowball-stemmers';
import { adjectiveRoot, withoutNeuter } from './adjectives.js';
import { irregularLast, irregularStems, irregularWords } from './irregular-stems.js';
import { isHissing, nounRoot } from './nouns.js';
import { bokmålEnding } from './nynorsk-endings.js';
import { verbRoot } from './verbs.js';

/**
 * Snowball's Norwegian stemmer with repairs, as one function from a lower-case word to its stem.
 * Snowball keeps lærer, lærere and lærerne apart, cuts "enhet" to "enh" but "enheter" to "enhet", and leaves "mm" in
 * "programmene"; nouns in -ing and -else get the stem of their verb, so that "forebygge" meets "forebygging".
 * What it keeps apart or takes for another word is looked up first: verbs, short adjectives, nouns that end as if inflected.
 * å, ø and æ are letters of their own and are never folded: får is not far.
 */
export function stem(word: string): string {
  if (/\p{N}/u.test(word)) return withNumber(word);
  return irregularWords.get(word) ?? stemOf(withoutGenitive(word));
}

function stemOf(word: string): string {
  const bokmål = bokmålEnding(word);
  const known = knownRoot(word) ?? (bokmål === word ? undefined : knownRoot(bokmål));
  if (known !== undefined) return irregularStems.get(known) ?? known;
  const plain = withoutNeuter(bokmål);
  const base = verbOf(plain) ?? newStemmer('norwegian').stem(derived(agents(loans(syncopated(plain)))));
  const single = contracted(
    base.replace(/(progra|ro|do|hje|la|ka|gra|to|du|sla|sta|strø|flo|bo|medle|skje)mm$/u, '$1m'),
  );
  return (
    irregularStems.get(single) ?? single.replace(/(?<=\p{L}{3})bøk$/u, 'bok').replace(/(?<=\p{L}{3})mødr$/u, 'mor')
  );
}

function knownRoot(word: string): string | undefined {
  return (
    irregularWords.get(word) ??
    verbRoot(word) ??
    adjectiveRoot(word) ??
    irregularLast(word) ??
    shortRoot(word) ??
    nounRoot(word)
  );
}

/** "boligens", "elevers", "trygghets": Snowball would cut "ens", or leave the s. */
function withoutGenitive(word: string): string {
  return isHissing(word) ? word : word.replace(/(\p{L}{2}(?:er|en|et|ene|het|heter|heten|ing|ingen))s$/u, '$1');
}

/** "co2avgiften" → "co2avgift": what follows the number is inflected as by itself. */
function withNumber(word: string): string {
  return word.replace(/(?<=\p{N})\p{L}{4,}$/u, (noun) => stem(noun));
}

/** Snowball leaves short roots alone: by, byer, byene; vei, veien; øke, øker. */
function shortRoot(word: string): string | undefined {
  if (word.length <= 2) return word;
  const afterVowel = /^([bcdfghjklmnpqrstvwxz]*[aeiouyæøå]{1,2})(?:er|en|et|ene|a|(?<!e)ar|ane)$/u.exec(word);
  const beforeE = /^([aeiouyæøå][a-z]|[aeiouyæøå]{2})e[rn]?$/u.exec(word);
  return afterVowel?.[1] ?? beforeE?.[1] ?? (word.length === 3 ? word : undefined);
}

/** "forebygging" → the stem of "forebygge". Short words in -ing are words of their own: ring, næring, mening. */
function verbOf(word: string): string | undefined {
  const base = /^(\p{L}{5,})ing(?:s|a|as|en|ens|er|ers|ene|enes|ar|ane)?$/u.exec(word)?.[1];
  return base?.replace(/(\p{L}{4})er$/u, '$1').replace(/((?:sk|is|iv|ed|ys|valt))n$/u, '$1');
}

/** "senter", "senteret", "sentre", "sentrene" → "sentr". */
function syncopated(word: string): string {
  return word.replace(
    /((?<!pre)sent|teat|regist|filt|semest|mønst|minist|orkest)(?:er(?:et|ets|en|ens|s|a)?|r(?:e|ene|enes|er|a))$/u,
    '$1r',
  );
}

/** "finansierer", "finansiert", "finansierende" → "finansier", as "finansiere" becomes: Snowball knows the one in -er alone. */
function loans(word: string): string {
  if (/^(?:kamera|kolera|\p{L}*opera)$/u.test(word)) return word;
  return word.replace(/(\p{L}{3})(?<!sm|hj|kv)er(?:er|te?|ende|a|ar|ast|ande)$/u, '$1er');
}

/** "lærerne", "lærere", nynorsk "lærarane", "lærarar" → "lærer", which Snowball takes to "lær". */
function agents(word: string): string {
  if (/^(?:moderne|(?:in|eks)terne|nøkterne|flere|større)$/u.test(word)) return word;
  return word.replace(/(\p{L}{3})ar(?:ane|ar|en)$/u, '$1er').replace(/(\p{L}{3})er(?:nes?|es?|ens?)$/u, '$1er');
}

/** "avgjørelsen" → "avgjør", "straffbart" → "straff", "kriterium" → "kriteri", "stigmaet" → "stigma", "avhengigheita" → "avhengighet". */
function derived(word: string): string {
  return word
    .replace(/(hum|urb|narkom|pyrom|veter|spont)ane(?:r|ne|rne|s)?$/u, '$1an')
    .replace(/(\p{L}{3}a)(?:en|et|ens|ets|er|ene)$/u, '$1')
    .replace(/(\p{L}{3}i|ik)um(?:et|s)?$/u, '$1')
    .replace(/heit(?:a|er|ene|ar|ane|s)?$/u, 'het')
    .replace(/(\p{L}{5})els(?:e|es|en|ens|er|ers|ene|enes)$/u, '$1')
    .replace(/(\p{L}{5})(?<!b|ro)bar[te]?$/u, '$1')
    .replace(/(ig)(?:st?e|st|ast)$/u, '$1')
    .replace(/(\p{L}{3}som)me(?:re|st|ste|s)?$/u, '$1')
    .replace(/(\p{L}{3})(?<!(?:[^f]f|^(?:\p{L}|gj|pr)))este$/u, '$1');
}

/** "fengsel" and "fengsler" → "fengsl", "middel" and "midler" → "midl". */
function contracted(stemmed: string): string {
  return stemmed
    .replace(/([aeiouyæøå]\p{L}*[bcdfghjklmnpqrstvwxz])el$/u, '$1l')
    .replace(/([bcdfghjklmnpqrstvwxz])\1l$/u, '$1l');
}
