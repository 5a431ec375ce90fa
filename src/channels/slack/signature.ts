import { createHmac, timingSafeEqual } from 'node:crypto';

/** Slack's own advice for the past; the same for the future, so that a request is worth at most ten minutes. */
const WINDOW_SECONDS = 300;

export interface SignedRequest {
  readonly signature: string | undefined;
  /** Seconds since 1970, as the header has them. */
  readonly timestamp: string | undefined;
  readonly body: Buffer;
}

/** Whether Slack sent these bytes within five minutes of now, before or after. */
export function isSignedBySlack(secret: string, { signature, timestamp, body }: SignedRequest, now: number): boolean {
  if (signature === undefined || timestamp === undefined || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now / 1_000 - Number(timestamp)) > WINDOW_SECONDS) return false;
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex');
  const expected = Buffer.from(`v0=${digest}`);
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
