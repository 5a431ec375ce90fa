/** A path of the service as a whole address below `base` (with a slash at the end); null when it leads elsewhere. */
export function inBase(path: string, base: string): string | null {
  if (!/^\/(?![/\\])/.test(path) || !URL.canParse(path.slice(1), base)) return null;
  const { href } = new URL(path.slice(1), base);
  return href.startsWith(base) ? href : null;
}
