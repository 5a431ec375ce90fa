import { text } from './activity.js';
import type { KeptSession } from './session.js';

/** The one key that is stored, from the first question on and until the tab is closed. */
const key = 'standpunkt';

export interface Keep {
  readonly read: () => KeptSession | null;
  readonly write: (session: KeptSession) => void;
  readonly erase: () => void;
}

/**
 * Keeps a conversation over a reload: its id and token, never what was said. `storage` is asked for each time, as
 * browsers throw where a person has forbidden it; then the conversation lasts as long as the page.
 */
export function createKeep(storage: () => Storage): Keep {
  const attempt = <T>(work: (place: Storage) => T): T | null => {
    try {
      return work(storage());
    } catch {
      return null;
    }
  };
  return {
    read: () =>
      attempt((place) => {
        const kept: unknown = JSON.parse(place.getItem(key) ?? 'null');
        const conversation = text(kept, 'conversation');
        const token = text(kept, 'token');
        return conversation === null || token === null ? null : { conversation, token };
      }),
    write: ({ conversation, token }) => {
      attempt((place) => place.setItem(key, JSON.stringify({ conversation, token })));
    },
    erase: () => {
      attempt((place) => place.removeItem(key));
    },
  };
}
