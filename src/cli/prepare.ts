import { openBot } from '../open-bot.js';

// Run by the build: reads the project's knowledge once, so that the first start and the first `ask` need not.
const never = (): Promise<null> => Promise.resolve(null);
const nothing = (): Promise<void> => Promise.resolve();
await openBot({
  knowledgeFolder: null,
  store: { read: never, write: nothing, erase: nothing },
  keyOf: () => '',
  now: () => new Date(),
  operator: null,
});
