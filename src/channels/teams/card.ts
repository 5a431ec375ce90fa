import type { Language, Reply, ReplyQuote, ReplySection } from '../../domain.js';
import { absolute, mark } from '../citations.js';
import { channelWords } from '../words.js';

/** Adaptive Card 1.5: what Teams shows on every device. Only the members that are used here. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  /** Two letters; clients refuse more. */
  readonly lang: Language;
  /** For clients that cannot show the card. */
  readonly fallbackText?: string;
  readonly body: readonly CardElement[];
  readonly actions?: readonly CardAction[];
}

export type CardElement = Paragraph | Container | ChoiceSet;

interface Paragraph {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
  readonly spacing?: Spacing;
}

/** Shown as it is written: unlike a TextBlock's, its text is no Markdown. */
interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly size?: 'Medium' | 'Small';
  readonly italic?: true;
  readonly isSubtle?: true;
  readonly color?: 'Accent' | 'Attention';
  readonly selectAction?: OpenUrl;
}

interface Container {
  readonly type: 'Container';
  readonly items: readonly CardElement[];
  readonly separator?: true;
  readonly spacing?: Spacing;
  readonly style?: 'emphasis';
  readonly selectAction?: Submit;
}

interface ChoiceSet {
  readonly type: 'Input.ChoiceSet';
  readonly id: string;
  readonly label: string;
  readonly isMultiSelect: true;
  readonly style: 'expanded';
  readonly choices: readonly { readonly title: string; readonly value: string }[];
}

interface OpenUrl {
  readonly type: 'Action.OpenUrl';
  readonly title?: string;
  readonly url: string;
}

interface Submit {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data?: Asking;
}

/** A press says the question in the person's name, as a suggested action does. */
interface Asking {
  /** For clients that do not know `msteams`. */
  readonly ask: string;
  readonly msteams: { readonly type: 'messageBack'; readonly text: string; readonly displayText: string };
}

export type CardAction = OpenUrl | Submit;
type Spacing = 'None' | 'Small' | 'Medium' | 'Large';
type Look = Omit<TextRun, 'type' | 'text'>;

/** A card with nothing in it yet. */
export function card(language: Language, body: readonly CardElement[]): AdaptiveCard {
  const $schema = 'http://adaptivecards.io/schemas/adaptive-card.json';
  return { type: 'AdaptiveCard', $schema, version: '1.5', lang: language, body };
}

/** An answer with all it says: a list, as a table's columns are too narrow for sentences on a phone. */
export function answerCard(reply: Reply, publicUrl: string): AdaptiveCard {
  const quoted = reply.sections.some(({ quotes }) => quotes.length > 0);
  const words = channelWords[reply.language];
  return {
    ...card(reply.language, [
      ...reply.opening.map((line) => paragraph(line)),
      ...reply.sections.map((section) => partyContainer(section, publicUrl)),
      ...closingContainer(reply),
      ...(quoted ? [paragraph(words.verbatim, { italic: true, isSubtle: true, size: 'Small' })] : []),
      ...suggestionButtons(reply),
    ]),
    fallbackText: reply.text,
  };
}

/** The suggestions alone, where Teams shows no suggested actions. */
export function suggestionCard(reply: Reply): AdaptiveCard {
  const heading = paragraph(`${channelWords[reply.language].askNext}:`, { isSubtle: true, size: 'Small' });
  return card(reply.language, [heading, ...suggestionButtons(reply)]);
}

/** Containers that can be pressed: clients write the title of an action on one line and cut it. */
function suggestionButtons({ suggestions }: Reply): readonly Container[] {
  return suggestions.map((question) => ({
    type: 'Container',
    style: 'emphasis',
    spacing: 'Small',
    selectAction: {
      type: 'Action.Submit',
      title: question,
      data: { ask: question, msteams: { type: 'messageBack', text: question, displayText: question } },
    },
    items: [paragraph(question, { color: 'Accent' })],
  }));
}

/** Set apart, as what is said of the other parties would read as part of the last one's. */
function closingContainer({ closing, sections }: Reply): readonly Container[] {
  if (closing.length === 0) return [];
  const items = closing.map((line) => paragraph(line));
  return [{ type: 'Container', spacing: 'Medium', ...(sections.length > 0 ? { separator: true } : {}), items }];
}

function partyContainer({ heading, quotes, note, nearest }: ReplySection, publicUrl: string): Container {
  return {
    type: 'Container',
    separator: true,
    spacing: 'Medium',
    items: [
      paragraph(heading, { weight: 'Bolder', size: 'Medium' }),
      ...quotes.flatMap((quote) => quoteParagraphs(quote, publicUrl)),
      ...(note === null ? [] : [paragraph(note)]),
      ...(nearest === null ? [] : [paragraph(nearest.says, { italic: true })]),
      ...(nearest === null ? [] : quoteParagraphs(nearest.quote, publicUrl)),
    ],
  };
}

function quoteParagraphs({ text, leadIn, source, warnings, citation }: ReplyQuote, publicUrl: string): Paragraph[] {
  const open: OpenUrl = { type: 'Action.OpenUrl', url: absolute(citation.viewer, publicUrl) };
  const frame = leadIn === null ? [] : runs(`«${leadIn}» … `, { isSubtle: true });
  const quote = [...runs(`«${text}» `), ...runs(mark(citation), { selectAction: open })];
  const under = [
    ...runs(source, { isSubtle: true, size: 'Small', selectAction: open }),
    ...warnings.flatMap((warning) => runs(` ${warning}`, { size: 'Small', color: 'Attention' })),
  ];
  return [
    { type: 'RichTextBlock', spacing: 'Small', inlines: [...frame, ...quote] },
    { type: 'RichTextBlock', spacing: 'None', inlines: under },
  ];
}

/** One paragraph of literal text. */
export function paragraph(text: string, look: Look = {}): Paragraph {
  return { type: 'RichTextBlock', spacing: 'Small', inlines: runs(text, look) };
}

// Clients replace "{{DATE(…)}}" and "{{TIME(…)}}" in any text; they look at one run at a time.
function runs(text: string, look: Look = {}): readonly TextRun[] {
  return text.split(/(?<=\{)(?=\{)/u).map((part) => ({ type: 'TextRun', text: part, ...look }));
}
