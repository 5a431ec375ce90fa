// node --import soak-slack.mjs …: what goes to Slack goes to the address SLACK_STANDS_IN instead.
const { fetch } = globalThis;
const { SLACK_STANDS_IN: address } = process.env;
globalThis.fetch = (url, init) => fetch(new URL(url).href.replace(/^https:\/\/slack\.com(?=\/)/, address), init);
