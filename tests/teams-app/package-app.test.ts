import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { Ajv, type AnySchemaObject } from 'ajv';
import { unzipSync } from 'fflate';
import { buildManifest } from '../../src/teams-app/build-manifest.js';
import { commandLists } from '../../src/teams-app/command-lists.js';
import { localise } from '../../src/teams-app/localise.js';
import { packageApp, type Icons } from '../../src/teams-app/package-app.js';
import type { AppSettings } from '../../src/teams-app/read-settings.js';
import { manifestVersion } from '../../src/teams-app/schema.js';
import { appTexts } from '../../src/teams-app/texts.js';
import { validate } from '../../src/teams-app/validate.js';
import { root } from '../knowledge-fixture.js';
import { settings } from './settings.js';

// Its validator reads its own schemas with these two. It does not depend on the first, and Jest cannot load the second.
jest.mock(
  'fs-extra',
  () => {
    const { existsSync: pathExists, readFileSync: readFile } = jest.requireActual<Record<string, unknown>>('node:fs');
    return { pathExists, readFile };
  },
  { virtual: true },
);
jest.mock('strip-bom', () => ({ default: (text: string) => text }), { virtual: true });

const schemas = path.join(root, '..', 'shared', 'schemas');
const icons: Icons = { color: new Uint8Array([1, 2, 3]), outline: new Uint8Array([4, 5]) };
const languages = ['nb', 'nn', 'en'] as const;
const manifest = buildManifest(settings, appTexts.nb, '1.2.3');

/** The files of a package by name, JSON parsed. */
function open(zip: Uint8Array) {
  return Object.entries(unzipSync(zip)).map(([name, bytes]) => ({
    name,
    content: name.endsWith('.json') ? (JSON.parse(new TextDecoder().decode(bytes)) as unknown) : bytes,
  }));
}

function made(change: Partial<AppSettings> = {}): Uint8Array {
  const result = packageApp({ ...settings, ...change }, icons, '1.2.3');
  if (result.kind === 'invalid') throw new Error(result.problems.join('\n'));
  return result.zip;
}

describe('the package', () => {
  test('holds the five files and nothing else, as the manifest names them', () => {
    expect(open(made())).toEqual([
      { name: 'manifest.json', content: manifest },
      { name: 'color.png', content: icons.color },
      { name: 'outline.png', content: icons.outline },
      { name: 'nn-NO.json', content: localise(appTexts.nn) },
      { name: 'en.json', content: localise(appTexts.en) },
    ]);
    expect(manifest.icons).toEqual({ color: 'color.png', outline: 'outline.png' });
    expect(manifest.localizationInfo).toEqual({
      defaultLanguageTag: 'nb-NO',
      additionalLanguages: [
        { languageTag: 'nn-NO', file: 'nn-NO.json' },
        { languageTag: 'en', file: 'en.json' },
      ],
    });
  });

  test('is the same bytes each time, also at another time', () => {
    const first = made();
    jest.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z') });
    try {
      expect(Buffer.from(made()).equals(first)).toBe(true);
    } finally {
      jest.useRealTimers();
    }
    expect(Buffer.from(made({ operatorName: 'Sydavisa AS' })).equals(first)).toBe(false);
  });

  test('is refused with the words of the schema when a text is too long for it', () => {
    const result = packageApp({ ...settings, operatorName: 'x'.repeat(33) }, icons, '1.2.3');
    expect(result).toEqual({
      kind: 'invalid',
      problems: ['manifest.json: /developer/name must NOT have more than 32 characters'],
    });
  });
});

describe('the manifest', () => {
  test('is valid by the validator of @microsoft/app-manifest, which refuses others', async () => {
    const check = (content: typeof manifest) => AppManifestUtils.validateAgainstSchema(content);
    expect(await check(manifest)).toEqual([]);
    expect(await check({ ...manifest, bots: [{ scopes: ['personal'], botId: 'bot' }] })).toHaveLength(1);
    expect(await check({ ...manifest, name: { short: 'x'.repeat(31) } })).toHaveLength(1);
  });

  test('names the newest schema that @microsoft/app-manifest has', () => {
    const folder = path.join(root, 'node_modules/@microsoft/app-manifest/build/json-schemas/teams');
    const [major = '', minor = ''] = manifestVersion.split('.');
    expect(existsSync(path.join(folder, `v${manifestVersion}`))).toBe(true);
    expect(existsSync(path.join(folder, `v${major}.${Number(minor) + 1}`))).toBe(false);
  });

  test('says who runs the service, where it is and which bot it is, and asks for no permission', () => {
    expect(manifest).toMatchObject({
      version: '1.2.3',
      id: settings.appId,
      developer: {
        name: settings.operatorName,
        websiteUrl: settings.operatorUrl,
        privacyUrl: settings.privacyUrl,
        termsOfUseUrl: settings.termsUrl,
      },
      validDomains: ['svar.nordavisa.no'],
      bots: [
        {
          botId: settings.appId,
          scopes: ['personal', 'groupChat', 'team'],
          supportsFiles: false,
          isNotificationOnly: false,
        },
      ],
    });
    for (const asked of ['permissions', 'devicePermissions', 'authorization', 'webApplicationInfo'])
      expect(manifest).not.toHaveProperty(asked);
  });

  test('has the version of the package, which is one that Teams takes', () => {
    const { version }: { version: string } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    expect(version).toMatch(/^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/);
  });
});

describe.each(languages)('the texts in %s', (language) => {
  const { name, description } = appTexts[language];
  const lists = commandLists(appTexts[language]);

  test('are within the limits of Teams, which are lower than those of the schema for commands', () => {
    expect(name.short.length).toBeLessThanOrEqual(30);
    expect(name.full.length).toBeLessThanOrEqual(100);
    expect(description.short.length).toBeLessThanOrEqual(80);
    expect(description.full.length).toBeLessThanOrEqual(4_000);
    expect(lists.map((list) => list.scopes)).toEqual([['personal'], ['groupChat'], ['team']]);
    for (const { commands } of lists) {
      expect(commands.length).toBeLessThanOrEqual(10);
      expect(new Set(commands.map(({ title }) => title)).size).toBe(commands.length);
      for (const command of commands) {
        expect(command.title.length).toBeLessThanOrEqual(32);
        expect(command.description.length).toBeLessThanOrEqual(128);
      }
    }
  });

  test('stand in the localisation file under the place they have in the manifest', () => {
    const { $schema, ...texts } = localise(appTexts[language]);
    expect($schema).toBe(manifest.$schema?.replace('MicrosoftTeams.', 'MicrosoftTeams.Localization.'));
    const inManifest = buildManifest(settings, appTexts[language], '1.2.3');
    for (const [place, text] of Object.entries(texts)) {
      const steps = place.split(/[.[\]]+/u);
      const found = steps.reduce<unknown>((at, step) => new Map(Object.entries(at ?? {})).get(step), inManifest);
      expect(found).toBe(text);
    }
    const commands = lists.flatMap((list) => list.commands);
    expect(Object.keys(texts)).toHaveLength(4 + 2 * commands.length);
  });

  test('are valid as a localisation file, which a misspelt place is not', () => {
    const file = localise(appTexts[language]);
    expect(validate('MicrosoftTeams.Localization', file)).toEqual([]);
    expect(validate('MicrosoftTeams.Localization', { ...file, 'bots[0].title': 'x' })).toEqual([
      '/ must NOT have additional properties: bots[0].title',
    ]);
    expect(validate('MicrosoftTeams.Localization', { ...file, 'name.short': 'x'.repeat(31) })).toHaveLength(1);
  });
});

if (existsSync(schemas)) {
  describe('by the newest schemas of Teams beside this project', () => {
    const compile = (name: string) => {
      const file = path.join(schemas, `teams-v1.30-${name}.schema.json`);
      const { $schema: _, ...schema }: AnySchemaObject = JSON.parse(readFileSync(file, 'utf8'));
      return new Ajv({
        allErrors: true,
        strict: false,
        unicodeRegExp: false,
        formats: { uri: (text) => URL.canParse(text) },
      }).compile(schema);
    };

    test('the manifest is valid, and one without a name is not', () => {
      const isValid = compile('MicrosoftTeams');
      expect([isValid(manifest), isValid.errors]).toEqual([true, null]);
      expect(isValid({ ...manifest, name: {} })).toBe(false);
    });

    test('the localisation files are valid, and one without a description is not', () => {
      const isValid = compile('MicrosoftTeams.Localization');
      for (const language of languages) {
        const file = localise(appTexts[language]);
        expect([isValid(file), isValid.errors]).toEqual([true, null]);
        expect(isValid({ ...file, 'description.full': '' })).toBe(false);
      }
    });
  });
} else {
  process.stdout.write(
    'Skipped: the newest schemas of Teams. They are read from ../shared/schemas, which is not there.\n',
  );
  test.skip('by the newest schemas of Teams beside this project', () => undefined);
}
