import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import { z } from 'zod';

/** What an installation needs to have; the rest is kept as Slack said it. */
const installationSchema = z.looseObject({
  bot: z.looseObject({ token: z.string().min(1), userId: z.string(), id: z.string(), scopes: z.array(z.string()) }),
});

const ownerOnly = 0o600;

/** The message says what to do. */
export class InstallationNotKept extends Error {
  override readonly name = 'InstallationNotKept';
}

/**
 * Installations as files, one a workspace, named by its id and readable by their owner alone: each holds a token. A file
 * is replaced in one step, so that a reader never meets half of one.
 * @param newId text that is safe in a file name and unlike any before
 */
export function createFileInstallations(folder: string, newId: () => string): InstallationStore {
  return {
    async storeInstallation(installation) {
      const file = fileOf(folder, installation.team?.id, installation.enterprise?.id, installation.isEnterpriseInstall);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const draft = `${file}.${newId()}.draft`;
      try {
        await writeFile(draft, JSON.stringify(installation), { mode: ownerOnly, flag: 'wx' });
        await rename(draft, file);
      } catch (error) {
        await rm(draft, { force: true });
        throw new InstallationNotKept('Free space in SLACK_INSTALLATIONS_DIR and let the service write there.', {
          cause: error,
        });
      }
    },
    async fetchInstallation({ teamId, enterpriseId, isEnterpriseInstall }) {
      // An organisation that installed the app for all its workspaces has no file for each of them.
      const own = await readInstallation(fileOf(folder, teamId, enterpriseId, isEnterpriseInstall));
      const found =
        own ?? (enterpriseId ? await readInstallation(fileOf(folder, undefined, enterpriseId, true)) : null);
      if (found === null) throw new Error('This workspace has not installed the app: open /slack/install.');
      return found;
    },
    async deleteInstallation({ teamId, enterpriseId, isEnterpriseInstall }) {
      await rm(fileOf(folder, teamId, enterpriseId, isEnterpriseInstall), { force: true });
    },
  };
}

type Id = InstallationQuery<boolean>['teamId'];

/** Ids come from Slack's signed requests, and still only letters and digits become part of a path. */
function fileOf(folder: string, team: Id, enterprise: Id, isEnterpriseInstall: boolean | undefined): string {
  const id = isEnterpriseInstall ? enterprise : team;
  if (id === undefined || !/^[A-Z0-9]{1,64}$/.test(id)) throw new Error('No id of a workspace that Slack gives.');
  return path.join(folder, `${id}.json`);
}

async function readInstallation(file: string): Promise<Installation | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error !== null && typeof error === 'object' && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const installation: Installation = JSON.parse(text);
  installationSchema.parse(installation);
  return installation;
}
