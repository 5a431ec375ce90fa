import { createAnalyser, tabulate } from '../../src/language/analyse.js';

const words =
  'rus behandling tilbud rusmisbruk heroin assistert narkotika forbud ungdom kontrakt senter legemidler lag fors'.split(
    ' ',
  );
const pairs = [
  ['førebygging', 'forebygging'],
  ['ikkje', 'ikke'],
] as const;
const analyser = createAnalyser(tabulate(words, pairs, ['senterungdommen', 'senterpartiet']));

const partsOf = (text: string): readonly string[] => analyser.analyse(text)[0]?.parts ?? [];
const termOf = (text: string): string | undefined => analyser.analyse(text)[0]?.term;

test('a compound is split by words that stand by themselves', () => {
  expect(partsOf('heroinassistert')).toEqual(['heroin', 'assist']);
  expect(partsOf('rusbehandlingstilbud')).toEqual(['rus', 'behandl', 'tilbud']);
  expect(partsOf('narkotikaforbudet')).toEqual(['narkotik', 'forbud']);
});

test('a word that no two known words make up is left whole', () => {
  expect(partsOf('bompenger')).toEqual([]);
  expect(partsOf('forslag')).toEqual([]);
});

// Words of the knowledge from which the wrong parts could be made.
const traps = `
  privat skole kole skoler ungdom asyl søker øker oljen olje skatt katt strøm selger elger redning bil arbeid taker staker fødsel tall
  stall idrett lag slag straff straffer reaksjon aksjon kommune komme reform form tjene est over grep egen andel eie skap hjem løs
  lett brann skil les svin del syke hus sykehus grunn lov fast
  buss sjåfør trafikk kø vill laks natt tog nattog tilbud hall leie vegg gen gutt tunge topp stopp par mat matt tilsyn rygg grad
  handel vare svar svare avgift økning søkning orden vakt svak rettighet hav prøve vann forsyning
`
  .trim()
  .split(/\s+/u);
const wary = createAnalyser(tabulate(traps, [['vass-', 'vann-']], []));

test.each([
  ['privatskolen', 'privat skol'],
  ['asylsøkere', 'asyl søk'],
  ['strømselgerne', 'strøm selg'],
  ['oljeskatten', 'olj skatt'],
  ['straffereaksjoner', 'straff reaksjon'],
  ['kommunereform', 'kommun reform'],
  ['arbeidstakere', 'arbeid tak'],
  ['fødselstall', 'fød tall'],
  ['idrettslag', 'idrett lag'],
  ['redningsbil', 'redning bil'],
  ['brannbil', 'brann bil'],
  ['brannbilen', 'brann bil'],
  ['grunnlov', 'grunn lov'],
  ['handelsvarer', 'handl var'],
  ['prøvesvaret', 'prøv svar'],
  ['avgiftsøkning', 'avgift øk'],
  ['ordensvakt', 'orden vakt'],
  ['vassforsyning', 'vann forsyn'],
  ['bussjåføren', 'buss sjåfør'],
  ['trafikkø', 'trafikk kø'],
  ['villaksen', 'vill laks'],
  ['nattogtilbud', 'natt tog tilbud'],
  ['halleie', 'hall leie'],
  ['mattilsyn', 'mat tilsyn'],
])('%s is made of %s', (word, parts) => {
  expect(wary.analyse(word)[0]?.parts).toEqual(parts.split(' '));
});

test.each([
  'kommunen',
  'overgrep',
  'egenandel',
  'eierskap',
  'hjemløse',
  'billetter',
  'skilles',
  'svindel',
  'tjenester',
  'rettighetshaver',
  'veggene',
  'guttunge',
  'stoppar',
  'ryggrad',
])('%s is one word: what comes before it, its ending or chance make no parts', (word) => {
  expect(wary.analyse(word)[0]?.parts).toEqual([]);
});

test('a party’s name is never split: Senterungdommen and Senterpartiet must not meet in "senter"', () => {
  expect(partsOf('Senterungdommen')).toEqual([]);
});

test('hyphens split too, and abbreviations stay in capitals', () => {
  expect(partsOf('LAR-legemidler')).toEqual(['LAR', 'legemidl']);
});

test('a nynorsk word brings its other forms along, but no other word that has its stem', () => {
  const among = createAnalyser(
    tabulate(
      ['tjene', 'sum', 'egen'],
      [
        ['tene', 'tjene'],
        ['sumar', 'sommer'],
        ['eg', 'jeg'],
      ],
      [],
    ),
  );
  const term = (text: string): string | undefined => among.analyse(text)[0]?.term;
  expect(term('tener')).toBe(term('tjener'));
  expect(term('sum')).not.toBe(term('sumar'));
  expect(term('egen')).not.toBe(term('eg'));
});

test('nynorsk and bokmål have one normal form', () => {
  expect(termOf('førebyggingar')).toBe(termOf('forebygging'));
});

test('capitals tell an abbreviation from a verb, unless all is in capitals', () => {
  expect(termOf('LAR er bra')).toBe('LAR');
  expect(termOf('lar seg gjøre')).toBe('lar');
  expect(termOf('LAR ER BRA')).toBe('lar');
});

test('words of the question carry no topic, words of acting carry less', () => {
  const roles = analyser.analyse('hva styrke narkotika').map(({ role }) => role);
  expect(roles).toEqual(['stop', 'filling', 'topic']);
});

const topics = (text: string): readonly string[] =>
  analyser.analyse(text).flatMap(({ surface, role }) => (role === 'stop' ? [] : [surface]));

test('"gjeld" is debt, but in "det gjeld" a verb; names in capitals are no stop words', () => {
  expect(topics('Raudt om gjeld')).toEqual(['Raudt', 'gjeld']);
  expect(topics('når det gjeld skatt')).toEqual(['skatt']);
  expect(topics('Dette gjeld også ME')).toEqual(['ME']);
  expect(topics('HVA om WHO')).toEqual(['WHO']);
});

test('"pleier" nurses, but in "de pleier å" a verb; what somebody thinks, or owns, is no faith and no explosive', () => {
  expect(topics('Får en pleier mer lønn?')).toEqual(['pleier', 'lønn']);
  expect(topics('De pleier å øke skatten')).toEqual(['øke', 'skatten']);
  expect(topics('jeg tror ulven tar sauene mine')).toEqual(['ulven', 'tar', 'sauene']);
  expect(topics('miner og tro')).toEqual(['miner', 'tro']);
});

test('relatives in a story weigh little beside what the story is about', () => {
  const roles = analyser.analyse('broren min venter på rettssak').map(({ surface, role }) => [surface, role]);
  expect(roles).toContainEqual(['broren', 'filling']);
  expect(roles).toContainEqual(['rettssak', 'topic']);
});
