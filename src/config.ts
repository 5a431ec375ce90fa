import { z } from 'zod';

/** A switch in the environment: `true`/`1` or `false`/`0`; anything else is an error, never a silent "off". */
const flag = z
  .enum(['true', 'false', '1', '0'], 'write true or false')
  .default('false')
  .transform((value) => value === 'true' || value === '1');

const port = z.coerce
  .number('write a number')
  .int('write a whole number')
  .min(0)
  .max(65_535, 'write a port, 0 to 65535');

const perMinute = z.coerce
  .number('write a number')
  .int('write a whole number')
  .min(1, 'write at least 1')
  .max(1_000_000, 'write at most 1000000');

const httpUrl = z.url({ protocol: /^https?$/, error: 'write an address that begins with https://' });

/** Every variable the product reads. `.env.example` lists the same names; a test compares them. */
export const environmentSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test'], 'write development or production').default('development'),
  PORT: port.default(3978),
  HOST: z.string().min(1).optional(),
  KNOWLEDGE_DIR: z.string().min(1).optional(),
  PUBLIC_URL: httpUrl.optional(),
  OPERATOR_NAME: z.string().min(1).max(200).optional(),
  OPERATOR_URL: httpUrl.optional(),
  PRIVACY_URL: httpUrl.optional(),
  TERMS_URL: httpUrl.optional(),
  STATE_MINUTES: z.coerce
    .number('write a number of minutes')
    .positive()
    .max(1_440, 'write at most 1440: what a person asked about is forgotten within 24 hours')
    .default(60),
  STATE_SECRET: z.string().min(32, 'write at least 32 random characters').optional(),
  DIRECT_LINE_SECRET: z.string().min(32, 'write at least 32 random characters').optional(),
  ALLOWED_ORIGINS: z
    .string()
    .default('')
    .transform((list) => list.split(/[\s,]+/u).filter(Boolean))
    .pipe(z.array(httpUrl)),
  MESSAGES_PER_MINUTE: perMinute.default(20),
  TOKENS_PER_MINUTE: perMinute.default(60),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'write an address that begins with redis:// or rediss://' })
    .optional(),
  REDIS_PREFIX: z
    .string()
    .regex(/^[\w-]{1,64}$/, 'write letters, digits, _ and - only')
    .default('standpunkt'),
  TRUST_PROXY: z.coerce
    .number('write how many proxies requests come through')
    .int('write a whole number')
    .min(0, 'write 0 or more')
    .max(10, 'write how many proxies requests come through, at most 10')
    .default(0),
  MICROSOFT_APP_ID: z.uuid('write the application id of the Azure Bot registration, a GUID').optional(),
  MICROSOFT_APP_PASSWORD: z.string().min(1).optional(),
  MICROSOFT_APP_TENANT_ID: z.uuid('write the directory (tenant) id, a GUID').optional(),
  ALLOW_ANONYMOUS_BOT: flag,
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'write the Bot User OAuth Token, it begins with xoxb-').optional(),
  SLACK_SIGNING_SECRET: z.string().min(1).optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'write the app-level token, it begins with xapp-').optional(),
  SLACK_CLIENT_ID: z.string().min(1).optional(),
  SLACK_CLIENT_SECRET: z.string().min(1).optional(),
  SLACK_STATE_SECRET: z.string().min(32, 'write at least 32 random characters').optional(),
  SLACK_INSTALLATIONS_DIR: z.string().min(1).optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'write debug, info, warn, error or silent')
    .default('info'),
  LOG_FORMAT: z.enum(['json', 'text'], 'write json or text').optional(),
  METRICS_PORT: port.optional(),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  DRAIN_SECONDS: z.coerce
    .number('write a number of seconds')
    .min(0, 'write 0 or more')
    .max(5, 'write at most 5: orchestrators kill after 10 seconds')
    .default(1),
});

export type Config = z.infer<typeof environmentSchema>;

/** Thrown when the environment cannot be used; the message lists every problem at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  /** @param problems each with the variable's name and its cure */
  constructor(readonly problems: readonly string[]) {
    super(['The configuration has problems:', ...problems.map((line) => `  - ${line}`)].join('\n'));
  }
}

/**
 * Reads the configuration out of an environment. Empty variables count as absent, as a `.env` file leaves them.
 * @throws ConfigError that names every variable that is wrong and what to write instead.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = environmentSchema.safeParse(present);
  const problems = parsed.success ? contradictions(parsed.data) : allProblems(present, parsed.error.issues);
  if (parsed.success && problems.length === 0) return parsed.data;
  throw new ConfigError(problems);
}

/** What is wrong by itself, and what the rest of the variables lack beside each other. */
function allProblems(
  present: Readonly<Record<string, string | undefined>>,
  issues: readonly z.core.$ZodIssue[],
): string[] {
  const wrong = new Set(issues.map(({ path }) => String(path[0])));
  const rest = environmentSchema.safeParse(
    Object.fromEntries(Object.entries(present).filter(([name]) => !wrong.has(name))),
  );
  // What is written wrongly is there all the same: nothing else is missing because of it.
  const written = Object.fromEntries([...wrong].map((name) => [name, present[name]]));
  const beside = rest.success ? contradictions(Object.assign({}, rest.data, written)) : [];
  return [...issues.map(describe), ...beside.filter((line) => !wrong.has(line.replace(/:.*$/su, '')))];
}

function describe(issue: z.core.$ZodIssue): string {
  return `${String(issue.path[0])}: ${issue.message}`;
}

function contradictions(config: Config): string[] {
  const found: string[] = [];
  const production = config.NODE_ENV === 'production';
  if (config.MICROSOFT_APP_ID && !config.MICROSOFT_APP_PASSWORD)
    found.push('MICROSOFT_APP_PASSWORD: missing; write the client secret that belongs to MICROSOFT_APP_ID');
  if (config.MICROSOFT_APP_ID && !config.MICROSOFT_APP_TENANT_ID)
    found.push('MICROSOFT_APP_TENANT_ID: missing; write the tenant that MICROSOFT_APP_ID is registered in');
  if (config.MICROSOFT_APP_ID && config.ALLOW_ANONYMOUS_BOT)
    found.push(
      'ALLOW_ANONYMOUS_BOT: contradicts MICROSOFT_APP_ID, whose tokens are always checked; remove one of the two',
    );
  if (production && config.MICROSOFT_APP_ID && !config.PUBLIC_URL)
    found.push(
      'PUBLIC_URL: missing; write the https:// address of this service, the source links in Teams begin with it',
    );
  if (production && !config.OPERATOR_NAME)
    found.push('OPERATOR_NAME: missing; write who runs this service, people are told in the first message');
  if (production && !config.PRIVACY_URL)
    found.push('PRIVACY_URL: missing; write the address of your privacy statement, docs/ has templates');
  if (production && !config.TERMS_URL) found.push('TERMS_URL: missing; write the address of your terms of use');
  if (config.METRICS_PORT !== undefined && config.METRICS_PORT !== 0 && config.METRICS_PORT === config.PORT)
    found.push('METRICS_PORT: the same as PORT; write another, that the internet does not reach');
  for (const name of ['STATE_SECRET', 'DIRECT_LINE_SECRET'] as const)
    if (config.REDIS_URL && !config[name])
      found.push(
        `${name}: missing; write at least 32 random characters, the same in every replica that shares REDIS_URL`,
      );
  return [...found, ...slackContradictions(config)];
}

const OAUTH = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'SLACK_INSTALLATIONS_DIR'] as const;
const OAUTH_CURES: Readonly<Record<(typeof OAUTH)[number], string>> = {
  SLACK_CLIENT_ID: 'write the Client ID of the Slack app',
  SLACK_CLIENT_SECRET: 'write the Client Secret that belongs to SLACK_CLIENT_ID',
  SLACK_STATE_SECRET: 'write at least 32 random characters',
  SLACK_INSTALLATIONS_DIR: 'write a folder for the tokens of the workspaces that install the app',
};

/** Slack needs a way to reach us, or us it, and a token for one workspace or OAuth for several. */
function slackContradictions(config: Config): string[] {
  const { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: secret, SLACK_APP_TOKEN: appToken } = config;
  const oauth = OAUTH.filter((name) => config[name] !== undefined);
  if (!botToken && !secret && !appToken && oauth.length === 0) return [];
  const found: string[] = [];
  if (botToken && oauth.length > 0)
    found.push(`SLACK_BOT_TOKEN: contradicts ${oauth[0]}; keep the token for one workspace, or OAuth for several`);
  else if (!botToken && oauth.length === 0)
    found.push('SLACK_BOT_TOKEN: missing; write the Bot User OAuth Token, or the SLACK_CLIENT_ variables for OAuth');
  else if (!botToken)
    for (const name of OAUTH) if (config[name] === undefined) found.push(`${name}: missing; ${OAUTH_CURES[name]}`);
  if (!secret && !appToken)
    found.push('SLACK_SIGNING_SECRET: missing; write the Signing Secret, or SLACK_APP_TOKEN for Socket Mode');
  const local = appToken && oauth.length === 0 && config.NODE_ENV !== 'production';
  if (!config.PUBLIC_URL && !local)
    found.push('PUBLIC_URL: missing; write the https:// address of this service, Slack and the source links use it');
  return found;
}
