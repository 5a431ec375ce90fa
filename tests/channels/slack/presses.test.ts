import { randomUUID } from 'node:crypto';
import type { Reply } from '../../../src/domain.js';
import { quote, reply, turn } from '../sample.js';
import {
  buttonsIn,
  channelMessage,
  command,
  directMessage,
  FORM,
  openService,
  pressOf,
  type Service,
} from './service.js';

let service: Service;
afterEach(() => service.stop());

const said = () => service.bot.heard.map(({ message }) => message.text);

/** So long that it takes several messages. */
function longReply(): Reply {
  const section = (party: string, number: number) => ({
    party,
    heading: `Parti ${number}`,
    quotes: [quote({ text: `${number} ${'bane og veg '.repeat(100)}` })],
    more: [quote({ text: `mer fra ${number}` })],
    note: null,
    nearest: null,
  });
  return reply({ sections: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(section) });
}

/** The last answer's button of this kind. */
function button(method: 'respond' | 'chat.postMessage', action: string) {
  const found = buttonsIn(service.fake.of(method).at(-1)?.body ?? {}).find(({ action_id }) => action_id === action);
  if (found === undefined) throw new Error(`no button ${action}`);
  return { action_id: found.action_id, value: found.value };
}

const ephemeral = {
  container: { type: 'message', message_ts: '1.1', channel_id: 'C1', is_ephemeral: true },
  message: undefined,
};

describe('a suggestion', () => {
  beforeEach(async () => {
    service = await openService();
  });
  const ask = { action_id: 'ask_0', value: 'Hva mener Ap om &lt;LAR&gt;?' };

  test('asks in the same thread, and the question stands above the answer', async () => {
    const response = await service.press(pressOf(ask, service.fake));
    expect([response.status, await response.text()]).toEqual([200, '']);
    const [call] = await service.fake.called('chat.postMessage');
    expect(call?.body).toMatchObject({ channel: 'C1', thread_ts: '1700000001.000100' });
    expect(said()).toEqual(['Hva mener Ap om <LAR>?']);
    expect(service.bot.heard[0]?.speaker).toMatchObject({ thread: '1700000001.000100' });
  });

  test('of a shared answer asks in the thread below it', async () => {
    await service.press(pressOf(ask, service.fake, { message: { ts: '1700000009.000100' } }));
    const [call] = await service.fake.called('chat.postMessage');
    expect(call?.body['thread_ts']).toBe('1700000009.000100');
  });

  test('that only one person sees is answered to that person', async () => {
    await service.press(pressOf(ask, service.fake, ephemeral));
    const [call] = await service.fake.called('respond');
    expect(call?.body).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(service.fake.of('chat.postMessage')).toEqual([]);
  });

  test('of an answer that was shared where we are no member is answered to who pressed', async () => {
    service.fake.answer('chat.postMessage', { body: { ok: false, error: 'not_in_channel' } });
    await service.press(pressOf(ask, service.fake, { message: { ts: '1700000009.000100' } }));
    const [call] = await service.fake.called('respond');
    expect(call?.body).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(service.reports).toEqual([]);
  });

  test('in a direct message is answered there', async () => {
    const direct = { channel: { id: 'D1' }, message: { ts: '1700000009.000100' } };
    await service.press(pressOf(ask, service.fake, direct));
    const [call] = await service.fake.called('chat.postMessage');
    expect(call?.body['channel']).toBe('D1');
    expect(call?.body).not.toHaveProperty('thread_ts');
  });

  test('pressed once is answered once, however often Slack sends it', async () => {
    const press = pressOf(ask, service.fake);
    await service.press(press);
    await service.fake.called('chat.postMessage');
    expect((await service.press(press)).status).toBe(200);
    await service.event(directMessage('hei'));
    await service.fake.called('chat.postMessage', 2);
    expect(said()).toEqual(['Hva mener Ap om <LAR>?', 'hei']);
  });
});

describe('"Vis mer"', () => {
  beforeEach(async () => {
    service = await openService();
    service.answerWith(async () => turn(longReply()));
  });

  test('goes on until everything was shown, and not beyond', async () => {
    await service.event(directMessage('hva mener partiene om veg?'));
    await service.fake.called('chat.postMessage');
    const texts: string[] = [];
    for (let page = 1; page < 9; page += 1) {
      const body = service.fake.of('chat.postMessage').at(-1)?.body ?? {};
      texts.push(JSON.stringify(body['blocks']));
      if (!buttonsIn(body).some(({ action_id }) => action_id === 'more')) break;
      const here = { user: { id: 'U1' }, channel: { id: 'D1' }, message: { ts: '1700000009.000100' } };
      await service.press(pressOf(button('chat.postMessage', 'more'), service.fake, here));
      await service.fake.called('chat.postMessage', page + 1);
    }
    expect(texts.length).toBeGreaterThan(2);
    for (const { quotes, more } of longReply().sections)
      for (const { text } of [...quotes, ...more]) expect(texts.join('')).toContain(text.trim());
  });

  test('of an answer that is no longer kept says so to who pressed', async () => {
    await service.event(directMessage('hva mener partiene om veg?'));
    await service.fake.called('chat.postMessage');
    service.clock.now += 61 * 60_000;
    const here = { user: { id: 'U1' }, channel: { id: 'D1' }, message: { ts: '1700000009.000100' } };
    await service.press(pressOf(button('chat.postMessage', 'more'), service.fake, here));
    const calls = await service.fake.called('chat.postMessage', 2);
    expect(calls[1]?.body['text']).toBe('Svaret ligger ikke lenger hos oss. Still spørsmålet på nytt.');
  });

  test('of somebody else’s answer shows nothing', async () => {
    await service.post(command('hva mener partiene om veg?', service.fake), FORM);
    await service.fake.called('respond');
    await service.press(pressOf(button('respond', 'more'), service.fake, { ...ephemeral, user: { id: 'U7' } }));
    const calls = await service.fake.called('respond', 2);
    expect(calls[1]?.body['text']).toContain('ikke lenger');
  });

  test('after "slett" has nothing to show', async () => {
    await service.event(directMessage('hva mener partiene om veg?'));
    await service.fake.called('chat.postMessage');
    const more = button('chat.postMessage', 'more');
    const erased = turn();
    service.answerWith(async () => ({
      ...erased,
      answer: { ...erased.answer, detail: { kind: 'help', reason: 'erased', parties: [], silent: [] } },
    }));
    await service.event(directMessage('slett'));
    await service.fake.called('chat.postMessage', 2);
    const here = { user: { id: 'U1' }, channel: { id: 'D1' }, message: { ts: '1700000009.000100' } };
    await service.press(pressOf(more, service.fake, here));
    const calls = await service.fake.called('chat.postMessage', 3);
    expect(calls[2]?.body['text']).toContain('ikke lenger');
  });
});

describe('sharing', () => {
  const resolved = 'Hva mener Frp om LAR?';
  beforeEach(async () => {
    service = await openService();
    const answered = turn();
    const question = { ...answered.answer.question, text: 'og LAR?', resolved };
    const { turn: usual } = service.bot;
    service.answerWith(async (message, speaker) => {
      await usual(message, speaker);
      return { ...answered, answer: { ...answered.answer, question } };
    });
    await service.post(command('og LAR?', service.fake), FORM);
    await service.fake.called('respond');
  });
  const own = { ...ephemeral, user: { id: 'U1' } };

  test('shows the answer and its whole question to the channel, and a note to who shared it', async () => {
    await service.press(pressOf(button('respond', 'share'), service.fake, own));
    const [shared] = await service.fake.called('chat.postMessage');
    expect(shared?.body).toMatchObject({ channel: 'C1', unfurl_links: 'false' });
    expect(shared?.body).not.toHaveProperty('thread_ts');
    expect(shared?.body['text']).toContain(`Spørsmål: ${resolved}`);
    expect(shared?.body['text']).toContain('Velkommen.');
    expect(JSON.stringify(shared?.body)).not.toContain('U1');
    const [, note] = await service.fake.called('respond', 2);
    expect(note?.body).toMatchObject({ replace_original: true, text: 'Svaret er delt i kanalen.' });
  });

  test('opens a thread that goes on from the answer', async () => {
    service.fake.answer('chat.postMessage', { body: { ok: true, ts: '1700000077.000100' } });
    await service.press(pressOf(button('respond', 'share'), service.fake, own));
    await service.fake.called('respond', 2);
    await service.event(channelMessage('og Ap?', { thread_ts: '1700000077.000100', user: 'U9' }));
    await service.fake.called('chat.postMessage', 2);
    expect(service.bot.heard.slice(1).map(({ message, speaker }) => [message.text, speaker.thread])).toEqual([
      [resolved, '1700000077.000100'],
      ['og Ap?', '1700000077.000100'],
    ]);
  });

  test('pressed twice shares once', async () => {
    const press = () => service.press(pressOf(button('respond', 'share'), service.fake, own));
    await Promise.all([press(), press()]);
    await service.fake.called('respond', 2);
    await service.event(directMessage('hei'));
    await service.fake.called('chat.postMessage', 2);
    expect(service.fake.of('chat.postMessage').map(({ body }) => body['channel'])).toEqual(['C1', 'D1']);
  });

  test('works in a channel that we are no member of', async () => {
    service.fake.answer('chat.postMessage', { body: { ok: false, error: 'not_in_channel' } });
    await service.press(pressOf(button('respond', 'share'), service.fake, own));
    const [, shared, note] = await service.fake.called('respond', 3);
    expect(shared?.body).toMatchObject({ response_type: 'in_channel', replace_original: false });
    expect(note?.body['text']).toBe('Svaret er delt i kanalen.');
  });

  test('is for the asker alone', async () => {
    await service.press(pressOf(button('respond', 'share'), service.fake, { ...ephemeral, user: { id: 'U7' } }));
    const [, refused] = await service.fake.called('respond', 2);
    expect(refused?.body['text']).toContain('ikke lenger');
    expect(service.fake.of('chat.postMessage')).toEqual([]);
  });
});

describe('feedback', () => {
  beforeEach(async () => {
    service = await openService();
  });
  const pressed = (value: string) => pressOf({ type: 'feedback_buttons', action_id: 'feedback', value }, service.fake);
  const submitted = (values: readonly string[]) => ({
    type: 'view_submission',
    team: { id: 'T1', domain: 'avisa' },
    user: { id: 'U2', team_id: 'T1' },
    trigger_id: randomUUID(),
    view: {
      id: 'V1',
      type: 'modal',
      callback_id: 'feedback_reasons',
      private_metadata: 'en',
      state: {
        values: { reasons: { reasons: { type: 'checkboxes', selected_options: values.map((value) => ({ value })) } } },
      },
    },
  });

  test('that likes is counted and thanked for', async () => {
    await service.press(pressed('like nn'));
    const [call] = await service.fake.called('respond');
    expect(service.feedback).toEqual([{ channel: 'slack', reaction: 'like', reasons: [] }]);
    expect(call?.body).toMatchObject({
      response_type: 'ephemeral',
      replace_original: false,
      // Without it Slack would show the thanks outside of the thread.
      thread_ts: '1700000001.000100',
      text: 'Takk for tilbakemeldinga.',
    });
  });

  test('that dislikes is asked what is wrong, and counted when it is sent', async () => {
    await service.press(pressed('dislike en'));
    const [call] = await service.fake.called('views.open');
    expect(call?.body['view']).toMatchObject({
      type: 'modal',
      callback_id: 'feedback_reasons',
      private_metadata: 'en',
    });
    expect(service.feedback).toEqual([]);
    const response = await service.press(submitted(['outdated', 'wrong-quote', 'outdated']));
    expect(service.feedback).toEqual([{ channel: 'slack', reaction: 'dislike', reasons: ['outdated', 'wrong-quote'] }]);
    expect(await response.json()).toMatchObject({
      response_action: 'update',
      view: { blocks: [{ text: { text: 'Thank you for the feedback.' } }] },
    });
  });

  test('that cannot open its dialog is counted without a reason', async () => {
    service.fake.answer('views.open', { body: { ok: false, error: 'expired_trigger_id' } });
    await service.press(pressed('dislike nb'));
    await service.fake.called('respond');
    expect(service.feedback).toEqual([{ channel: 'slack', reaction: 'dislike', reasons: [] }]);
  });

  test('that nobody offered is not counted', async () => {
    await service.press(pressed('elsker nb'));
    await service.press(submitted(['noe annet']));
    await service.event(directMessage('hei'));
    await service.fake.called('chat.postMessage');
    expect(service.feedback).toEqual([]);
    expect(service.fake.of('views.open')).toEqual([]);
  });
});
