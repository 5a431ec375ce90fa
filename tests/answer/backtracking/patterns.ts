import { parseSync } from '@swc/core';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

export interface Pattern {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

const src = path.join(__dirname, '..', '..', '..', 'src');

const files: readonly string[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .toSorted();

function textOf(file: string): string {
  return readFileSync(path.join(src, file), 'utf8');
}

/** Every regular expression that stands in the code as one. */
export function literals(): readonly Pattern[] {
  return files.flatMap((file) => {
    const found: Pattern[] = [];
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      if (isLiteral(node)) found.push({ file, source: node.pattern, flags: node.flags });
      Object.values(node).forEach(walk);
    };
    walk(parseSync(textOf(file), { syntax: 'typescript', target: 'es2023' }));
    return found;
  });
}

function isLiteral(node: object): node is { readonly pattern: string; readonly flags: string } {
  return 'type' in node && node.type === 'RegExpLiteral';
}

/** Files that put regular expressions together from strings, but for the one that does so for them. */
export const assembling: readonly string[] = files
  .filter((file) => file !== 'language/word-pattern.ts')
  .filter((file) => /\bRegExp\(|\bwordPattern\(/u.test(textOf(file)));

/** Every regular expression that those put together when they are loaded; not what a function makes of what it is given. */
export async function assembled(): Promise<readonly Pattern[]> {
  const found: Pattern[] = [];
  const Own = RegExp;
  globalThis.RegExp = new Proxy(Own, {
    construct: (target, parameters: ConstructorParameters<typeof RegExp>) => {
      const { source, flags } = new target(...parameters);
      // The innermost of them: one that is loading another stands further out.
      const frames = new Error().stack?.split('\n') ?? [];
      const file = frames.flatMap((frame) => assembling.find((name) => frame.includes(path.join(src, name))) ?? [])[0];
      if (file !== undefined) found.push({ file, source, flags });
      return new target(...parameters);
    },
  });
  try {
    for (const file of assembling) await import(path.join(src, file));
  } finally {
    globalThis.RegExp = Own;
  }
  return found;
}
