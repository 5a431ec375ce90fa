// node tests/browser/slack-picture.mjs FILE.png ["question"]: a picture of the answer in a thread, as Slack lays its
// blocks out, from the blocks that are really sent. For the README; needs `npm run build` and Chromium.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const [file = 'slack.png', question = 'hva mener Frp om heroinassistert behandling?'] = process.argv.slice(2);
const load = (name) => import(new URL(`../../dist/${name}`, import.meta.url).href);
const { openBot } = await load('open-bot.js');
const { createMemoryTurnStore } = await load('state/memory.js');
const { renderSlack } = await load('channels/slack/render.js');

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/** What Slack has escaped in plain text is shown as it was. */
const plain = ({ text }) => text;
const lines = (text) => text.replaceAll('\n', '<br>');

function inline({ type, text, url, style }) {
  if (type === 'link') return `<a href="${escape(url)}">${escape(text)}</a>`;
  return style?.italic ? `<i>${lines(escape(text))}</i>` : lines(escape(text));
}

/** Drawn, as a machine may have no font with the two hands. */
const thumb = (turned) =>
  `<svg width="16" height="16" viewBox="0 0 16 16"><g ${turned}><path d="M2 7h2v6H2zM6 7l2-5c1.500 0 2 1 1.500 3L9 6.500h4L12 13H6z" fill="none" stroke="#616061"/></g></svg>`;

function toHtml(block) {
  switch (block.type) {
    case 'header':
      return `<h3>${plain(block.text)}</h3>`;
    case 'rich_text':
      return block.elements
        .map(({ type, elements }) => {
          const tag = type === 'rich_text_quote' ? 'blockquote' : 'p';
          return `<${tag}>${elements.map(inline).join('')}</${tag}>`;
        })
        .join('');
    case 'context':
      return `<p class="context">${block.elements.map((element) => lines(plain(element))).join(' ')}</p>`;
    case 'actions':
      return `<p class="actions">${block.elements.map(({ text }) => `<button>${plain(text)}</button>`).join('')}</p>`;
    case 'context_actions':
      return `<p class="thumbs">${thumb('')}${thumb('transform="rotate(180 8 8)"')}</p>`;
    default:
      throw new Error(`no look for ${block.type}`);
  }
}

const store = createMemoryTurnStore({ now: () => Date.now(), minutes: 60 });
const parts = { knowledgeFolder: null, store, keyOf: () => 'picture', now: () => new Date(), operator: null };
const { bot } = await openBot(parts);
const speaker = { channel: 'slack', conversation: 'picture', user: 'picture', thread: null };
const { reply } = await bot.turn({ text: question, locale: null }, speaker);
const about = {
  publicUrl: 'https://standpunkt.example',
  page: 0,
  id: 'x',
  asked: null,
  introduction: bot.welcome(null).reply.opening,
  shareable: false,
};
const { blocks } = renderSlack(reply, about);

const message = (name, badge, color, letter, body) => `<section>
<div class="avatar" style="background:${color}">${letter}</div>
<div><header><b>${name}</b>${badge ? '<small class="badge">APP</small>' : ''}<small>10:41</small></header>${body}</div>
</section>`;
const asked = `<p><span class="mention">@Standpunkt</span> ${escape(question)}</p>`;
const html = `<!doctype html><html lang="nb"><meta charset="utf-8"><style>
body{margin:0;padding:20px;width:520px;font:15px/1.46 Lato,"Helvetica Neue",Arial,sans-serif;color:#1d1c1d;background:#fff}
section{display:flex;gap:8px;padding:8px 0}.avatar{flex:none;width:36px;height:36px;border-radius:8px;color:#fff;
font-weight:900;display:grid;place-items:center}header{display:flex;gap:6px;align-items:center;line-height:1.2}
small{color:#616061;font-size:12px}.badge{background:#e8e8e8;border-radius:2px;font-size:10px;font-weight:700;padding:1px 3px}
p{margin:4px 0}h3{font-size:18px;line-height:1.3;margin:10px 0 4px}a{color:#1264a3;text-decoration:none}
blockquote{margin:4px 0;padding-left:12px;border-left:4px solid #ddd}.context{font-size:13px;color:#616061}
button{font:700 13px/1 inherit;font-family:inherit;color:#1d1c1d;background:#fff;border:1px solid #bbb;border-radius:8px;
padding:8px 12px;margin:4px 8px 4px 0;max-width:100%;text-align:left}.mention{background:#fbf3d5;color:#1264a3;border-radius:3px;padding:0 2px}
.thumbs svg{margin-right:12px}
</style><body>${message('Kari', false, '#4a154b', 'K', asked)}${message('Standpunkt', true, '#1d3557', 'S', blocks.map(toHtml).join(''))}`;

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
});
try {
  const page = await browser.newPage({ viewport: { width: 560, height: 400 }, deviceScaleFactor: 2 });
  await page.setContent(html);
  await page.locator('body').screenshot({ path: file });
} finally {
  await browser.close();
}
process.stdout.write(`Wrote ${fileURLToPath(new URL(file, `file://${process.cwd()}/`))}\n`);
