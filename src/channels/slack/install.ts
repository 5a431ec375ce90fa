import type { InstallationStore, webApi } from '@slack/bolt';
import type * as bolt from '@slack/bolt';
import type { Router } from 'express';
import type { ServerResponse } from 'node:http';
import type { OAuth } from './access.js';
import { InstallationNotKept } from './file-installations.js';
import { BOT_SCOPES } from './manifest.js';
import { describeSlackFailure } from './patience.js';
import { silentLogger } from './silent-logger.js';

export interface InstallParts {
  readonly oauth: OAuth;
  readonly store: InstallationStore;
  readonly publicUrl: string;
  readonly clientOptions: webApi.WebClientOptions;
  readonly report: (line: string) => void;
}

/** What is used of Bolt, which is loaded late. */
export type Bolt = Pick<typeof bolt, 'App' | 'Assistant' | 'ExpressReceiver' | 'LogLevel' | 'SocketModeReceiver'>;
type Installer = NonNullable<InstanceType<Bolt['ExpressReceiver']>['installer']>;

export interface Installing {
  /** GET /install and /oauth_redirect. */
  readonly router: Router;
  readonly authorize: Installer['authorize'];
}

/** OAuth for any number of workspaces, on the installer that comes with Bolt; the pages are ours. */
export function createInstalling({ ExpressReceiver, LogLevel }: Bolt, parts: InstallParts): Installing {
  const { oauth, store, publicUrl, report } = parts;
  const redirect = `${publicUrl.replace(/\/+$/, '')}/slack/oauth_redirect`;
  const receiver = new ExpressReceiver({
    ...oauth,
    // Only the two pages are taken from it: requests of Slack come in through our own receiver.
    endpoints: {},
    signingSecret: '',
    signatureVerification: false,
    installationStore: store,
    scopes: [...BOT_SCOPES],
    redirectUri: redirect,
    logger: silentLogger(LogLevel.ERROR),
    installerOptions: {
      installPath: '/install',
      redirectUriPath: '/oauth_redirect',
      clientOptions: parts.clientOptions,
      renderHtmlForInstallPath: (url) =>
        page('Standpunkt i Slack', `<a href="${escapeHtml(url)}">Legg til i Slack</a>`),
      callbackOptions: {
        success: (_installation, _options, _request, response) =>
          answer(response, 200, 'Standpunkt er lagt til i Slack.', 'Åpne Slack og skriv til Standpunkt.'),
        failure: (error, _options, _request, response) => {
          const cure = error instanceof InstallationNotKept ? `; ${error.message}` : '';
          report(`Slack: an installation failed (${describeSlackFailure(error)})${cure}`);
          const again = '<a href="install">Prøv igjen</a>';
          answer(response, 400, 'Standpunkt ble ikke lagt til.', again);
        },
      },
    },
  });
  const { installer } = receiver;
  if (installer === undefined)
    throw new Error('OAuth needs SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_STATE_SECRET.');
  return { router: receiver.router, authorize: (source) => installer.authorize(source) };
}

function answer(response: ServerResponse, status: number, title: string, body: string): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(page(title, body));
}

function page(title: string, body: string): string {
  const head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">';
  return `<!doctype html><html lang="nb"><head>${head}<title>${title}</title></head><body><main><h1>${title}</h1><p>${body}</p></main></body></html>\n`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
