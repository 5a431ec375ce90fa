import { createBot, type Bot } from '../src/bot.js';
import type { Document, Language, Quote, Speaker, Turn, TurnState, TurnStore } from '../src/domain.js';
import { split } from '../src/knowledge/split.js';
import { en } from '../src/reply/en.js';
import { nb } from '../src/reply/nb.js';
import { nn } from '../src/reply/nn.js';
import { indexPassages } from '../src/search/index-passages.js';
import { openIndex, type PassageIndex } from '../src/search/open-index.js';
import { createMemoryTurnStore } from '../src/state/memory.js';
import { sessionKey } from '../src/state/session-key.js';
import { documentOf } from './document-fixture.js';
import { openShelf, type Shelf } from './knowledge-fixture.js';

let shelf: Shelf;

beforeAll(async () => {
  shelf = await openShelf();
}, 60_000);

const frp = 'Hva mener Frp om heroinassistert behandling?';
const sentrum = 'Hva mener Partiet Sentrum om egenandel for rusbehandling?';
const youth = 'Hva mener Senterungdommen om ruskontrakter?';
const opEd = 'Hva mener Ap om lettere vei inn i rusmiljøene?';

const minutes = 30;

function botWith(store: TurnStore, index: PassageIndex = shelf.index): Bot {
  return createBot({
    index,
    parties: shelf.knowledge.parties,
    starters: [{ party: 'frp', topic: 'LAR' }],
    store,
    keyOf: (speaker) => sessionKey('secret', speaker),
    currentYear: () => 2026,
    operator: null,
  });
}

const memory = (now: () => number = () => 0): TurnStore => createMemoryTurnStore({ now, minutes });

/** A group in which A and B write; in a thread they share what was asked. */
const inGroup = (user: string, thread: string | null): Speaker => ({
  channel: 'teams',
  conversation: 'group',
  user,
  thread,
});

type Say = (text: string, locale?: string | null) => Promise<Turn>;

/** One person's conversation with a bot that remembers. */
function conversation(bot: Bot = botWith(memory())): Say {
  return (text, locale = null) => bot.turn({ text, locale }, inGroup('A', null));
}

/** The last turn of a new conversation. */
async function after(...texts: readonly [string, ...string[]]): Promise<Turn> {
  const say = conversation();
  let turn = await say(texts[0]);
  for (const text of texts.slice(1)) turn = await say(text);
  return turn;
}

const asksForTopic = { kind: 'clarify', detail: { reason: 'missing-topic', candidates: ['ap'] } };
const aboutLar = { kind: 'positions', question: { topic: 'LAR', parties: ['ap'] } };

test('in a group without threads nobody inherits the question of another', async () => {
  const bot = botWith(memory());
  await bot.turn({ text: 'Hva mener Frp om LAR?', locale: null }, inGroup('A', null));
  const { answer: toB } = await bot.turn({ text: 'og Ap?', locale: null }, inGroup('B', null));
  expect(toB).toMatchObject(asksForTopic);
  const { answer: toA } = await bot.turn({ text: 'og Ap?', locale: null }, inGroup('A', null));
  expect(toA).toMatchObject(aboutLar);
});

test('in a thread everybody goes on from the question before, in another thread nobody does', async () => {
  const bot = botWith(memory());
  await bot.turn({ text: 'Hva mener Frp om LAR?', locale: null }, inGroup('A', 'thread 1'));
  const { answer: inThread } = await bot.turn({ text: 'og Ap?', locale: null }, inGroup('B', 'thread 1'));
  expect(inThread).toMatchObject(aboutLar);
  const { answer: inAnother } = await bot.turn({ text: 'og Ap?', locale: null }, inGroup('A', 'thread 2'));
  expect(inAnother).toMatchObject(asksForTopic);
});

test('a question is remembered for the minutes given after the last message, and not for longer', async () => {
  let now = 0;
  const say = conversation(botWith(memory(() => now)));
  await say('Hva mener Frp om LAR?');
  now += (minutes - 1) * 60_000;
  expect((await say('og Ap?')).answer).toMatchObject(aboutLar);
  now += (minutes - 1) * 60_000;
  expect((await say('og Frp?')).answer).toMatchObject({ question: { topic: 'LAR', parties: ['frp'] } });
  now += (minutes + 1) * 60_000;
  expect((await say('og Ap?')).answer).toMatchObject(asksForTopic);
});

function spyStore(): { readonly store: TurnStore; readonly entries: Map<string, TurnState> } {
  const entries = new Map<string, TurnState>();
  const store: TurnStore = {
    read: async (key) => entries.get(key) ?? null,
    write: async (key, state) => void entries.set(key, state),
    erase: async (key) => void entries.delete(key),
  };
  return { store, entries };
}

test.each(['slett', 'slett samtalen', 'Slett alt!', 'delete', 'delete everything'])(
  '«%s» erases at once and says so',
  async (text) => {
    const { store, entries } = spyStore();
    const say = conversation(botWith(store));
    await say('svar på bokmål');
    await say('Hva mener Frp om LAR?');
    expect(entries.size).toBe(1);
    const { answer, reply } = await say(text);
    expect(answer).toMatchObject({ kind: 'help', detail: { reason: 'erased' }, positions: [] });
    expect(reply.text).toMatch(/^Slettet\./u);
    expect(entries.size).toBe(0);
    const { answer: next, reply: nextReply } = await say('og Ap?');
    expect(next).toMatchObject(asksForTopic);
    expect(nextReply.text).not.toContain('LAR');
  },
);

test('what is erased is the language that was asked for too', async () => {
  const say = conversation();
  await say('answer in English');
  await say('slett');
  expect((await say('Hva mener Frp om LAR?')).reply.language).toBe('nb');
});

test('small talk leaves nothing in the store', async () => {
  const { store, entries } = spyStore();
  const say = conversation(botWith(store));
  for (const text of ['hei', 'hjelp', 'partier', 'Hvem bør jeg stemme på?', '🙂', '']) await say(text);
  expect(entries.size).toBe(0);
});

const rejects = (): Promise<never> => Promise.reject(new Error('gone'));
const throws = (): never => {
  throw new Error('gone');
};
const empty = memory();

test.each<[string, TurnStore]>([
  ['that cannot be read', { ...empty, read: rejects }],
  ['that cannot be written', { ...empty, write: rejects }],
  ['that cannot be erased', { ...empty, erase: rejects }],
  ['that throws when it is read', { ...empty, read: throws }],
  ['that throws when it is written', { ...empty, write: throws }],
  ['that throws when it is erased', { ...empty, erase: throws }],
])('a store %s still gives an answer', async (_, store) => {
  const say = conversation(botWith(store));
  expect((await say('Hva mener Frp om LAR?')).answer).toMatchObject({ kind: 'positions' });
  expect((await say('slett')).answer).toMatchObject({ kind: 'help' });
});

const about = (language: Language): string =>
  ({
    nb: nb.question('Fremskrittspartiet', 'LAR'),
    nn: nn.question('Framstegspartiet', 'LAR'),
    en: en.question('Progress Party', 'LAR'),
  })[language];

test.each<[string, Language, string]>([
  ['svar på nynorsk', 'nn', 'Hva mener Ap om tvang?'],
  ['kan du svare på nynorsk?', 'nn', 'Hva mener Ap om tvang?'],
  ['answer in English', 'en', 'Hva mener Ap om tvang?'],
  ['engelsk, takk', 'en', 'Hva mener Ap om tvang?'],
  ['svar på bokmål', 'nb', 'What does Labour say about prisons?'],
])('«%s» answers the question before again in %s, and the next ones too', async (text, language, next) => {
  const say = conversation();
  const before = await say(language === 'nb' ? 'What does the Progress Party say about LAR?' : 'Hva mener Frp om LAR?');
  const again = await say(text);
  expect(before.reply.language).not.toBe(language);
  expect(again.reply.language).toBe(language);
  expect(again.answer.question.resolved).toBe(about(language));
  expect(spans(again)).toEqual(spans(before));
  expect((await say(next)).reply.language).toBe(language);
  expect((await say('mer')).reply.language).toBe(language);
});

test('a question and a language in one message are both heard', async () => {
  const say = conversation();
  const { answer, reply } = await say('Hva mener Frp om LAR? Svar på nynorsk.');
  expect(answer).toMatchObject({ kind: 'positions', language: 'nn', question: { topic: 'LAR', parties: ['frp'] } });
  expect(reply.language).toBe('nn');
});

test('a language alone is remembered until another is asked for', async () => {
  const say = conversation();
  expect((await say('svar på nynorsk')).answer).toMatchObject({ kind: 'help', detail: { reason: 'language' } });
  expect((await say('Hva mener Frp om LAR?')).reply.language).toBe('nn');
  expect((await say('Hva mener Ap om tvang?')).reply.language).toBe('nn');
  expect((await say('hei')).reply.language).toBe('nn');
  expect((await say('svar på bokmål')).reply.language).toBe('nb');
  expect((await say('Kva meiner Ap om tvang?')).reply.language).toBe('nb');
});

test('the channel decides the language of a short question at the start, and of the welcome', async () => {
  expect((await conversation()('LAR, Frp', 'nn-NO')).reply.language).toBe('nn');
  expect((await conversation()('Frp?', 'en-GB')).reply.language).toBe('en');
  expect((await conversation()('hva mener Frp om LAR?', 'nn-NO')).reply.language).toBe('nb');
  const bot = botWith(memory());
  expect(bot.welcome('nn-NO').reply).toMatchObject({ language: 'nn', suggestions: [about('nn')] });
  expect(bot.welcome(null).reply).toMatchObject({ language: 'nb', suggestions: [about('nb')] });
});

const quotesOf = ({ answer }: Turn): readonly Quote[] => answer.positions.flatMap(({ quotes }) => quotes);
const spans = (turn: Turn): readonly string[] =>
  quotesOf(turn).map(({ citation: { document, start, end } }) => `${document} ${start}–${end}`);
const most = 10;
/** The places of the quotes that are seen without a click. */
const seen = ({ reply }: Turn): readonly string[] =>
  reply.sections.flatMap(({ quotes }) =>
    quotes.map(({ citation: { document, start, end } }) => `${document} ${start}–${end}`),
  );

test.each(['Hva mener Ap og Frp om narkotika?', 'Hva mener partiene om straff?'])(
  '%s – «mer» shows the rest, then others, until there are no more',
  async (text) => {
    const say = conversation();
    const brief = await say(text);
    const hidden = brief.reply.sections.flatMap(({ more }) => more);
    expect(hidden.length).toBeGreaterThan(0);
    for (const { quotes } of brief.reply.sections) expect(quotes).toHaveLength(1);

    const whole = await say('mer');
    expect(spans(whole)).toEqual(spans(brief));
    expect(whole.reply.sections.flatMap(({ more }) => more)).toEqual([]);

    const shown = new Set(spans(whole));
    const said: string[] = [];
    for (let round = 0; said.length < whole.reply.sections.length && round < most; round += 1) {
      const next = await say('mer');
      said.splice(0);
      for (const { party, note, quotes } of next.reply.sections) {
        const name = shelf.knowledge.parties.find(({ id }) => id === party)?.name.nb ?? '';
        const spent = note === nb.noMore(name);
        if (spent) said.push(party);
        const places = quotes.map(({ citation: { document, start, end } }) => `${document} ${start}–${end}`);
        expect(places.length).toBeGreaterThan(0);
        for (const place of places) expect([place, shown.has(place)]).toEqual([place, spent]);
        if (!spent) for (const place of places) shown.add(place);
      }
    }
    expect(said.length).toBe(whole.reply.sections.length);
  },
);

test.each(['hva sier partiene om pårørende?', 'sentrum og senterungdommen om hjelp etter soning', frp])(
  '%s – «mer» shows something that was not seen before, or says that there is no more',
  async (text) => {
    const say = conversation();
    const before = new Set(seen(await say(text)));
    const next = await say('mer');
    const spent = next.reply.sections.every(({ heading, note }) => note === nb.noMore(heading));
    expect([seen(next).some((place) => !before.has(place)), spent]).toEqual([!spent, spent]);
  },
);

test.each([
  ['hei', 'greeting'],
  ['god dag', 'greeting'],
  ['hello', 'greeting'],
  ['hjelp', 'capabilities'],
  ['hva kan du?', 'capabilities'],
  ['kva kan du hjelpe meg med?', 'capabilities'],
  ['help', 'capabilities'],
  ['what can you do?', 'capabilities'],
  ['partier', 'parties'],
  ['hvilke partier har du?', 'parties'],
  ['parti', 'parties'],
  ['parties', 'parties'],
  ['personvern', 'privacy'],
  ['lagrer du det jeg skriver?', 'privacy'],
  ['privacy', 'privacy'],
  ['do you store what I write?', 'privacy'],
  ['språk', 'language'],
  ['language', 'language'],
  ['takk', 'thanks'],
  ['tusen takk for hjelpen!', 'thanks'],
  ['takk skal du ha', 'thanks'],
  ['thanks', 'thanks'],
  ['thank you so much', 'thanks'],
  ['ha det', 'goodbye'],
  ['ha det bra', 'goodbye'],
  ['bye', 'goodbye'],
  ['er du et menneske', 'human'],
  ['er du ein robot?', 'human'],
  ['are you a real person?', 'human'],
  ['hvem står bak', 'operator'],
  ['kven står bak dette?', 'operator'],
  ['hvem har laget deg?', 'operator'],
  ['who is behind this?', 'operator'],
])('«%s» gets the reply for %s', async (text, reason) => {
  const { answer, reply } = await conversation()(text);
  expect(answer).toMatchObject({ kind: 'help', detail: { kind: 'help', reason }, positions: [] });
  const wording = { nb, nn, en }[reply.language];
  const names = (ids: readonly string[]): readonly string[] =>
    ids.map((id) => shelf.knowledge.parties.find((party) => party.id === id)?.name[reply.language] ?? id);
  const { detail } = answer;
  if (detail.kind !== 'help') throw new TypeError('no help');
  const facts = { parties: names(detail.parties), silent: names(detail.silent), operator: null };
  expect(reply.opening).toEqual(wording.help(facts)[detail.reason]);
});

test.each(['kilder', 'kjelder', 'sources', 'hvilke kilder har du?', 'which documents do you have?'])(
  '«%s» lists every document',
  async (text) => {
    const { answer, reply } = await conversation()(text);
    expect(answer).toMatchObject({ kind: 'source', detail: { kind: 'library', more: 0 } });
    expect(reply.sources.map(({ citation }) => citation.document).toSorted()).toEqual(
      [...shelf.index.documents.keys()].toSorted(),
    );
  },
);

test.each<[string, Language]>([
  ['hjelp', 'nb'],
  ['partier', 'nb'],
  ['kilder', 'nb'],
  ['slett', 'nb'],
  ['kjelder', 'nn'],
  ['kven står bak?', 'nn'],
  ['hello', 'en'],
  ['help', 'en'],
  ['parties', 'en'],
  ['sources', 'en'],
  ['privacy', 'en'],
  ['language', 'en'],
  ['thanks', 'en'],
  ['bye', 'en'],
  ['delete', 'en'],
])('«%s» is answered in %s', async (text, language) => {
  expect((await conversation()(text)).reply.language).toBe(language);
});

test('a command between two questions does not come between them', async () => {
  expect((await after('Hva mener Frp om LAR?', 'hjelp', 'takk', 'og Ap?')).answer).toMatchObject(aboutLar);
});

test.each<[string, string, readonly RegExp[]]>([
  [sentrum, 'når er dette fra?', [/22\. oktober 2023/u]],
  [sentrum, 'når ble det vedtatt, og av hvem?', [/vedtatt av landsstyret 22\. oktober 2023/u]],
  [sentrum, 'hvor har du det fra?', [/«Resolusjon: Hvordan samfunnet skal møte rusbruk»/u, /partietsentrum\.no/u]],
  [sentrum, 'er det offisiell politikk?', [/vedtatt av landsstyret/u, /En resolusjon er et vedtak\./u]],
  [sentrum, 'hvem skrev det?', [/Avsenderen er Partiet Sentrum/u, /står ikke i opplysningene/u]],
  [sentrum, 'er det fortsatt slik?', [/2023/u, /ikke om partiet har ment noe annet siden/u]],
  [frp, 'når er dette fra?', [/uten dato, perioden 2021–2025 er utløpt/u]],
  [frp, 'hvor har du det fra?', [/«Rusomsorg», nettside fra Fremskrittspartiet, frp\.no/u]],
  [frp, 'er det offisiell politikk?', [/partiets egen tekst; opplysningene vi har, sier ikke om den er vedtatt/u]],
  [frp, 'er det fortsatt slik?', [/perioden 2021–2025 er utløpt/u, /ikke om partiet har ment noe annet siden/u]],
  [frp, 'hvem skrev det?', [/Avsenderen er Fremskrittspartiet/u]],
  [youth, 'når er dette fra?', [/26\. mai 2020/u]],
  [youth, 'er det offisiell politikk?', [/Ungdomsorganisasjon/u, /ikke hva Senterpartiet mener/u]],
  [youth, 'er dette offisiell politikk i Senterpartiet?', [/Ungdomsorganisasjon/u, /ikke hva Senterpartiet mener/u]],
  [youth, 'hvem skrev det?', [/Avsenderen er Senterungdommen/u]],
  [opEd, 'hvem skrev det?', [/Leserinnlegg av en lokalpolitiker i Avisa Nordland/u]],
  [opEd, 'er det offisiell politikk?', [/Avisa Nordland, ikke vedtatt av partiet/u]],
  [opEd, 'når er det fra?', [/2021/u]],
  ['Kva meiner Senterungdomen om ruskontrakt?', 'kvar har du det frå?', [/resolusjon frå Senterungdomen/u]],
  ['Kva meiner Framstegspartiet om LAR?', 'gjeld det framleis?', [/perioden 2021–2025 er gått ut/u]],
  ['What does the Progress Party say about LAR?', 'is it still valid?', [/the period 2021–2025 has expired/u]],
  ['What does Partiet Sentrum say about LAR?', 'when is that from?', [/22 October 2023/u]],
])('%s – %s', async (question, text, says) => {
  const { answer, reply } = await after(question, text);
  expect(answer).toMatchObject({ kind: 'source', positions: [], detail: { kind: 'source' } });
  expect(reply.sources.length).toBeGreaterThan(0);
  for (const pattern of says) expect(reply.text).toMatch(pattern);
});

test('a question about the source is about the sources that were shown, and leaves the question in place', async () => {
  const say = conversation();
  const shown = await say(sentrum);
  const { reply } = await say('hvor har du det fra?');
  const documents = new Set(quotesOf(shown).map(({ citation }) => citation.document));
  expect(reply.sources.map(({ citation }) => citation.document)).toEqual([...documents]);
  expect((await say('og Ap?')).answer.question.topic).toBe(shown.answer.question.topic);
});

test('without an answer before it, a question about the source asks what is meant', async () => {
  const { answer } = await after('når er dette fra?');
  expect(answer).toMatchObject({ kind: 'clarify', detail: { reason: 'missing-context' } });
});

test('what there is from a party is listed, and where there is nothing that is said', async () => {
  const { reply: fromFrp } = await after('hva har du fra Frp?');
  expect(fromFrp.sources.map(({ citation }) => citation.document)).toEqual(['frp/rusomsorg']);
  expect(fromFrp.text).toMatch(/«Rusomsorg», nettside fra Fremskrittspartiet, frp\.no/u);
  const { reply: fromAp } = await after('hva har du fra Ap?');
  expect(fromAp.sources.map(({ citation }) => citation.party)).toEqual(['ap', 'ap']);
  expect(fromAp.text).toMatch(/Leserinnlegg av en lokalpolitiker/u);
  const { answer, reply } = await after('hva har du fra Høyre?');
  expect(answer.kind).toBe('no-documents');
  expect(answer.positions.map(({ party, status }) => [party.id, status])).toEqual([['h', 'no-documents']]);
  expect(reply.text).toContain(nb.noDocuments('Høyre'));
});

const old = documentOf('a', '2017', 'Arbeiderpartiet vil:\n\n- si nei til bompenger i byene\n');
const recent = documentOf('b', '2024-03-09', 'Arbeiderpartiet vil:\n\n- beholde bompenger på nye motorveier\n');

/** A bot that knows these documents only; without the vocabulary, which takes seconds to index. */
function botOf(documents: readonly Document[]): Bot {
  const vocabulary = { groups: [], nynorsk: [], english: [] };
  return botWith(memory(), openIndex(indexPassages({ ...shelf.knowledge, documents, vocabulary }, split)));
}

test('of two documents that both answer the newest comes first, and the older is marked in words', async () => {
  for (const documents of [
    [old, recent],
    [recent, old],
  ]) {
    const { answer, reply } = await conversation(botOf(documents))('Hva mener Ap om bompenger?');
    expect(quotesOf({ answer, reply }).map(({ citation }) => citation.document)).toEqual(['ap/b', 'ap/a']);
    const [first, second] = reply.sections[0]?.quotes ?? [];
    expect(first).toMatchObject({ warnings: [], citation: { older: false } });
    expect(second).toMatchObject({ warnings: [nb.older(2017)], citation: { older: true } });
    expect(first?.source).toContain('9. mars 2024');
  }
});

test('a document alone is not marked as older', async () => {
  const { reply } = await conversation(botOf([old]))('Hva mener Ap om bompenger?');
  expect(reply.sections[0]?.quotes[0]).toMatchObject({ warnings: [], citation: { older: false } });
});

test.each<[string, Language]>([
  ['har Ap endret mening om bompenger?', 'nb'],
  ['har Arbeidarpartiet endra meining om bompengar?', 'nn'],
  ['Has Labour changed its mind on bompenger?', 'en'],
])('«%s» shows both years without a verdict', async (text, language) => {
  const { answer, reply } = await conversation(botOf([old, recent]))(text);
  const wording = { nb, nn, en }[language];
  expect(answer).toMatchObject({ kind: 'positions', detail: { focus: 'change' }, question: { parties: ['ap'] } });
  const quotes = reply.sections[0]?.quotes ?? [];
  expect(quotes.map(({ citation }) => citation.document)).toEqual(['ap/b', 'ap/a']);
  expect(quotes.map(({ source }) => /\b20\d\d\b/u.exec(source)?.[0])).toEqual(['2024', '2017']);
  expect(reply.closing).toEqual([wording.change]);
  for (const sentence of reply.opening) expect(sentence).toBe(wording.understoodAs(answer.question.resolved));
});

test('with one document there is no change to show, and that is said', async () => {
  const { answer, reply } = await conversation(botOf([recent]))('har Ap endret mening om bompenger?');
  expect(answer.positions[0]?.quotes).toHaveLength(1);
  expect(reply.closing).toEqual([nb.onlyOne]);
});

test('a change is asked for in a follow-up as well', async () => {
  const say = conversation(botOf([old, recent]));
  await say('Hva mener Ap om bompenger?');
  const { answer, reply } = await say('har de endret mening?');
  expect(answer).toMatchObject({ detail: { focus: 'change' }, question: { topic: 'bompenger', parties: ['ap'] } });
  expect(reply.closing).toEqual([nb.change]);
});

describe('a page that is about some parties only', () => {
  const ask = (texts: readonly string[], parties: readonly string[]) => {
    const bot = botWith(memory());
    return texts.reduce<Promise<Turn | null>>(async (before, text) => {
      await before;
      return bot.turn({ text, locale: null, parties }, inGroup('A', null));
    }, Promise.resolve(null));
  };
  const asked = (turn: Turn | null) => turn?.answer.positions.map(({ party }) => party.id);

  test('has what is put to everybody put to those, by name', async () => {
    for (const text of ['Hva mener partiene om LAR?', 'LAR', 'hvilke partier vil utvide LAR?']) {
      const turn = await ask([text], ['ap', 'frp']);
      expect(asked(turn)).toEqual(['ap', 'frp']);
      expect(turn?.answer.question.resolved).toBe(
        'Hva mener Arbeiderpartiet og Fremskrittspartiet om LAR?'.replace('LAR', turn?.answer.question.topic ?? ''),
      );
    }
  });

  test('answers about another party that is asked about by name, and goes on with the rest of its own', async () => {
    expect(asked(await ask(['Hva mener Sentrum om LAR?'], ['ap', 'frp']))).toEqual(['sentrum']);
    expect(asked(await ask(['Hva mener Ap om LAR?', 'og de andre?'], ['ap', 'frp']))).toEqual(['frp']);
  });

  test('means everybody when none of its parties is known', async () => {
    expect(asked(await ask(['Hva mener partiene om LAR?'], ['xyz']))?.length).toBeGreaterThan(2);
  });

  test('begins with questions about its parties', () => {
    const starters = [
      { party: 'ap', topic: 'LAR' },
      { party: 'frp', topic: 'LAR' },
    ];
    const { knowledge, index } = shelf;
    const parts = { index, parties: knowledge.parties, starters, store: memory(), keyOf: () => '' };
    const bot = createBot({ ...parts, currentYear: () => 2026, operator: null });
    expect(bot.welcome(null, ['ap']).reply.suggestions).toEqual(['Hva mener Arbeiderpartiet om LAR?']);
    expect(bot.welcome(null).reply.suggestions).toHaveLength(2);
  });
});

test('a speaker whose question is forgotten has asked nothing', async () => {
  const bot = botWith(memory());
  const speaker = inGroup('A', null);
  await bot.turn({ text: 'Hva mener Frp om LAR?', locale: null }, speaker);
  await bot.forget(speaker);
  const { answer } = await bot.turn({ text: 'og Ap?', locale: null }, speaker);
  expect(answer).toMatchObject(asksForTopic);
});
