import { createChat } from './chat.js';
import { connect } from './connection.js';
import { createConversation } from './conversation.js';
import { strings } from './strings.js';

const language = 'nb';

/** Builds the chat inside an element of the page and starts the conversation. Nothing is stored in the browser. */
export function mount(place: HTMLElement): void {
  const { origin } = location;
  const now = (): number => performance.now();
  const chat = createChat({
    strings: strings[language],
    language,
    origin,
    actions: {
      ask: (question) => void conversation.ask(question),
      retry: (id) => void conversation.retry(id),
      reopen: () => void conversation.open(),
    },
  });
  const conversation = createConversation({
    connection: connect({
      endpoint: { address: `${origin}/v3/directline`, fetch: (address, request) => fetch(address, request), now },
      locale: 'nb-NO',
      onRestart: chat.restarted,
    }),
    view: chat,
    clock: { now, pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)) },
    newId: randomId,
  });
  place.replaceChildren(chat.element);
  void conversation.open();
}

// `crypto.randomUUID` is missing on plain http pages other than localhost.
function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const place = document.getElementById('standpunkt');
if (place !== null) mount(place);
