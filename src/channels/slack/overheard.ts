import type { Answer, HelpReason } from '../../domain.js';

/** What people say to one another in a thread, as the bot understands it. */
const CHATTER: ReadonlySet<HelpReason> = new Set(['thanks', 'goodbye', 'no-question', 'unreadable', 'empty']);

/**
 * Whether a reply in a thread, which did not mention us, gets its answer: a question to us does, and talk between people
 * does not. "Skal vi ta med dette?" names no party, and no document speaks of it.
 */
export function isWorthSaying({ kind, detail }: Answer): boolean {
  if (detail.kind === 'help') return !CHATTER.has(detail.reason);
  return !(kind === 'not-mentioned' && detail.kind === 'positions' && detail.scope !== 'named');
}
