import type { FeedbackReason } from '../domain.js';
import { element } from './element.js';
import { iconButton } from './icon-button.js';
import type { Sheet } from './sheet.js';
import { names, says, type Words } from './words.js';

export interface FeedbackActions {
  readonly words: Words;
  /** True when it arrived. */
  readonly onLike: (answerId: string) => Promise<boolean>;
  readonly onDislike: (answerId: string, from: HTMLElement, sent: () => void) => void;
}

/** Two thumbs below an answer; one of them once. */
export function feedback(answerId: string, { words, onLike, onDislike }: FeedbackActions): HTMLElement {
  const settle = (chosen: HTMLElement): void => {
    for (const button of [like, dislike]) {
      button.setAttribute('aria-pressed', String(button === chosen));
      button.setAttribute('aria-disabled', 'true');
    }
  };
  const failure = element('span', { class: 'failure' });
  const approve = async (): Promise<void> => {
    if (await onLike(answerId)) settle(like);
    else failure.textContent = words.now().feedback.failed;
  };
  const given = (): boolean => like.getAttribute('aria-disabled') === 'true';
  const like = iconButton(
    words,
    'like',
    (strings) => strings.feedback.like,
    () => {
      if (given()) return;
      failure.textContent = '';
      void approve();
    },
  );
  const dislike = iconButton(
    words,
    'dislike',
    (strings) => strings.feedback.dislike,
    () => {
      if (!given()) onDislike(answerId, dislike, () => settle(dislike));
    },
  );
  for (const button of [like, dislike]) button.setAttribute('aria-pressed', 'false');
  const group = element('div', { class: 'feedback', role: 'group' }, like, dislike, failure);
  return names(words, group, 'aria-label', (strings) => strings.feedback.label);
}

/** The order in which the reasons are offered. */
const reasons: readonly FeedbackReason[] = ['wrong-quote', 'wrong-party', 'outdated', 'not-covered'];

export interface ReasonsOptions {
  readonly words: Words;
  readonly sheet: Sheet;
  readonly from: HTMLElement;
  /** True when they arrived. */
  readonly send: (chosen: readonly FeedbackReason[]) => Promise<boolean>;
}

/** What is wrong with an answer, to be ticked. No free text: it would be an opinion to keep. */
export function askReasons({ words, sheet, from, send }: ReasonsOptions): void {
  const boxes = reasons.map((reason) => ({
    reason,
    box: element('input', { type: 'checkbox', name: 'reason', value: reason }),
  }));
  const failed = element('p', { class: 'failure' });
  const submit = says(words, element('button', { type: 'submit', class: 'primary' }), (all) => all.feedback.send);
  const form = element(
    'form',
    { class: 'reasons' },
    ...boxes.map(({ reason, box }) =>
      element(
        'label',
        {},
        box,
        says(words, element('span', {}), (strings) => strings.feedback.reasons[reason]),
      ),
    ),
    says(words, element('p', { class: 'hint' }), (strings) => strings.feedback.onlyCounted),
    failed,
    submit,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    failed.textContent = '';
    const chosen = boxes.filter(({ box }) => box.checked).map(({ reason }) => reason);
    void send(chosen).then((done) => (done ? sheet.close() : failed.replaceChildren(words.now().feedback.failed)));
  });
  sheet.open({ heading: (strings) => strings.feedback.whatIsWrong, body: [form], foot: null, from });
}
