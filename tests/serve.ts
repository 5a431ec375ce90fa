import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import { answerUpgrades, type Upgrade } from '../src/channels/answer-upgrades.js';

export interface Serving {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** Serves on a free port of the loopback interface. */
export async function serve(listener: RequestListener, onUpgrade?: Upgrade): Promise<Serving> {
  const server: Server = createServer(listener);
  if (onUpgrade) answerUpgrades(server, onUpgrade);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('not listening on a port');
  return {
    address: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
