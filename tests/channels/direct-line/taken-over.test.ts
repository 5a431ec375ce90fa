import { type Service, begin, call, message, serveDirectLine } from './service.js';

let service: Service;
beforeEach(async () => void (service = await serveDirectLine()));
afterEach(() => service.stop());

test('a message whose replica died before it answered is answered when it is sent again, once', async () => {
  const { id, token, path } = await begin(service);
  const taken = await service.log.append(id, { type: 'message', text: 'hei', from: { role: 'user' } }, 'x');
  const post = () => call(service, 'POST', path, { token, body: message('hei', 'x') });
  expect([(await post()).json, (await post()).json]).toEqual([{ id: taken?.id }, { id: taken?.id }]);
  const { activities } = (await call(service, 'GET', path, { token })).json;
  const answers = activities.filter(({ replyToId }: { replyToId?: string }) => replyToId === taken?.id);
  expect(answers).toHaveLength(1);
});
