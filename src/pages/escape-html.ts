/** Markup that may be sent as it is; everything else is text until `markup` has escaped it. */
export interface Html {
  readonly html: string;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text → HTML that shows exactly that text, between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

/**
 * Template tag: strings and numbers are escaped, Html is kept, lists are joined, null is nothing.
 * Not called `html`, as formatters reflow templates of that name and would add white space around quotes.
 */
export function markup(parts: TemplateStringsArray, ...values: readonly Insertable[]): Html {
  return { html: parts.map((part, at) => part + inserted(values[at])).join('') };
}

type Insertable = string | number | Html | null | readonly Html[];

function inserted(value: Insertable | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  return 'html' in value ? value.html : value.map((each) => each.html).join('');
}
