import { Activity } from '@microsoft/agents-activity';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Reply } from '../../../src/domain.js';
import type { AdaptiveCard } from '../../../src/channels/teams/card.js';
import { feedbackDialog } from '../../../src/channels/teams/feedback.js';
import { renderTeams, type TeamsMessage } from '../../../src/channels/teams/render-teams.js';
import { citation, quote, reply } from '../sample.js';
import { hasSchema, libraryErrors, schemaErrors } from './card-validity.js';

const publicUrl = 'https://standpunkt.example';
const turns = path.join(__dirname, '../../turns');
const replies = readdirSync(turns).map((turn): Reply =>
  JSON.parse(readFileSync(path.join(turns, turn, 'reply.json'), 'utf8')),
);

function cardsOf(message: TeamsMessage): readonly AdaptiveCard[] {
  if ('attachments' in message) return [message.attachments[0].content];
  return message.entities.flatMap((entity) =>
    entity.citation.map(({ appearance }): AdaptiveCard => JSON.parse(appearance.text ?? 'null')),
  );
}

const dialogs = (['like', 'dislike'] as const).flatMap((reaction) =>
  (['nb', 'nn', 'en'] as const).map((language): AdaptiveCard => {
    const dialog = feedbackDialog({ data: { actionName: 'feedback', actionValue: { reaction } } }, language);
    return JSON.parse(JSON.stringify(dialog)).task.value.card.content;
  }),
);
const cards = [
  ...[true, false].flatMap((personal) =>
    replies.flatMap((each) => renderTeams(each, { publicUrl, personal }).flatMap(cardsOf)),
  ),
  ...dialogs,
];

describe('every card we send', () => {
  test('there are cards of each sort', () => {
    expect(cards.length).toBeGreaterThan(80);
  });

  test('is one that the library of the clients knows all of', () => {
    for (const card of cards) expect(libraryErrors(card)).toEqual([]);
    expect(libraryErrors({ ...cards[0], body: [{ type: 'TextBloc', text: 'x' }] })).not.toEqual([]);
  });

  (hasSchema ? test : test.skip)('is valid against the schema of Adaptive Cards 1.5', () => {
    const errors = schemaErrors();
    for (const card of cards) expect(errors(card)).toEqual([]);
    expect(errors({ ...cards[0], version: 1.5 })).not.toEqual([]);
  });

  test('has at most six buttons together, as Teams cuts the rest', () => {
    for (const { actions = [] } of cards) expect(actions.length).toBeLessThanOrEqual(6);
  });
});

describe('a reply in Teams', () => {
  const two = reply();
  const one = reply({ sections: two.sections.slice(0, 1) });
  const render = (each: Reply, personal: boolean) => renderTeams(each, { publicUrl, personal });

  test('about one party is text with citations, and suggested actions in a message below it between two', () => {
    const [message, buttons, ...more] = render(one, true);
    expect(more).toEqual([]);
    expect(message).toMatchObject({ textFormat: 'markdown', entities: [{ citation: [{}] }] });
    for (const absent of ['attachments', 'suggestedActions']) expect(message).not.toHaveProperty(absent);
    expect(buttons).toMatchObject({ text: 'Spør videre:', entities: [], suggestedActions: { actions: [{}] } });
  });

  test('without citations has its suggested actions beside it between two', () => {
    const messages = render(reply({ sections: [] }), true);
    expect(messages).toEqual([expect.objectContaining({ suggestedActions: { to: [], actions: [expect.anything()] } })]);
  });

  test('is taken by the schema of the SDK, every message of it', () => {
    for (const personal of [true, false])
      for (const message of replies.flatMap((each) => render(each, personal)))
        expect(() => Activity.fromObject({ ...message })).not.toThrow();
    expect(() => Activity.fromObject({ type: 'message', summary: '' })).toThrow();
  });

  test('about one party in a group has its suggestions in a card of their own', () => {
    const [message, buttons, ...more] = render(one, false);
    expect(more).toEqual([]);
    expect(message).not.toHaveProperty('suggestedActions');
    expect(message).not.toHaveProperty('attachments');
    expect(buttons).not.toHaveProperty('text');
    expect(JSON.stringify(buttons)).toContain('Spør videre:');
  });

  test.each([true, false])('about several parties is a card without text, personal: %s', (personal) => {
    const [message, ...more] = render(two, personal);
    expect(more).toEqual([]);
    expect(message).not.toHaveProperty('text');
    expect(message).toMatchObject({ summary: 'Ordrette sitater: Fremskrittspartiet, Høyre' });
    expect(JSON.stringify(message)).toContain('Ikke omtalt i kildene.');
  });

  test('says "ordrette sitater" where others say "AI generated", and only of quotes', () => {
    expect(JSON.stringify([render(one, true), render(two, true)]).match(/Ordrette sitater/gu)).toHaveLength(3);
    const silent = reply({ sections: two.sections.slice(1) });
    for (const each of [one, two, silent])
      expect(JSON.stringify(render(each, true))).not.toContain('AIGeneratedContent');
    expect(JSON.stringify(render(silent, true))).not.toContain('Ordrette');
  });

  test('asks for feedback once, on an answer and not on small talk', () => {
    const rated = (each: Reply, personal: boolean) => render(each, personal).filter(({ channelData }) => channelData);
    for (const personal of [true, false]) {
      expect(rated(one, personal)).toEqual([expect.objectContaining({ textFormat: 'markdown' })]);
      expect(rated(two, personal)).toHaveLength(1);
      expect(rated(reply({ sections: [] }), personal)).toEqual([]);
    }
  });

  test('opens a card with all of a citation: section, whole quote, source and original', () => {
    const long = `Partiet vil ${'bygge ut jernbanen '.repeat(20)}i hele landet.`;
    const cited = quote({
      text: long,
      source: 'Rusomsorg, side 69',
      citation: citation({ page: 69 }),
      warnings: ['Utkast.'],
    });
    const section = {
      party: 'frp',
      heading: 'Fremskrittspartiet',
      quotes: [cited],
      more: [],
      note: null,
      nearest: null,
    };
    const [message] = render(reply({ sections: [section] }), true);
    const [card] = message ? cardsOf(message) : [];
    const text = JSON.stringify(card);
    for (const part of [long, 'Fremskrittspartiet › Helse', 'Rusomsorg, side 69', 'Utkast.'])
      expect(text).toContain(part);
    expect(card?.actions).toEqual([
      { type: 'Action.OpenUrl', title: 'Åpne kilden', url: `${publicUrl}/kilder/frp/rusomsorg?t=120-180#t` },
      { type: 'Action.OpenUrl', title: 'Åpne originalen', url: 'https://www.frp.no/rusomsorg' },
    ]);
  });
});
