/** What the output may look like: `columns` is Infinity and `colours` false when nobody watches. */
export interface Terminal {
  readonly columns: number;
  readonly colours: boolean;
}

type Colour = 'bold' | 'red' | 'yellow' | 'dim';

const codes: Readonly<Record<Colour, number>> = { bold: 1, dim: 2, red: 31, yellow: 33 };

/** Node itself looks at NO_COLOR and TERM in `hasColors`. */
export function terminalOf(stream: NodeJS.WriteStream): Terminal {
  if (!stream.isTTY) return { columns: Infinity, colours: false };
  return { columns: stream.columns || 80, colours: stream.hasColors() };
}

export function paint(text: string, colour: Colour, { colours }: Terminal): string {
  return colours ? `\u001B[${codes[colour]}m${text}\u001B[0m` : text;
}

/** Text of files and their names, without what would steer the terminal or turn the line round. */
export function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** At most `width` characters as people count them; what is left out is an ellipsis. */
export function shorten(text: string, width: number): string {
  const characters = charactersOf(text);
  return characters.length <= width ? text : `${characters.slice(0, Math.max(0, width - 1)).join('')}…`;
}

export interface Column {
  readonly header: string;
  readonly align: 'left' | 'right';
  /** May be cut to this many characters when the terminal is narrow; null for columns that are never cut. */
  readonly least: number | null;
}

const gap = '  ';

/** Rows under their headers, each cell as wide as its column; the widest columns that may be cut give way first. */
export function layOut(columns: readonly Column[], rows: readonly (readonly string[])[], terminal: Terminal): string {
  const widths = columns.map(({ header }, at) =>
    rows.reduce((widest, row) => Math.max(widest, charactersOf(row[at] ?? '').length), header.length),
  );
  const room = terminal.columns - gap.length * (columns.length - 1);
  for (let excess = sum(widths) - room; Number.isFinite(excess) && excess > 0; excess -= 1) {
    const widest = columns.reduce<number | null>((best, { least }, at) => {
      const width = widths[at] ?? 0;
      return least !== null && width > least && width > (best === null ? 0 : (widths[best] ?? 0)) ? at : best;
    }, null);
    if (widest === null) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  const line = (row: readonly string[]): string =>
    columns
      .map(({ align }, at) => pad(shorten(row[at] ?? '', widths[at] ?? 0), widths[at] ?? 0, align))
      .join(gap)
      .trimEnd();
  const headers = line(columns.map(({ header }) => header));
  return [paint(headers, 'bold', terminal), ...rows.map(line)].join('\n');
}

function pad(text: string, width: number, align: Column['align']): string {
  const space = ' '.repeat(Math.max(0, width - charactersOf(text).length));
  return align === 'left' ? text + space : space + text;
}

function charactersOf(text: string): readonly string[] {
  return Array.from(new Intl.Segmenter('nb').segment(text), ({ segment }) => segment);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** "1 error", "2 errors". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
