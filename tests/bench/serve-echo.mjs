// node serve-echo.mjs: the smallest bot on the SDK, with the checks that ours has: it says what it hears.
import { ActivityHandler, CloudAdapter, MessageFactory, OutboundHostValidator } from '@microsoft/agents-hosting';
import express from 'express';

const connection = { clientId: '00000000-0000-0000-0000-000000000000', validateIssuer: true };
const adapter = new CloudAdapter(
  {
    ...connection,
    connections: new Map([['serviceConnection', connection]]),
    connectionsMap: [{ serviceUrl: '*', connection: 'serviceConnection' }],
  },
  undefined,
  undefined,
  { validateServiceUrl: true },
  new OutboundHostValidator({ enabled: true, includeDefaultMicrosoftHosts: false, hosts: ['127.0.0.1'] }),
);
const handler = new ActivityHandler().onMessage(async (context, next) => {
  await context.sendActivity(MessageFactory.text(`Du sa: ${context.activity.text}`));
  await next();
});

const app = express();
app.disable('x-powered-by');
app.post('/api/messages', express.json(), (request, response) =>
  adapter.process(request, response, (context) => handler.run(context)),
);
const server = app.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}\n`));
