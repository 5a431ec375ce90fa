/** What configuration says of Slack, under the names of the environment. */
export interface SlackVariables {
  readonly SLACK_BOT_TOKEN?: string | undefined;
  readonly SLACK_SIGNING_SECRET?: string | undefined;
  readonly SLACK_APP_TOKEN?: string | undefined;
  readonly SLACK_CLIENT_ID?: string | undefined;
  readonly SLACK_CLIENT_SECRET?: string | undefined;
  readonly SLACK_STATE_SECRET?: string | undefined;
  readonly SLACK_INSTALLATIONS_DIR?: string | undefined;
}

/** How Slack reaches us: requests to /slack/events, or a WebSocket that we open. */
export type SlackTransport =
  { readonly kind: 'http'; readonly signingSecret: string } | { readonly kind: 'socket'; readonly appToken: string };

/** One workspace by its token, or as many as install the app. */
export type SlackWorkspaces = { readonly kind: 'one'; readonly botToken: string } | ({ readonly kind: 'many' } & OAuth);

export interface OAuth {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  readonly installationsFolder: string;
}

export interface SlackAccess {
  readonly transport: SlackTransport;
  readonly workspaces: SlackWorkspaces;
}

/** The access that the variables give; null when Slack is not configured. `readConfig` has refused what is half. */
export function slackAccess(variables: SlackVariables): SlackAccess | null {
  const transport = transportOf(variables);
  const workspaces = workspacesOf(variables);
  return transport && workspaces && { transport, workspaces };
}

function transportOf({ SLACK_APP_TOKEN, SLACK_SIGNING_SECRET }: SlackVariables): SlackTransport | null {
  if (SLACK_APP_TOKEN !== undefined) return { kind: 'socket', appToken: SLACK_APP_TOKEN };
  return SLACK_SIGNING_SECRET === undefined ? null : { kind: 'http', signingSecret: SLACK_SIGNING_SECRET };
}

function workspacesOf(variables: SlackVariables): SlackWorkspaces | null {
  if (variables.SLACK_BOT_TOKEN !== undefined) return { kind: 'one', botToken: variables.SLACK_BOT_TOKEN };
  const clientId = variables.SLACK_CLIENT_ID;
  const clientSecret = variables.SLACK_CLIENT_SECRET;
  const stateSecret = variables.SLACK_STATE_SECRET;
  const installationsFolder = variables.SLACK_INSTALLATIONS_DIR;
  if (!clientId || !clientSecret || !stateSecret || !installationsFolder) return null;
  return { kind: 'many', clientId, clientSecret, stateSecret, installationsFolder };
}
