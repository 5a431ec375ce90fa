import { cp, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint } from '../knowledge/snapshot.js';

const project = fileURLToPath(new URL('../..', import.meta.url));
const goldFolder = path.join(project, 'tests', 'gold');
/** Programmes belong to their parties and are no part of the project: they lie beside it, where somebody has them. */
const beside = path.join(project, '..', 'shared');
const joinedFolder = path.join(project, 'dist', 'eval');

export interface PlaceOptions {
  /** Null for the project's own, with the programmes where a gold file asks about them. */
  readonly knowledge: string | null;
  /** A folder of party folders; null for the one beside the project. */
  readonly programmes: string | null;
}

/** Gold files and the knowledge folder that they are asked of; null for the project's own. */
export interface Place {
  readonly knowledge: string | null;
  readonly files: readonly string[];
}

export interface Places {
  readonly places: readonly Place[];
  /** What was skipped, and what to do about it: whole sentences. */
  readonly notes: readonly string[];
}

/** Files that are named, or all there are, each with its knowledge: the name of a gold file says what it asks about. */
export async function choosePlaces(named: readonly string[], options: PlaceOptions): Promise<Places> {
  const files = named.length > 0 ? named : await everyGoldFile();
  if (options.knowledge !== null) return { places: [{ knowledge: options.knowledge, files }], notes: [] };
  const about = files.filter((file) => path.basename(file).startsWith('programmes-'));
  const own = { knowledge: null, files: files.filter((file) => !about.includes(file)) };
  if (about.length === 0) return { places: [own], notes: [] };
  const programmes = path.resolve(options.programmes ?? path.join(beside, 'programmes'));
  const kept = own.files.length > 0 ? [own] : [];
  if (!(await isFolder(programmes))) {
    const names = about.map((file) => path.basename(file)).join(', ');
    const note = `${names} skipped: there is no folder of programmes at ${path.relative(process.cwd(), programmes)}; name it with --programmes <folder>.`;
    return { places: kept, notes: [note] };
  }
  const documents = path.join(project, 'knowledge', 'documents');
  const knowledge = await joinDocuments([documents, programmes], joinedFolder);
  return { places: [...kept, { knowledge, files: about }], notes: [] };
}

async function everyGoldFile(): Promise<readonly string[]> {
  const own = (await readdir(goldFolder)).filter((name) => name.endsWith('.jsonl')).toSorted();
  const shared = path.join(beside, 'gold', 'programmes-dev.jsonl');
  return [...own.map((name) => path.join(goldFolder, name)), ...((await isFile(shared)) ? [shared] : [])];
}

/**
 * Folders of party folders → one knowledge folder with the documents of them all. It is named by what it holds and kept:
 * reading programmes takes longer than asking a thousand questions, and a snapshot is found by its folder's name.
 */
export async function joinDocuments(folders: readonly string[], home: string): Promise<string> {
  const goal = path.join(home, (await fingerprint(folders)).slice(0, 16));
  if (await isFolder(goal)) return goal;
  await mkdir(home, { recursive: true });
  const aside = await mkdtemp(path.join(home, 'joining-'));
  for (const folder of folders) {
    const parties = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
    for (const { name: party } of parties) {
      const documents = path.join(aside, 'documents', party);
      await mkdir(documents, { recursive: true });
      // File by file: a folder that may not be written to would be copied as one that may not.
      for (const file of await readdir(path.join(folder, party)))
        await cp(path.join(folder, party, file), path.join(documents, file));
    }
  }
  // Whoever joins the same documents at the same time makes the same folder: either is good.
  await rename(aside, goal).catch(() => rm(aside, { recursive: true, force: true }));
  return goal;
}

async function isFolder(folder: string): Promise<boolean> {
  return (await stat(folder).catch(() => null))?.isDirectory() ?? false;
}

async function isFile(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null))?.isFile() ?? false;
}
