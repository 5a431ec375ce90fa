import { z } from 'zod';
import type { LoggedActivity, LogListener } from '../channels/direct-line/log.js';
import type { Shared } from './shared.js';

/** Who watches conversations in this process, and what the other replicas are told and tell. */
export interface Watchers {
  readonly watch: (conversation: string, listener: LogListener) => () => void;
  /** What has to be published, and where, for the others to hear that something was appended. */
  readonly note: (conversation: string) => { readonly channel: string; readonly appended: string };
  /** Tells those in this process. */
  readonly tellAppended: (conversation: string) => void;
  /** Shows an activity to all who watch, here and elsewhere. */
  readonly pass: (conversation: string, activity: LoggedActivity) => Promise<void>;
  /** What was published: on the one channel of all conversations. */
  readonly hear: (message: string) => void;
  /** Something may have been missed. */
  readonly tellAll: () => void;
  readonly channel: string;
}

/** From which replica, of which conversation (hashed), and the activity if it is only shown. */
const noteSchema = z.tuple([z.string(), z.string(), z.string().nullable()]);
const activitySchema = z.record(z.string(), z.unknown());

/** Anybody who reaches Redis can publish; what is no note is left alone. */
function readNote(message: string): z.infer<typeof noteSchema> | null {
  try {
    return noteSchema.parse(JSON.parse(message));
  } catch {
    return null;
  }
}

/** One channel for all conversations: a replica has one connection that listens, whoever watches what. */
export function createWatchers({ connection, seal, name, self }: Shared): Watchers {
  const channel = name('channel');
  const watching = new Map<string, Set<LogListener>>(); // hashed conversation → who watches
  const keyOf = (conversation: string) => name('watch', conversation);
  const write = (key: string, sealed: string | null) => JSON.stringify([self, key, sealed]);

  function show(key: string, sealed: string): void {
    const activity = activitySchema.safeParse(JSON.parse(seal.open(key, sealed) ?? 'null'));
    if (activity.success) for (const { onPassing } of watching.get(key) ?? []) onPassing(activity.data);
  }

  return {
    channel,
    watch(conversation, listener) {
      const key = keyOf(conversation);
      const listeners = watching.get(key) ?? new Set();
      watching.set(key, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && watching.get(key) === listeners) watching.delete(key);
      };
    },
    note: (conversation) => ({ channel, appended: write(keyOf(conversation), null) }),
    tellAppended(conversation) {
      for (const { onAppended } of watching.get(keyOf(conversation)) ?? []) onAppended();
    },
    async pass(conversation, activity) {
      const key = keyOf(conversation);
      for (const { onPassing } of watching.get(key) ?? []) onPassing(activity);
      const message = write(key, seal.close(key, activity));
      await connection.run((redis) => redis.publish(channel, message)).catch(() => 0);
    },
    hear(message) {
      const note = readNote(message);
      if (note === null || note[0] === self) return;
      const [, key, sealed] = note;
      if (sealed !== null) show(key, sealed);
      else for (const { onAppended } of watching.get(key) ?? []) onAppended();
    },
    tellAll() {
      for (const listeners of watching.values()) for (const { onAppended } of listeners) onAppended();
    },
  };
}
