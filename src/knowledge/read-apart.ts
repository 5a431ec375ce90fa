import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FileToRead } from './read-bytes.js';
import type { Reading } from './reading.js';
import { UnreadableError } from './unreadable-error.js';

/** Megabytes of heap and seconds for one file. A hostile file takes all it can get. */
const heap = 512;
const seconds = 25;

/** Reads one file → its text. */
export type ReadFile = (file: string, how: FileToRead) => Promise<Reading>;

type Sent = { readonly reading: Reading } | { readonly what: string; readonly cure: string };

/**
 * Reads a file in a process of its own: a file that eats memory or time takes that process down and nothing else.
 * @param child the compiled `read-child.js`
 * @throws UnreadableError that says what to do with the file
 */
export function readApart(child: string): ReadFile {
  return (file, { ending, skipPages }) =>
    new Promise((resolve, reject) => {
      const reader = fork(child, {
        execArgv: [`--max-old-space-size=${heap}`],
        env: {},
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      const clock = setTimeout(() => {
        reject(
          new UnreadableError(`reading takes over ${seconds} seconds`, 'split it, or save it in a simpler format'),
        );
        reader.kill('SIGKILL');
      }, seconds * 1_000);
      reader.once('message', (sent: Sent) => {
        if ('reading' in sent) resolve(sent.reading);
        else reject(new UnreadableError(sent.what, sent.cure));
      });
      reader.once('error', reject);
      reader.once('exit', () => {
        clearTimeout(clock);
        reject(new UnreadableError('the file takes more memory than a document needs', 'split it, or save it again'));
      });
      reader.send({ file, ending, skipPages });
    });
}

/** `read-child.js` beside this file, once both are compiled. */
export const compiledChild = fileURLToPath(new URL('read-child.js', import.meta.url));
