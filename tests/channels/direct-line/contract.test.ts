import { renderDirectLine } from '../../../src/channels/direct-line/messages.js';
import { describeChannel, publicUrl } from '../contract.js';
import { readMarkdown } from '../read-markdown.js';
import { z } from 'zod';

const envelope = {
  conversation: 'c',
  timestamp: '2026-11-22T10:00:00.000Z',
  answerId: 'a',
  replyToId: null,
  publicUrl,
};

const claim = z.object({ position: z.number(), appearance: z.object({ url: z.string(), abstract: z.string() }) });
const activity = z.object({
  text: z.string(),
  entities: z.array(z.object({ citation: z.array(claim).default([]) })),
  suggestedActions: z.object({ actions: z.array(z.object({ value: z.string() })) }).optional(),
});

describeChannel('Direct Line', (reply) => {
  const rendered = activity.parse(renderDirectLine(reply, envelope));
  const { text, links } = readMarkdown(rendered.text);
  const claims = rendered.entities.flatMap(({ citation }) => citation);
  const linked = new Map(links.map((link) => [link.text, link.address]));
  return {
    text,
    citations: claims.map(({ position, appearance }) => ({
      number: position,
      address: appearance.url,
      excerpt: appearance.abstract,
    })),
    links: links.map(({ address }) => address),
    buttons: (rendered.suggestedActions?.actions ?? []).map(({ value }) => value),
    // Web Chat makes a footnote of a mark only when it is a link to where the citation leads.
    beyond: claims
      .filter(({ position, appearance }) => linked.get(`[${position}]`) !== appearance.url)
      .map(({ position }) => `[${position}] is no link`),
  };
});
