import type { AuthConfiguration, CloudAdapter } from '@microsoft/agents-hosting';
import type { Request } from 'express';
import type { Registration, TeamsAccess } from './access.js';
import { within } from '../deadline.js';
import { openAgents, sendRequests } from './send-requests.js';
import { serviceHosts } from './service-hosts.js';

// With the time for sending it stays below the 15 s that the channel waits.
const TOKEN_SECONDS = 5;

/** The SDK's adapter with its checks switched on. Loading the SDK takes most of a second, so it comes with first use. */
export async function openAdapter(
  access: Exclude<TeamsAccess, { kind: 'closed' }>,
  replySeconds: number,
): Promise<CloudAdapter> {
  const sdk = await import('@microsoft/agents-hosting');
  const registered = access.kind === 'registered';
  const agents = openAgents();
  class Adapter extends sdk.CloudAdapter {
    /** Gets our token first, for which the SDK would wait minutes too. */
    protected override async createConnectorClientWithIdentity(
      ...parameters: Parameters<CloudAdapter['createConnectorClientWithIdentity']>
    ) {
      const client = await within(
        Math.min(TOKEN_SECONDS, replySeconds),
        super.createConnectorClientWithIdentity(...parameters),
      );
      // Later than the turn itself is given up, which tells why.
      sendRequests(client, replySeconds * 1_000 + 500, agents);
      return client;
    }
  }
  const adapter = new Adapter(
    authConfiguration(registered ? access.registration : null),
    undefined,
    undefined,
    { validateServiceUrl: true },
    serviceHosts({ loopback: !registered }),
  );
  // The SDK's own answer to an error is a message to the person that the source code should be fixed.
  adapter.onTurnError = async (_context, error) => {
    throw error;
  };
  return adapter;
}

/**
 * `connections` is given so that the SDK does not look for any in the environment. Without a registration the SDK still
 * asks for an id in production; nothing is ever checked against it.
 */
function authConfiguration(registration: Registration | null): AuthConfiguration {
  const settings = registration ?? { clientId: '00000000-0000-0000-0000-000000000000' };
  const connection: AuthConfiguration = { ...settings, validateIssuer: true };
  return {
    ...connection,
    connections: new Map([['serviceConnection', connection]]),
    connectionsMap: [{ serviceUrl: '*', connection: 'serviceConnection' }],
  };
}

/** Whether the request carries a good token. The SDK's own refusals name hosts it could not reach, so they are dropped. */
export async function hasGoodToken(adapter: CloudAdapter, request: Request): Promise<boolean> {
  let passed = false;
  const ignored = { headersSent: false, writableEnded: false, status: self, setHeader: self, send: self, end: self };
  function self(): typeof ignored {
    return ignored;
  }
  await adapter.authorizeRequest(request, ignored, () => (passed = true));
  return passed;
}
