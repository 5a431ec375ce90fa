import {
  buttonsIn,
  channelMessage,
  command,
  directMessage,
  FORM,
  mention,
  openService,
  type Service,
} from './service.js';

let service: Service;
beforeEach(async () => {
  service = await openService();
});
afterEach(() => service.stop());

const said = () => service.bot.heard.map(({ message }) => message.text);

describe('a mention in a channel', () => {
  test('is answered in the thread that it opens, without unfurled links', async () => {
    await service.event(mention('hva mener Frp om LAR?', { ts: '1600000009.000001' }));
    const [call] = await service.fake.called('chat.postMessage');
    expect(call?.body).toMatchObject({
      channel: 'C1',
      thread_ts: '1600000009.000001',
      unfurl_links: 'false',
      unfurl_media: 'false',
    });
    expect(call?.token).toBe('Bearer xoxb-one');
    expect(said()).toEqual(['hva mener Frp om LAR?']);
  });

  test('stays in the thread where it was made, whose members share a conversation', async () => {
    await service.event(mention('hva mener Frp om LAR?', { thread_ts: '1600000001.000001' }));
    await service.event(mention('og Ap?', { thread_ts: '1600000001.000001', user: 'U2' }));
    const calls = await service.fake.called('chat.postMessage', 2);
    expect(calls.map(({ body }) => body['thread_ts'])).toEqual(['1600000001.000001', '1600000001.000001']);
    expect(service.bot.heard.map(({ speaker }) => speaker.thread)).toEqual(['1600000001.000001', '1600000001.000001']);
  });

  test('without a question gets a greeting', async () => {
    await service.event(mention(''));
    const [call] = await service.fake.called('chat.postMessage');
    expect(call?.body['text']).toContain('Velkommen.');
    expect(service.bot.heard).toEqual([]);
  });

  test('says what this is in the first answer of a conversation alone', async () => {
    await service.event(mention('en', { thread_ts: '1600000001.000001' }));
    await service.fake.called('chat.postMessage');
    await service.event(mention('to', { thread_ts: '1600000001.000001' }));
    const calls = await service.fake.called('chat.postMessage', 2);
    expect(calls.map(({ body }) => String(body['text']).includes('Velkommen.'))).toEqual([true, false]);
  });
});

describe('a message in a thread', () => {
  test('is answered where we were addressed, and nowhere else', async () => {
    await service.event(mention('hva mener Frp om LAR?', { ts: '1600000001.000001' }));
    await service.fake.called('chat.postMessage');
    await service.event(channelMessage('snakker om noe annet', { thread_ts: '1600000002.000002' }));
    await service.event(channelMessage('står utenfor tråden'));
    await service.event(channelMessage('og Ap?', { thread_ts: '1600000001.000001', user: 'U2' }));
    await service.fake.called('chat.postMessage', 2);
    expect(said()).toEqual(['hva mener Frp om LAR?', 'og Ap?']);
  });

  test('that mentions us comes as two events and is answered once', async () => {
    await service.event(mention('hva mener Frp om LAR?', { ts: '1600000001.000001' }));
    await service.fake.called('chat.postMessage');
    const again = { thread_ts: '1600000001.000001', ts: '1600000005.000001' };
    await service.event(channelMessage('<@UBOT> og Ap?', again));
    await service.event(mention('og Ap?', again));
    await service.event(channelMessage('og H?', { thread_ts: '1600000001.000001' }));
    await service.fake.called('chat.postMessage', 3);
    expect(said()).toEqual(['hva mener Frp om LAR?', 'og Ap?', 'og H?']);
  });

  test('that is talk between people gets no answer, and a mention always gets one', async () => {
    const thread_ts = '1600000001.000001';
    await service.event(mention('hva mener Frp om LAR?', { ts: thread_ts }));
    await service.fake.called('chat.postMessage');
    const { turn: usual } = service.bot;
    service.answerWith(async (message, speaker) => {
      const answered = await usual(message, speaker);
      if (!message.overheard || message.text !== 'haha') return answered;
      return { ...answered, reply: { ...answered.reply, opening: ['Til ingen.'] }, ignored: true };
    });
    await service.event(channelMessage('haha', { thread_ts }));
    await service.event(channelMessage('og Ap?', { thread_ts }));
    await service.fake.called('chat.postMessage', 2);
    await service.event(mention('haha', { thread_ts }));
    // A thread is answered in order: an answer to the first "haha" would stand before these.
    const texts = (await service.fake.called('chat.postMessage', 3)).map(({ body }) => body['text']);
    expect(texts.join()).not.toContain('Til ingen.');
    expect(said()).toEqual(['hva mener Frp om LAR?', 'haha', 'og Ap?', 'haha']);
  });

  test('to somebody else is not for us', async () => {
    await service.event(mention('hva mener Frp om LAR?', { ts: '1600000001.000001' }));
    await service.fake.called('chat.postMessage');
    await service.event(channelMessage('<@U7> hva synes du?', { thread_ts: '1600000001.000001' }));
    await service.event(channelMessage('og Ap?', { thread_ts: '1600000001.000001' }));
    await service.fake.called('chat.postMessage', 2);
    expect(said()).toEqual(['hva mener Frp om LAR?', 'og Ap?']);
  });

  test('is not answered a day after the last', async () => {
    await service.event(mention('hva mener Frp om LAR?', { ts: '1600000001.000001' }));
    await service.fake.called('chat.postMessage');
    service.clock.now += 25 * 3_600_000;
    await service.event(channelMessage('og Ap?', { thread_ts: '1600000001.000001' }));
    await service.event(directMessage('hei'));
    await service.fake.called('chat.postMessage', 2);
    expect(said()).toEqual(['hva mener Frp om LAR?', 'hei']);
  });
});

describe('a direct message', () => {
  test('is answered where it stands, for each person by themselves', async () => {
    await service.event(directMessage('hva mener Frp om LAR?'));
    const [call] = await service.fake.called('chat.postMessage');
    expect(call?.body).toMatchObject({ channel: 'D1' });
    expect(call?.body).not.toHaveProperty('thread_ts');
    expect(service.bot.heard[0]?.speaker).toEqual({
      channel: 'slack',
      conversation: 'T1/D1',
      user: 'U1',
      thread: null,
    });
  });

  test('that is deleted is forgotten', async () => {
    const previous_message = { user: 'U1', text: 'hva mener Frp?', ts: '1600000001.000001' };
    await service.event(directMessage('', { subtype: 'message_deleted', previous_message, user: undefined }));
    await service.event(directMessage('hei'));
    await service.fake.called('chat.postMessage');
    expect(service.bot.forgotten).toEqual([{ channel: 'slack', conversation: 'T1/D1', user: 'U1', thread: null }]);
  });

  test.each([
    ['our own', { bot_id: 'BBOT', user: 'UBOT' }],
    ['another bot’s', { bot_id: 'B7', subtype: 'bot_message', user: undefined }],
    ['edited', { subtype: 'message_changed', message: { text: 'krasj' }, user: undefined }],
    ['a notice', { subtype: 'channel_join' }],
    ['nobody’s', { user: undefined }],
    ['malformed', { ts: 'i går' }],
  ])('that is %s gets no answer', async (_, change) => {
    await service.event(directMessage('stille', change));
    await service.event(directMessage('hei'));
    await service.fake.called('chat.postMessage');
    expect(said()).toEqual(['hei']);
    expect(service.fake.of('chat.postMessage')).toHaveLength(1);
    expect(service.reports).toEqual([]);
  });

  test('comes to the bot as the person wrote it', async () => {
    await service.event(directMessage('<@UBOT> 3 &lt; 4 &amp; <https://a.no|a.no> i <#C9|politikk> <!channel>'));
    await service.fake.called('chat.postMessage');
    expect(said()).toEqual(['3 < 4 & a.no i politikk']);
  });
});

describe('the assistant pane', () => {
  const thread_ts = '1600000003.000001';
  const started = {
    type: 'assistant_thread_started',
    assistant_thread: { user_id: 'U1', channel_id: 'D1', thread_ts, context: {} },
    event_ts: '1.1',
  };

  test('opens with a greeting and prompts', async () => {
    await service.event(started);
    const [prompts] = await service.fake.called('chat.postMessage');
    expect(prompts?.body).toMatchObject({ channel: 'D1', thread_ts });
    expect(service.bot.welcomed).toEqual([null]);
  });

  test('shows a status, then the answer, and gives the conversation its title once', async () => {
    await service.event(directMessage('hva mener Frp om LAR?', { thread_ts }));
    await service.fake.called('chat.postMessage');
    await service.event(directMessage('og Ap?', { thread_ts }));
    await service.fake.called('chat.postMessage', 2);
    expect(service.fake.calls.map(({ method }) => method)).toEqual([
      'assistant.threads.setStatus',
      'assistant.threads.setTitle',
      'chat.postMessage',
      'assistant.threads.setStatus',
      'chat.postMessage',
    ]);
    expect(service.fake.of('assistant.threads.setTitle')[0]?.body).toMatchObject({
      channel_id: 'D1',
      thread_ts,
      title: 'hva mener Frp om LAR?',
    });
    expect(service.bot.heard[0]?.speaker).toMatchObject({ conversation: `T1/D1/${thread_ts}`, thread: null });
  });

  test('leaves our own messages there alone', async () => {
    await service.event(directMessage('svaret', { thread_ts, bot_id: 'BBOT' }));
    await service.event(directMessage('hei', { thread_ts }));
    await service.fake.called('chat.postMessage');
    expect(said()).toEqual(['hei']);
  });

  test('answers although status and title fail, and says so without content', async () => {
    service.fake.answer('assistant.threads.setStatus', { status: 404, body: {} });
    service.fake.answer('assistant.threads.setTitle', { body: { ok: false, error: 'no_permission' } });
    await service.event(directMessage('hva mener Frp om LAR?', { thread_ts }));
    await service.fake.called('chat.postMessage');
    expect(service.reports).toEqual([
      expect.stringMatching(/^Slack: assistant.threads.setStatus failed/),
      expect.stringMatching(/^Slack: assistant.threads.setTitle failed .*no_permission/),
    ]);
    expect(service.reports.join()).not.toContain('LAR');
  });
});

describe('/parti', () => {
  test('is acknowledged with nothing and answered to the asker alone, who can share it', async () => {
    const response = await service.post(command('hva mener Frp om LAR?', service.fake), FORM);
    expect([response.status, await response.text()]).toEqual([200, '']);
    const [call] = await service.fake.called('respond');
    expect(call?.body).toMatchObject({ response_type: 'ephemeral', unfurl_links: false });
    expect(buttonsIn(call?.body ?? {}).map(({ text }) => text)).toContain('Del i kanalen');
    expect(service.fake.of('chat.postMessage')).toEqual([]);
  });

  test('between two has nobody to share with', async () => {
    await service.post(command('hva mener Frp om LAR?', service.fake, { channel_id: 'D1' }), FORM);
    const [call] = await service.fake.called('respond');
    expect(buttonsIn(call?.body ?? {}).map(({ text }) => text)).not.toContain('Del i kanalen');
  });

  test('alone says what this is', async () => {
    await service.post(command(' ', service.fake), FORM);
    const [call] = await service.fake.called('respond');
    expect(call?.body['text']).toContain('Velkommen.');
  });
});

test('App Home says what this is, how to ask, the documents and privacy', async () => {
  await service.event({ type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'home', event_ts: '1.1' });
  const [call] = await service.fake.called('views.publish');
  expect(call?.body).toMatchObject({ user_id: 'U1', view: { type: 'home' } });
  const shown = JSON.stringify(call?.body['view']);
  for (const part of ['Personvern', '/parti', 'verken besvart eller husket']) expect(shown).toContain(part);
  expect(said()).toEqual(['hva kan du?', 'hvilke kilder har du?', 'personvern']);
});

test('the messages tab of the app is not the App Home', async () => {
  await service.event({ type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'messages', event_ts: '1.1' });
  await service.event(directMessage('hei'));
  await service.fake.called('chat.postMessage');
  expect(service.fake.of('views.publish')).toEqual([]);
});
