import type { AppTexts, Command, CommandText } from './texts.js';

export type Scope = 'personal' | 'groupChat' | 'team';

export interface CommandList {
  readonly scopes: [Scope];
  readonly commands: CommandText[];
}

// One list a scope, as Teams wants them. In a thread of a channel those who reply share one conversation.
const offered: Readonly<Record<Scope, readonly Command[]>> = {
  personal: ['sample', 'help', 'parties', 'sources', 'language', 'privacy', 'erase'],
  groupChat: ['sample', 'help', 'parties', 'sources', 'language', 'privacy', 'erase'],
  team: ['sample', 'help', 'parties', 'sources', 'language', 'privacy', 'eraseInThread'],
};
export const scopes: readonly Scope[] = ['personal', 'groupChat', 'team'];

/** What Teams offers to write, in each scope; the order is the same in every language. */
export function commandLists({ commands }: AppTexts): CommandList[] {
  return scopes.map((scope) => ({ scopes: [scope], commands: offered[scope].map((command) => commands[command]) }));
}
