import { element } from './element.js';
import { iconButton } from './icon-button.js';
import type { Strings } from './strings.js';
import { says, type Words } from './words.js';

/** A dialog inside the chat that covers it: one at a time, left by Escape or its button. */
export interface Sheet {
  readonly element: HTMLElement;
  readonly isOpen: () => boolean;
  readonly open: (content: SheetContent) => void;
  readonly close: () => void;
}

export interface SheetContent {
  readonly heading: (strings: Strings) => string;
  readonly body: readonly Node[];
  /** Stays in view below the body. */
  readonly foot: Node | null;
  /** Gets the focus back. */
  readonly from: HTMLElement;
}

/** `behind` is inert while the sheet is open: not to be reached by keyboard or screen reader. */
export function createSheet(words: Words, behind: HTMLElement): Sheet {
  const place = element('div', { class: 'sheet-place', hidden: '' });
  let from: HTMLElement | null = null;
  const close = (): void => {
    place.hidden = true;
    place.replaceChildren();
    behind.inert = false;
    from?.focus({ preventScroll: true });
    from = null;
  };
  place.addEventListener('click', (event) => {
    if (event.target === place) close();
  });
  return {
    element: place,
    isOpen: () => !place.hidden,
    close,
    open: (content) => {
      from = content.from;
      const heading = says(words, element('h3', { id: 'standpunkt-sheet', tabindex: '-1' }), content.heading);
      const leave = iconButton(words, 'close', (strings) => strings.close, close);
      const dialog = element(
        'div',
        { class: 'sheet', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'standpunkt-sheet' },
        element('div', { class: 'sheet-bar' }, heading, leave),
        // In reach of the keyboard, as it scrolls and may hold nothing that is.
        element(
          'div',
          { class: 'sheet-body', tabindex: '0', role: 'group', 'aria-labelledby': heading.id },
          ...content.body,
        ),
        content.foot,
      );
      place.replaceChildren(dialog);
      place.hidden = false;
      behind.inert = true;
      heading.focus({ preventScroll: true });
    },
  };
}
