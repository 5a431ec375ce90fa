import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../domain.js';
import { problem, type DocumentPath } from './read-document.js';

export interface Listed {
  readonly paths: readonly DocumentPath[];
  readonly problems: readonly Problem[];
}

/** The documents of a folder of party folders, and what lies there that is none. Names that begin with a dot are left. */
export async function listDocuments(folder: string, parties: ReadonlySet<string>): Promise<Listed> {
  const paths: DocumentPath[] = [];
  const problems: Problem[] = [];
  for (const name of await namesIn(folder)) {
    const place = path.join(folder, name);
    const kind = await kindOf(place);
    if (kind === 'folder' && parties.has(name)) {
      const listed = await listParty(name, place);
      paths.push(...listed.paths);
      problems.push(...listed.problems);
    } else if (kind === 'folder' && name !== 'vocabulary') {
      problems.push(
        problem(place, `the folder name \`${name}\` is no party's id`, 'add it to parties.yaml or rename it'),
      );
    } else if (kind === 'file' && name !== 'parties.yaml') {
      problems.push(problem(place, 'the file lies outside a party folder', 'move it into the folder of its party'));
    }
  }
  return { paths, problems };
}

async function listParty(party: string, folder: string): Promise<Listed> {
  const names = await namesIn(folder);
  const documents = names.filter((name) => !name.endsWith('.yaml'));
  const sidecarOf = (name: string): string => `${path.parse(name).name}.yaml`;
  const paths: DocumentPath[] = [];
  const problems: Problem[] = [];
  for (const name of documents) {
    const file = path.join(folder, name);
    const sidecar = names.includes(sidecarOf(name)) ? path.join(folder, sidecarOf(name)) : null;
    if ((await kindOf(file)) === 'file') paths.push({ party, file, sidecar });
    else problems.push(problem(file, 'this is no file', 'put the document itself into the folder'));
  }
  const used = new Set(documents.map((name) => sidecarOf(name)));
  for (const name of names.filter((each) => each.endsWith('.yaml') && !used.has(each))) {
    problems.push(
      problem(path.join(folder, name), 'metadata without a document', 'add the document, or remove this file'),
    );
  }
  return { paths, problems };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => !name.startsWith('.')).toSorted();
}

/** A broken link is neither. */
async function kindOf(place: string): Promise<'file' | 'folder' | 'other'> {
  const entry = await stat(place).catch(() => null);
  if (entry?.isDirectory()) return 'folder';
  return entry?.isFile() ? 'file' : 'other';
}
