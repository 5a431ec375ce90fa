import type { Reply, ReplyQuote, ReplySection } from '../domain.js';

/** A reply without its text → the text, for channels that show no markup and for `ask`. */
export function plainText(reply: Omit<Reply, 'text'>): string {
  const sections = reply.sections.map((section) => sectionText(section));
  const sources = reply.sources.map(({ citation, text }) => `[${citation.number}] ${text}`);
  return [reply.opening.join('\n'), ...sections, sources.join('\n'), reply.closing.join('\n')]
    .filter(Boolean)
    .join('\n\n');
}

function sectionText({ heading, quotes, note, nearest }: ReplySection): string {
  const lines = quotes.map((quote) => quoteText(quote));
  if (note !== null) lines.push(note);
  if (nearest !== null) lines.push(nearest.says, quoteText(nearest.quote));
  return `${heading}: ${lines.join('\n')}`;
}

function quoteText({ leadIn, text, source, warnings, citation }: ReplyQuote): string {
  const before = leadIn === null ? '' : `«${leadIn}» `;
  return [`${before}«${text}» [${citation.number}] — ${source}`, ...warnings].join('. ').replace(/\.\.$/u, '.');
}
