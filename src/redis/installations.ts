import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import type { Shared } from './shared.js';

/** Seconds until an installation that no workspace uses is forgotten. */
const LIFE = 400 * 86_400;
const REMOVED = 'removed';

type Query = Pick<InstallationQuery<boolean>, 'teamId' | 'enterpriseId' | 'isEnterpriseInstall'>;

/**
 * Installations that every replica knows. Each keeps what it has used in `own` as well, which serves while Redis is away
 * and fills a Redis that has lost everything. What was uninstalled anywhere is removed from `own` when it is asked for.
 * What changes while Redis is away is told to it when it is back.
 */
export function createRedisInstallations(shared: Shared, own: InstallationStore): InstallationStore {
  const { connection, seal, name } = shared;
  const keyOf = ({ teamId, enterpriseId, isEnterpriseInstall }: Query) =>
    name('installation', isEnterpriseInstall ? `organisation ${enterpriseId}` : `workspace ${teamId}`);

  // What Redis is still to be told. It counts before what Redis says, which is older.
  const owed = new Map<string, string>();

  async function tell(key: string, value: string): Promise<void> {
    owed.set(key, value);
    const told = await connection.run((redis) => redis.set(key, value, 'EX', LIFE)).catch(() => null);
    if (told !== null && owed.get(key) === value) owed.delete(key);
  }
  connection.onBack(() => {
    for (const [key, value] of owed) void tell(key, value);
  });

  /** Null when Redis does not know it, undefined when Redis is away. */
  const get = async (key: string): Promise<string | null | undefined> =>
    owed.get(key) ?? connection.run((redis) => redis.getex(key, 'EX', LIFE)).catch(() => undefined);
  /** For a Redis that has lost everything; what another replica has told it since stays. */
  const fill = (key: string, installation: unknown) =>
    connection.run((redis) => redis.set(key, seal.close(key, installation), 'EX', LIFE, 'NX')).catch(() => null);

  const opened = (key: string, sealed: string | null | undefined): Installation | null => {
    const json = seal.open(key, sealed ?? null);
    if (json === null) return null;
    const installation: Installation = JSON.parse(json);
    return installation;
  };

  return {
    async storeInstallation(installation) {
      await own.storeInstallation(installation);
      const { team, enterprise, isEnterpriseInstall } = installation;
      const query = {
        teamId: team?.id,
        enterpriseId: enterprise?.id,
        isEnterpriseInstall: isEnterpriseInstall === true,
      };
      const key = keyOf(query);
      await tell(key, seal.close(key, installation));
    },
    async fetchInstallation(query) {
      const key = keyOf(query);
      const sealed = await get(key);
      if (sealed === REMOVED) await own.deleteInstallation?.(query);
      const found = opened(key, sealed);
      if (found !== null) {
        // For when Redis is away. A full disk is no reason not to answer.
        await own.storeInstallation(found).catch(() => undefined);
        return found;
      }
      if (query.enterpriseId !== undefined && !query.isEnterpriseInstall) {
        // An organisation's installation serves all its workspaces.
        const whole = { ...query, teamId: undefined, isEnterpriseInstall: true };
        const organisation = opened(keyOf(whole), await get(keyOf(whole)));
        if (organisation !== null) return organisation;
      }
      const kept = await own.fetchInstallation(query);
      if (sealed === null) await fill(key, kept);
      return kept;
    },
    async deleteInstallation(query) {
      await own.deleteInstallation?.(query);
      await tell(keyOf(query), REMOVED);
    },
  };
}
