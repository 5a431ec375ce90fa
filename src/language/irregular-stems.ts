/** Stem → words, as they are written in lower case, whose ending Snowball takes for another word's. */
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
  programmer: 'programmere programmerer programmering programmeringen',
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
  sommer: 'sommer sommeren sommere sommerens sumar sumaren sumrar somrene somrer sumrane',
  mens: 'mensen mensens',
  strømming: 'strømming strømminga strømmingen',
  dyrere: 'dyrere dyrare dyreste dyrest dyrast dyraste',
  hamas: 'hamas',
  homofil: 'homofil homofilt homofile homofiles homofili homofilien',
  hamar: 'hamar',
  kols: 'kols',
  vikar: 'vikar vikaren vikarer vikarene vikarar vikarane',
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
  datt: 'døtr',
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

function inverted(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const pairs = Object.entries(table).flatMap(([root, forms]) => forms.split(' ').map((form) => [form, root] as const));
  return new Map(pairs);
}
