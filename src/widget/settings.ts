import type { Language } from '../domain.js';

/** How a page wants the widget, from the `data-` attributes of the script or of the element. */
export interface Settings {
  readonly language: Language;
  /** Ids; empty for all parties. */
  readonly parties: readonly string[];
  /** `#rrggbb`; null for ink on paper. */
  readonly color: string | null;
  readonly position: 'right' | 'left';
  readonly title: string | null;
  /** Offered as the first suggestion; never asked until the person does. */
  readonly question: string | null;
  readonly mode: 'button' | 'inline';
  /** A selector: where the inline chat goes. */
  readonly target: string | null;
}

type Attributes = Readonly<Record<string, string | undefined>>;

/** Characters: what fits in the header, and in a button. */
const longest = { title: 60, question: 200, parties: 20 } as const;

/** Anything that cannot be read counts as not said. `pageLanguage` is the `lang` of the page. */
export function readSettings(data: Attributes, pageLanguage: string, usualMode: Settings['mode']): Settings {
  const mode = data['mode'];
  return {
    language: languageOf(data['language'] ?? '') ?? languageOf(pageLanguage) ?? 'nb',
    parties: partiesOf(data['parties'] ?? ''),
    color: colorOf(data['color'] ?? ''),
    position: data['position'] === 'left' ? 'left' : 'right',
    title: line(data['title'], longest.title),
    question: line(data['question'], longest.question),
    mode: mode === 'inline' || mode === 'button' ? mode : usualMode,
    target: line(data['target'], 200),
  };
}

/** `no` stands for bokmål, as browsers and pages use it. */
export function languageOf(tag: string): Language | null {
  const primary = tag.trim().toLowerCase().split(/[-_]/)[0] ?? '';
  if (primary === 'no' || primary === 'nb') return 'nb';
  return primary === 'nn' || primary === 'en' ? primary : null;
}

function partiesOf(list: string): readonly string[] {
  const ids = list.toLowerCase().split(/[\s,;]+/);
  return [...new Set(ids.filter((id) => /^[a-z0-9-]{1,40}$/.test(id)))].slice(0, longest.parties);
}

function colorOf(text: string): string | null {
  const color = text.trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(color)) return color;
  return /^#[0-9a-f]{3}$/.test(color) ? color.replace(/[0-9a-f]/g, '$&$&') : null;
}

function line(text: string | undefined, limit: number): string | null {
  const trimmed = (text ?? '').replace(/\s+/g, ' ').trim();
  return trimmed === '' ? null : trimmed.slice(0, limit);
}
