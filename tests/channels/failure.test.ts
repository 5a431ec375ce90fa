import { within } from '../../src/channels/deadline.js';
import { describeFailure } from '../../src/channels/failure.js';

describe('what is logged of an error', () => {
  test('is its name, code and status', () => {
    const cause = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    expect(describeFailure(new TypeError('fetch failed', { cause }))).toBe('TypeError ECONNREFUSED');
    expect(describeFailure(Object.assign(new Error('x'), { name: 'HttpError', status: 403 }))).toBe('HttpError 403');
  });

  test('is never its message, which may quote a person', () => {
    expect(describeFailure(new Error('hva mener Frp'))).toBe('Error');
    expect(describeFailure('hva mener Frp')).toBe('not an Error');
    expect(describeFailure(Object.assign(new Error(), { code: 'hva mener Frp' }))).toBe('Error');
  });
});

describe('a deadline', () => {
  test('lets work that ends in time decide', async () => {
    await expect(within(60, Promise.resolve())).resolves.toBeUndefined();
    await expect(within(60, Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  });

  test('gives up on work that does not end', async () => {
    await expect(within(0, new Promise(() => {}))).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});
