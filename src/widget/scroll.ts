/** Room above what is scrolled to, in pixels. */
const room = 12;

/**
 * The element that scrolls the messages: the log, or the window of the chat where that is too low. Never the page: what
 * `scrollIntoView` would do to a page that has the chat in its flow.
 */
function scrollerOf(part: Element): Element | null {
  for (let each = part.parentElement; each !== null; each = each.parentElement) {
    const { overflowY } = getComputedStyle(each);
    if (overflowY === 'auto' && each.scrollHeight > each.clientHeight + 1) return each;
  }
  return null;
}

/** Puts the beginning of a message on top. */
export function showFromTop(part: Element): void {
  const scroller = scrollerOf(part);
  if (scroller === null) return;
  const distance = part.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  scroller.scrollTop += distance - room;
}

/** Scrolls just as far as it takes to see the end of something. */
export function showEnd(part: Element): void {
  const scroller = scrollerOf(part);
  if (scroller === null) return;
  const hidden = part.getBoundingClientRect().bottom - scroller.getBoundingClientRect().bottom;
  if (hidden + room > 0) scroller.scrollTop += hidden + room;
}
