/** One run of letters on a page; points, the origin at the lower left. */
export interface Run {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  readonly bold?: boolean;
}

/** A PDF of A4 pages with the given runs, in Helvetica, as a program that saves PDFs would write it. */
export function makePdf(pages: readonly (readonly Run[])[], trailer = ''): Uint8Array {
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>', ''];
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>');
  const kids: string[] = [];
  for (const runs of pages) {
    const content = runs.map(showRun).join('\n');
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    const resources = '<< /Font << /F1 3 0 R /F2 4 0 R >> >>';
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources ${resources} /Contents ${objects.length} 0 R >>`,
    );
    kids.push(`${objects.length} 0 R`);
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`;
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}

function showRun({ x, y, text, size = 10, bold = false }: Run): string {
  const escaped = Array.from(text, winAnsi)
    .join('')
    .replace(/[\\()]/gu, String.raw`\$&`);
  return `BT /${bold ? 'F2' : 'F1'} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped}) Tj ET`;
}

/** The letters of WinAnsi that are not those of Latin-1. */
const others: Readonly<Record<string, number>> = { '•': 0x95, '–': 0x96, '—': 0x97, '“': 0x93, '”': 0x94, '’': 0x92 };

function winAnsi(character: string): string {
  return String.fromCharCode(others[character] ?? character.charCodeAt(0));
}

/** Lines below each other at a distance of 14 points, from the top. */
export function column(x: number, top: number, lines: readonly string[], more: Partial<Run> = {}): readonly Run[] {
  return lines.map((text, at) => ({ x, y: top - 14 * at, text, ...more }));
}
