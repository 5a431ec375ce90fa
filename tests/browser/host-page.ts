import { createServer, type Server } from 'node:http';

/** Rules that a page may have for everything in it, and that must not reach the widget. */
const hostile = `
* { all: unset !important; }
* { font-family: cursive !important; font-size: 40px !important; letter-spacing: 5px !important; color: lime !important; }
html { font-size: 30px !important; }
body { transform: rotate(2deg) scale(0.8) !important; filter: blur(0.4px) !important; }
button, dialog, input, textarea { display: none !important; }
standpunkt-chat { display: none !important; opacity: 0.1 !important; visibility: hidden !important; --surface: red !important; }
section, div { transform: skew(20deg) !important; }
:focus-visible { outline: none !important; }
`;

export interface HostPage {
  readonly address: string;
  /** Which service the script comes from; known once both run. */
  readonly embed: (bot: string) => void;
  readonly stop: () => Promise<void>;
}

/**
 * A newspaper on an origin of its own, with a strict policy: scripts by nonce alone, styles from files alone, no markup
 * from strings. `?attributes=…` go on the script, `?twice` includes it twice, `?plain` leaves the hostile rules out.
 */
export async function serveHostPage(): Promise<HostPage> {
  let bot = '';
  const server: Server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host.example');
    if (pathname === '/hostile.css') {
      response.setHeader('Content-Type', 'text/css').end(hostile);
      return;
    }
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Content-Security-Policy', policy(bot));
    const script = `<script nonce="abc" async src="${bot}/widget.js" ${searchParams.get('attributes') ?? ''}></script>`;
    response.end(`<!doctype html><html lang="nb"><head><title>Avisa</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width">
${searchParams.has('plain') ? '' : '<link rel="stylesheet" href="/hostile.css">'}</head>
<body><main><h1>Avisa</h1><p>En sak om valget.</p><button>Abonner</button><div id="samtale"></div></main>
${script.repeat(searchParams.has('twice') ? 2 : 1)}</body></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const place = server.address();
  if (typeof place !== 'object' || place === null) throw new Error('not listening on a port');
  return {
    address: `http://127.0.0.1:${place.port}`,
    embed: (address) => (bot = address),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function policy(bot: string): string {
  return [
    "default-src 'none'",
    "script-src 'nonce-abc' 'strict-dynamic'",
    "style-src 'self'",
    'img-src data:',
    `connect-src ${bot} ${bot.replace('http', 'ws')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}
