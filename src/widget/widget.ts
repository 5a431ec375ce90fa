import { defineElement, tagName, type StandpunktElement } from './host-element.js';
import { readSettings } from './settings.js';

/** The one global of the widget. */
interface StandpunktApi {
  readonly open: () => void;
  readonly close: () => void;
  readonly ask: (question: string) => void;
}

declare global {
  interface Window {
    Standpunkt?: StandpunktApi;
  }
}

const here = (): StandpunktElement | null => document.querySelector<StandpunktElement>(tagName);

start(ownScript());

function start(script: HTMLScriptElement): void {
  // A script that is included twice makes one widget; a page that changes its body without a load gets its button back.
  const isFirst = customElements.get(tagName) === undefined;
  if (isFirst) define(script);
  whenParsed(() => {
    // A page that has placed the element itself wants no button beside it.
    const isMissing = here() === null;
    if (isMissing) placeElement(script);
    if (isFirst || isMissing) document.dispatchEvent(new CustomEvent('standpunkt:ready'));
  });
}

function define(script: HTMLScriptElement): void {
  const base = new URL('.', script.src).href;
  defineElement({ base, defaults: Object.assign({}, script.dataset) });
  window.Standpunkt = {
    open: () => here()?.open(),
    close: () => here()?.close(),
    ask: (question) => here()?.ask(question),
  };
}

function ownScript(): HTMLScriptElement {
  const { currentScript } = document;
  const script =
    currentScript instanceof HTMLScriptElement
      ? currentScript
      : document.querySelector<HTMLScriptElement>('script[src*="/widget.js"]');
  if (script === null) throw new Error('Standpunkt: include widget.js with <script async src="…/widget.js"></script>');
  return script;
}

function placeElement(script: HTMLScriptElement): void {
  const { mode, target } = readSettings(script.dataset, '', 'button');
  const element = document.createElement(tagName);
  Object.assign(element.dataset, script.dataset, { mode });
  if (mode === 'button') document.body.append(element);
  else if (target === null) script.after(element);
  else {
    const place = document.querySelector(target);
    if (place === null) throw new Error(`Standpunkt: nothing in the page matches data-target="${target}"`);
    place.append(element);
  }
}

function whenParsed(work: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', work, { once: true });
  else work();
}
