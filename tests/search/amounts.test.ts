import { amountAsked } from '../../src/search/amounts.js';

const answers = (question: string, slice: string): boolean | undefined => amountAsked(question)?.test(slice);

test.each([
  [
    'Hvor gammel må man være for å kjøre elsparkesykkel?',
    'innføre 16-årsgrense for elsparkesykkel',
    'leie ut 16 sykler',
  ],
  ['Kor gamle bør ungane vere når dei byrjar på skulen?', 'skolestart når barnet er seks år', 'ansette seks lærere'],
  ['Hvor mange prosent av BNP går til forsvaret?', 'bruke minst 3 % av BNP', 'kjøpe 3 fregatter innen 2030'],
  ['Hvor lenge skal førstegangstjenesten vare?', 'tjenesten skal vare i tolv måneder', 'innkalle 12 000 vernepliktige'],
  ['How many weeks of leave?', 'gi far 15 uker permisjon', 'gi 15 foreldre støtte'],
  ['Når skal forbudet innføres?', 'innføre forbudet innen 2030', 'innføre forbudet med 30 kontrollører'],
  ['Hvor mye skal foreldre betale?', 'en makspris på 1000 kroner', 'en lavere pris'],
])('%s is answered by its own kind of amount', (question, held, lacking) => {
  expect(answers(question, held)).toBe(true);
  expect(answers(question, lacking)).toBe(false);
});

test('«når» asks for a date before its verb only', () => {
  expect(amountAsked('Får jeg full lønn når jeg er syk?')).toBeNull();
  expect(amountAsked('Kva skjer når bonden blir sjuk?')).toBeNull();
  expect(amountAsked('Når vil Ap innføre dette?')).not.toBeNull();
});

test('the article is no number', () => {
  expect(answers('Hvor mange skoler skal bygges?', 'bygge et nytt skolebygg')).toBe(false);
});

test('a question for a stand asks for no amount', () => {
  expect(amountAsked('Hva mener Ap om bompenger?')).toBeNull();
});
