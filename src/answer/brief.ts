import type { Question } from '../domain.js';

/** Whether the answer shows the first quote of each party and keeps the rest for "vis mer": several parties are read. */
export function isBrief({ scope, parties, intent }: Question): boolean {
  if (intent.kind === 'position' && (intent.focus === 'more' || intent.focus === 'change')) return false;
  return scope !== 'named' || parties.length > 1;
}
