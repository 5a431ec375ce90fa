import type { Language } from '../domain.js';

/** What is said before the chat is loaded. */
export interface LauncherWords {
  readonly open: string;
  readonly failed: string;
}

export const launcherWords: Readonly<Record<Language, LauncherWords>> = {
  nb: { open: 'Spør partiene', failed: 'Samtalen lot seg ikke laste. Prøv igjen.' },
  nn: { open: 'Spør partia', failed: 'Samtalen lét seg ikkje laste. Prøv igjen.' },
  en: { open: 'Ask the parties', failed: 'The chat could not be loaded. Try again.' },
};
