import { findParties } from '../../src/answer/find-parties.js';
import { nameParties, type PartyNames } from '../../src/answer/name-parties.js';
import { openShelf } from '../knowledge-fixture.js';

let names: PartyNames;

beforeAll(async () => {
  names = nameParties((await openShelf()).knowledge.parties);
});

const found = (text: string): string =>
  findParties(text, names)
    .map((mention) => mention.parties.join('/'))
    .join(' ');

test.each([
  ['hva mener Frp om skatt?', 'frp'],
  ['hva mener høyre om skatt', 'h'],
  ['Hva mener Høyre og Venstre om skatt?', 'h v'],
  ['vil venstre fjerne formuesskatten', 'v'],
  ['kva meiner Høgre om høgre skatt', 'h'],
  ['hva mener rødt om bolig', 'rodt'],
  ['Rødt om boligpolitikk', 'rodt'],
  ['hva sier R og V', 'rodt v'],
  ['hva med SU?', 'su'],
  ['og høyre?', 'h'],
  ['Fremskrittspartiets politikk for eldre', 'frp'],
  ['Frps syn på rus', 'frp'],
  ['What does the Labour Party think about tax?', 'ap'],
  ['Ap vs Frp: skatt', 'ap frp'],
  ['hva meiner arbeiderpartit om skatt', 'ap'],
  ['hva mener fremskritspartiet om skatt', 'frp'],
  ['hva mener ungdomsorganisasjonen til Senterpartiet om ulv', 'senterungdommen'],
  ['hva mener høire om skatt', 'h'],
  ['kva meiner vestre om skule', 'v'],
  ['rødt oljeboring lofoten?', 'rodt'],
  ['vil rødt forby privatfly', 'rodt'],
  ['PARTIET SENTRUM HANDLINGSPLAN', 'sentrum'],
  ['Kva meiner Miljøpartiet Dei Grøne om fly?', 'mdg'],
  ['Would Red leave Nato?', 'rodt'],
  ['what do greens think about planes', 'mdg'],
])('«%s» names %s', (text, expected) => {
  expect(found(text)).toBe(expected);
});

test.each([
  ['Er Frp for høyere straffer?', 'frp', '"for" is a word here'],
  ['Vil Frp ha høyre skatt?', 'frp', 'nynorsk "høyre" is an adjective before a noun'],
  ['Skal vi kjøre på venstre side?', '', '"venstre" is a side'],
  ['Er rødt kjøtt farlig, Ap?', 'ap', '"rødt" is a colour'],
  ['hva mener barn om skole', '', 'only one letter is forgiven a short name'],
  ['kjøre på rødt lys, hva sier Frp', 'frp', '"rødt" is a colour'],
  ['bolig i sentrum av Oslo, hva mener Ap', 'ap', '"sentrum" is a place'],
  ['ungdom som begynner med rus', '', '"rus" is not of RU'],
  ['vitamin h og v', '', 'letters outside a party’s place'],
])('«%s» names «%s»: %s', (text, expected) => {
  expect(found(text)).toBe(expected);
});

test('the beginning of several names, in a party’s place, is all of them', () => {
  const [mention] = findParties('hva mener senter om narkotika', names);
  expect(mention?.parties.toSorted()).toEqual(['senterungdommen', 'sentrum', 'sp']);
});

test('a mention has its place in the text', () => {
  const text = 'Hva mener Partiet Sentrum om rus?';
  const [mention] = findParties(text, names);
  expect(text.slice(mention?.start, mention?.end)).toBe('Partiet Sentrum');
});
