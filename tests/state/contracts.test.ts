import { createDeliveries } from '../../src/state/deliveries.js';
import { createFirstTime } from '../../src/state/first-time.js';
import { createMemoryTurnStore } from '../../src/state/memory.js';
import { createSentMessages } from '../../src/state/sent-messages.js';
import { describeDeliveries, describeFirstTime, describeSentMessages, describeTurnStore } from './contracts.js';

function clock() {
  let time = 0;
  return { now: () => time, pass: (minutes: number) => void (time += minutes * 60_000) };
}

describeTurnStore('turn state in memory', async () => {
  const { now, pass } = clock();
  return { store: createMemoryTurnStore({ now, minutes: 60 }), pass };
});
describeDeliveries('deliveries in memory', async () => {
  const { now, pass } = clock();
  return { ...createDeliveries({ now, minutes: 15 }), pass };
});
describeFirstTime('the first time in memory', async () => {
  const { now, pass } = clock();
  return { isFirst: createFirstTime({ now, minutes: 10 }), pass };
});
describeSentMessages('sent messages in memory', async () => {
  const { now, pass } = clock();
  return { sent: createSentMessages({ now, minutes: 60 }), pass };
});
