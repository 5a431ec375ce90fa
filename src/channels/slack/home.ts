import type { types } from '@slack/bolt';
import type { Bot } from '../../bot.js';
import type { Speaker } from '../../domain.js';
import { header, paragraph, run, type SlackBlock } from './blocks.js';
import { renderSlack } from './render.js';
import { slackWords } from './words.js';

/** Nobody: what the view shows is the same for everyone, and nothing is remembered of it. */
const NOBODY: Speaker = { channel: 'slack', conversation: 'home', user: '', thread: null };

const EXAMPLES = 5;
/** Of a view. */
const MOST_BLOCKS = 100;

/** The App Home: what this is and who runs it, how to ask, which documents there are, and privacy, in the bot's own words. */
export async function homeView(bot: Bot, publicUrl: string): Promise<types.HomeView> {
  const words = slackWords.nb;
  const part = async (title: string, question: string): Promise<readonly SlackBlock[]> => {
    const { reply } = await bot.turn({ text: question, locale: 'nb' }, NOBODY);
    return [header(title), ...answerBlocks(reply, publicUrl)];
  };
  const { reply: welcome } = bot.welcome('nb');
  // Not as buttons: there is no conversation here in which they could be answered.
  const examples = welcome.suggestions.slice(0, EXAMPLES).join('\n');
  const sources = new URL('kilder', `${publicUrl.replace(/\/+$/, '')}/`).href;
  const blocks = [
    header('Standpunkt'),
    ...answerBlocks(welcome, publicUrl),
    ...(await part(words.howToAsk, 'hva kan du?')),
    paragraph([run(words.waysIn)]),
    ...(examples === '' ? [] : [paragraph([run(examples)])]),
    ...(await part(words.documents, 'hvilke kilder har du?')),
    paragraph([{ type: 'link', url: sources, text: sources }]),
    ...(await part(words.privacy, 'personvern')),
    paragraph([run(words.keptOfSlack)]),
  ];
  return { type: 'home', blocks: blocks.slice(0, MOST_BLOCKS) };
}

function answerBlocks(reply: Parameters<typeof renderSlack>[0], publicUrl: string): readonly SlackBlock[] {
  const rendering = { publicUrl, page: 0, id: '', asked: null, introduction: [], shareable: false };
  // Without its "Vis mer": nothing is kept of this view, and the page of sources has the rest.
  return (renderSlack(reply, rendering)?.blocks ?? []).filter(
    ({ type }) => type !== 'actions' && type !== 'context_actions',
  );
}
