import type { Config } from '../config.js';
import type { Knowledge } from '../domain.js';
import { count, paint, visible, type Terminal } from './knowledge-terminal.js';

/** One thing that was looked at. `what` is a sentence that says what to do where something is to be done. */
export interface Finding {
  /** With an error the service does not start, or does not do what it is for. */
  readonly severity: 'ok' | 'note' | 'warning' | 'error';
  readonly about: string;
  readonly what: string;
}

/** As `engines` in package.json has it. */
const LEAST_NODE = [20, 19] as const;

export function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor, leastMinor] = LEAST_NODE;
  const enough = major > leastMajor || (major === leastMajor && minor >= leastMinor);
  return enough
    ? { severity: 'ok', about: 'Node', what: `${version}.` }
    : { severity: 'error', about: 'Node', what: `${version} is too old; install ${LEAST_NODE.join('.')} or newer.` };
}

export function configFindings(problems: readonly string[]): readonly Finding[] {
  if (problems.length === 0) return [{ severity: 'ok', about: 'configuration', what: 'can be used.' }];
  return problems.map((what) => ({ severity: 'error', about: 'configuration', what: `${what}.` }));
}

const TEXTS: Readonly<Record<'OPERATOR_NAME' | 'OPERATOR_URL' | 'PRIVACY_URL' | 'TERMS_URL', string>> = {
  OPERATOR_NAME: 'write who runs this service; people are told in the first message',
  OPERATOR_URL: 'write the https:// address where people get help; the Teams app needs it',
  PRIVACY_URL: 'write the address of your privacy statement; it is required in production',
  TERMS_URL: 'write the address of your terms of use; they are required in production',
};

/** What the law and people expect of whoever runs this. What production demands is an error of the configuration. */
export function textFindings(config: Config): readonly Finding[] {
  const names = ['OPERATOR_NAME', 'OPERATOR_URL', 'PRIVACY_URL', 'TERMS_URL'] as const;
  const missing = names.filter((name) => config[name] === undefined);
  if (missing.length === 0) return [{ severity: 'ok', about: 'operator', what: 'name and addresses are there.' }];
  return missing.map((name) => ({
    severity: 'warning',
    about: 'operator',
    what: `${name} is missing; ${TEXTS[name]}.`,
  }));
}

export function knowledgeFindings(
  { parties, documents, vocabulary, problems }: Knowledge,
  year: number,
): readonly Finding[] {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const withDocuments = new Set(documents.map(({ party }) => party)).size;
  const found: Finding[] = [];
  const add = (severity: Finding['severity'], what: string, about = 'knowledge') =>
    found.push({ severity, about, what });
  if (documents.length === 0)
    add('error', 'no document can be read, so every answer is that there is none; add some: npm run knowledge -- add.');
  else add('ok', `${count(documents.length, 'document')} of ${withDocuments} of ${parties.length} parties.`);
  if (errors > 0) add('error', `${count(errors, 'error')}; npm run knowledge -- check says where and what to write.`);
  const warnings = problems.length - errors;
  if (warnings > 0) add('note', `${count(warnings, 'warning')}; npm run knowledge -- check shows them.`);
  for (const { id, title, period } of documents)
    if (period !== null && period.to < year)
      add('warning', `${id} (${title}) expired in ${period.to}, and every answer says so; add what follows it.`);
  if (vocabulary.groups.length === 0)
    add(
      'error',
      'has no group of words, so only the words of the programmes are understood; restore it.',
      'vocabulary',
    );
  else {
    const { groups, nynorsk, english } = vocabulary;
    add('ok', `${groups.length} groups, ${nynorsk.length} pairs of nynorsk, ${english.length} English.`, 'vocabulary');
  }
  return found;
}

export function snapshotFinding(state: 'missing' | 'old' | 'current'): Finding {
  if (state === 'current') return { severity: 'ok', about: 'snapshot', what: 'is of this knowledge and this code.' };
  const why = state === 'missing' ? 'there is none' : 'is of other knowledge or other code, or damaged';
  const cure = 'npm run build makes it, otherwise the next start does, and takes some seconds longer';
  return { severity: 'warning', about: 'snapshot', what: `${why}; ${cure}.` };
}

/** @param code of the error with which the port cannot be listened on; null when it can */
export function portFinding(name: 'PORT' | 'METRICS_PORT', port: number, code: string | null): Finding {
  if (code === null) return { severity: 'ok', about: 'ports', what: `${name} ${port} is free.` };
  const cures: Readonly<Record<string, string>> = {
    EADDRINUSE: 'is in use: by Standpunkt, if it runs, and otherwise choose another',
    EACCES: 'may not be used by this user; choose one above 1023',
  };
  const cure = cures[code] ?? `cannot be listened on (${code}); see HOST and METRICS_HOST`;
  return { severity: code === 'EADDRINUSE' ? 'warning' : 'error', about: 'ports', what: `${name} ${port} ${cure}.` };
}

const COLOURS = { ok: 'dim', note: 'dim', warning: 'yellow', error: 'red' } as const;

/** A line for each, and how many need something done. */
export function reportFindings(findings: readonly Finding[], terminal: Terminal): string {
  const lines = findings.map(({ severity, about, what }) => {
    const mark = paint(severity.padEnd(7), COLOURS[severity], terminal);
    return `${mark}  ${visible(`${about}: ${what}`)}`;
  });
  const of = (wanted: Finding['severity']) => findings.filter(({ severity }) => severity === wanted).length;
  return [...lines, '', `${count(of('error'), 'error')}, ${count(of('warning'), 'warning')}.`].join('\n');
}
