import type { Reply } from '../../domain.js';
import type { OutgoingMessage } from '../activity.js';
import { absolute, type Cited, citedIn } from '../citations.js';
import { channelWords } from '../words.js';
import { type AdaptiveCard, type CardAction, card, paragraph } from './card.js';

/** Adds to each citation the card that Teams opens when its number is pressed: all that the hover has no room for. */
export function withCitationCards(message: OutgoingMessage, reply: Reply, publicUrl: string): OutgoingMessage {
  const cards = new Map(citedIn(reply).map((cited) => [cited.citation.number, citationCard(cited, publicUrl)]));
  const entities = message.entities.map((entity) => ({
    ...entity,
    citation: entity.citation.map((claim) => ({
      ...claim,
      appearance: {
        ...claim.appearance,
        encodingFormat: 'application/vnd.microsoft.card.adaptive' as const,
        text: JSON.stringify(cards.get(claim.position)),
      },
    })),
  }));
  return { ...message, entities };
}

/** Title, party and place of a quote, the whole of it, and the ways to its source. */
function citationCard({ citation, text, heading, source, warnings, language }: Cited, publicUrl: string): AdaptiveCard {
  const words = channelWords[language];
  const place = [heading, ...citation.section.filter((part) => part !== citation.title)].filter(Boolean).join(' › ');
  const original: readonly CardAction[] =
    citation.url === null ? [] : [{ type: 'Action.OpenUrl', title: words.openOriginal, url: citation.url }];
  return {
    ...card(language, [
      paragraph(citation.title, { weight: 'Bolder', size: 'Medium' }),
      ...(place === '' ? [] : [paragraph(place, { isSubtle: true })]),
      paragraph(heading === null ? text : `«${text}»`),
      ...[source, ...warnings].filter(Boolean).map((line) => paragraph(line, { isSubtle: true, size: 'Small' })),
    ]),
    actions: [
      { type: 'Action.OpenUrl', title: words.openSource, url: absolute(citation.viewer, publicUrl) },
      ...original,
    ],
  };
}
