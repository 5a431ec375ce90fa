import type { Reply, ReplyQuote, ReplySection } from '../../domain.js';
import { shorten } from '../citations.js';
import { channelWords } from '../words.js';
import {
  buttons,
  citationLink,
  context,
  header,
  paragraph,
  quotation,
  run,
  weight,
  type SlackBlock,
  type SlackMessage,
} from './blocks.js';
import { feedbackButtons } from './feedback.js';
import { cut } from './plain.js';
import { readBlocks } from './read-blocks.js';
import { slackWords } from './words.js';

/** Of the 50 blocks, these are for the answer; the rest is for what stands around it. */
const ANSWER_BLOCKS = 44;
/** Of the 12 000 characters; the fallback text takes up to 3 000, buttons and lines around the answer the rest. */
const ANSWER_CHARACTERS = 7_500;
/** Of one piece of a quote or of our sentences, below the 3 000 of a section. */
const PIECE = 2_400;
const SUGGESTIONS = 10;
/** Slack wants a text; blocks of buttons alone have none. */
const NAME = 'Standpunkt';
/** A question has up to 2 000 characters; above the answer its beginning is enough to know it by. */
const ASKED = 300;
const AROUND = 600;

export interface Rendering {
  /** Where this service is reached from outside; source links are made absolute with it. */
  readonly publicUrl: string;
  /** 0 for the first; later ones are behind "Vis mer". */
  readonly page: number;
  /** Of the answer, for "Vis mer" and sharing; opaque. */
  readonly id: string;
  /** The question, where the people who read the answer do not see it; null where they do. */
  readonly asked: string | null;
  /** Sentences that present the service, in the first message of a conversation. */
  readonly introduction: readonly string[];
  /** Whether only the asker sees the message and may show it to the others. */
  readonly shareable: boolean;
}

/** One page of a reply as a Slack message; null when the reply has no such page. */
export function renderSlack(reply: Reply, rendering: Rendering): SlackMessage | null {
  const { page, id, publicUrl, shareable } = rendering;
  const shown = atLeastOne(packed(shownGroups(reply, publicUrl)));
  const further = packed(furtherGroups(reply, publicUrl));
  const pages = [...shown, ...further];
  const content = pages[page];
  if (content === undefined) return null;
  const { more } = channelWords[reply.language];
  const { share } = slackWords[reply.language];
  const suggestions = page === shown.length - 1 ? reply.suggestions.slice(0, SUGGESTIONS) : [];
  const blocks = [
    ...aboutAnswer(reply, rendering),
    ...content,
    ...buttons(suggestions.map((text, index) => ({ action: `ask_${index}`, text, value: text }))),
    ...buttons([
      ...(page < pages.length - 1 ? [{ action: 'more', text: more, value: `${id} ${page + 1}` }] : []),
      ...(shareable && page === 0 ? [{ action: 'share', text: share, value: id }] : []),
    ]),
    ...(page === 0 && reply.sections.length > 0 ? [feedbackButtons(reply.language)] : []),
  ];
  return blocks.length === 0 ? null : toMessage(blocks);
}

/** A reply may be suggestions alone. */
function atLeastOne(pages: readonly (readonly SlackBlock[])[]): readonly (readonly SlackBlock[])[] {
  return pages.length === 0 ? [[]] : pages;
}

/** Blocks as a message, with a fallback text that says the same. */
export function toMessage(blocks: readonly SlackBlock[]): SlackMessage {
  return { text: readBlocks(blocks) || NAME, blocks: [...blocks], unfurl_links: false, unfurl_media: false };
}

function aboutAnswer({ language }: Reply, { page, asked, introduction }: Rendering): readonly SlackBlock[] {
  if (page > 0) return [];
  const question = asked === null ? [] : [shorten(slackWords[language].asked(asked), ASKED)];
  return context(shorten([...introduction, ...question].join('\n'), AROUND));
}

/** Blocks that stay together, below the heading of their party. */
interface Group {
  readonly heading: string | null;
  readonly blocks: readonly SlackBlock[];
}

function shownGroups(reply: Reply, publicUrl: string): readonly Group[] {
  const sources = reply.sources.map(({ citation, text }) =>
    cut(text, PIECE).map((piece, at) =>
      paragraph(at === 0 ? [citationLink(citation, publicUrl), run(` ${piece}`)] : [run(piece)]),
    ),
  );
  return [
    ...ours(reply.opening),
    ...reply.sections.flatMap((section) => sectionGroups(section, publicUrl)),
    ...sources.flat().map((block) => ({ heading: null, blocks: [block] })),
    ...ours(reply.closing),
  ];
}

/** The quotes that an answer about all parties leaves out at first. */
function furtherGroups({ sections }: Reply, publicUrl: string): readonly Group[] {
  return sections.flatMap(({ heading, more }) => more.flatMap((quote) => quoteGroups(heading, quote, publicUrl)));
}

function sectionGroups({ heading, quotes, note, nearest }: ReplySection, publicUrl: string): readonly Group[] {
  return [
    ...quotes.flatMap((quote) => quoteGroups(heading, quote, publicUrl)),
    ...ours(note === null ? [] : [note], heading),
    ...(nearest === null ? [] : [...ours([nearest.says], heading), ...quoteGroups(heading, nearest.quote, publicUrl)]),
  ];
}

function ours(sentences: readonly string[], heading: string | null = null): readonly Group[] {
  return cut(sentences.join('\n'), PIECE).map((piece) => ({ heading, blocks: [paragraph([run(piece)])] }));
}

/** The quote, each piece of it with its citation, and below it the line that says where it is from. */
function quoteGroups(heading: string, quote: ReplyQuote, publicUrl: string): readonly Group[] {
  const { citation, leadIn, source, warnings } = quote;
  const link = citationLink(citation, publicUrl);
  const frame = cut(leadIn ?? '', PIECE).map((piece) => run(piece, { italic: true }));
  const pieces = cut(quote.text, PIECE);
  const last = pieces.length - 1;
  const texts = pieces.map((piece, at) => [
    ...(at === 0 ? [run('«')] : []),
    run(piece),
    run(at === last ? '» ' : ' '),
    link,
  ]);
  const short = frame.length === 1 && pieces[0] !== undefined && (leadIn ?? '').length + pieces[0].length <= PIECE;
  const quoted = short
    ? texts.map((text, at) => quotation(at === 0 ? [...frame, run('\n', { italic: true }), ...text] : text))
    : [...frame.map((piece) => quotation([piece])), ...texts.map((text) => quotation(text))];
  const said = [source, ...warnings].map((line) => (/[.!?…]$/u.test(line) ? line : `${line}.`)).join(' ');
  const [origin, ...rest] = context(`[${citation.number}] ${heading}: ${said}`);
  return [
    ...quoted.map((block, at) => ({
      heading,
      blocks: at === quoted.length - 1 && origin !== undefined ? [block, origin] : [block],
    })),
    ...rest.map((block) => ({ heading, blocks: [block] })),
  ];
}

/** Groups on as few pages as they fit; a party's heading stands again where its quotes go on. */
function packed(groups: readonly Group[]): readonly (readonly SlackBlock[])[] {
  const pages: SlackBlock[][] = [];
  let heading: string | null = null;
  let characters = Infinity;
  for (const group of groups) {
    const withHeading = (shown: string | null) =>
      group.heading === null || group.heading === shown || group.heading.trim() === ''
        ? group.blocks
        : [header(group.heading), ...group.blocks];
    let blocks = withHeading(heading);
    const page = pages.at(-1);
    if (
      page === undefined ||
      page.length + blocks.length > ANSWER_BLOCKS ||
      characters + total(blocks) > ANSWER_CHARACTERS
    ) {
      blocks = withHeading(null);
      pages.push([...blocks]);
      characters = total(blocks);
    } else {
      page.push(...blocks);
      characters += total(blocks);
    }
    heading = group.heading;
  }
  return pages;
}

function total(blocks: readonly SlackBlock[]): number {
  return blocks.reduce((sum, block) => sum + weight(block), 0);
}
