import { answerQuestion } from './answer/answer-question.js';
import { composeAside, type Composing } from './answer/compose.js';
import { read } from './answer/read.js';
import { understand } from './answer/understand.js';
import type {
  Answer,
  IncomingMessage,
  Language,
  Party,
  Speaker,
  Suggestion,
  Turn,
  TurnState,
  TurnStore,
} from './domain.js';
import { welcome, word } from './reply/word.js';
import type { PassageIndex } from './search/open-index.js';

/** What a channel needs of the bot. */
export interface Bot {
  /** Answers one message. Never throws for anything a person can write. */
  readonly turn: (message: IncomingMessage, speaker: Speaker) => Promise<Turn>;
  /** The first message of a conversation: what this is, that it is automatic, and who runs it. */
  readonly welcome: (locale: string | null) => Turn;
}

export interface BotParts {
  readonly index: PassageIndex;
  readonly parties: readonly Party[];
  readonly starters: readonly Suggestion[];
  readonly store: TurnStore;
  /** Who is talking → an opaque key of the turn store. */
  readonly keyOf: (speaker: Speaker) => string;
  readonly currentYear: () => number;
  readonly operator: string | null;
}

const nothingYet: TurnState = { question: null, sources: [], language: null };

/** Puts the stages of one turn together: read, understand, retrieve, compose, word. */
export function createBot(parts: BotParts): Bot {
  const { index, parties, starters, store } = parts;
  const searched = parties
    .filter(({ id }) => index.partiesWithDocuments.has(id))
    .toSorted((a, b) => a.name.nb.localeCompare(b.name.nb, 'nb'))
    .map(({ id }) => id);
  const composing = (sources: TurnState['sources']): Composing => ({
    documents: index.documents,
    passages: index.passages,
    parties,
    starters,
    sources,
    currentYear: parts.currentYear(),
  });
  return {
    turn: async (message, speaker) => {
      const key = parts.keyOf(speaker);
      const state = (await store.read(key).catch(() => null)) ?? nothingYet;
      const utterance = read(message);
      const question = understand(utterance, { parties, searched, previous: state.question });
      const answer = answerQuestion(question, index, composing(state.sources));
      if (question.intent.kind === 'position') {
        const sources = answer.positions.flatMap(({ quotes }) => quotes.map(({ citation }) => citation));
        // A bot that cannot reach its state still answers, without the follow-up.
        await store.write(key, { question, sources, language: question.language }).catch(() => undefined);
      }
      return { answer, reply: word(answer, parties) };
    },
    welcome: (locale) => {
      const language = languageOf(locale);
      const reply = welcome(language, parts.operator, starters, parties);
      return { answer: greeting(language, composing([])), reply };
    },
  };
}

function languageOf(locale: string | null): Language {
  if (/^nn\b/iu.test(locale ?? '')) return 'nn';
  return /^en\b/iu.test(locale ?? '') ? 'en' : 'nb';
}

function greeting(language: Language, composing: Composing): Answer {
  const intent = { kind: 'help', reason: 'greeting' } as const;
  return composeAside({ text: '', resolved: '', topic: '', language, intent, parties: [], scope: 'open' }, composing);
}
