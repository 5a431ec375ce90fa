import type { Turn } from '../../domain.js';

/** Answers whose further pages and sharing are a button away, by conversation, for as long as turn state lives. */
export interface KeptAnswers {
  keep(conversation: string, id: string, turn: Turn): Promise<void>;
  find(conversation: string, id: string): Promise<Turn | null>;
  /** All of a conversation's. */
  erase(conversation: string): Promise<void>;
}

export interface KeptAnswersLimits {
  /** Milliseconds since any fixed point. */
  readonly now: () => number;
  readonly minutes: number;
  /** The most conversations; the least recently answered goes first. */
  readonly capacity?: number;
}

/** Of one conversation; a thread with more has moved on. */
const PER_CONVERSATION = 8;

interface Kept {
  readonly id: string;
  readonly turn: Turn;
  readonly expires: number;
}

export function createMemoryKeptAnswers({ now, minutes, capacity = 2_000 }: KeptAnswersLimits): KeptAnswers {
  const conversations = new Map<string, readonly Kept[]>();
  const live = (conversation: string) =>
    (conversations.get(conversation) ?? []).filter(({ expires }) => expires > now());

  return {
    async keep(conversation, id, turn) {
      const kept = [...live(conversation), { id, turn, expires: now() + minutes * 60_000 }];
      conversations.delete(conversation);
      conversations.set(conversation, kept.slice(-PER_CONVERSATION));
      for (const old of conversations.keys()) {
        if (live(old).length > 0 && conversations.size <= capacity) break;
        conversations.delete(old);
      }
    },
    find: async (conversation, id) => live(conversation).find((kept) => kept.id === id)?.turn ?? null,
    async erase(conversation) {
      conversations.delete(conversation);
    },
  };
}
