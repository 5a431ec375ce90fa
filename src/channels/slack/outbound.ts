/** Where calls go: methods, and addresses that Slack gives with a command or a button. */
const SLACK = ['https://slack.com', 'https://hooks.slack.com'];

export interface OutboundLimits {
  /** Of one call. Addresses to answer at have no limit of their own. */
  readonly milliseconds: number;
  /** Another Slack, for tests: everything goes there. */
  readonly slackApiUrl?: string | undefined;
}

/** The only way out of the adapter: to Slack's own hosts, without redirects, and never for longer than a while. */
export function createOutbound({ milliseconds, slackApiUrl }: OutboundLimits): typeof fetch {
  const origins = slackApiUrl === undefined ? SLACK : [new URL(slackApiUrl).origin];
  return async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!URL.canParse(address) || !origins.includes(new URL(address).origin))
      throw Object.assign(new Error('An address that is not of Slack; nothing was sent.'), { code: 'foreign_host' });
    return fetch(address, {
      ...init,
      redirect: 'error',
      signal: init?.signal ?? AbortSignal.timeout(milliseconds),
    });
  };
}
