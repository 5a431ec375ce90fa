import path from 'node:path';
import { SingleBar } from 'cli-progress';
import { shorten, terminalOf, visible } from './knowledge-terminal.js';

export interface Progress {
  readonly onProgress: (done: number, total: number, file: string) => void;
  readonly stop: () => void;
}

/** Characters of the bar line beside the file's name. */
const barLength = 30;
const besideName = barLength + 16;

/** A bar on a terminal, a line a document otherwise. Files are named from `folder`. */
export function startProgress(stream: NodeJS.WriteStream, folder: string): Progress {
  const nameOf = (file: string): string => visible(path.relative(folder, file));
  if (!stream.isTTY) {
    return {
      onProgress: (done, total, file) => void stream.write(`read ${done}/${total} ${nameOf(file)}\n`),
      stop: () => undefined,
    };
  }
  const { columns } = terminalOf(stream);
  // The bar's own handler for Ctrl-C swallows the first one, and is only needed when cursor and wrapping are changed.
  const bar = new SingleBar({
    stream,
    format: '{bar} {count} {file}',
    barsize: barLength,
    clearOnComplete: true,
    gracefulExit: false,
    linewrap: true,
  });
  // How many there are is known with the first document.
  bar.start(1, 0, { count: '', file: 'reading …' });
  return {
    onProgress: (done, total, file) => {
      bar.setTotal(total);
      bar.update(done, { count: `${done}/${total}`, file: shorten(nameOf(file), columns - besideName) });
    },
    stop: () => bar.stop(),
  };
}
