import { createTurnLine } from '../../src/channels/one-at-a-time.js';

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe('one turn at a time', () => {
  test('keeps the order within a conversation, whatever a turn takes', async () => {
    const line = createTurnLine();
    const slow = gate();
    const done: string[] = [];
    const first = line.run('a', async () => {
      await slow.opened;
      done.push('first');
    });
    const second = line.run('a', async () => void done.push('second'));
    await line.run('b', async () => void done.push('elsewhere'));
    expect(done).toEqual(['elsewhere']);
    expect(line.length('a')).toBe(2);
    slow.open();
    await Promise.all([first, second]);
    expect(done).toEqual(['elsewhere', 'first', 'second']);
    expect(line.length('a')).toBe(0);
  });

  test('goes on after a turn that fails, and tells who asked for it', async () => {
    const line = createTurnLine();
    const failing = line.run('a', async () => {
      throw new Error('no');
    });
    const next = line.run('a', async () => 'yes');
    await expect(failing).rejects.toThrow('no');
    await expect(next).resolves.toBe('yes');
  });
});
