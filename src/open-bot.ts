import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findStarters } from './answer/find-starters.js';
import { createBot, type Bot } from './bot.js';
import type { Knowledge, Speaker, TurnStore } from './domain.js';
import { load } from './knowledge/load.js';
import { split } from './knowledge/split.js';
import { detectLanguage } from './language/detect-language.js';
import { indexPassages, type PassageIndex } from './search/index-passages.js';

/** The project's own knowledge folder: beside `dist` and `src`. */
export const projectKnowledge = fileURLToPath(new URL('../knowledge', import.meta.url));

export interface OpenBot {
  readonly bot: Bot;
  readonly knowledge: Knowledge;
  readonly index: PassageIndex;
}

export interface Opening {
  /** Null for the project's own. */
  readonly knowledgeFolder: string | null;
  readonly store: TurnStore;
  readonly keyOf: (speaker: Speaker) => string;
  readonly now: () => Date;
  readonly operator: string | null;
}

/** Reads a knowledge folder and puts a bot on top of it. */
export async function openBot(opening: Opening): Promise<OpenBot> {
  const folder = opening.knowledgeFolder === null ? projectKnowledge : path.resolve(opening.knowledgeFolder);
  const knowledge = await load({ folder, fallback: projectKnowledge, detectLanguage });
  const index = indexPassages(knowledge, split);
  const currentYear = (): number => opening.now().getFullYear();
  const bot = createBot({
    index,
    parties: knowledge.parties,
    starters: findStarters(knowledge.vocabulary.groups, index, knowledge.parties),
    store: opening.store,
    keyOf: opening.keyOf,
    currentYear,
    operator: opening.operator,
  });
  return { bot, knowledge, index };
}
