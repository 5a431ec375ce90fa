import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Milliseconds for a test in a browser, which a slow machine takes its time to start. */
export const PATIENCE = 120_000;

/** `describe` where there is a Chromium; elsewhere the tests are skipped and it is said why. */
export function describeInBrowser(name: string, body: () => void): void {
  if (executable() !== undefined) {
    describe(name, body);
    return;
  }
  process.stdout.write(
    `Skipped: ${name}. There is no Chromium; install it, on Debian with: apt-get install chromium\n`,
  );
  describe.skip(name, body);
}

/** `keepsPages`: for the way back to them, as browsers do outside of tests. */
export function launch(keepsPages = false): Promise<Browser> {
  const executablePath = executable();
  if (executablePath === undefined) throw new Error(`no Chromium in ${places.join(', ')}`);
  return chromium.launch({
    executablePath,
    ...(keepsPages ? { ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

function executable(): string | undefined {
  return places.find((place) => existsSync(place));
}

export interface Watched {
  /** Errors of the console, violations of the content security policy among them, and uncaught exceptions. */
  readonly errors: readonly string[];
  /** Origins of everything that was requested. */
  readonly origins: ReadonlySet<string>;
}

/** Notes what the pages of a context complain about and whom they ask. */
export function watch(context: BrowserContext): Watched {
  const errors: string[] = [];
  const origins = new Set<string>();
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  context.on('weberror', (error) => errors.push(error.error().message));
  context.on('request', (request) => origins.add(new URL(request.url()).origin));
  return { errors, origins };
}
