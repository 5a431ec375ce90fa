/** What the package says of the service and of who runs it. */
export interface AppSettings {
  readonly appId: string;
  readonly publicUrl: string;
  readonly operatorName: string;
  readonly operatorUrl: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
}

export type SettingsRead =
  | { readonly kind: 'complete'; readonly settings: AppSettings }
  /** A line for each variable that is wrong, with what to write instead. It never repeats a value. */
  | { readonly kind: 'incomplete'; readonly problems: readonly string[] };

interface Field {
  readonly variable: string;
  readonly write: string;
  /** What is wrong with a value that is there; null when nothing is. */
  readonly fault: (value: string) => string | null;
}

// Characters. `developer.name` and addresses in the manifest's schema.
const LONGEST_NAME = 32;
const LONGEST_ADDRESS = 2_048;

const fields = {
  appId: {
    variable: 'MICROSOFT_APP_ID',
    write: 'write the application id of the Azure Bot registration, a GUID',
    fault: guidFault,
  },
  publicUrl: {
    variable: 'PUBLIC_URL',
    write: 'write the https:// address at which Teams and people reach this service',
    fault: (value) => addressFault(value) ?? (/[?#]/u.test(value) ? 'holds a query' : null),
  },
  operatorName: {
    variable: 'OPERATOR_NAME',
    write:
      'write who runs this service, or a shorter form for this command alone: OPERATOR_NAME="…" npm run teams:package',
    fault: nameFault,
  },
  operatorUrl: {
    variable: 'OPERATOR_URL',
    write: 'write the https:// address of who runs this service, where people get help',
    fault: addressFault,
  },
  privacyUrl: {
    variable: 'PRIVACY_URL',
    write: 'write the https:// address of your privacy statement',
    fault: addressFault,
  },
  termsUrl: {
    variable: 'TERMS_URL',
    write: 'write the https:// address of your terms of use',
    fault: addressFault,
  },
} satisfies Record<keyof AppSettings, Field>;

/** Reads what the package needs out of an environment. A package with a placeholder in it would install and not work. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): SettingsRead {
  const problems: string[] = [];
  const take = ({ variable, write, fault }: Field): string => {
    const value = environment[variable]?.trim() ?? '';
    const wrong = value === '' ? 'missing' : fault(value);
    if (wrong !== null) problems.push(`${variable}: ${wrong}; ${write}`);
    return value;
  };
  const settings: AppSettings = {
    appId: take(fields.appId).toLowerCase(),
    publicUrl: take(fields.publicUrl),
    operatorName: take(fields.operatorName),
    operatorUrl: take(fields.operatorUrl),
    privacyUrl: take(fields.privacyUrl),
    termsUrl: take(fields.termsUrl),
  };
  return problems.length > 0 ? { kind: 'incomplete', problems } : { kind: 'complete', settings };
}

const placeholder = 'a placeholder';
/** What is left to be filled in, wherever it stands. */
const unfilled = /[<>{}]|\b(?:todo|tbd|fixme|change[-_ ]?me|replace[-_ ]?me|placeholder|xxx+)\b/iu;
/** What documentation calls things that it makes up. */
const madeUp = /\b(?:your|example|eksempel|dummy|contoso|fabrikam)\b/iu;

// The versions and variants of RFC 9562, as the service itself asks for.
const guid = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/iu;
const sameDigit = /^([\da-f])\1+$/iu;
const countingUp = /^12345678(?:1234){2}/u;

function guidFault(value: string): string | null {
  const digits = value.replaceAll('-', '');
  if (unfilled.test(value) || sameDigit.test(digits) || countingUp.test(digits)) return placeholder;
  return guid.test(value) ? null : 'not a GUID';
}

function nameFault(value: string): string | null {
  if (unfilled.test(value) || madeUp.test(value)) return placeholder;
  if (/[\p{Cc}\p{Cf}]/u.test(value)) return 'holds characters that cannot be seen';
  if (!/\p{L}/u.test(value)) return 'not a name';
  return Array.from(value).length > LONGEST_NAME ? `longer than the ${LONGEST_NAME} characters of Teams` : null;
}

// Names that are no one's on the internet: RFC 2606, RFC 6761, RFC 6762, and what home and office networks use.
const nowhere =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|private|lan|home|corp|test|invalid|example|arpa)$/u;

function addressFault(value: string): string | null {
  if (unfilled.test(value)) return placeholder;
  const url = parse(value);
  if (url === null) return 'not an address';
  // 127.1 and 0x7f000001 are 127.0.0.1 after parsing.
  const host = url.hostname.replace(/\.$/u, '');
  if (url.protocol !== 'https:') return 'not https';
  if (/^[\d.]+$|^\[/u.test(host)) return 'an IP address, not the name of a host';
  if (madeUp.test(host)) return placeholder;
  if (!host.includes('.') || nowhere.test(host)) return 'reached from this machine or network alone';
  if (url.username || url.password) return 'holds a user name or password';
  return value.length > LONGEST_ADDRESS ? `longer than the ${LONGEST_ADDRESS} characters of Teams` : null;
}

// Node's URL.canParse says no to addresses with å and ø once V8 has optimised the call.
function parse(value: string): URL | null {
  try {
    return new URL(value);
  } catch {
    return null;
  }
}
