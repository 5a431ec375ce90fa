import { palette, paletteCss } from './colors.js';
import { element } from './element.js';
import type { Mount, MountedChat } from './embedding.js';
import { icon } from './icon.js';
import launcherCss from './launcher.css';
import { launcherWords } from './launcher-words.js';
import { readSettings, type Settings } from './settings.js';

export const tagName = 'standpunkt-chat';

export interface StandpunktElement extends HTMLElement {
  readonly open: () => void;
  readonly close: () => void;
  readonly ask: (question: string) => void;
}

export interface HostParts {
  /** Where the service is, with a slash at the end. */
  readonly base: string;
  /** The script's own `data-` attributes; the element's go before them. */
  readonly defaults: Readonly<Record<string, string | undefined>>;
}

/** Defines `<standpunkt-chat>`: a button that opens the chat, or the chat itself in the flow of the page. */
export function defineElement(parts: HostParts): void {
  customElements.define(
    tagName,
    class extends HTMLElement implements StandpunktElement {
      #host: Host | null = null;

      connectedCallback(): void {
        this.#host ??= createHost(this, parts);
        this.#host.show();
      }

      disconnectedCallback(): void {
        // Moving an element takes it out and puts it in again at once; this is for the one that stays out.
        queueMicrotask(() => {
          if (!this.isConnected) this.#host?.leave();
        });
      }

      open(): void {
        void this.#host?.load((chat) => chat.open(true));
      }

      close(): void {
        this.#host?.close();
      }

      ask(question: string): void {
        void this.#host?.load((chat) => {
          chat.open(true);
          chat.ask(question);
        });
      }
    },
  );
}

interface Host {
  /** In the page, anew each time the element is moved. */
  readonly show: () => void;
  readonly load: (then: (chat: MountedChat) => void) => Promise<void>;
  readonly close: () => void;
  /** Out of the page. */
  readonly leave: () => void;
}

function createHost(host: HTMLElement, { base, defaults }: HostParts): Host {
  const usual = defaults['mode'] === 'button' ? 'button' : 'inline';
  const settings = readSettings(
    Object.assign({}, defaults, { mode: usual }, host.dataset),
    document.documentElement.lang,
    usual,
  );
  host.dataset['mode'] = settings.mode; // the style sheet asks for it
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = sheets(settings);
  const place = element('div', { class: 'sp', lang: settings.language });
  root.append(place);
  const launcher = settings.mode === 'button' ? createLauncher(settings) : null;
  if (launcher !== null) place.append(launcher.corner);
  const chat = loader(base, (mount) =>
    mount({
      place,
      root,
      settings,
      base,
      tell: (event) => host.dispatchEvent(new CustomEvent(`standpunkt:${event}`, { bubbles: true, composed: true })),
      closed: () => launcher?.show(true),
    }),
  );
  const load = async (then: (mounted: MountedChat) => void): Promise<void> => {
    launcher?.busy();
    try {
      then(await chat.load());
      launcher?.hide();
    } catch {
      if (launcher !== null) launcher.failed();
      else place.append(element('p', { role: 'alert' }, launcherWords[settings.language].failed));
    }
  };
  launcher?.button.addEventListener('click', () => void load((mounted) => mounted.open(true)));
  return {
    load,
    close: () => chat.mounted()?.close(),
    leave: () => {
      chat.mounted()?.close();
      chat.mounted()?.rest();
    },
    show: () => {
      if (launcher !== null) launcher.show(false);
      else whenSeen(host, () => void load((mounted) => mounted.open(false)));
    },
  };
}

function sheets({ color }: Settings): CSSStyleSheet[] {
  return [launcherCss, ...(color === null ? [] : [paletteCss(palette(color))])].map((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
}

/** The chat's file, fetched once. A second try asks for another address, as browsers remember what failed. */
function loader(base: string, mount: (mount: Mount) => MountedChat) {
  let loading: Promise<MountedChat> | null = null;
  let mounted: MountedChat | null = null;
  let tries = 0;
  const fetchChat = async (): Promise<MountedChat> => {
    tries += 1;
    const file = tries === 1 ? CHAT_FILE : `chat.js?${tries}`;
    const loaded: { readonly mount: Mount } = await import(`${base}widget/${file}`);
    mounted = mount(loaded.mount);
    return mounted;
  };
  return {
    mounted: () => mounted,
    load: (): Promise<MountedChat> => {
      loading ??= fetchChat().catch((error: unknown) => {
        loading = null;
        throw error;
      });
      return loading;
    },
  };
}

function createLauncher({ language, position, title }: Settings) {
  const words = launcherWords[language];
  const label = title ?? words.open;
  const button = element(
    'button',
    { type: 'button', class: 'launcher', 'aria-haspopup': 'dialog', 'aria-expanded': 'false' },
    icon('speech'),
    element('span', {}, label),
  );
  const alert = element('p', { class: 'launcher-alert', role: 'alert' });
  const corner = element(
    'section',
    { class: `corner ${position}`, 'aria-label': label, popover: 'manual' },
    alert,
    button,
  );
  const toTop = (): void => {
    // The top layer: above whatever the page stacks, and out of reach of its transforms.
    if (corner.isConnected && !corner.matches(':popover-open')) corner.showPopover();
  };
  return {
    corner,
    button,
    busy: () => {
      alert.textContent = '';
      button.classList.add('busy');
    },
    failed: () => {
      button.classList.remove('busy');
      alert.textContent = words.failed;
    },
    hide: () => {
      button.classList.remove('busy');
      button.setAttribute('aria-expanded', 'true');
      corner.classList.add('hidden');
    },
    show: (focus: boolean) => {
      corner.classList.remove('hidden');
      button.setAttribute('aria-expanded', 'false');
      toTop();
      if (focus) button.focus({ preventScroll: true });
    },
  };
}

function whenSeen(host: HTMLElement, work: () => void): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    work();
  });
  observer.observe(host);
}
