import { cpus } from 'node:os';

/** Milliseconds of processor time that this process has taken. */
export function workedHere() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Tells how much of all processors' time, 0 to 1, was taken since now by whatever runs on the machine. */
export function watchMachine() {
  const before = timesOf();
  return () => {
    const after = timesOf();
    return (after.busy - before.busy) / (after.all - before.all);
  };
}

/** Of all processors together, in milliseconds. */
function timesOf() {
  const each = cpus().map(({ times }) => times);
  const of = (pick) => each.reduce((total, times) => total + pick(times), 0);
  const all = of((times) => Object.values(times).reduce((total, time) => total + time, 0));
  return { all, busy: all - of(({ idle }) => idle) };
}
