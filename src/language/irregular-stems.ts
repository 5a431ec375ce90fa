/** Stem → words, as they are written in lower case, that Snowball takes for another's or keeps apart. */
const words: Readonly<Record<string, string>> = {
  verden: 'verden verdens',
  demens: 'demens demensen',
  jeger: 'jeger jegere jegerne jegeren',
  voldtekt: 'voldta voldtar voldtatt voldtekt voldtekter voldtekten voldtektene',
  kraft: 'kraft kraften krafta krefter kreftene',
  fare: 'fare farer farene',
  menighet: 'menighet menigheten menigheter menighetene',
  børs: 'børs børsen',
  tare: 'tare taren',
  forsvarer: 'forsvarer forsvarere forsvareren forsvarerne',
  skje: 'skje skjer skjedde skjedd',
  stue: 'stue stua stuen stuer stuene stove stova stover stovene',
  bli: 'bli blir ble blei blitt vert verte vart vorte',
  få: 'få får fikk fekk fått',
  gå: 'gå går gikk gjekk gått',
  natt: 'natt natta natten netter nettene',
  fot: 'fot foten føtter føttene',
  karakter: 'karakter karakteren karakterer karakterene karakterar karakterane',
  bygd: 'bygd bygda bygden bygder bygdene bygdenes',
  klær: 'klær klærne klede kleda klea',
  same: 'same samer samene samen samane samar',
  storting: 'storting stortinget stortingets stortinga',
  fylkesting: 'fylkesting fylkestinget fylkestingene',
  sameting: 'sameting sametinget sametingets',
  kvener: 'kvener kvenene kvenenes kvenane kvensk kvenske',
  ledighet: 'ledighet ledigheten ledigheita',
  transhets: 'transhets transhetsen',
  basar: 'basar basaren basarer',
  vann: 'vann vannet vannets vanna vannene vatn vatnet vatna',
  kors: 'kors korset korsets kross krossen krossens',
  voksen: 'voksen voksent voksne voksnes vaksen vakse vaksne',
  gulrot: 'gulrot gulrota gulroten gulrøtter gulrøttene',
  kraftig: 'kraftig kraftige kraftigere kraftigst kraftigste kraftigare',
  stadig: 'stadig stadige',
  lærer: 'lærer læreren lærere lærerne læreres lærernes lærerens lærar læraren lærarar lærarane',
  tjeneste: 'tjeneste tjenesten tjenestens tjenester tjenestene tjenestenes teneste tenesta tenester tenestene',
  sommer: 'sommer sommeren sommere sommerens sommar sommaren sumar sumaren sumrar somrene somrer sumrane',
  mens: 'mensen mensens',
  strømming: 'strømming strømminga strømmingen',
  dyrere: 'dyrt dyrere dyrare dyreste dyrest dyrast dyraste',
  dings: 'dings dingsen dingser dingsene',
  hamas: 'hamas',
  homofil: 'homofil homofilt homofile homofiles homofili homofilien',
  hamar: 'hamar',
  kols: 'kols',
  vikar: 'vikar vikaren vikarer vikarene vikarar vikarane',
  inntekt: 'inntekt inntekter inntektene inntekta inntekten inntektenes',
  nummer: 'nummer nummeret numre numrene nummera',
  åpn: 'åpen åpent åpne åpner åpnet åpna åpnes åpnere åpning åpninga åpningen åpninger åpningene open opent opne opnar opna opning',
  sikker: 'sikker sikkert sikrere sikrest sikreste sikkerhet sikkerheten sikkerhets sikkerheita sikkerheit',
  egen: 'egen eget egne eigen eiga eigne',
  øye: 'øye øyet øyne øynene auge auga augo augene',
  øre: 'øre øret ører ørene',
  uke: 'uke uker uka ukene uken ukens ukes ukers veke veker veka vekene',
  år: 'år året årets årene åra årenes års',
  gammel: 'gammel gammelt gamle gamles gamal gamalt',
  sliten: 'sliten slitent slitne',
  sult: 'sulten sultent sultne svolten svoltne',
  moden: 'moden modent modne',
  kristen: 'kristen kristent kristne kristnes',
  naken: 'naken nakent nakne',
  våken: 'våken våkent våkne våkner våknet våkna vaknar vaken vakent vakne',
  datter: 'datter datteren dattera døtre døtrene dotter dottera døtrer',
  søster: 'søster søsteren søstera søstra søstre søstrene syster systera systrer',
  søsken: 'søsken søskenet søsknene søskena sysken syskena',
  finger: 'finger fingeren fingre fingrene fingrar fingrane',
  alder: 'alder alderen aldre aldrene alderens',
  vinter: 'vinter vinteren vintre vintrene vinters',
  morgen: 'morgen morgenen morgener morgenene morgon morgonen',
  tusen: 'tusen tusener tusenene',
  trær: 'treet trær trærne trea treets',
  kne: 'kne kneet knær knærne knea',
  kafe: 'kafe kafé kafeen kafeer kafeene kaféer kaféen',
  moske: 'moske moské moskéen moskeen moskeer moskeene',
  ide: 'ide idé ideen ideer ideene idéer idéen',
  museum: 'museum museet museer museene musea',
  stans: 'stans stansen stanse stanser stanset stanses stansa',
  spion: 'spion spionen spioner spionene spionere spionerer spionert spionering',
  orden: 'orden ordenen',
  åker: 'åker åkeren åkrer åkrene',
  ørken: 'ørken ørkenen ørkener ørkenene',
  forbund: 'forbund forbundet forbundets forbundene',
  utbrent: 'utbrent utbrente utbrenthet utbrentheten',
  nærm: 'nærmere nærmest nærmeste nærmare',
  hets: 'hets hetsen hetse hetset hetses',
  netthets: 'netthets netthetsen',
  bleie: 'bleie bleier bleien bleiene bleia',
  veiled: 'veilede',
  foreldr: 'forelder forelderen foreldre foreldra foreldrene',
  bestefar: 'bestefar bestefaren bestefars',
  offer: 'offer offeret offerets ofre ofrene ofra ofrenes offera',
  samfunn: 'samfunn samfunnet samfunnets samfunna samfunnene samfunnenes',
};

/** Stem → stems that Snowball gives to inflections and derivations that change the root. */
const stems: Readonly<Record<string, string>> = {
  bok: 'bøk',
  bond: 'bønd',
  mann: 'menn',
  far: 'fedr',
  mor: 'mødr',
  bror: 'brødr',
  hånd: 'hend',
  tann: 'tenn',
  rot: 'røtt',
  øk: 'økt økning',
  bruk: 'brukt',
  selg: 'solgt salg',
  velg: 'valgt valg',
  tving: 'tvang tvung',
  forbud: 'forby forbyr forbudn',
  narkotik: 'narkotika narkotisk',
};

export const irregularWords = inverted(words);
export const irregularStems = inverted(stems);

/** Letters. Shorter ones end other words by chance. */
const shortestLast = 5;
const shortestLead = 3;

/** Not these: "erfarer", "arbeidsledighet", "råstoffer", "bærekraftig", "statusen". */
const neverLast = new Set(
  'bli egen år uke øre øye fare tare klær åker sikker børs kraftig ledighet offer tusen same orden våken'.split(' '),
);

/** The root of a compound whose last word is irregular: "grunnvannet" → "grunnvann". */
export function irregularLast(word: string): string | undefined {
  for (let at = shortestLead; at <= word.length - shortestLast; at += 1) {
    const root = irregularWords.get(word.slice(at));
    if (root !== undefined && !neverLast.has(root)) return word.slice(0, at) + root;
  }
  return undefined;
}

function inverted(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const pairs = Object.entries(table).flatMap(([root, forms]) => forms.split(' ').map((form) => [form, root] as const));
  return new Map(pairs);
}
