import { createMemoryTurnOrder } from '../../../src/channels/direct-line/turn-order.js';
import { describeTurnOrder } from './turn-order-contract.js';

describeTurnOrder('the order of turns in memory', () => {
  let number = 0;
  return {
    order: createMemoryTurnOrder(),
    log: async (conversation) => ({ id: `${conversation}|${(number += 1)}`, fresh: true }),
  };
});
