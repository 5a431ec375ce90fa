import type { TeamsManifestV1D30 } from '@microsoft/app-manifest/build/generated-types/teams/TeamsManifestV1D30.js';
import { commandLists, scopes } from './command-lists.js';
import type { AppSettings } from './read-settings.js';
import { manifestVersion, schemaAddress } from './schema.js';
import type { AppTexts } from './texts.js';

/** Names of the files in the package, beside `manifest.json`. */
export const packageFiles = { color: 'color.png', outline: 'outline.png', nn: 'nn-NO.json', en: 'en.json' } as const;

// The ink of the icon's background.
const ACCENT = '#1d1b18';

/**
 * Says who the bot is and where it may be added. It asks for no permission: a bot reads what is written to it or
 * mentions it without one, and needs no sign-in.
 */
export function buildManifest(settings: AppSettings, texts: AppTexts, version: string): TeamsManifestV1D30 {
  const { appId, publicUrl, operatorName, operatorUrl, privacyUrl, termsUrl } = settings;
  return {
    $schema: schemaAddress('MicrosoftTeams'),
    manifestVersion,
    version,
    // The bot's own id: it stays the same over versions, as it must for Teams to see an update and not a second app.
    id: appId,
    developer: { name: operatorName, websiteUrl: operatorUrl, privacyUrl, termsOfUseUrl: termsUrl },
    name: { ...texts.name },
    description: { ...texts.description },
    // `en` without a country serves every English client; a client of any other language gets bokmål.
    localizationInfo: {
      defaultLanguageTag: 'nb-NO',
      additionalLanguages: [
        { languageTag: 'nn-NO', file: packageFiles.nn },
        { languageTag: 'en', file: packageFiles.en },
      ],
    },
    icons: { color: packageFiles.color, outline: packageFiles.outline },
    accentColor: ACCENT,
    bots: [
      {
        botId: appId,
        scopes: [...scopes],
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: commandLists(texts),
      },
    ],
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
    validDomains: [new URL(publicUrl).host],
  };
}
