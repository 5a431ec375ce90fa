import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../knowledge-fixture.js';

export interface Installation {
  readonly folder: string;
  /** The compiled service. */
  readonly entry: string;
  readonly snapshots: string;
  /** The snapshot of its knowledge, once it is written. */
  readonly snapshot: () => string;
}

/** What the installation can be asked, and what stands in the answer. */
export const QUESTION = 'Hva mener Frp om LAR?';
export const QUOTE = 'Fremskrittspartiet sier nei til å inkludere heroinassistert behandling som en del av LAR.';

const VOCABULARY = `area: rus
groups:
  - equal: [LAR, legemiddelassistert rehabilitering]
`;

/** The compiled service in a folder of its own, with one document, which is read within a second, and no snapshot of it. */
export function install(): Installation {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'standpunkt-installation-'));
  const isSnapshot = (file: string): boolean => path.relative(root, file) === path.join('dist', 'snapshots');
  cpSync(path.join(root, 'dist'), path.join(folder, 'dist'), {
    recursive: true,
    filter: (file) => !isSnapshot(file) && !file.endsWith('.map'),
  });
  cpSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const knowledge = path.join(folder, 'knowledge');
  mkdirSync(path.join(knowledge, 'vocabulary'), { recursive: true });
  writeFileSync(path.join(knowledge, 'vocabulary', 'drugs.yaml'), VOCABULARY);
  cpSync(path.join(root, 'knowledge', 'parties.yaml'), path.join(knowledge, 'parties.yaml'));
  cpSync(path.join(root, 'knowledge/documents/frp'), path.join(knowledge, 'documents/frp'), { recursive: true });
  const snapshots = path.join(folder, 'dist', 'snapshots');
  return {
    folder,
    entry: path.join(folder, 'dist', 'main.js'),
    snapshots,
    snapshot() {
      const [file] = readdirSync(snapshots).filter((name) => /^[0-9a-f]{16}\.json$/.test(name));
      if (file === undefined) throw new Error('no snapshot was written');
      return path.join(snapshots, file);
    },
  };
}
