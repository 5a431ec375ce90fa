import type { z } from 'zod';
import { metadataSchema, type Fields } from '../knowledge/metadata.js';

/** What `add` was told about a document, as typed. */
export interface FieldOptions {
  readonly title?: string;
  readonly kind?: string;
  readonly published?: string;
  readonly period?: string;
  readonly url?: string;
  readonly publisher?: string;
  readonly authorRole?: string;
  readonly adoptedBy?: string;
  readonly language?: string;
  readonly skipPages?: string;
}

/** Field of the sidecar → the option that sets it. */
const optionOf: Readonly<Record<keyof Fields, string>> = {
  title: '--title',
  kind: '--kind',
  published: '--published',
  period: '--period',
  url: '--url',
  publisher: '--publisher',
  author_role: '--author-role',
  adopted_by: '--adopted-by',
  language: '--language',
  skip_pages: '--skip-pages',
};

/** Where the schema's own advice is about YAML. */
const cures: Readonly<Partial<Record<keyof Fields, string>>> = {
  title: 'write the title that the document itself has, at most 500 characters',
  period: 'write the first and the last year, as 2025-2029',
  skip_pages: 'write pages and ranges of pages, as 1-4,139',
};

export type ReadFields =
  { readonly ok: true; readonly fields: Fields } | { readonly ok: false; readonly errors: readonly string[] };

/** Options → checked fields, or a sentence for every option that is wrong. */
export function readFields(options: FieldOptions): ReadFields {
  const typed: Readonly<Record<keyof Fields, unknown>> = {
    title: options.title,
    kind: options.kind,
    published: options.published,
    period: options.period === undefined ? undefined : yearsOf(options.period),
    url: options.url,
    publisher: options.publisher,
    author_role: options.authorRole,
    adopted_by: options.adoptedBy,
    language: options.language,
    skip_pages: options.skipPages?.split(',').map((pages) => pages.trim()),
  };
  const parsed = metadataSchema.safeParse(typed);
  if (parsed.success) return { ok: true, fields: parsed.data };
  const errors = parsed.error.issues.map((issue) => {
    const field = metadataSchema.keyof().safeParse(issue.path[0]).data;
    if (field === undefined) return `${issue.message}.`;
    const state = typed[field] === undefined ? 'missing' : 'wrong';
    return `${optionOf[field]} is ${state}: ${cures[field] ?? adviceOf(issue)}.`;
  });
  return { ok: false, errors: [...new Set(errors)] };
}

/** "2025-2029" → years; what does not look like it goes on as it is, for the schema to refuse. */
function yearsOf(period: string): unknown {
  const match = /^\s*(\d{4})\s*[-–]\s*(\d{4})\s*$/u.exec(period);
  return match ? { from: match[1], to: match[2] } : period;
}

function adviceOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_value' ? `write one of ${issue.values.join(', ')}` : issue.message;
}
