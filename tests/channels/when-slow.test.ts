import { whenSlow } from '../../src/channels/when-slow.js';

describe('what is told while something takes its time', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  test('is told once, and only when the work is slow', async () => {
    const tell = jest.fn(async () => undefined);
    let finish = (_value: string): void => undefined;
    const slow = whenSlow(500, tell, () => new Promise<string>((resolve) => (finish = resolve)));
    jest.advanceTimersByTime(499);
    expect(tell).not.toHaveBeenCalled();
    jest.advanceTimersByTime(5_000);
    expect(tell).toHaveBeenCalledTimes(1);
    finish('done');
    expect(await slow).toBe('done');
    expect(await whenSlow(500, tell, async () => 'quick')).toBe('quick');
    jest.advanceTimersByTime(5_000);
    expect(tell).toHaveBeenCalledTimes(1);
  });

  test('harms nothing when it cannot be told, and nothing is told of work that failed', async () => {
    const tell = jest.fn(() => Promise.reject(new Error('gone')));
    let fail = (): void => undefined;
    const failing = whenSlow(
      500,
      tell,
      () => new Promise((_resolve, reject) => (fail = () => reject(new Error('no')))),
    );
    jest.advanceTimersByTime(500);
    fail();
    await expect(failing).rejects.toThrow('no');
    await expect(whenSlow(500, tell, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    jest.advanceTimersByTime(500);
    expect(tell).toHaveBeenCalledTimes(1);
  });
});
