import type { Reply } from '../../../src/domain.js';
import type { AdaptiveCard, CardElement } from '../../../src/channels/teams/card.js';
import { renderTeams, type TeamsMessage } from '../../../src/channels/teams/render-teams.js';
import { describeChannel, publicUrl, type Shown } from '../contract.js';
import { readMarkdown } from '../read-markdown.js';

describeChannel('Teams between two', (reply) => shown(reply, true));
describeChannel('Teams in a group or channel', (reply) => shown(reply, false));

function shown(reply: Reply, personal: boolean): Shown {
  const messages = renderTeams(reply, { publicUrl, personal }).map(readMessage);
  return {
    text: messages.map(({ text }) => text).join('\n'),
    citations: messages.flatMap(({ citations }) => citations),
    links: messages.flatMap(({ links }) => links),
    buttons: messages.flatMap(({ buttons }) => buttons),
    beyond: messages.flatMap(({ beyond }) => beyond),
  };
}

function readMessage(message: TeamsMessage): Shown {
  const size = Buffer.byteLength(JSON.stringify(message));
  const tooLarge = size > 80_000 ? [`a message of ${size} bytes`] : [];
  if ('attachments' in message) {
    const found = readCard(message.attachments[0].content);
    return { ...found, beyond: [...found.beyond, ...tooLarge] };
  }
  const { text, links } = readMarkdown(message.text);
  const claims = message.entities.flatMap((entity) => entity.citation);
  return {
    text,
    citations: claims.map(({ position, appearance }) => ({
      number: position,
      address: appearance.url,
      excerpt: appearance.abstract,
    })),
    links: links.map(({ address }) => address),
    buttons: (message.suggestedActions?.actions ?? []).map(({ value }) => value),
    beyond: [
      ...tooLarge,
      ...claims.flatMap(({ appearance: { name, abstract, keywords } }) => [
        ...(name.length > 80 ? ['a name of more than 80'] : []),
        ...(abstract.length > 160 ? ['an abstract of more than 160'] : []),
        ...(keywords.length > 3 || keywords.some((word) => word.length > 28) ? ['keywords'] : []),
      ]),
    ],
  };
}

function readCard({ body }: AdaptiveCard): Shown {
  const text: string[] = [];
  const links: string[] = [];
  const buttons: string[] = [];
  const beyond: string[] = [];
  const citations = new Map<number, string>();
  const read = (element: CardElement): void => {
    if (element.type === 'Container' && element.selectAction?.data) buttons.push(element.selectAction.data.ask);
    else if (element.type === 'Container') element.items.forEach(read);
    if (element.type !== 'RichTextBlock') return;
    text.push(element.inlines.map((run) => run.text).join(''));
    for (const run of element.inlines) {
      if (run.text.includes('{{')) beyond.push('text that clients replace');
      if (run.selectAction) links.push(run.selectAction.url);
      const number = run.selectAction ? /^\[(\d+)\]$/u.exec(run.text)?.[1] : undefined;
      if (number !== undefined && run.selectAction) citations.set(Number(number), run.selectAction.url);
    }
  };
  body.forEach(read);
  return {
    text: text.join('\n'),
    citations: [...citations].map(([number, address]) => ({ number, address, excerpt: null })),
    links,
    buttons,
    beyond,
  };
}
