import { answerQuestion, type Answering } from './answer/answer-question.js';
import { blankQuestion } from './answer/blank-question.js';
import { composeAside } from './answer/compose-aside.js';
import { nameParties } from './answer/name-parties.js';
import { narrow } from './answer/narrow.js';
import { isWorthSaying } from './answer/overheard.js';
import { read } from './answer/read.js';
import { understand } from './answer/understand.js';
import type {
  Answer,
  IncomingMessage,
  Language,
  Party,
  Question,
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
  readonly welcome: (locale: string | null, parties?: readonly string[]) => Turn;
  /** Forgets what a speaker asked, as when the question is deleted where it was asked. */
  readonly forget: (speaker: Speaker) => Promise<void>;
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
  const names = nameParties(parties);
  const searched = parties
    .filter(({ id }) => index.partiesWithDocuments.has(id))
    .toSorted((a, b) => a.name.nb.localeCompare(b.name.nb, 'nb'))
    .map(({ id }) => id);
  const answering = (sources: TurnState['sources']): Answering => ({
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
      const state = (await recall(store, key)) ?? nothingYet;
      const utterance = read(message);
      const { question: previous, language: prefers } = state;
      const among = searched.filter((id) => message.parties?.includes(id));
      const heard = understand(utterance, {
        parties,
        names,
        searched: among.length > 0 ? among : searched,
        previous,
        prefers,
      });
      const question = narrow(heard, among, parties);
      const answer = answerQuestion(question, index, answering(state.sources));
      const ignored = message.overheard === true && !isWorthSaying(answer);
      if (!ignored) await remember(store, key, stateAfter(question, answer, state)).catch(() => undefined);
      return { answer, reply: word(answer, parties, parts.operator), ...(ignored ? { ignored } : {}) };
    },
    welcome: (locale, about = []) => {
      const language = languageOf(locale);
      const fitting = starters.filter(({ party }) => about.length === 0 || party === null || about.includes(party));
      const reply = welcome(language, parts.operator, fitting, parties);
      return { answer: { ...greeting(language, answering([])), suggestions: fitting }, reply };
    },
    forget: (speaker) => store.erase(parts.keyOf(speaker)),
  };
}

/** What the next message may lean on: null when everything is to be forgotten. */
function stateAfter(question: Question, answer: Answer, before: TurnState): TurnState | null {
  const { intent, prefers } = question;
  if (intent.kind === 'help' && intent.reason === 'erased') return null;
  if (answer.detail.kind === 'positions' && intent.kind === 'position') {
    const sources = answer.positions.flatMap(({ quotes }) => quotes.map(({ citation }) => citation));
    const hidden = answer.detail.brief && answer.positions.some(({ quotes }) => quotes.length > 1);
    return { question: hidden ? question : { ...question, shown: 'page' }, sources, language: prefers };
  }
  const asksBack = intent.kind === 'clarify' && (question.topic !== '' || question.parties.length > 0);
  return asksBack ? { question, sources: [], language: prefers } : { ...before, language: prefers };
}

/** A bot that cannot reach its state still answers, without the follow-up. */
async function recall(store: TurnStore, key: string): Promise<TurnState | null> {
  try {
    return await store.read(key);
  } catch {
    return null;
  }
}

async function remember(store: TurnStore, key: string, state: TurnState | null): Promise<void> {
  if (state === null) return store.erase(key);
  if (state.question !== null || state.language !== null) return store.write(key, state);
}

function languageOf(locale: string | null): Language {
  if (/^nn\b/iu.test(locale ?? '')) return 'nn';
  return /^en\b/iu.test(locale ?? '') ? 'en' : 'nb';
}

function greeting(language: Language, answering: Answering): Answer {
  const intent = { kind: 'help', reason: 'greeting' } as const;
  return composeAside({ ...blankQuestion('', language), intent }, answering);
}
