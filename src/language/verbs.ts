import { strongForms } from './strong-verbs.js';

/** Roots of weak verbs in -te, -t: kjøpe, kjøpte, kjøpt. Without a list "kunst" and "plast" would lose their t. */
const weak = `
  kjøp betal spis lær kjør reis lån styrk tap tjen før føl hør løs styr send kjenn begynn søk tenk røyk mål still kall fyll drømm glemm
  dømm stemm vis les lik rop skap spar gjemm tømm feir skyld ring freis kneb knus lever lur merk nevn nøl pek plei prat rens rydd
  smak spill spred tilhør tolk trykk tyd vend virk øs bruk vask drep møt steng spreng leng heng svømm skjul forsvar avtal omtal tiltal uttal
  påtal befal bevis skremm smil forkynn tren kok tål seil blås rør hvil klar forklar advar lås lys bevar erklær avslør voks klem lim
`
  .trim()
  .split(/\s+/u);

/** … and in -de, -d: kreve, krevde, krevd. */
const voiced = 'krev lev prøv øv plag jag sag behøv skad svev streb'.split(' ');

/** Loan verbs whose root is another word: parkere is no park. Of all others -ere is cut: "studere", "kontrollere". */
const loans =
  'parker baser passer grader server saner noter kurer operer marker orienter kasser programmer prester håndter'.replaceAll(
    ' ',
    '|',
  );
const loan = new RegExp(
  `^((?:de|av|om|inn|ut|opp)?(?:${loans}))(?:e|er|es|t|te|ing|inga|ingen|ingene|inger|ast|ar|a|ende)$`,
  'u',
);

/** Short roots whose noun in -ing is the act: heving, kjøring. "næring", "regning" and "stilling" are words of their own. */
const acts = new Set(
  `hev senk kjør bygg skyt røyk drikk let styr mål spar dyrk fisk test kod jag lån kjøp bruk mist vask pant seil grav bor pump skatt tigg
  sats sikr endr lagr merk son tren lad les rens fell rydd feir sykl mobb amm rømm spor fyll tømm rull bad hack tipp logg beit fall
  purr vap mekl megl hent øv bomb film kast vent høst`
    .trim()
    .split(/\s+/u),
);

/** Forms that are told by themselves, whatever comes before: "planlagt", "fastsatt", "løslatt", "navngitt". */
const telling: Readonly<Record<string, string>> = {
  lagt: 'legg',
  lagd: 'legg',
  gjort: 'gjør',
  gjorde: 'gjør',
  gjeve: 'gi',
  gjevn: 'gi',
  satt: 'sett',
  latt: 'lat',
  slått: 'slå',
  stått: 'stå',
  gått: 'gå',
  gitt: 'gi',
  valgt: 'velg',
  brutt: 'bryt',
  drevet: 'driv',
  skrevet: 'skriv',
  holdt: 'hold',
};
const tellingForm = new RegExp(`^(\\p{L}{3,}?)(${Object.keys(telling).join('|')})e?$`, 'u');

const prefix =
  '(?:inn|ut|opp|ned|av|over|under|gjennom|til|fra|frå|be|fore|for|gjen|an|på|etter|om|med|sam|sammen|saman|u|mis|bort|fram|frem|mot|videre|vidare|del|ved|unn|ivare|fri|bi|god|full|hen|sak)';
const before = new RegExp(`^(${prefix})(?=\\p{L}{2})`, 'u');
const weakRoots = weak.map(single).join('|');
const participle = new RegExp(`^((?:${prefix}){0,2}(?:${weakRoots}))t(?:e|es)?$`, 'u');
/** … nynorsk in -de, -d: "gjennomførde". "kalde" is cold, "trend" a noun, and by itself "førde" a place. */
const nynorskParticiple = new RegExp(
  `^((?:${prefix}){1,2}(?!kal|leng)(?:${weakRoots})(?=de?$)|(?!kal|før|leng|tren)(?:${weakRoots})(?=de?$))de?$`,
  'u',
);
/** With a prefix, "-ende" and "-ede" are whole endings to Snowball: "innsende" would be "inns". */
const prefixed = new RegExp(`^(${prefix}(?:${weak.join('|')}))(?:e|er|es|ar|ast)$`, 'u');
const voicedParticiple = new RegExp(`^((?:opp|over|ut|for|be|a|av|etter)?(?:${voiced.join('|')}))d(?:e|es)?$`, 'u');

/** Verbs on a vowel, whose endings are as long as they: snu, snur, snudd; forstå, forstår, forstått. "snus" is no verb. */
const vocalic = new RegExp(
  `^(?:(tro|snu|skje|kle|skru|bry|gro|spy|ri|vri|svi|klå|flå)(?:r|dd|dde|ende)|(stå|gå)ende|((?:${prefix}){1,2}(?:stå|gå|nå|få|snu|gro))(?:r|dd|dde|tt|tte|ende|s))$`,
  'u',
);

/** The root of an inflected verb, prefix and all, or nothing: "innført" → "innfør", "slås" → "slå". */
export function verbRoot(word: string): string | undefined {
  const known = strongForms.get(word) ?? compounded(word);
  if (known !== undefined) return known;
  const regular = participle.exec(word)?.[1] ?? nynorskParticiple.exec(word)?.[1];
  if (regular !== undefined) return doubled(regular);
  const vowel = vocalic.exec(word);
  const other =
    voicedParticiple.exec(word)?.[1] ??
    loan.exec(word)?.[1] ??
    prefixed.exec(word)?.[1] ??
    vowel?.slice(1).find(Boolean);
  if (other !== undefined) return other;
  const act = /^(\p{L}{2,4})ing(?:en|a|er|ene|ar|ane|s)?$/u.exec(word)?.[1];
  if (act !== undefined && acts.has(act)) return act;
  const lead = before.exec(word)?.[1];
  const rest = lead === undefined ? undefined : strongForms.get(word.slice(lead.length));
  return lead !== undefined && rest !== undefined && isTold(lead, rest) ? lead + rest : undefined;
}

function compounded(word: string): string | undefined {
  const [, lead = '', form = ''] = tellingForm.exec(word) ?? [];
  const root = telling[form];
  return root === undefined ? undefined : lead + root;
}

const taking =
  /^(?:av|over|under|gjennom|inn|ut|opp|ned|til|fra|frå|på|etter|om|med|mot|del|ved|unn|ivare|fri|fore|god|gjen|bort)$/u;

/** Of the roots of two letters only these, and not after all prefixes: "omsett" is no "se", "beta" and "bitar" no "ta". */
function isTold(lead: string, root: string): boolean {
  return root.length > 2 || (root === 'ta' && taking.test(lead)) || (root === 'gi' && lead !== 'u');
}

/** "glemm" loses an m before t: glemt. */
function single(root: string): string {
  return root.replace(/(\p{L})\1$/u, '$1');
}

/** … and gets it back: "godkjen" → "godkjenn". */
function doubled(root: string): string {
  const whole = weak.find((each) => each !== single(each) && root.endsWith(single(each)));
  return whole === undefined ? root : root + (whole.at(-1) ?? '');
}
