import { Ajv } from 'ajv';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Microsoft's schema of Adaptive Cards 1.5, which no package ships. */
const schemaFile = path.join(__dirname, '../../../../shared/schemas/adaptive-card-1.5.0.schema.json');
export const hasSchema = existsSync(schemaFile);
if (!hasSchema) console.log(`skipped: cards are not held against the schema, as ${schemaFile} is missing`);

/** What the schema has against a card; only where it is there. */
export function schemaErrors(): (card: unknown) => readonly string[] {
  // Draft 6 under an id of draft 4, which ajv refuses.
  const { id: _id, $schema: _draft, ...schema }: Record<string, unknown> = JSON.parse(readFileSync(schemaFile, 'utf8'));
  const validate = new Ajv({ strict: false, validateSchema: false, logger: false }).compile(schema);
  return (card) =>
    validate(card) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

interface CardLibrary {
  readonly CardElement: { readonly langProperty: { readonly regEx: RegExp } };
  readonly AdaptiveCard: new () => {
    parse(card: object, context: unknown): void;
    validateProperties(): { readonly validationEvents: readonly { readonly message: string }[] };
  };
  readonly SerializationContext: new () => {
    readonly eventCount: number;
    getEventAt(index: number): { readonly message: string };
  };
}

// The package's main file cannot be loaded on Node 20; its bundle can.
const library: CardLibrary = require('adaptivecards/dist/adaptivecards.js');

/** What the library that clients render cards with has against one: unknown types, members and values. */
export function libraryErrors(content: object): readonly string[] {
  // Its pattern for "lang" has the flag g and refuses every second card unless it starts over.
  library.CardElement.langProperty.regEx.lastIndex = 0;
  const context = new library.SerializationContext();
  const card = new library.AdaptiveCard();
  card.parse(content, context);
  const found = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...found, ...card.validateProperties().validationEvents.map(({ message }) => message)];
}
