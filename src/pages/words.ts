import type { Document, DocumentKind, Party, Period } from '../domain.js';

const kinds: Readonly<Record<DocumentKind, string>> = {
  programme: 'Partiprogram',
  'draft-programme': 'Utkast til partiprogram',
  resolution: 'Resolusjon',
  'web-page': 'Nettside',
  'op-ed': 'Leserinnlegg',
  'press-release': 'Pressemelding',
  speech: 'Tale',
};

const months = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
] as const;

/** "Leserinnlegg" for `op-ed`. */
export function kindInWords(kind: DocumentKind): string {
  return kinds[kind];
}

/** The roles that metadata gives in English; any other is shown as it is written. */
export function roleInWords(role: string): string {
  return role === 'local politician' ? 'lokalpolitiker' : role;
}

/** YYYY, YYYY-MM or YYYY-MM-DD → "2021", "mai 2020", "26. mai 2020"; anything else is "uten dato". */
export function dateInWords(published: string): string {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(published);
  if (!found) return 'uten dato';
  const [, year = '', month, day] = found;
  if (month === undefined) return year;
  const name = months[Number(month) - 1];
  if (name === undefined) return year;
  return day === undefined ? `${name} ${year}` : `${Number(day)}. ${name} ${year}`;
}

/** "2021–2025", with "(utløpt)" once the last year is over. */
export function periodInWords(period: Period, currentYear: number): string {
  const years = period.from === period.to ? String(period.from) : `${period.from}–${period.to}`;
  return period.to < currentYear ? `${years} (utløpt)` : years;
}

/** "Side 69 i PDF-en (trykt side 67)"; the printed number only where it is known and another. */
export function pageInWords(page: number, printed: string | null): string {
  const other = printed === null || printed === String(page) ? '' : ` (trykt side ${printed})`;
  return `Side ${page} i PDF-en${other}`;
}

/** "1 side", "180 sider". */
export function pageCountInWords(count: number): string {
  return count === 1 ? '1 side' : `${count} sider`;
}

/** What a reader has to know before trusting the text as the party's position today; empty when there is nothing. */
export function warningsInWords(
  document: Document,
  parties: ReadonlyMap<string, Party>,
  currentYear: number,
): readonly string[] {
  const found: string[] = [];
  const party = parties.get(document.party);
  if (document.kind === 'op-ed')
    found.push('Dette er et leserinnlegg. Det er forfatterens egne ord og ikke vedtatt av partiet.');
  if (document.kind === 'draft-programme')
    found.push('Dette er et utkast. Det er ikke vedtatt, og teksten kan bli endret.');
  if (party?.youthOf) {
    const mother = parties.get(party.youthOf)?.name.nb ?? 'moderpartiet';
    found.push(`${party.name.nb} er en ungdomsorganisasjon. Det den mener, er ikke nødvendigvis det ${mother} mener.`);
  }
  if (document.period && document.period.to < currentYear)
    found.push(
      `Perioden ${document.period.from}–${document.period.to} er utløpt. Partiet kan ha vedtatt noe annet siden.`,
    );
  return found;
}
