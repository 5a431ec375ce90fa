import { buildManifest, packageFiles } from './build-manifest.js';
import { localise } from './localise.js';
import { pack } from './pack.js';
import type { AppSettings } from './read-settings.js';
import { appTexts } from './texts.js';
import { validate } from './validate.js';

export interface Icons {
  /** PNG, 192 × 192. */
  readonly color: Uint8Array;
  /** PNG, 32 × 32, white on transparent. */
  readonly outline: Uint8Array;
}

export type AppPackage =
  | { readonly kind: 'packed'; readonly zip: Uint8Array; readonly files: readonly string[] }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] };

/** The zip that is uploaded to Teams, or what Microsoft's schemas say against it. */
export function packageApp(settings: AppSettings, icons: Icons, version: string): AppPackage {
  const manifest = buildManifest(settings, appTexts.nb, version);
  const nn = localise(appTexts.nn);
  const en = localise(appTexts.en);
  const problems = [
    ...validate('MicrosoftTeams', manifest).map((problem) => `manifest.json: ${problem}`),
    ...validate('MicrosoftTeams.Localization', nn).map((problem) => `${packageFiles.nn}: ${problem}`),
    ...validate('MicrosoftTeams.Localization', en).map((problem) => `${packageFiles.en}: ${problem}`),
  ];
  if (problems.length > 0) return { kind: 'invalid', problems };
  const files = {
    'manifest.json': json(manifest),
    [packageFiles.color]: icons.color,
    [packageFiles.outline]: icons.outline,
    [packageFiles.nn]: json(nn),
    [packageFiles.en]: json(en),
  };
  return { kind: 'packed', zip: pack(files), files: Object.keys(files) };
}

function json(content: object): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`);
}
