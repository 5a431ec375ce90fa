import type { PageTurn } from '../../domain.js';
import type { Line } from './lines.js';

/** After a hyphen these begin a new word: "barne- og ungdomsvern". */
const conjunction = /^(?:og|eller|samt|til|som|and|or)(?!\p{L})/u;

/** Lines of one block → its text, with the words that were broken over lines whole, and where later pages begin. */
export function joinText(
  lines: readonly Line[],
  isWord: (word: string) => boolean,
): { text: string; turns: readonly PageTurn[] } {
  let text = '';
  let page = lines[0]?.page ?? 0;
  const turns: PageTurn[] = [];
  for (const line of lines) {
    const { before, glue } = joint(text, line.text, isWord);
    text = before + glue;
    if (line.page !== page) {
      page = line.page;
      turns.push({ at: text.length, page });
    }
    text += line.text;
  }
  // Soft hyphens inside a line only say where it might have been broken.
  const soft = /\u00AD/gu;
  if (!soft.test(text)) return { text, turns };
  const shifted = turns.map(({ at, page: to }) => ({
    at: at - (text.slice(0, at).match(soft)?.length ?? 0),
    page: to,
  }));
  return { text: text.replace(soft, ''), turns: shifted };
}

function joint(before: string, next: string, isWord: (word: string) => boolean): { before: string; glue: string } {
  if (!before) return { before, glue: '' };
  if (before.endsWith('\u00AD')) return { before: before.slice(0, -1), glue: '' };
  const broken = /(\p{L}+)[-‐]$/u.exec(before);
  const rest = /^\p{Ll}+/u.exec(next)?.[0];
  if (!broken?.[1] || rest === undefined) return { before, glue: ' ' };
  if (conjunction.test(next)) return { before, glue: ' ' };
  // "e-post" and "lærer-elev" keep the hyphen that a line happens to end with; "hjelpe-apparat" does not.
  const whole = broken[1] + rest;
  const kept = !isWord(whole.toLowerCase()) && isWord(`${broken[1]}-${rest}`.toLowerCase());
  return kept ? { before, glue: '' } : { before: before.slice(0, -1), glue: '' };
}
