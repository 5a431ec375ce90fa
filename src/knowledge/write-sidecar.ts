import { writeFile } from 'node:fs/promises';
import { Document } from 'yaml';
import type { Fields } from './metadata.js';

/**
 * Writes checked fields as the sidecar of a document, as an editor would: a bare year and page as numbers, the period
 * and the pages on one line.
 * @throws when the file exists or cannot be written
 */
export async function writeSidecar(file: string, fields: Fields): Promise<void> {
  const { published, period, skip_pages: pages } = fields;
  const yaml = new Document({ ...fields, published: bare(published) });
  if (period) yaml.set('period', yaml.createNode(period, { flow: true }));
  if (pages) yaml.set('skip_pages', yaml.createNode(pages.map(bare), { flow: true }));
  // A width would fold a long title over several lines.
  await writeFile(file, yaml.toString({ lineWidth: 0 }), { flag: 'wx' });
}

/** `2025` is a number in YAML; `0900` would come back as another. */
function bare(text: string): string | number {
  return /^\d+$/u.test(text) && String(Number(text)) === text ? Number(text) : text;
}
