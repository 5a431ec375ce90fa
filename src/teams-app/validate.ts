import { createRequire } from 'node:module';
import { Ajv, type AnySchemaObject } from 'ajv';
import { manifestVersion, type SchemaName } from './schema.js';

const load = createRequire(import.meta.url);

/**
 * What is wrong with a file of the package by Microsoft's own schema; empty when it is valid. Only the schemas of
 * `@microsoft/app-manifest` are used: its code does not load without `fs-extra`, which 1.1.2 does not depend on, fetches
 * schemas it lacks from the network, and does not look at localisation files.
 */
export function validate(name: SchemaName, content: object): readonly string[] {
  const file = `@microsoft/app-manifest/build/json-schemas/teams/v${manifestVersion}/${name}.schema.json`;
  // The draft-04 that they name differs from ajv's draft-07 in keywords that they do not use.
  const { $schema: _, ...schema }: AnySchemaObject = load(file);
  // The only format is that of `$schema`. The localisation schema has patterns that are invalid with the flag `u`.
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false, unicodeRegExp: false });
  const isValid = ajv.compile(schema);
  if (isValid(content)) return [];
  return (isValid.errors ?? []).map(({ instancePath, message, params }) => {
    const extra = 'additionalProperty' in params ? `: ${String(params['additionalProperty'])}` : '';
    return `${instancePath || '/'} ${message ?? 'is not valid'}${extra}`;
  });
}
