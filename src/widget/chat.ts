import type { Language } from '../domain.js';
import chatCss from './chat.css';
import { createComposer, type Composer } from './composer.js';
import { connect, type Connection } from './connection.js';
import { createConversation, type Conversation } from './conversation.js';
import type { Embedding, MountedChat } from './embedding.js';
import { askReasons } from './feedback.js';
import { createFrame, type Frame } from './frame.js';
import { createKeep, type KeepInLanguage } from './keep.js';
import { createLog, type Log } from './log.js';
import type { MessageActions } from './message.js';
import { watchNetwork } from './network.js';
import { createPanel } from './panel.js';
import { showPreview } from './preview.js';
import { createSheet, type Sheet } from './sheet.js';
import { createWords, locales, type Words } from './words.js';

/** Builds the chat inside the launcher's element; the conversation begins when it is opened. */
export function mount(embedding: Embedding): MountedChat {
  return new Chat(embedding);
}

const fetchFrom = (address: string, request: RequestInit): Promise<Response> => fetch(address, request);
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const now = (): number => performance.now();

/** The parts of one chat, and who tells whom. */
class Chat implements MountedChat {
  readonly #embedding: Embedding;
  readonly #words: Words;
  readonly #keep: KeepInLanguage;
  readonly #composer: Composer;
  readonly #frame: Frame;
  readonly #sheet: Sheet;
  readonly #log: Log;
  readonly #panel: ReturnType<typeof createPanel>;
  readonly #conversation: Conversation;
  #begun = false;
  #resting = false;

  constructor(embedding: Embedding) {
    const { settings, base, root, place, tell, closed } = embedding;
    this.#embedding = embedding;
    this.#keep = createKeep(
      () => sessionStorage,
      () => this.#words.language(),
    );
    this.#words = createWords(this.#keep.language() ?? settings.language);
    const words = this.#words;
    this.#composer = createComposer({
      words,
      onAsk: (question) => this.ask(question),
      onEmpty: () => this.#frame.announce(words.now().empty),
    });
    this.#frame = createFrame({
      settings,
      words,
      base,
      composer: this.#composer.element,
      onLanguage: (chosen) => this.#speak(chosen),
      onRestart: () => this.#restart(),
      onClose: settings.mode === 'inline' ? null : () => this.close(),
    });
    const { panel, content, log, notices } = this.#frame;
    this.#sheet = createSheet(words, content);
    panel.append(this.#sheet.element);
    words.always(() => (panel.lang = words.language()));
    this.#log = createLog({
      log,
      notices,
      question: settings.question,
      actions: {
        ...this.#messageActions(),
        retry: (id) => {
          void this.#conversation.retry(id);
          this.#takeFocus();
        },
        reopen: () => {
          void this.#conversation.open();
          this.#takeFocus();
        },
        onAnswer: () => tell('answer'),
      },
    });
    this.#conversation = createConversation({
      connection: this.#connect(),
      view: this.#log,
      clock: { now, pause },
      newId: randomId,
    });
    addStyles(root);
    place.append(panel);
    this.#panel = createPanel({
      panel,
      onEscape: () => (this.#sheet.isOpen() ? this.#sheet.close() : this.close()),
      onClose: () => {
        tell('close');
        closed();
      },
    });
    this.#watchNetwork();
  }

  open(focus: boolean): void {
    const isNew = this.#panel.open();
    if (focus) this.#takeFocus();
    if (isNew) this.#embedding.tell('open');
    if (this.#resting) void this.#conversation.recover();
    this.#resting = false;
    if (this.#begun) return;
    this.#begun = true;
    void this.#conversation.open();
  }

  close(): void {
    this.#panel.close();
  }

  rest(): void {
    this.#resting = this.#begun;
    this.#conversation.rest();
  }

  ask(question: string): void {
    const asked = question.trim();
    if (asked === '') return;
    void this.#conversation.ask(asked);
    this.#embedding.tell('question');
    this.#takeFocus();
  }

  /** What was said stays as it was said; a greeting that nobody has answered is given anew. */
  #speak(chosen: Language): void {
    this.#words.switchTo(chosen);
    this.#keep.refresh();
    if (!this.#conversation.isBlank()) return;
    this.#log.clear();
    void this.#conversation.restart();
  }

  #restart(): void {
    this.#log.clear();
    this.#frame.announce(this.#words.now().begunAnew);
    void this.#conversation.restart();
    this.#takeFocus();
  }

  // What was pressed may go away, so the focus needs a place. On a telephone the field would open the keyboard over the
  // answer: there the focus goes to the messages unless the person was writing.
  #takeFocus(): void {
    const { input } = this.#composer;
    const writing = this.#embedding.root.activeElement === input;
    const place = matchMedia('(pointer: coarse)').matches && !writing ? this.#frame.log : input;
    place.focus({ preventScroll: true });
  }

  #connect(): Connection {
    const { base, settings } = this.#embedding;
    return connect({
      endpoint: { address: `${base}v3/directline`, fetch: fetchFrom, now },
      beginning: () => ({ locale: locales[this.#words.language()], parties: settings.parties }),
      keep: this.#keep,
      openSocket: 'WebSocket' in globalThis ? (address) => new WebSocket(address) : null,
      pause,
      onRestart: () => this.#log.restarted(),
      onNews: () => void this.#conversation.news(),
    });
  }

  #messageActions(): MessageActions {
    const { base } = this.#embedding;
    const words = this.#words;
    const { announce } = this.#frame;
    const sheet = this.#sheet;
    return {
      words,
      base,
      announce,
      onSuggestion: (question) => this.ask(question),
      onPreview: (cited, from) => showPreview(cited, from, { words, sheet, base, fetch: fetchFrom, announce }),
      onLike: (answerId) => this.#rate({ answerId, reaction: 'like', reasons: [] }),
      onDislike: (answerId, from, sent) =>
        askReasons({
          words,
          sheet,
          from,
          send: async (reasons) => {
            const done = await this.#rate({ answerId, reaction: 'dislike', reasons });
            if (done) sent();
            return done;
          },
        }),
    };
  }

  async #rate(value: object): Promise<boolean> {
    const done = await this.#conversation.tell('standpunkt/feedback', value);
    const { thanks, failed } = this.#words.now().feedback;
    this.#frame.announce(done ? thanks : failed);
    return done;
  }

  #watchNetwork(): void {
    watchNetwork({
      notices: this.#frame.notices,
      words: this.#words,
      announce: this.#frame.announce,
      isInUse: () => this.#begun && this.#embedding.root.isConnected,
      recover: () => void this.#conversation.recover(),
      rest: () => this.#conversation.rest(),
      keepAlive: () => void this.#conversation.keepAlive(),
    });
  }
}

function addStyles(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(chatCss);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

// `crypto.randomUUID` is missing on plain http pages other than localhost.
function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
