import type { Reply } from '../../../src/domain.js';
import { describeChannel, type Shown } from '../contract.js';
import { beyondLimits } from './block-limits.js';
import { pagesOf, readMessage } from './read-message.js';

describeChannel('Slack', shown);

/** What the answer shows at first; the quotes that only "Vis mer" brings have their own test. */
function shown(reply: Reply): Shown {
  const atFirst = { ...reply, sections: reply.sections.map((section) => ({ ...section, more: [] })) };
  const messages = pagesOf(atFirst);
  const read = messages.map(readMessage);
  const links = read.flatMap((each) => each.links);
  const citations = new Map(links.map(({ text, address }) => [Number(/^\[(\d+)\]$/u.exec(text)?.[1]), address]));
  return {
    text: read.flatMap(({ lines }) => lines).join('\n'),
    citations: [...citations].map(([number, address]) => ({ number, address, excerpt: null })),
    links: links.map(({ address }) => address),
    buttons: read.flatMap(({ asks }) => asks),
    beyond: messages.flatMap(beyondLimits),
  };
}
