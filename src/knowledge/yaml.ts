import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from '../domain.js';

export type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

/** 1 MB: the largest list of parties or vocabulary file is far below, an alias bomb is not. */
const longestYaml = 1_000_000;

/**
 * Parses YAML and holds it against a schema. Every problem has the line in the file and what to write instead.
 * @param firstLine the line of the file on which `source` begins, for front matter
 */
export function checkYaml<T>(file: string, source: string, schema: z.ZodType<T>, firstLine = 1): Checked<T> {
  const problem = (what: string, cure: string, line: number | null): Problem => ({
    severity: 'error',
    file,
    line,
    page: null,
    what,
    cure,
  });
  if (source.length > longestYaml) {
    return { ok: false, problems: [problem('the YAML is over 1 MB', 'split it into smaller files', null)] };
  }
  const lines = new LineCounter();
  const yaml = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const lineOf = (offset: number): number => lines.linePos(offset).line + firstLine - 1;
  if (yaml.errors.length > 0) {
    const problems = yaml.errors.map((error) =>
      problem(`not valid YAML: ${error.message}`, 'mend the syntax of this line', lineOf(error.pos[0])),
    );
    return { ok: false, problems };
  }
  let plain: unknown;
  try {
    plain = yaml.toJS({ maxAliasCount: 50 });
  } catch {
    return { ok: false, problems: [problem('too many YAML aliases', 'write the values out', firstLine)] };
  }
  const parsed = schema.safeParse(plain);
  if (parsed.success) return { ok: true, value: parsed.data };
  const problems = parsed.error.issues.map((issue) => {
    const { what, cure } = describe(issue);
    return problem(what, cure, lineAt(yaml, issue, lineOf) ?? firstLine);
  });
  return { ok: false, problems };
}

function lineAt(
  yaml: ReturnType<typeof parseDocument>,
  issue: z.core.$ZodIssue,
  lineOf: (offset: number) => number,
): number | null {
  const steps = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : [...issue.path];
  for (; steps.length > 0; steps.pop()) {
    const node: unknown = yaml.getIn(steps, true);
    if (node !== null && typeof node === 'object' && 'range' in node && Array.isArray(node.range)) {
      return lineOf(Number(node.range[0]));
    }
  }
  return null;
}

function describe(issue: z.core.$ZodIssue): { what: string; cure: string } {
  const where = issue.path.length > 0 ? `\`${issue.path.join('.')}\`` : 'the file';
  switch (issue.code) {
    case 'unrecognized_keys':
      return { what: `unknown field ${issue.keys.map((key) => `\`${key}\``).join(', ')}`, cure: 'remove or rename it' };
    case 'invalid_value':
      return { what: `${where} has a value that is not allowed`, cure: `write one of: ${issue.values.join(' | ')}` };
    default:
      return { what: `${where} is wrong or missing`, cure: issue.message };
  }
}
