import { z } from 'zod';
import type { Language, Metadata } from '../domain.js';

const text = z.string('write a text').trim().min(1, 'write a text').max(500, 'write at most 500 characters');
const year = z.coerce.number('write a year').int('write a year').min(1800, 'write a year').max(2100, 'write a year');

const published = z
  .union([z.string(), z.number()], 'write YYYY, YYYY-MM, YYYY-MM-DD or unknown')
  .transform(String)
  .refine((value) => value === 'unknown' || isDate(value), 'write YYYY, YYYY-MM, YYYY-MM-DD or unknown');

const period = z
  .strictObject({ from: year, to: year }, 'write { from: 2021, to: 2025 }')
  .refine(({ from, to }) => from <= to, 'write the earlier year as `from`');

const pages = z.array(
  z
    .union([z.string(), z.number()])
    .transform(String)
    .refine((range) => /^\d{1,4}(?:-\d{1,4})?$/u.test(range), 'write pages as 4 or 1-4'),
  'write a list of pages: [1-4, 139]',
);

/** The fields of front matter and sidecars. The format is stable: editors and other tools write it. */
export const metadataSchema = z
  .strictObject(
    {
      title: text,
      kind: z.enum(['programme', 'draft-programme', 'resolution', 'web-page', 'op-ed', 'press-release', 'speech']),
      published,
      period: period.optional(),
      url: z.url({ protocol: /^https?$/u, error: 'write an address that begins with https:// or http://' }).optional(),
      publisher: text.optional(),
      author_role: text.optional(),
      adopted_by: text.optional(),
      language: z.enum(['nb', 'nn', 'en']).optional(),
      skip_pages: pages.optional(),
    },
    'write the fields of the document, `title`, `kind` and `published` at least',
  )
  .refine((fields) => fields.kind !== 'op-ed' || fields.publisher, {
    path: ['publisher'],
    message: 'name the paper that printed the op-ed',
  });

export type Fields = z.infer<typeof metadataSchema>;

/** Checked fields → metadata; `detected` is the language of the text, for documents that do not say it. */
export function toMetadata(fields: Fields, detected: Language): Metadata {
  return {
    title: fields.title,
    kind: fields.kind,
    published: fields.published,
    period: fields.period ?? null,
    url: fields.url ?? null,
    publisher: fields.publisher ?? null,
    authorRole: fields.author_role ?? null,
    adoptedBy: fields.adopted_by ?? null,
    language: fields.language ?? detected,
  };
}

function isDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(value);
  if (!match) return false;
  const [, , month = '01', day = '01'] = match;
  const date = new Date(`${match[1]}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(5, 10) === `${month}-${day}`;
}
