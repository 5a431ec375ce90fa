import { createServer, type Server } from 'node:http';
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Router } from 'express';
import { methodNotAllowed, sendError } from './channels/error-response.js';
import { describeFailure, framesOf } from './channels/failure.js';
import { createOriginGate, onlyAllowedOrigins, requestOrigin } from './channels/origins.js';
import type { Span } from './domain.js';
import type { Pages } from './pages/pages.js';

export interface AppParts {
  /** What /healthz tells; nothing secret, as anyone may ask. */
  readonly health: () => { readonly version: string; readonly documents: number; readonly parties: number };
  readonly pages: Pages;
  /** The folder of the widget's built files. */
  readonly widgetFolder: string;
  /** Origins of the pages that the widget is embedded in, besides our own. */
  readonly allowedOrigins: readonly string[];
  readonly directLine: Router;
  readonly teams: Router;
  /** Absent when Slack is not configured. */
  readonly slack?: Router;
  /** Sees every request first. */
  readonly observe?: RequestHandler;
  /** /readyz and /version. */
  readonly life?: RequestHandler;
  /** How many proxies of ours the requests come through; the address of the client is what the outermost of them saw. */
  readonly trustedProxies?: number;
  /** Takes one line for the log of the operator; it never holds what people say. */
  readonly report: (line: string) => void;
}

/** How long a client may take, in milliseconds, and how many there may be. */
export interface ConnectionLimits {
  /** For the headers of a request; for a new connection, from its beginning. */
  readonly headers: number;
  /** For a whole request. */
  readonly request: number;
  /** Without a byte either way, as when a response is not read. */
  readonly silence: number;
  /** Between two requests. */
  readonly idle: number;
  /** Between two looks for requests that take too long. */
  readonly look: number;
  /** Connections at once; more are closed at once. */
  readonly most: number;
}

const CONNECTIONS: ConnectionLimits = {
  headers: 10_000,
  // The largest body is the 1 MB that Slack may send.
  request: 30_000,
  // A turn with a dead connector takes 14 s, in which nothing is sent.
  silence: 60_000,
  // Longer than proxies keep a connection (nginx 60 s, Traefik 90 s): one that we closed first would lose a request.
  idle: 95_000,
  look: 2_000,
  // Twice as many as there may be streams.
  most: 10_000,
};

/** A server that no slow client holds up; nothing listens yet. */
export function openServer(limits: ConnectionLimits = CONNECTIONS): Server {
  const server = createServer({
    headersTimeout: limits.headers,
    requestTimeout: limits.request,
    keepAliveTimeout: limits.idle,
    connectionsCheckingInterval: limits.look,
  });
  server.timeout = limits.silence;
  server.maxConnections = limits.most;
  return server;
}

/** Everything this service answers over HTTP. */
export function createApp(parts: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', parts.trustedProxies ?? 0);
  if (parts.observe) app.use(parts.observe);
  app.use(securityHeaders);
  if (parts.life) app.use(parts.life);
  app
    .route('/healthz')
    .get((_request, response) => {
      response.set('Cache-Control', 'no-store').json({ status: 'ok', ...parts.health() });
    })
    .all(methodNotAllowed('GET'));
  app.use('/api/messages', parts.teams);
  app.use('/v3/directline', parts.directLine);
  if (parts.slack) app.use('/slack', parts.slack);
  app.use(['/api', '/v3', '/slack'], (_request, response) => sendError(response, 404, 'NotFound', 'No such endpoint.'));
  addWidget(app, parts.widgetFolder);
  addExcerpt(app, parts);
  addPages(app, parts.pages);
  app.use((_request, response) => void response.status(404).type('html').send(parts.pages.notFound()));
  app.use(answerErrors(parts.report));
  return app;
}

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

const securityHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
  });
  next();
};

/**
 * The widget's files, for pages anywhere. Only the chat's own file carries a hash of its contents; browsers keep the rest
 * for minutes and then ask whether it changed. Where a file lies beside itself compressed, that is what is sent.
 */
function addWidget(app: Express, folder: string): void {
  const files = express.static(folder, {
    index: false,
    redirect: false,
    setHeaders(response, file) {
      const hashed = /[\\/]chat-[0-9a-f]{16}\.js(?:\.gz)?$/.test(file);
      response.setHeader('Cache-Control', `public, max-age=${hashed ? '31536000, immutable' : '300'}`);
      if (!file.endsWith('.js.gz')) return;
      response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
      response.setHeader('Content-Encoding', 'gzip');
    },
  });
  const compressedFirst: RequestHandler = (request, response, next) => {
    const { url } = request;
    response.vary('Accept-Encoding');
    response.set({ 'Cross-Origin-Resource-Policy': 'cross-origin', 'Access-Control-Allow-Origin': '*' });
    const plain = (): void => {
      request.url = url;
      void files(request, response, next);
    };
    if (!/\.js(?:\?|$)/.test(url) || request.acceptsEncodings('gzip') === false) plain();
    else {
      request.url = url.replace('.js', '.js.gz');
      void files(request, response, plain);
    }
  };
  app.use('/widget', compressedFirst);
  app.get('/widget.js', compressedFirst);
}

/** What is around a quote, as JSON, for the widget's preview of a citation. */
function addExcerpt(app: Express, { pages, allowedOrigins }: AppParts): void {
  const gate = onlyAllowedOrigins(createOriginGate(allowedOrigins));
  app
    .route('/kilder/:party/:slug/utdrag')
    .all(gate)
    .get((request, response) => {
      const span = readSpan(request.query['t']);
      const found = span && pages.excerpt(request.params.party, request.params.slug, span);
      if (found) response.set('Cache-Control', 'public, max-age=300').json(found);
      else sendError(response, 404, 'NotFound', 'No such slice. Take the address from a citation.');
    })
    .all(methodNotAllowed('GET'));
}

function addPages(app: Express, pages: Pages): void {
  const fixed: Readonly<Record<string, (origin: string) => string>> = {
    '/': pages.home,
    '/kilder': pages.sources,
    '/demo': pages.demo,
  };
  for (const [path, render] of Object.entries(fixed)) {
    app
      .route(path)
      .get((request, response) => {
        response
          .set('Cache-Control', 'no-cache')
          .type('html')
          .send(render(requestOrigin(request)));
      })
      .all(methodNotAllowed('GET'));
  }
  app
    .route('/kilder/:party/:slug')
    .get((request, response, next) => {
      const page = pages.source(request.params.party, request.params.slug, readSpan(request.query['t']));
      if (page === null) next();
      else response.set('Cache-Control', 'no-cache').type('html').send(page);
    })
    .all((request, response, next) => {
      if (request.method === 'GET' || request.method === 'HEAD') next();
      else methodNotAllowed('GET')(request, response, next);
    });
}

/** `?t=1834-2051`; anything else is no span. */
function readSpan(value: unknown): Span | null {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(typeof value === 'string' ? value : '') ?? [];
  if (start === undefined || end === undefined || Number(start) >= Number(end)) return null;
  return { start: Number(start), end: Number(end) };
}

const REFUSALS: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['BadSyntax', 'The request cannot be read. Send well-formed JSON in UTF-8 and a well-formed address.'],
  413: ['TooLarge', 'The request is too large.'],
  415: ['UnsupportedMediaType', 'Send JSON in UTF-8.'],
};

/** The last resort. What the request held is neither told nor logged. */
function answerErrors(report: AppParts['report']): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = clientError(error);
    const id = response.get('X-Request-Id');
    const which = id === undefined ? '' : ` (request ${id})`;
    if (status === null) report(`Internal error: ${describeFailure(error)}${framesOf(error)}${which}`);
    const [code, message] = REFUSALS[status ?? 500] ?? ['ServiceError', 'Something went wrong here. Try again later.'];
    if (/^\/(?:api|v3)\//i.test(request.path)) sendError(response, status ?? 500, code, message);
    else
      response
        .status(status ?? 500)
        .type('text')
        .send(
          status === null
            ? 'Noe gikk galt hos oss. Prøv igjen om litt.\n'
            : 'Adressen kan ikke leses. Sjekk lenken, eller begynn på forsiden.\n',
        );
  };
}

/** The status that express and its body parser give to what is the caller's fault; null for what is ours. */
function clientError(error: unknown): number | null {
  const status: unknown = error instanceof Error ? Reflect.get(error, 'status') : null;
  return typeof status === 'number' && status >= 400 && status < 500 ? (status in REFUSALS ? status : 400) : null;
}
