import { cp, mkdir, readdir, symlink } from 'node:fs/promises';
import path from 'node:path';

/**
 * What is compiled, and the knowledge, in a folder of their own: the snapshots that are thrown away are not those of
 * whoever works here, and nobody compiles or edits anything while it is measured.
 */
export async function copyProject(root, workplace) {
  const dist = path.join(workplace, 'dist');
  const knowledge = path.join(workplace, 'knowledge');
  await cp(path.join(root, 'dist'), dist, { recursive: true });
  await cp(path.join(root, 'knowledge'), knowledge, { recursive: true });
  await cp(path.join(root, 'package.json'), path.join(workplace, 'package.json'));
  await symlink(path.join(root, 'node_modules'), path.join(workplace, 'node_modules'), 'junction');
  return { dist, knowledge };
}

/** Folders of party folders → one knowledge folder with the documents of them all. */
export async function joinProgrammes(from, to) {
  for (const documents of from) {
    const parties = (await readdir(documents, { withFileTypes: true })).filter((entry) => entry.isDirectory());
    for (const { name: party } of parties) {
      const goal = path.join(to, 'documents', party);
      await mkdir(goal, { recursive: true });
      // File by file: a folder that may not be written to would be copied as one that may not.
      for (const file of await readdir(path.join(documents, party))) {
        await cp(path.join(documents, party, file), path.join(goal, file));
      }
    }
  }
  return to;
}
