// Where the Bot Framework's connectors are; the SDK's own list also holds hosts that anyone can rent.
const CONNECTORS = ['botframework.com', 'smba.trafficmanager.net', 'teams.microsoft.com', 'teams.microsoft.us'];
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Which addresses answers, and with them our token, may be sent to. The SDK asks it before every request. */
export interface ServiceHosts {
  readonly enabled: true;
  readonly isAllowed: (address: string | URL | null | undefined) => boolean;
}

/** Connectors over https on their usual port; `loopback` adds this machine on any port, for test clients. */
export function serviceHosts({ loopback }: { readonly loopback: boolean }): ServiceHosts {
  return {
    enabled: true,
    isAllowed(address) {
      const text = String(address ?? '');
      if (!URL.canParse(text)) return false;
      const { protocol, hostname, port, username, password } = new URL(text);
      if (username !== '' || password !== '') return false;
      if (loopback && LOOPBACK.has(hostname)) return protocol === 'http:' || protocol === 'https:';
      const known = CONNECTORS.some((host) => hostname === host || hostname.endsWith(`.${host}`));
      return known && protocol === 'https:' && port === '';
    },
  };
}
