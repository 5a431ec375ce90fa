export const perSecond = 50;
/** Messages that one person writes before another comes. */
export const turnsEach = 4;
/** People at one time; each writes every other second. */
const people = 100;
/** Milliseconds after which nobody waits for an answer any more. */
const patience = 10_000;

/**
 * Messages at their times whether or not answers keep up, from all kinds of people in turn. One person waits for the
 * answer before they write again; that they had to wait counts.
 * @param comers kind → comes: { say, leave }
 */
export function createCrowd(comers, lines) {
  const kinds = Object.keys(comers);
  const heard = new Map(kinds.map((kind) => [kind, { took: [], failed: 0 }]));
  const seats = Array.from({ length: people }, (_, at) => ({
    kind: kinds[at % kinds.length],
    person: null,
    free: Promise.resolve(),
  }));
  let from = 0;
  let why = null;

  async function come(seat) {
    const coming = comers[seat.kind]();
    const person = await within(patience, coming).catch((error) => {
      // Who comes when nobody waits any more leaves at once.
      coming.then(({ leave }) => leave()).catch(() => undefined);
      throw error;
    });
    from = (from + turnsEach) % lines.length;
    seat.person = { ...person, unsaid: lines.slice(from, from + turnsEach) };
  }

  /** Whoever is next is there before it is their turn; when that fails, their message tries again and counts. */
  const comeEarly = (seat) => come(seat).catch(() => undefined);

  async function speak(seat, due) {
    const { took } = heard.get(seat.kind);
    try {
      if (seat.person === null) await come(seat);
      await within(patience, seat.person.say(seat.person.unsaid.shift()));
      took.push(performance.now() - due);
      if (seat.person.unsaid.length > 0) return;
    } catch (error) {
      why ??= error instanceof Error ? error.message : String(error);
      heard.get(seat.kind).failed += 1;
    }
    seat.person?.leave();
    seat.person = null;
    await comeEarly(seat);
  }

  return {
    kinds,
    heard: (kind) => heard.get(kind),
    counts() {
      const all = [...heard.values()];
      const failed = all.reduce((sum, each) => sum + each.failed, 0);
      return { said: all.reduce((sum, { took }) => sum + took.length, failed), failed, why };
    },
    async talk(seconds) {
      await Promise.all(seats.map(comeEarly));
      const began = performance.now();
      for (let at = 0; at < seconds * perSecond; at += 1) {
        const due = began + (at * 1_000) / perSecond;
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
        const seat = seats[at % seats.length];
        seat.free = seat.free.then(() => speak(seat, due));
      }
      await Promise.all(seats.map(({ free }) => free));
      for (const { person } of seats) person?.leave();
    },
  };
}

function within(milliseconds, work) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
