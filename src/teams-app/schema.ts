/**
 * The newest schema that `@microsoft/app-manifest` bundles, in 1.1.2. Manifest and localisation files must name the
 * same one.
 */
export const manifestVersion = '1.30';

export type SchemaName = 'MicrosoftTeams' | 'MicrosoftTeams.Localization';

export function schemaAddress(name: SchemaName): string {
  return `https://developer.microsoft.com/json-schemas/teams/v${manifestVersion}/${name}.schema.json`;
}
