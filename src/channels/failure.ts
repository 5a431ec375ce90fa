/**
 * What may be logged of an error: its name and its code or status. Its message may quote what a person wrote.
 * "TypeError ECONNREFUSED", "HttpError 403", "TimeoutError".
 */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'not an Error';
  const details = [error, error.cause].flatMap((source) => [field(source, 'code'), field(source, 'status')]);
  return [error.name, ...details.filter((detail) => detail !== '')].join(' ');
}

/** Where it happened, without the message, which may hold lines that look like places. */
export function framesOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const { stack = '', message } = error;
  const begins = stack.indexOf(message);
  const frames = begins < 0 ? [] : (stack.slice(begins + message.length).match(/^ {4}at .*$/gm) ?? []);
  return frames
    .slice(0, 3)
    .map((frame) => ` <${frame.trim()}>`)
    .join('');
}

function field(source: unknown, name: 'code' | 'status'): string {
  if (source === null || typeof source !== 'object') return '';
  const value: unknown = Reflect.get(source, name);
  // Codes are short words and numbers; a DOMException's old number 23 says nothing beside its name.
  return (typeof value === 'string' && /^[\w.-]{1,64}$/.test(value)) || (name === 'status' && typeof value === 'number')
    ? String(value)
    : '';
}
