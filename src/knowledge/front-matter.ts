/** Letters. Front matter is a few fields. */
export const longestFrontMatter = 64_000;

/** The YAML between two lines of `---` at the beginning of a text, and the text below it. */
export function frontMatterOf(source: string): { readonly front: string | null; readonly rest: string } {
  const match = /^\uFEFF?---[^\S\n]*\n([\s\S]*?)\n---[^\S\n]*(?:\n|$)/u.exec(source);
  return match ? { front: match[1] ?? '', rest: source.slice(match[0].length) } : { front: null, rest: source };
}
