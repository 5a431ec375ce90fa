import { commandLists } from './command-lists.js';
import { schemaAddress } from './schema.js';
import type { AppTexts } from './texts.js';

/** A localisation file: the manifest's texts in another language, under the paths where the manifest has them. */
export function localise(texts: AppTexts): Readonly<Record<string, string>> {
  const commands = commandLists(texts).flatMap((list, at) =>
    list.commands.flatMap(({ title, description }, index) => {
      const place = `bots[0].commandLists[${at}].commands[${index}]`;
      return [[`${place}.title`, title] as const, [`${place}.description`, description] as const];
    }),
  );
  return {
    $schema: schemaAddress('MicrosoftTeams.Localization'),
    'name.short': texts.name.short,
    'name.full': texts.name.full,
    'description.short': texts.description.short,
    'description.full': texts.description.full,
    ...Object.fromEntries(commands),
  };
}
