import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Document, Passage } from '../domain.js';

const place = { party: z.string().optional(), page: z.number().nullable().default(null) };
/** A quote as it stands, or its print where the text is not ours to copy. */
const goldQuote = z.union([
  z.object({ ...place, quote: z.string().min(1) }),
  z.object({ ...place, print: z.string().regex(/^[0-9a-f]{16}$/u) }),
]);

/** One line of a gold file; fields that are not scored here are ignored. */
const lineSchema = z.object({
  id: z.coerce.string(),
  /** The id of the question that this one is in another language. */
  twin: z.string().optional(),
  kind: z.string().optional(),
  style: z.string().optional(),
  lang: z.string().default('nb'),
  turns: z.array(z.string()).min(1).optional(),
  question: z.string().optional(),
  party: z.string().optional(),
  parties: z.array(z.string()).default([]),
  expect: z.enum(['answer', 'abstain', 'refuse', 'clarify', 'help']),
  gold: z.array(goldQuote).default([]),
  also: z.array(goldQuote).default([]),
  must_not_parties: z.array(z.string()).default([]),
});
export type GoldLine = z.infer<typeof lineSchema>;

export interface GoldQuote {
  readonly party?: string | undefined;
  /** Of the file, from 1; null where it has none or it is not known. */
  readonly page: number | null;
  readonly quote: string;
}

/** A gold line whose quotes are all text. */
export interface Gold extends Omit<GoldLine, 'gold' | 'also'> {
  readonly gold: readonly GoldQuote[];
  readonly also: readonly GoldQuote[];
}

/** The text of a gold file → its items. @throws Error that names the line that is none */
export function parseGold(text: string, file: string): readonly GoldLine[] {
  return text.split('\n').flatMap((line, at) => {
    if (!line.trim()) return [];
    try {
      return [lineSchema.parse(JSON.parse(line))];
    } catch (error) {
      const cure =
        'write id, turns or question, and expect (answer, abstain, refuse, clarify or help); gold quotes have a quote or a print of 16 hex digits';
      throw new Error(`${file}:${at + 1} is not a gold item; ${cure}`, { cause: error });
    }
  });
}

/** The first 16 hex digits of the SHA-256 of a text's letters and digits, in lower case and without soft hyphens. */
export function printOf(text: string): string {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('\u00AD', '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return createHash('sha256').update(letters).digest('hex').slice(0, 16);
}

/** Print → text, of everything that can be quoted. */
export function textsByPrint({ documents, passages }: Quotable): Texts {
  return new Map(
    Array.from(passages.values()).flatMap(({ passage }) => {
      const body = documents.get(passage.document)?.body ?? '';
      return passage.units.map(({ start, end }) => {
        const text = body.slice(start, end);
        return [printOf(text), text] as const;
      });
    }),
  );
}

type Texts = ReadonlyMap<string, string>;

/** What is needed of an index. */
interface Quotable {
  readonly documents: ReadonlyMap<string, Pick<Document, 'body'>>;
  readonly passages: ReadonlyMap<string, { readonly passage: Pick<Passage, 'document' | 'units'> }>;
}

/**
 * Prints → quotes. Left out is an item none of whose gold prints is of this knowledge, and one that nothing answers when
 * that holds of all prints of its party: the document whose silence it is about is another one.
 */
export function resolveGold(lines: readonly GoldLine[], texts: Texts): { items: readonly Gold[]; leftOut: number } {
  const resolved = lines.map((line) => ({
    line,
    item: { ...line, gold: quotesOf(line.gold, texts), also: quotesOf(line.also, texts) },
  }));
  const printed = new Set<string>();
  const known = new Set<string>();
  for (const { line, item } of resolved) {
    for (const each of line.gold) if ('print' in each) printed.add(each.party ?? line.party ?? '');
    for (const each of item.gold) known.add(each.party ?? line.party ?? '');
  }
  const here = ({ line, item }: (typeof resolved)[number]): boolean =>
    line.gold.length > 0 ? item.gold.length > 0 : askedOf(line).every((id) => !printed.has(id) || known.has(id));
  const items = resolved.filter(here).map(({ item }) => item);
  return { items, leftOut: lines.length - items.length };
}

function quotesOf(quotes: GoldLine['gold'], texts: Texts): readonly GoldQuote[] {
  return quotes.flatMap((each) => {
    if ('quote' in each) return [each];
    const quote = texts.get(each.print);
    return quote === undefined ? [] : [{ party: each.party, page: each.page, quote }];
  });
}

/** Ids of the parties that a question is about; none when it names nobody. */
export function askedOf({ party, parties }: Pick<Gold, 'party' | 'parties'>): readonly string[] {
  return [...new Set([...parties, ...(party === undefined ? [] : [party])])];
}

/** Holds a twin against the very quotes of the other one, where that is among the items: only the question differs. */
export function withTwins(items: readonly Gold[]): readonly Gold[] {
  const first = new Map(items.filter(({ twin }) => twin === undefined).map((item) => [item.id, item]));
  return items.map((item) => {
    const other = first.get(item.twin ?? '');
    return other ? { ...item, gold: other.gold, also: other.also } : item;
  });
}
