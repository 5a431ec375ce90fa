import { z } from 'zod';
import type { Party, Problem } from '../domain.js';
import { checkYaml } from './yaml.js';

const name = z.string('write a name').trim().min(1, 'write a name').max(100, 'write at most 100 characters');

const partiesSchema = z.array(
  z.strictObject({
    id: z.string('write an id').regex(/^[a-z][a-z0-9-]{0,39}$/u, 'write lower-case letters a–z, digits and hyphens'),
    name: z.strictObject({ nb: name, nn: name, en: name }, 'write { nb: …, nn: …, en: … }'),
    short: name,
    aliases: z.array(name, 'write a list of names').default([]),
    youth_of: z.string().optional(),
  }),
  'write a list of parties, each with id, name and short',
);

/** `parties.yaml` → parties, and every way in which two of them contradict each other. */
export function readParties(file: string, source: string): { parties: readonly Party[]; problems: readonly Problem[] } {
  const checked = checkYaml(file, source, partiesSchema);
  if (!checked.ok) return { parties: [], problems: checked.problems };
  const parties = checked.value.map((party): Party => ({
    id: party.id,
    name: party.name,
    short: party.short,
    aliases: party.aliases,
    youthOf: party.youth_of ?? null,
  }));
  return { parties, problems: contradictions(file, parties) };
}

function contradictions(file: string, parties: readonly Party[]): Problem[] {
  const problems: Problem[] = [];
  const add = (what: string, cure: string): void => {
    problems.push({ severity: 'error', file, line: null, page: null, what, cure });
  };
  const ids = new Set(parties.map((party) => party.id));
  const owner = new Map<string, string>();
  const seen = new Set<string>();
  for (const party of parties) {
    if (seen.has(party.id)) add(`the id \`${party.id}\` stands twice`, 'give each party an id of its own');
    seen.add(party.id);
    if (party.youthOf !== null && !ids.has(party.youthOf)) {
      add(`\`youth_of: ${party.youthOf}\` of ${party.id} is no party of this list`, 'write the id of the mother party');
    }
    for (const alias of [party.short, ...Object.values(party.name), ...party.aliases]) {
      const key = alias.toLowerCase();
      const other = owner.get(key);
      if (other !== undefined && other !== party.id)
        add(`«${alias}» is a name of both ${other} and ${party.id}`, 'keep it at one');
      owner.set(key, party.id);
    }
  }
  return problems;
}
