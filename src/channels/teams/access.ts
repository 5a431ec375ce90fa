/** Who may talk to the bot at /api/messages. */
export type TeamsAccess =
  | { readonly kind: 'registered'; readonly registration: Registration }
  /** Anyone who reaches the port, as test clients do; asked for by name. */
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'closed' };

/** The Azure Bot registration. */
export interface Registration {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tenantId: string;
  /** Where tokens are issued; Microsoft's public cloud when absent. */
  readonly authority?: string;
}

export interface TeamsSettings {
  readonly MICROSOFT_APP_ID?: string | undefined;
  readonly MICROSOFT_APP_PASSWORD?: string | undefined;
  readonly MICROSOFT_APP_TENANT_ID?: string | undefined;
  readonly ALLOW_ANONYMOUS_BOT: boolean;
}

/** Closed, not open, is what there is without a registration: a web-only installation is a complete one. */
export function teamsAccess(settings: TeamsSettings): TeamsAccess {
  const {
    MICROSOFT_APP_ID: clientId,
    MICROSOFT_APP_PASSWORD: clientSecret,
    MICROSOFT_APP_TENANT_ID: tenantId,
  } = settings;
  if (clientId && clientSecret && tenantId)
    return { kind: 'registered', registration: { clientId, clientSecret, tenantId } };
  return { kind: settings.ALLOW_ANONYMOUS_BOT && !clientId ? 'anonymous' : 'closed' };
}
