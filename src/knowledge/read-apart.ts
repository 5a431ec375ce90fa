import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FileToRead } from './read-bytes.js';
import type { Reading } from './reading.js';
import { UnreadableError } from './unreadable-error.js';

/** Megabytes of heap and seconds for one file. A hostile file takes all it can get. */
const heap = 512;
const seconds = 25;

/** Reads one file → its text. @throws UnreadableError that says what to do with the file */
export type ReadFile = (file: string, how: FileToRead) => Promise<Reading>;

type Sent = { readonly reading: Reading } | { readonly what: string; readonly cure: string };

/**
 * Reads files in processes of their own, each used again while it behaves: a file that eats memory or time takes its
 * process down and nothing else.
 * @param script the compiled `read-child.js`
 */
export function readApart(script: string): ReadFile {
  const idle: ChildProcess[] = [];
  return async (file, how) => {
    const child = idle.pop() ?? start(script);
    child.ref();
    child.channel?.ref();
    const sent = await ask(child, { file, ending: how.ending, skipPages: [...how.skipPages] });
    if ('reading' in sent) {
      rest(child);
      idle.push(child);
      return sent.reading;
    }
    // What could not read this file reads no other: its memory is not what it was.
    child.kill('SIGKILL');
    throw new UnreadableError(sent.what, sent.cure);
  };
}

/** A resting process does not keep this one alive, and ends with it. */
function rest(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

function start(script: string): ChildProcess {
  return fork(script, {
    execArgv: [`--max-old-space-size=${heap}`],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

function ask(child: ChildProcess, job: object): Promise<Sent> {
  return new Promise((resolve) => {
    const finish = (sent: Sent): void => {
      clearTimeout(clock);
      child.removeAllListeners();
      resolve(sent);
    };
    const clock = setTimeout(
      () => finish({ what: `reading takes over ${seconds} seconds`, cure: 'split it, or save it in a simpler format' }),
      seconds * 1_000,
    );
    const gone = { what: 'the file takes more memory than a document needs', cure: 'split it, or save it again' };
    child.once('message', finish);
    child.once('error', () => finish(gone));
    child.once('exit', () => finish(gone));
    child.send(job, (error) => (error ? finish(gone) : undefined));
  });
}

/** `read-child.js` beside this file, once both are compiled. */
export const compiledChild = fileURLToPath(new URL('read-child.js', import.meta.url));
