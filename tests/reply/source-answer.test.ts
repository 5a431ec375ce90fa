import { createBot } from '../../src/bot.js';
import { createMemoryTurnStore } from '../../src/state/memory.js';
import { openShelf } from '../knowledge-fixture.js';

// What a quote's label says is said again when its source is asked for.
test.each([
  ['Hva mener Senterungdommen om ruskontrakter?', /2020.*Ungdomsorganisasjon.*ikke hva Senterpartiet mener/u],
  ['Hva mener Frp om heroinassistert behandling?', /uten dato, perioden 2021–2025 er utløpt/u],
  [
    'Hva mener Ap om lettere vei inn i rusmiljøene?',
    /Leserinnlegg av en lokalpolitiker i Avisa Nordland, ikke vedtatt av partiet/u,
  ],
])('%s – er dette offisiell politikk?', async (first, expected) => {
  const { index, knowledge } = await openShelf();
  const store = createMemoryTurnStore({ now: () => 0, minutes: 60 });
  const parts = { index, parties: knowledge.parties, starters: [], store, keyOf: () => 'k' };
  const bot = createBot({ ...parts, currentYear: () => 2026, operator: null });
  const speaker = { channel: 'test', conversation: 'c', user: 'u', thread: null };
  await bot.turn({ text: first, locale: null }, speaker);
  const { reply } = await bot.turn({ text: 'er dette offisiell politikk?', locale: null }, speaker);
  expect(reply.text).toMatch(expected);
});
