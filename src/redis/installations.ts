import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import type { Shared } from './shared.js';

/** Seconds until an installation that no workspace uses is forgotten. */
const LIFE = 400 * 86_400;
const REMOVED = 'removed';

type Query = Pick<InstallationQuery<boolean>, 'teamId' | 'enterpriseId' | 'isEnterpriseInstall'>;

/**
 * Installations that every replica knows. Each keeps what it has used in `own` as well, which serves while Redis is away
 * and fills a Redis that has lost everything. What was uninstalled anywhere is removed from `own` when it is asked for.
 */
export function createRedisInstallations(shared: Shared, own: InstallationStore): InstallationStore {
  const { connection, seal, name } = shared;
  const keyOf = ({ teamId, enterpriseId, isEnterpriseInstall }: Query) =>
    name('installation', isEnterpriseInstall ? `organisation ${enterpriseId}` : `workspace ${teamId}`);

  const put = async (key: string, installation: unknown) => {
    const sealed = seal.close(key, installation);
    await connection.run((redis) => redis.set(key, sealed, 'EX', LIFE)).catch(() => null);
  };
  const get = (query: Query) => connection.run((redis) => redis.getex(keyOf(query), 'EX', LIFE)).catch(() => null);

  const opened = (key: string, sealed: string | null): Installation | null => {
    const json = seal.open(key, sealed);
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
      await put(keyOf(query), installation);
    },
    async fetchInstallation(query) {
      const sealed = await get(query);
      if (sealed === REMOVED) await own.deleteInstallation?.(query);
      const found = opened(keyOf(query), sealed);
      if (found !== null) {
        await own.storeInstallation(found);
        return found;
      }
      if (query.enterpriseId !== undefined && !query.isEnterpriseInstall) {
        // An organisation's installation serves all its workspaces.
        const whole = { ...query, teamId: undefined, isEnterpriseInstall: true };
        const organisation = opened(keyOf(whole), await get(whole));
        if (organisation !== null) return organisation;
      }
      const kept = await own.fetchInstallation(query);
      if (sealed === null) await put(keyOf(query), kept);
      return kept;
    },
    async deleteInstallation(query) {
      await own.deleteInstallation?.(query);
      await connection.run((redis) => redis.set(keyOf(query), REMOVED, 'EX', LIFE)).catch(() => null);
    },
  };
}
