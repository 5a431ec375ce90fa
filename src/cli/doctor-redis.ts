import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Finding } from './doctor-findings.js';

/** A command as Redis reads it: an array of strings, each with its length in bytes. */
function command(...words: readonly string[]): string {
  return [`*${words.length}`, ...words.flatMap((word) => [`$${Buffer.byteLength(word)}`, word]), ''].join('\r\n');
}

/** Signs in and says PING. The address may hold a password, so it is never shown. */
export async function pingRedis(url: string, patience: number): Promise<Finding> {
  const said = await ask(new URL(url), patience).catch((error: NodeJS.ErrnoException) => error.code ?? 'unknown');
  const finding = (severity: Finding['severity'], what: string): Finding => ({ severity, about: 'Redis', what });
  if (/\+PONG/.test(said)) return finding('ok', 'answers.');
  if (/^-(?:NOAUTH|WRONGPASS|ERR)|\n-(?:NOAUTH|WRONGPASS)/.test(said))
    return finding('error', 'refuses the name or password in REDIS_URL; write redis://NAME:PASSWORD@HOST:PORT.');
  if (said.startsWith('-LOADING')) return finding('warning', 'is reading its data; ask again in a minute.');
  const why = /^[A-Z_]{2,40}$/.test(said) ? said : 'no answer that Redis gives';
  return finding(
    'error',
    `is not reached (${why}); see that it runs, that REDIS_URL names its host and port, and that no firewall is between. ` +
      'The service starts without it, and answers without follow-ups.',
  );
}

/** Everything that is said until PING is answered. */
function ask({ protocol, hostname, port, username, password }: URL, patience: number): Promise<string> {
  const to = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 6_379) };
  return new Promise((resolve, reject) => {
    const socket: Socket = protocol === 'rediss:' ? connectTls({ ...to, servername: to.host }) : connectPlain(to);
    const end = (work: () => void) => {
      clearTimeout(timer);
      socket.destroy();
      work();
    };
    const timer = setTimeout(() => end(() => reject(Object.assign(new Error(), { code: 'ETIMEDOUT' }))), patience);
    let said = '';
    socket.once('error', (error) => end(() => reject(error)));
    socket.once('close', () => end(() => resolve(said)));
    socket.on('data', (chunk: Buffer) => {
      said += chunk.toString('latin1');
      if (/\+PONG\r\n|(?:^|\n)-[^\r]*\r\n/.test(said) || said.length > 1_000) end(() => resolve(said));
    });
    const names = username === '' ? [] : [decodeURIComponent(username)];
    if (password !== '') socket.write(command('AUTH', ...names, decodeURIComponent(password)));
    socket.write(command('PING'));
  });
}
