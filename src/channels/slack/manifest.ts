export interface ManifestParts {
  /** Where Slack reaches us; null for Socket Mode, where we reach Slack. */
  readonly publicUrl: string | null;
}

/** The events we listen to, each with the scope that Slack asks for it; null for those that need none. */
export const BOT_EVENTS: Readonly<Record<string, string | null>> = {
  app_home_opened: null,
  app_mention: 'app_mentions:read',
  app_uninstalled: null,
  assistant_thread_context_changed: 'assistant:write',
  assistant_thread_started: 'assistant:write',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  'message.mpim': 'mpim:history',
  tokens_revoked: null,
};

/** What we call or offer beside events, each with its scope. */
export const BOT_USES: Readonly<Record<string, string>> = {
  'chat.postMessage': 'chat:write',
  'assistant.threads.setStatus': 'assistant:write',
  '/parti': 'commands',
};

/** Every scope has a use above, and every use its scope. */
export const BOT_SCOPES: readonly string[] = [
  ...new Set([...Object.values(BOT_EVENTS), ...Object.values(BOT_USES)].filter((scope) => scope !== null)),
].toSorted();

/** The app as Slack creates it "from a manifest". */
export function slackManifest({ publicUrl }: ManifestParts): object {
  const at = (path: string) => `${(publicUrl ?? '').replace(/\/+$/, '')}${path}`;
  const requests = publicUrl === null ? {} : { request_url: at('/slack/events') };
  return {
    display_information: {
      name: 'Standpunkt',
      description: 'Hva partiene selv har skrevet, ordrett og med kilde',
      long_description:
        'Standpunkt svarer på spørsmål om hva norske partier mener, med partienes egne ord. Hvert sitat har en kilde som åpner dokumentet der det står. Står det ingenting om saken, får du vite det. Tjenesten er automatisk. Den gir ingen råd, rangerer ingen og logger ikke hva du spør om.',
      background_color: '#1d3557',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Standpunkt', always_online: true },
      assistant_view: { assistant_description: 'Spør hva et parti mener om en sak, og få svaret i partiets egne ord.' },
      slash_commands: [
        {
          command: '/parti',
          description: 'Hva mener partiet om saken? Bare du ser svaret.',
          usage_hint: 'hva mener Frp om heroinassistert behandling?',
          should_escape: false,
          ...(publicUrl === null ? {} : { url: at('/slack/events') }),
        },
      ],
    },
    oauth_config: {
      ...(publicUrl === null ? {} : { redirect_urls: [at('/slack/oauth_redirect')] }),
      scopes: { bot: BOT_SCOPES },
    },
    settings: {
      event_subscriptions: { ...requests, bot_events: Object.keys(BOT_EVENTS) },
      interactivity: { is_enabled: true, ...requests },
      org_deploy_enabled: false,
      socket_mode_enabled: publicUrl === null,
      token_rotation_enabled: false,
    },
  };
}

/** Plain data as YAML: a line for each value, strings in quotes as JSON has them, which YAML reads alike. */
export function manifestYaml(manifest: object): string {
  return `${linesOf(manifest).join('\n')}\n`;
}

function linesOf(value: object): readonly string[] {
  const entries = Array.isArray(value) ? value.map((each: unknown) => ['-', each] as const) : Object.entries(value);
  return entries.flatMap(([key, each]: readonly [string, unknown]) => {
    const label = Array.isArray(value) ? '-' : `${key}:`;
    if (each === null || typeof each !== 'object') return [`${label} ${JSON.stringify(each)}`];
    const [first = '{}', ...rest] = linesOf(each);
    const inner = Array.isArray(value) ? [`- ${first}`, ...rest.map((line) => `  ${line}`)] : null;
    return inner ?? [label, ...[first, ...rest].map((line) => `  ${line}`)];
  });
}
