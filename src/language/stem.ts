import { newStemmer } from 'snowball-stemmers';

/** Inflections and derivations that change the root, as stem → stem. */
const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bok: ['bøk'],
    bond: ['bønd'],
    mann: ['menn'],
    far: ['fedr'],
    mor: ['mødr'],
    bror: ['brødr'],
    datt: ['døtr'],
    hånd: ['hend'],
    tann: ['tenn'],
    rot: ['røtt'],
    øk: ['økt', 'økning'],
    bruk: ['brukt'],
    selg: ['solgt', 'salg'],
    velg: ['valgt', 'valg'],
    tving: ['tvang', 'tvung'],
    forbud: ['forby', 'forbyr', 'forbudn'],
    narkotik: ['narkotika', 'narkotisk'],
  }).flatMap(([root, stems]) => stems.map((other): [string, string] => [other, root])),
);

/**
 * Snowball's Norwegian stemmer with repairs, as one function from a lower-case word to its stem.
 * Snowball keeps lærer, lærere and lærerne apart, cuts "enhet" to "enh" but "enheter" to "enhet", and leaves "mm" in
 * "programmene"; nouns in -ing and -else get the stem of their verb, so that "forebygge" meets "forebygging".
 * å, ø and æ are letters of their own and are never folded: får is not far.
 */
export function stem(word: string): string {
  if (/\p{N}/u.test(word)) return word;
  const short = /^(\p{L}{1,4}h)(?:et|eit)(?:en|er|ene|a|ane|ar|s)?$/u.exec(word);
  if (short) return `${short[1]}et`;
  // Snowball leaves short roots alone: by, byer, byene; vei, veien; øke, øker.
  const root =
    /^([bcdfghjklmnpqrstvwxz]*[aeiouyæøå]{1,2})(?:er|en|et|ene)$|^([aeiouyæøå][a-z]|[aeiouyæøå]{2})e[rn]?$/u.exec(word);
  if (root) return root[1] ?? root[2] ?? word;
  if (word.length <= 3) return irregular.get(word) ?? word;
  const base = newStemmer('norwegian').stem(derived(agents(syncopated(word))));
  const single = contracted(base.replace(/mm$/u, 'm'));
  return irregular.get(single) ?? single;
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

/** "behandlingene" → "behandl", "avgjørelsen" → "avgjør", "straffbart" → "straff", "stigmaet" → "stigma", "avhengigheita" → "avhengighet". */
function derived(word: string): string {
  return word
    .replace(/(hum|urb|narkom|pyrom|veter|spont)ane(?:r|ne|rne|s)?$/u, '$1an')
    .replace(/(\p{L}{3}a)(?:en|et|ens|ets|er|ene)$/u, '$1')
    .replace(/heit(?:a|er|ene|ar|ane|s)?$/u, 'het')
    .replace(/(\p{L}{5})ing(?:s|a|as|en|ens|er|ers|ene|enes|ar|ane)?$/u, '$1')
    .replace(/(\p{L}{5})els(?:e|es|en|ens|er|ers|ene|enes)$/u, '$1')
    .replace(/(\p{L}{5})bar[te]?$/u, '$1');
}

/** "fengsel" and "fengsler" → "fengsl", "middel" and "midler" → "midl". */
function contracted(stemmed: string): string {
  return stemmed.replace(/([bcdfghjklmnpqrstvwxz])el$/u, '$1l').replace(/([bcdfghjklmnpqrstvwxz])\1l$/u, '$1l');
}
