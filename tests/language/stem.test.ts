import { stem } from '../../src/language/stem.js';
import { stemEnglish } from '../../src/language/stem-english.js';

const families = [
  ['agent nouns, which Snowball keeps apart', 'lærer lærere lærerne læreren lærarar lærarane'],
  ['short nouns in -het', 'enhet enheten enheter enhetene'],
  ['-het and nynorsk -heit', 'avhengig avhengighet avhengigheten avhengigheit avhengigheita'],
  ['double m', 'program programmet programmene programmer'],
  ['nouns in -ing meet their verb', 'behandle behandling behandlingen behandlinga behandlingar'],
  ['nouns in -else meet their verb', 'avgjøre avgjørelse avgjørelser avgjørelsen'],
  ['adjectives in -bar meet their verb', 'straff straffe straffes straffbar straffbart'],
  ['changed vowels', 'bok bøker bøkene'],
  ['changed roots', 'tvang tvinge tvinger tvunget'],
  ['lost e before l', 'fengsel fengsler fengslene'],
  ['lost e before r', 'senter senteret sentre sentrene'],
  ['two-letter roots', 'øke øker økt økning'],
  ['roots that end in a vowel', 'by byer byen byene'],
  ['weak verbs in -te', 'kjøpe kjøper kjøpte kjøpt kjøpes'],
  ['weak verbs with a prefix', 'innføre innfører innførte innført innføres innføring'],
  ['weak verbs with a double consonant', 'glemme glemmer glemte glemt'],
  ['strong verbs', 'slå slår slo slått slås'],
  ['strong verbs with a prefix', 'utdrive utdriver utdrev utdrevet'],
  ['short nouns in -ing meet their verb', 'heve hever hevet heving'],
  ['superlatives', 'rik rike rikere rikeste'],
  ['nouns in -s', 'moms momsen'],
  ['nouns in -itet', 'universitet universitetet universiteter universitetene'],
  ['compounds with a number', 'co2avgift co2avgiften co2avgifter'],
  ['foreign nouns in -a', 'narkotika narkotikaen'],
  ['compounds of samfunn, which is no sam- and funnet', 'samfunn samfunnet samfunnets samfunnene'],
  ['water in both written forms', 'vann vannet vatn vatnet'],
  ['homosexuals', 'homofil homofile homofili'],
  ['victims', 'offer offeret ofre ofrene'],
  ['adjectives in -lig and nynorsk -leg', 'billig billige billeg billege'],
  ['early in both written forms', 'tidlig tidleg tidlege'],
  ['grown-ups', 'voksen voksne vaksen vaksne'],
  ['services', 'tjeneste tjenesten tjenestene teneste tenester'],
  ['neuter adjectives', 'god godt gode'],
  ['comparison', 'høy høyt høye høyere høyest høyeste'],
  ['neuter after t', 'hvit hvitt hvite'],
  ['long neuters', 'nasjonal nasjonalt nasjonale'],
  ['neuters of -ell', 'spesiell spesielt spesielle'],
  ['neuters of -fri', 'skattefri skattefritt skattefrie'],
  ['adjectives in -som', 'lønnsom lønnsomt lønnsomme'],
  ['adjectives in -bar', 'sårbar sårbart sårbare'],
  ['superlatives in -igst', 'viktig viktige viktigst viktigste'],
  ['lost e before n', 'åpen åpent åpne åpning'],
  ['loan verbs', 'finansiere finansierer finansierte finansiert finansiering finansierende finansiera finansierast'],
  ['loan verbs that are no noun', 'parkere parkerer parkert parkering'],
  ['nouns that end as if inflected', 'forsvar forsvaret forsvarets'],
  ['… in -s', 'innsats innsatsen'],
  ['… in -en', 'helsevesen helsevesenet'],
  ['… in -et', 'potet poteten poteter'],
  ['… in -ane', 'jernbane jernbanen jernbaner'],
  ['… in -este', 'helsetjeneste helsetjenesten helsetjenester'],
  ['homes', 'bolig boligens boligene boligar'],
  ['compounds of homes', 'omsorgsbolig omsorgsboligen omsorgsboliger'],
  ['to divide and part', 'del deler delen dele delt deling'],
  ['weak verbs in -de', 'kreve krever krevde krevd'],
  ['weak verbs whose root ends in t', 'møte møter møtte møtt'],
  ['weak verbs with a prefix and a double consonant', 'godkjenne godkjenner godkjente godkjent'],
  ['strong verbs after any word', 'planlegge planlegger planlagt planlagte'],
  ['verbs on a vowel', 'forstå forstår forsto forstått'],
  ['to take, with a prefix', 'motta mottar mottok mottatt'],
  ['verbs in -este', 'lovfeste lovfester lovfestet'],
  ['verbs in -ede', 'forberede forbereder forberedt'],
  ['nouns in -ning', 'forske forsker forskning forskningen'],
  ['changed vowels at the end of compounds', 'lærebok læreboken lærebøker'],
  ['people in -mann', 'nordmann nordmenn nordmennene'],
  ['genitives', 'elev elevers elevene elevenes'],
  ['genitives in -het', 'trygghet trygghets trygghetens'],
  ['no genitives', 'lisens lisensen lisenser'],
  ['compounds of an irregular word', 'juletreet juletrær juletrærne'],
  ['compounds that only end like an irregular word: øre', 'aktør aktører aktørene'],
  ['… offer', 'råstoff råstoffer'],
  ['… kraftig', 'bærekraft bærekraftig'],
  ['verbs in -ende', 'innsende innsender innsendt'],
  ['nynorsk owners', 'grunneier grunneiere grunneigar'],
  ['nynorsk -legheit', 'leilighet leiligheter leilegheit'],
  ['nynorsk infinitives', 'bygge byggje byggja'],
  ['people and their language', 'kvener kvenene kvenenes kvensk kvenske'],
] as const;

test.each(families)('%s have one stem: %s', (_, family) => {
  const stems = new Set(family.split(' ').map((word) => stem(word)));
  expect([...stems]).toHaveLength(1);
});

const strangers = [
  ['parkering', 'park'],
  ['prestere', 'prest'],
  ['servere', 'server'],
  ['levere', 'leve'],
  ['forsvarer', 'forsvaret'],
  ['jorden', 'orden'],
  ['klager', 'lager'],
  ['måker', 'åker'],
  ['beskjeder', 'kjede'],
  ['råstoffer', 'offer'],
  ['albaner', 'bane'],
  ['snus', 'snu'],
  ['tomt', 'tom'],
  ['betale', 'tale'],
  ['kamera', 'kam'],
  ['vann', 'vinne'],
  ['strømming', 'strømmen'],
  ['dyrere', 'dyret'],
  ['farleg', 'far'],
  ['billeg', 'bil'],
  ['vikar', 'vike'],
  ['lærerne', 'lære'],
  ['tjenester', 'tjener'],
  ['kraftig', 'kraft'],
  ['stadig', 'stad'],
  ['kors', 'kor'],
  ['samfunn', 'finne'],
  ['natt', 'nett'],
  ['kvener', 'kven'],
  ['ledighet', 'ledelse'],
  ['åtte', 'eie'],
  ['transhets', 'transhelse'],
  ['svart', 'svar'],
  ['prest', 'press'],
  ['bygd', 'bygge'],
  ['får', 'far'],
  ['før', 'for'],
  ['bør', 'bor'],
  ['lov', 'ulov'],
  ['moderne', 'mor'],
  ['interne', 'inntekt'],
  ['menn', 'men'],
  ['lovlig', 'lov'],
  ['billig', 'bil'],
  ['fastlege', 'fast'],
  ['grunnlov', 'grunn'],
  ['storting', 'stort'],
  ['demens', 'dem'],
  ['verden', 'verdig'],
  ['farlig', 'far'],
  ['forening', 'for'],
] as const;

test.each(strangers)('%s is not %s', (one, other) => {
  expect(stem(one)).not.toBe(stem(other));
});

test('a t that is the word’s own stays, and what only looks like a compound of a short verb is none', () => {
  expect(['asfalt', 'distrikt', 'henta', 'bitar', 'jobbar'].map((word) => stem(word))).toEqual(
    ['asfalten', 'distriktet', 'hente', 'biter', 'jobbene'].map((word) => stem(word)),
  );
});

test('numbers are left as they are', () => {
  expect(['2,4', 'co2', '2025'].map((word) => stem(word))).toEqual(['2,4', 'co2', '2025']);
});

test('British and American spelling meet in English', () => {
  expect(stemEnglish('decriminalising')).toBe(stemEnglish('decriminalize'));
  expect(stemEnglish('labour')).toBe(stemEnglish('labor'));
});
