import { element } from './element.js';
import { icon, type IconName } from './icon.js';
import type { Strings } from './strings.js';
import { names, type Words } from './words.js';

/** A button that shows an icon and says what it does, to screen readers and as a tooltip. */
export function iconButton(
  words: Words,
  name: IconName,
  label: (strings: Strings) => string,
  onPress: () => void,
): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'icon-button' }, icon(name));
  names(words, button, 'aria-label', label);
  names(words, button, 'title', label);
  button.addEventListener('click', onPress);
  return button;
}
