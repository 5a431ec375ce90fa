import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const name = z.string().min(1);
const listSchema = z.array(
  z.strictObject({
    id: name,
    name: z.strictObject({ nb: name, nn: name, en: name }),
    short: name,
    aliases: z.array(name),
    youth_of: name.optional(),
  }),
);

const source = readFileSync(path.resolve(__dirname, '../../knowledge/parties.yaml'), 'utf8');
const parties = listSchema.parse(parse(source));

/** Everything a party answers to, lower case. */
function spellings(party: (typeof parties)[number]): readonly string[] {
  const all = [party.short, party.name.nb, party.name.nn, party.name.en, ...party.aliases];
  return [...new Set(all.map((spelling) => spelling.toLowerCase()))];
}

const owners = new Map<string, string[]>();
for (const party of parties) {
  for (const spelling of spellings(party)) owners.set(spelling, [...(owners.get(spelling) ?? []), party.id]);
}

test('every id in use is there, once', () => {
  const ids =
    'ap frp h sv sp rodt mdg krf v sentrum konservativt inp nd pp gp for dni vip lib auf fpu uh su ru gu krfu uv senterungdommen';
  expect(parties.map((party) => party.id).toSorted()).toEqual(ids.split(' ').toSorted());
});

test('the order is that of the bokmål names', () => {
  const names = parties.map((party) => party.name.nb);
  expect(names).toEqual(names.toSorted(new Intl.Collator('nb').compare));
});

test('no two parties share a short name', () => {
  const shorts = parties.map((party) => party.short.toLowerCase());
  expect(shorts.filter((short, index) => shorts.indexOf(short) !== index)).toEqual([]);
});

test('no name, short name or alias belongs to two parties', () => {
  expect([...owners].filter(([, ids]) => ids.length > 1)).toEqual([]);
});

test('no alias repeats another alias or a name of its own party', () => {
  const repeated = parties.flatMap((party) => {
    const known = [...Object.values(party.name), party.short].map((spelling) => spelling.toLowerCase());
    const aliases = party.aliases.map((alias) => alias.toLowerCase());
    return aliases.filter((alias, index) => known.includes(alias) || aliases.indexOf(alias) !== index);
  });
  expect(repeated).toEqual([]);
});

test('every spelling is in normal form: composed letters, single spaces, none at the ends', () => {
  const all = parties.flatMap((party) => [party.short, ...Object.values(party.name), ...party.aliases]);
  expect(all.filter((spelling) => spelling !== spelling.normalize('NFC').trim().replace(/\s+/gu, ' '))).toEqual([]);
});

test('each youth organisation has its mother party, and no party else has one', () => {
  const pairs = parties.flatMap((party) => (party.youth_of === undefined ? [] : [[party.id, party.youth_of]]));
  expect(Object.fromEntries(pairs)).toEqual({
    auf: 'ap',
    fpu: 'frp',
    gu: 'mdg',
    krfu: 'krf',
    ru: 'rodt',
    senterungdommen: 'sp',
    su: 'sv',
    uh: 'h',
    uv: 'v',
  });
});

test('every mother party is in the list', () => {
  const ids = new Set(parties.map((party) => party.id));
  const mothers = parties.flatMap((party) => party.youth_of ?? []);
  expect(mothers).not.toEqual([]);
  expect(mothers.filter((mother) => !ids.has(mother))).toEqual([]);
});

test.each([
  ['Ap', 'ap'],
  ['Arbeidarpartiet', 'ap'],
  ['Arbeiderpartiets', 'ap'],
  ['arbeiderpartit', 'ap'],
  ['Norwegian Labour Party', 'ap'],
  ['FrP', 'frp'],
  ['Frps', 'frp'],
  ['Framstegspartiet', 'frp'],
  ['fremskritspartiet', 'frp'],
  ['framskrittspartiet', 'frp'],
  ['Progress Party', 'frp'],
  ['Høgre', 'h'],
  ['Høyres', 'h'],
  ['H', 'h'],
  ['Conservatives', 'h'],
  ['Socialist Left', 'sv'],
  ['senterpartit', 'sp'],
  ['Center Party', 'sp'],
  ['Raudt', 'rodt'],
  ['Red Party', 'rodt'],
  ['R', 'rodt'],
  ['miljøpartiet', 'mdg'],
  ['De Grønne', 'mdg'],
  ['Miljøpartiet Dei Grøne', 'mdg'],
  ['Greens', 'mdg'],
  ['kristlig folkeparti', 'krf'],
  ['Kristeleg Folkeparti', 'krf'],
  ['Christian Democrats', 'krf'],
  ['V', 'v'],
  ['Liberals', 'v'],
  ['sentrum', 'sentrum'],
  ['Partiet Sentrums', 'sentrum'],
  ['Partiet De Kristne', 'konservativt'],
  ['industri og næringspartiet', 'inp'],
  ['Demokratene', 'nd'],
  ['Noregsdemokratane', 'nd'],
  ['Fred og Rettferdighet', 'for'],
  ['FOR', 'for'],
  ['Partiet DNI', 'dni'],
  ['Helsepartiet', 'vip'],
  ['Liberalistane', 'lib'],
  ['GP', 'gp'],
  ['PP', 'pp'],
  ['SU', 'su'],
  ['Unge Høgre', 'uh'],
  ['Raud Ungdom', 'ru'],
  ['Senterungdomen', 'senterungdommen'],
  ['Centre Youth', 'senterungdommen'],
])('%s is %s', (spelling, id) => {
  expect(owners.get(spelling.toLowerCase())).toEqual([id]);
});

test.each([
  // Senterpartiet, Senterungdommen and Partiet Sentrum are all near.
  ['senter'],
  ['centre'],
  ['center'],
  // Formed like a genitive of RU, V, FOR and GP, but words of their own.
  ['rus'],
  ['vs'],
  ['fors'],
  ['gps'],
  // INP and Partiet DNI are both called so.
  ['industripartiet'],
])('%s is no party', (word) => {
  expect(owners.get(word)).toBeUndefined();
});
