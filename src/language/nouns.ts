/** Nouns in -s, whose s Snowball takes for a genitive's. */
const hissing = `
  moms kurs krets eksos lisens kvens tendens residens ressurs univers impuls puls dans prins (?<!\\p{L})vers sjans glans
  (?<!\\p{L})vals pris gris avis hus buss gass plass klass prosess kongress press mess sats korps stans instans substans
  dominans abstinens frekvens konsekvens evidens potens frilans kollaps matros kreps raps pils brems homs hals vits milits
  pellets grums gymnas stillas ålegras ugras leirras majones røys odds tips sistens lligens tinens solvens (?<!\\p{L})essens
  immens intens ferens
`;

/** … and others that end as if inflected already: forsvar, vesen, potet, ekspert. */
const likeInflected = `
  svar vesen kjøkken kjøken foster potet koffert helikopter kommentar konsert ekspert ørret tømmer filet tallerken pulver kobber eksamen
  seminar honorar lerret sukker kadaver analfabet bibliotekar podkast podcast pubertet taksameter oksygen (?<!g)radar magnet trompet plaster
  lugar fakultet eksemplar minaret kateter mudder beger pilar nitazen husvert hybelvert pioner fetter prosent produsent feminist siffer
  kalender gitar dollar mobilmast strømmast høyspentmast monstermast antikvar dessert kikkert utkast passasjer atelier barrier karrier
  kvarter alfabet bolig (?<![kp])lager (?<!re)spekter
`;

/** … and those in -e that end as if in -ane, -ede, -este: bane, kjede, kjæreste. Not "urbane", "albaner". */
const onE = `
  tjenest tenest (?<!bes|avs)kjed kjærest protes scen flåt stu (?<![bou]|^(?:ur|al|ku|tur))ban
  (?:rå|mat|daglig|program|merke|handels|forbruks)var
`;

const anyOf = (words: string): string => words.trim().split(/\s+/u).join('|');

const endings = '(?:en?|et|er|ene|ar|ane|a|ens|ets|enes|es|s)?';
const onS = new RegExp(`^(\\p{L}*(?:${anyOf(hissing)}))${endings}$`, 'u');
const others = new RegExp(`^(\\p{L}*(?:${anyOf(likeInflected)}))${endings}$`, 'u');
const weakOnes = new RegExp(`^(\\p{L}*(?:${anyOf(onE)}))(?:en?|es|ens|er|ene|enes|a|ar|ane)$`, 'u');

/** Endings that Snowball cuts off and that are half the word: enhet, billig (not bil), grunnlov (not grunn), fastlege. */
const halves = [
  /^(\p{L}{2,3}l?ig)(?:e|t|en|er|ene|ere|st|ste|este|s)?$/u,
  /^(\p{L}+itet|planet)(?:en|er|ene|a|ar|ane|s|ens)?$/u,
  /^(\p{L}{3,}lov)(?:a|en|ene|er|ens|s)?$/u,
  /^(\p{L}{2,3}(?!b)\p{L}bar)(?:t|e|ere|est|este|het|heten|heita)?$/u,
  /^(\p{L}*(?:fast|tann|dyre?|over|sykehus|sjukehus|kommune|skole|barne|turnus|vikar)leg)(?:e|en|er|ene|ar|ane|ens)?$/u,
];

/** Does the s belong to the word: "lisens", "kurs"? */
export function isHissing(word: string): boolean {
  return word.endsWith('s') && onS.exec(word)?.[1] === word;
}

/** "komité", "komiteen" → "komite". */
const stressed = /^(\p{L}{2,})é(?:n|en|er|ene|ar|ane|s|ens)?$/u;

/** The root of a noun whose own end looks like an ending. */
export function nounRoot(word: string): string | undefined {
  const unity = /^(\p{L}{1,4}h)(?:et|eit)(?:en|er|ene|a|ane|ar|s)?$/u.exec(word)?.[1];
  if (unity !== undefined) return `${unity}et`;
  const open = stressed.exec(word)?.[1];
  if (open !== undefined) return `${open}e`;
  const men = /^(?!allm)(\p{L}{3,}m)enn(?:ene|enes|s|a)?$/u.exec(word)?.[1];
  if (men !== undefined) return `${men}ann`;
  const weak = weakOnes.exec(word)?.[1];
  if (weak !== undefined) return `${weak.replace(/tenest$/u, 'tjenest')}e`;
  for (const form of [...halves, onS, others]) {
    const root = form.exec(word)?.[1];
    if (root !== undefined) return root;
  }
  return undefined;
}
