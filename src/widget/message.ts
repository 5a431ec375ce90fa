import type { Reply } from '../domain.js';
import type { ReceivedActivity } from './activity.js';
import { comparison } from './comparison.js';
import { element } from './element.js';
import { feedback } from './feedback.js';
import { citation, partyBody, type QuoteActions } from './quote.js';
import { says } from './words.js';

export interface MessageActions extends QuoteActions {
  readonly onSuggestion: (question: string) => void;
  /** Opens the reasons for a dislike; `sent` once they have been taken. */
  readonly onDislike: (answerId: string, from: HTMLElement, sent: () => void) => void;
  readonly onLike: (answerId: string) => Promise<boolean>;
}

/** A message of the bot: its reply in parts, or its text when there is no reply that can be shown. */
export function botMessage(activity: ReceivedActivity, actions: MessageActions): HTMLElement {
  try {
    return message(activity, actions);
  } catch {
    // A cached script may meet the reply of a server that is newer than itself.
    return message({ ...activity, reply: null }, actions);
  }
}

/** What a screen reader says of it when it comes. */
export function spoken({ reply, text }: ReceivedActivity): string {
  if (reply === null) return text;
  const sections = reply.sections.map(({ heading, quotes, note }) =>
    [`${heading}:`, ...quotes.map((quote) => `«${quote.text}»`), note ?? ''].join(' '),
  );
  const sources = reply.sources.map((source) => source.text);
  return [...reply.opening, ...sections, ...sources, ...reply.closing].join('\n');
}

function message({ reply, text, answerId, replyToId }: ReceivedActivity, actions: MessageActions): HTMLElement {
  const speaker = says(actions.words, element('p', { class: 'visually-hidden' }), (strings) => `${strings.bot}:`);
  if (reply === null) return element('div', { class: 'message bot' }, speaker, ...paragraphs(text.split('\n')));
  const rated = answerId !== null && replyToId !== null ? feedback(answerId, actions) : null;
  return element(
    'div',
    { class: 'message bot', lang: reply.language },
    speaker,
    ...paragraphs(reply.opening),
    ...answerBody(reply, actions),
    ...reply.sources.map((source) =>
      element(
        'p',
        { class: 'source-line' },
        citation({ citation: source.citation, source: source.text, warnings: [], text: null }, actions),
      ),
    ),
    ...paragraphs(reply.closing),
    rated,
    reply.suggestions.length === 0 ? null : suggestionList(reply.suggestions, actions),
  );
}

function answerBody({ sections: found }: Reply, actions: MessageActions): readonly HTMLElement[] {
  if (found.length > 1) return [comparison(found, actions)];
  return found.map((section) =>
    element('section', { class: 'party' }, element('h3', {}, section.heading), ...partyBody(section, actions)),
  );
}

function paragraphs(lines: readonly string[]): readonly HTMLElement[] {
  return lines.filter((line) => line.trim() !== '').map((line) => element('p', {}, line));
}

/** Questions to ask next, as buttons. They go away when something is asked. */
export function suggestionList(suggestions: readonly string[], actions: MessageActions): HTMLElement {
  const items = suggestions.map((question) => {
    const button = element('button', { type: 'button', class: 'suggestion' }, question);
    button.addEventListener('click', () => actions.onSuggestion(question));
    return element('li', {}, button);
  });
  const list = element('ul', { class: 'suggestions' }, ...items);
  actions.words.always((strings) => list.setAttribute('aria-label', strings.suggestions));
  return list;
}
