import type { Bot } from '../../src/bot.js';
import type { Answer, Citation, IncomingMessage, Reply, ReplyQuote, Speaker, Turn } from '../../src/domain.js';

export function citation(change: Partial<Citation> = {}): Citation {
  return {
    number: 1,
    party: 'frp',
    document: 'frp/rusomsorg',
    title: 'Rusomsorg',
    kind: 'web-page',
    published: '2021',
    period: { from: 2021, to: 2025 },
    publisher: null,
    authorRole: null,
    adoptedBy: null,
    youthOf: null,
    labels: [],
    older: false,
    section: ['Helse', 'Rusomsorg'],
    page: null,
    pageEnd: null,
    printedPage: null,
    also: [],
    start: 120,
    end: 180,
    language: 'nb',
    url: 'https://www.frp.no/rusomsorg',
    viewer: '/kilder/frp/rusomsorg?t=120-180#t',
    ...change,
  };
}

export function quote(change: Partial<ReplyQuote> = {}): ReplyQuote {
  return {
    text: 'Si ja til heroinassistert behandling.',
    leadIn: null,
    language: 'nb',
    source: 'Rusomsorg, frp.no, 2021–2025',
    warnings: [],
    citation: citation(),
    ...change,
  };
}

export function reply(change: Partial<Reply> = {}): Reply {
  return {
    language: 'nb',
    opening: ['Her er ordrette sitater om heroinassistert behandling.'],
    sections: [
      {
        party: 'frp',
        heading: 'Fremskrittspartiet',
        quotes: [quote({ leadIn: 'Fremskrittspartiet vil:', warnings: ['Perioden er utløpt.'] })],
        more: [],
        note: null,
        nearest: null,
      },
      { party: 'h', heading: 'Høyre', quotes: [], more: [], note: 'Ikke omtalt i kildene.', nearest: null },
    ],
    sources: [],
    closing: ['Spør gjerne om et annet parti.'],
    suggestions: ['Hva mener Arbeiderpartiet om heroinassistert behandling?'],
    text: 'som ren tekst',
    ...change,
  };
}

export function turn(change: Partial<Reply> = {}): Turn {
  const answer: Answer = {
    kind: 'help',
    language: 'nb',
    question: { text: '', resolved: '', topic: '', parties: [] },
    positions: [],
    detail: { kind: 'help', reason: 'capabilities', parties: [], silent: [] },
    suggestions: [],
  };
  return { answer, reply: reply(change) };
}

function erased(): Turn {
  const usual = turn();
  return { ...usual, answer: { ...usual.answer, detail: { kind: 'help', reason: 'erased', parties: [], silent: [] } } };
}

export interface FakeBot extends Bot {
  readonly heard: { readonly message: IncomingMessage; readonly speaker: Speaker }[];
  readonly welcomed: (string | null)[];
  readonly forgotten: Speaker[];
  readonly letGo: () => void;
}

/** Answers with the sample reply; "krasj" with an error that quotes the person, "vent" only after `letGo`; "slett" erases. */
export function fakeBot(): FakeBot {
  const heard: FakeBot['heard'] = [];
  const welcomed: FakeBot['welcomed'] = [];
  const forgotten: FakeBot['forgotten'] = [];
  let letGo = () => {};
  const letGone = new Promise<void>((resolve) => (letGo = resolve));
  return {
    heard,
    welcomed,
    forgotten,
    letGo,
    async turn(message, speaker) {
      heard.push({ message, speaker });
      if (message.text === 'krasj') throw new Error(`could not answer ${message.text}`);
      if (message.text === 'vent') await letGone;
      return message.text === 'slett' ? erased() : turn();
    },
    welcome(locale) {
      welcomed.push(locale);
      return turn({ opening: ['Velkommen.'], sections: [], closing: [], suggestions: [] });
    },
    async forget(speaker) {
      forgotten.push(speaker);
    },
  };
}
