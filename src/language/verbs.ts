/** Stem → inflections with another vowel, or that Snowball takes for other words, in bokmål and nynorsk. */
const strong: Readonly<Record<string, string>> = {
  slå: 'slå slår slo slått slås slåtte',
  dø: 'dø dør døde dødd døy døyr døydde',
  bo: 'bo bor bodde bodd bur budde budd',
  skriv: 'skrev skreiv skrevet skrevne skrive skriver skrives',
  driv: 'drev dreiv drevet drevne drive driver drives driv',
  bryt: 'brøt braut brutt brutte brote bryte bryter brytes',
  finn: 'fant fann funnet funne finne finner finnes finst finnast',
  stjl: 'stjal stal stjålet stjålne stole stele',
  bær: 'båret bårne bære bærer bæres',
  hjelp: 'hjalp hjulpet hjelpte hjelpt',
  trekk: 'trakk trukket trukne trekte',
  vinn: 'vant vunnet vunne vinne vinner',
  skyt: 'skjøt skaut skutt skutte skyting skyte skyter skytes',
  drikk: 'drakk drukket drukke drikke drikker drikkes drikking',
  fly: 'fly flyr fløy flaug fløyet fløge flyging flyging',
  ligg: 'lå ligget ligge ligger ligg',
  legg: 'lagt lagde legge legger legges legg',
  sett: 'satte satt sette setter settes set sett',
  gi: 'gi gir ga gav gitt gis gje gjev gjeve gjevast',
  ta: 'ta tar tok tatt tas tek teke takast',
  se: 'se ser sett sees sjå ser såg',
  si: 'si sier sa sagt sies seier',
  ansett: 'ansatt ansatte ansatt ansette ansetter ansettes ansettelse ansettelser ansattes tilsett tilsette tilsetjing',
  undervisn: 'undervise underviser underviste undervist undervisning undervisningen undervisninga undervises',
  tillat: 'tillot tillatt tillatte tillate tillater tillates tillèt',
  hold: 'holdt heldt haldt holde holder holdes halde held haldast',
  kom: 'komme kommer kom kommet kome kjem kjømd',
  løp: 'løp løper løpe løpt laup sprang',
  syng: 'sang sunget song sunge synge synger',
  sitt: 'sitte sitter sittet sit sete sat',
  be: 'be ber ba bedt',
  gripp: 'grep greip grepet gripe griper gripes',
  stig: 'steg steig steget stige stiger',
  skil: 'skille skiller skilte skilt skilles skilje skil',
  følg: 'fulgte fulgt følge følger følges følgje følgjer følgde følgt',
  spør: 'spørre spør spurte spurt spørje',
  selg: 'selge selger solgte solgt selges salg salget selje sel selde selt sal',
  tell: 'telle teller talte talt telles telje',
  fortell: 'fortelle forteller fortalte fortalt fortelje',
  gjør: 'gjøre gjør gjorde gjort gjøres gjere gjer gjerast',
  leie: 'leie leier leide leid leies leige leiger leigde leigd',
  eie: 'eie eier eide eies eige eig ått',
  øk: 'øke øker økte økt økes økning økningen auke aukar auka auking',
  bygg: 'bygde bygt bygg bygge bygger bygges byggje byggjer',
  forbud: 'forbød forbudt forby forbyr forbys forbud forbod',
  reduser: 'redusere reduseres reduserer reduserte redusert reduksjon reduksjonen reduksjoner',
  fød: 'fødsel fødselen fødsler fødslene fødslar føde føder fødte fødes',
  våp: 'våpen våpenet våpnene våpna våpna',
  ku: 'ku kua kuer kyr kyrne kuene kyra',
  nekt: 'nekte nekter nektet nektes nektar nekta',
};

/** Roots of weak verbs in -te, -t: kjøpe, kjøpte, kjøpt. Without a list "kunst" and "plast" would lose their t. */
const weak = `
  kjøp betal spis lær kjør reis lån tap tjen før føl hør løs styr send kjenn begynn søk tenk røyk mål still kall fyll drømm glemm
  dømm stemm vis les lik rop skap spar gjemm tømm feir fød skyld ring freis kneb knus lever lur merk nevn nøl pek plei prat rens rydd
  smak spill spred tilhør tolk trykk tyd vend virk øs bruk vask
`
  .trim()
  .split(/\s+/u);

/** Short roots whose noun in -ing is the act: heving, kjøring. "næring", "regning" and "stilling" are words of their own. */
const acts = new Set(
  'hev senk kjør bygg skyt røyk drikk let styr mål del spar dyrk fisk test kod jag lån kjøp bruk mist vask pant seil grav bor pump skatt tigg'.split(
    ' ',
  ),
);

const prefix =
  '(?:inn|ut|opp|ned|av|over|under|gjennom|til|fra|frå|be|for|gjen|an|på|etter|om|med|sam|sammen|saman|u|mis|bort|fram|frem|mot|videre|vidare)';
const before = new RegExp(`^(${prefix})(?=\\p{L}{3})`, 'u');
const participle = new RegExp(`^(${prefix}?(?:${weak.map(single).join('|')}))t(?:e|es)?$`, 'u');
const strongForms = new Map(
  Object.entries(strong).flatMap(([root, forms]) => forms.split(' ').map((form) => [form, root] as const)),
);

/** The root of an inflected verb, prefix and all, or nothing: "innført" → "innfør", "slås" → "slå". */
export function verbRoot(word: string): string | undefined {
  const known = strongForms.get(word);
  if (known !== undefined) return known;
  const regular = participle.exec(word)?.[1];
  if (regular !== undefined) return weak.find((root) => single(root) === regular) ?? regular;
  const act = /^(\p{L}{3,4})ing(?:en|a|er|ene|ar|ane|s)?$/u.exec(word)?.[1];
  if (act !== undefined && acts.has(act)) return act;
  const lead = before.exec(word)?.[1];
  const rest = lead === undefined ? undefined : strongForms.get(word.slice(lead.length));
  return lead !== undefined && rest !== undefined && rest.length > 2 ? lead + rest : undefined;
}

/** "glemm" loses an m before t: glemt. */
function single(root: string): string {
  return root.replace(/(\p{L})\1$/u, '$1');
}
