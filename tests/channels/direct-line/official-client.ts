import { type Activity, type ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import { WebSocket } from 'ws';

// The client is made for browsers.
Reflect.set(globalThis, 'XMLHttpRequest', jest.requireActual('xhr2'));
Reflect.set(globalThis, 'WebSocket', WebSocket);

interface Timer {
  readonly delay: number;
  readonly fire: () => void;
}

type Work = (this: Action, state: unknown) => void;

interface Action {
  closed: boolean;
  readonly schedule: (state: unknown, delay?: number) => Action;
  readonly unsubscribe: () => void;
}

/** The client's clock: what is due at once runs soon, and what waits until the test says that the time has passed. */
export function createScheduler() {
  const waiting = new Set<Timer>();
  const wanted = new Map<number, () => void>();
  let time = 0;

  function schedule(work: Work, delay = 0, first?: unknown): Action {
    let timer: Timer | null = null;
    const action: Action = {
      closed: false,
      schedule(state, again = 0) {
        const run = () => {
          if (!action.closed) work.call(action, state);
        };
        if (again <= 0) setImmediate(run);
        else {
          timer = { delay: again, fire: run };
          waiting.add(timer);
          wanted.get(again)?.();
        }
        return action;
      },
      unsubscribe() {
        action.closed = true;
        if (timer) waiting.delete(timer);
      },
    };
    return action.schedule(first, delay);
  }

  return {
    now: () => time,
    schedule,
    /** Lets the timers of so many milliseconds run out, when there is one. */
    pass: async (delay: number): Promise<void> => {
      const due = () => [...waiting].filter((timer) => timer.delay === delay);
      if (due().length === 0) await new Promise<void>((resolve) => wanted.set(delay, resolve));
      wanted.delete(delay);
      time += delay;
      for (const timer of due()) {
        waiting.delete(timer);
        timer.fire();
      }
    },
  };
}

/** Half of a token's life, when the client renews it. */
export const RENEWAL = 900_000;
/** The shortest time after which the client opens another socket. */
export const RETRY = 3_000;

/** The official client with its timers in our hands, and what it told us. */
export function connect(domain: string, token: string, webSocket: boolean) {
  const scheduler = createScheduler();
  const sockets: WebSocket[] = [];
  class Watched extends WebSocket {
    constructor(address: string) {
      super(address);
      sockets.push(this);
    }
  }
  const parts = { scheduler, WebSocket: Watched, random: () => 0 };
  const client = new DirectLine({ domain, token, webSocket, pollingInterval: 200, ...(parts as object) });
  const activities: Activity[] = [];
  const statuses: ConnectionStatus[] = [];
  const errors: unknown[] = [];
  const checks = new Set<() => void>();
  const told = () => {
    for (const check of Array.from(checks)) check();
  };
  const following = [
    client.connectionStatus$.subscribe((status) => {
      statuses.push(status);
      told();
    }),
    client.activity$.subscribe({
      next: (activity: Activity) => {
        activities.push(activity);
        told();
      },
      error: (error: unknown) => {
        errors.push(error);
        told();
      },
    }),
  ];
  return {
    client,
    sockets,
    activities,
    statuses,
    errors,
    pass: scheduler.pass,
    texts: () =>
      activities.map((activity) => (activity.type === 'message' ? String(activity.text).split('\n')[0] : '')),
    token: (): unknown => Reflect.get(client, 'token'),
    /** Until it holds, as it may after each thing the client tells. */
    until: (holds: () => boolean) =>
      new Promise<void>((resolve) => {
        const check = () => {
          if (!holds()) return;
          checks.delete(check);
          resolve();
        };
        checks.add(check);
        check();
      }),
    /** The id, or "retry". */
    post: (text: string) =>
      new Promise<string>((resolve, reject) => {
        client.postActivity({ type: 'message', text, from: { id: 'somebody' } }).subscribe(resolve, reject);
      }),
    end() {
      for (const each of following) each.unsubscribe();
      client.end();
    },
  };
}
