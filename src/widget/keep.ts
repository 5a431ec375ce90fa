import type { Language } from '../domain.js';
import { text } from './activity.js';
import type { KeptSession } from './session.js';
import { languageOf } from './settings.js';

/** The one key that is stored, from the first question on and until the tab is closed. */
const key = 'standpunkt';

export interface Keep {
  readonly read: () => KeptSession | null;
  readonly write: (session: KeptSession) => void;
  readonly erase: () => void;
}

export interface KeepInLanguage extends Keep {
  /** Of the conversation that is kept; null where there is none. */
  readonly language: () => Language | null;
  /** Another language has been chosen. */
  readonly refresh: () => void;
}

/**
 * Keeps a conversation over a reload: its id, token and language, never what was said. `storage` is asked for each time,
 * as browsers throw where a person has forbidden it; then the conversation lasts as long as the page.
 */
export function createKeep(storage: () => Storage, language: () => Language): KeepInLanguage {
  const attempt = <T>(work: (place: Storage) => T): T | null => {
    try {
      return work(storage());
    } catch {
      return null;
    }
  };
  const kept = (): unknown => attempt((place): unknown => JSON.parse(place.getItem(key) ?? 'null'));
  const read = (): KeptSession | null => {
    const found = kept();
    const conversation = text(found, 'conversation');
    const token = text(found, 'token');
    return conversation === null || token === null ? null : { conversation, token };
  };
  const write = ({ conversation, token }: KeptSession): void => {
    attempt((place) => place.setItem(key, JSON.stringify({ conversation, token, language: language() })));
  };
  return {
    read,
    write,
    erase: () => {
      attempt((place) => place.removeItem(key));
    },
    language: () => languageOf(text(kept(), 'language') ?? ''),
    refresh: () => {
      const session = read();
      if (session !== null) write(session);
    },
  };
}
