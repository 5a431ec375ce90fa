import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const root = path.resolve(__dirname, '../..');
const documents = path.join(root, 'knowledge', 'documents');
const seeds = path.join(root, '..', 'shared', 'seeds');

interface Seed {
  readonly saved: string;
  readonly document: string;
  readonly headings: readonly string[];
  /** Lines of the saved page that are not the party's position, in order: menus, forms, captions, metadata. */
  readonly omitted: readonly string[];
}

const shipped: readonly Seed[] = [
  {
    saved: 'ap-op-ed-ansvarlig-og-solidarisk-ruspolitikk.txt',
    document: 'ap/ansvarlig-og-solidarisk-ruspolitikk.md',
    headings: [],
    omitted: [],
  },
  {
    saved: 'ap-rus.txt',
    document: 'ap/rus.md',
    headings: [
      '# Rus',
      '## En behandlingsreform for tunge brukere',
      '## Rusforebygging og unge',
      '## Differensiert reaksjon',
    ],
    omitted: [
      'Er du enig med Arbeiderpartiet om Rus?',
      'Takk for din tilbakemelding!',
      'Vil du vite hva mer vi kanskje er enig om?',
      'Eller se andre måter å engasjere seg',
      'Takk for din interesse!',
      'Du vil nå motta nyhetsbrev fra oss :)',
      'Takk for tilbakemeldingen. Vi kan ikke være enige om alt!',
      'Kanskje er det andre saker du er enig med oss i?',
      'Se andre politiske saker',
    ],
  },
  {
    saved: 'frp-rusomsorg.txt',
    document: 'frp/rusomsorg.md',
    headings: [
      '# Rusomsorg',
      '## Raskere hjelp',
      '## Bedre forebygging og raskere hjelp',
      '## Partiprogram 2021 - 2025',
    ],
    omitted: [
      '© Colourbox',
      'Vi bruker informasjonskapsler (cookies)',
      'Som de aller fleste nettsteder bruker vi informasjonskapsler (cookies) for at du skal få en optimal brukeropplevelse. Vi kommer ikke til å lagre eller behandle opplysninger med mindre du gir samtykke til dette. Unntaket er nødvendige informasjons-kapsler som sørger for grunnleggende funksjoner på nettsiden.',
      'Mer informasjon',
      'Vær oppmerksom på at blokkering av enkelte informasjons-kapsler kan påvirke hvilket innhold du ser på siden. Du kan lese mer om bruk av informasjonskapsler i vår personvernerklæring',
      'Under kan du se hvilke informasjonskapsler (cookies) vi bruker og hvordan du administrerer dem:',
      'Nødvendige cookies',
      'Sikrer grunnleggende funksjoner, nettstedet vil ikke kunne fungere optimalt uten slike informasjonskapsler. Disse er derfor vurdert som nødvendige og lagres automatisk uten foregående samtykke.',
      'Disse informasjonskapslene gir oss innsikt og forståelse av hvordan nettsiden vår brukes av besøkende. Vi bruker analyseverktøyet Google Analytics som blant annet kan fortelle oss hvor lenge en bruker oppholder seg på siden eller hvilken side man kommer fra. Informasjonen vi henter er anonymisert.',
      'Ved å huke av for denne tillater du bruk av tredjeparts-informasjonskapsler, som gjør at vi kan tilpasse innhold basert på det som engasjerer deg mest. Disse hjelper oss å vise skredder-sydd innhold som er relevant og engasjerende for deg, for eks-empel i form av annonser eller reklamebanner.',
      'Tredjepartsinformasjonskapsler settes av et annet nettsted enn det du besøker, for eksempel Facebook.',
    ],
  },
  {
    saved: 'senterungdommen-ein-ruspolitikk-til-det-beste-for-alle.txt',
    document: 'senterungdommen/ein-ruspolitikk-til-det-beste-for-alle.md',
    headings: ['# Ein ruspolitikk til det beste for alle'],
    omitted: ['Meny', 'Bli medlem', 'Resolusjoner', '26.05.2020'],
  },
  {
    saved: 'sentrum-resolusjon-rusbruk.txt',
    document: 'sentrum/resolusjon-rusbruk.md',
    headings: [],
    omitted: ['Vedtatt i enstemmig landsstyre, 22. oktober 2023', 'Pin It on Pinterest'],
  },
];

const sourcesSchema = z.array(z.looseObject({ file: z.string(), party: z.string() }));

function split(document: string): { readonly frontMatter: string; readonly text: string } {
  const match = /^---\n(.*?)\n---\n(.*)$/su.exec(readFileSync(path.join(documents, document), 'utf8'));
  return { frontMatter: match?.[1] ?? '', text: match?.[2] ?? '' };
}

/** Lines with text, their marks as the saved pages have them: headings bare, bullets "• ". */
function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/^#{1,6} /u, '')
        .replace(/^(?:-|•) \s*/u, '• '),
    )
    .filter((line) => line !== '');
}

/** Walks both in order: lines of `saved` that `ours` lacks, and what of `ours` the saved page does not have there. */
function compare(ours: readonly string[], saved: readonly string[]): { omitted: string[]; invented: string[] } {
  const rest = [...ours];
  const omitted: string[] = [];
  for (const line of saved) {
    if (rest[0] === line) rest.shift();
    else omitted.push(line);
  }
  return { omitted, invented: rest };
}

test('the knowledge folder ships exactly the five seed documents', () => {
  const files = readdirSync(documents, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(documents, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
  expect(files.toSorted()).toEqual(shipped.map((seed) => seed.document).toSorted());
});

describe.each(shipped)('$document', ({ document, headings }) => {
  const { frontMatter, text } = split(document);

  test('has front matter with `published` as a string, and text', () => {
    expect(parse(frontMatter)).toEqual(expect.objectContaining({ published: expect.any(String) }));
    expect(linesOf(text).length).toBeGreaterThan(5);
  });

  test('has the headings of the page and no others', () => {
    expect(text.split('\n').filter((line) => line.startsWith('#'))).toEqual(headings);
  });

  test('has one block a line, an empty line between blocks and none between bullets', () => {
    const lines = text.split('\n');
    const wrong = lines.filter((line, index) => {
      const next = lines[index + 1];
      if (line !== line.trimEnd()) return true;
      if (line === '') return next === '' || (next?.startsWith('- ') && lines[index - 1]?.startsWith('- '));
      return next !== '' && !(line.startsWith('- ') && next?.startsWith('- '));
    });
    expect(wrong).toEqual([]);
  });
});

describe('against the saved pages', () => {
  const missing = existsSync(seeds)
    ? null
    : 'not compared with the saved pages, because ../shared/seeds is not beside the repository';
  if (missing !== null) {
    console.warn(`seeds.test.ts: ${missing}`);
    test.skip(missing, () => undefined);
    return;
  }
  const sources = sourcesSchema.parse(parse(readFileSync(path.join(seeds, 'sources.yaml'), 'utf8')));

  test('every saved page is shipped', () => {
    expect(shipped.map((seed) => seed.saved).toSorted()).toEqual(sources.map((entry) => entry.file).toSorted());
  });

  describe.each(shipped)('$document', ({ saved, document, omitted }) => {
    test('has every line of the page in its order, save those left out on purpose', () => {
      const page = readFileSync(path.join(seeds, saved), 'utf8');
      expect(compare(linesOf(split(document).text), linesOf(page))).toEqual({ omitted, invented: [] });
    });

    test('says of itself what is known of the page', () => {
      const known = sources.find((entry) => entry.file === saved);
      const { file, party, ...fields } = known ?? { file: '', party: '' };
      expect({ file, party }).toEqual({ file: saved, party: document.split('/')[0] });
      expect(parse(split(document).frontMatter)).toEqual({ language: 'nb', ...fields });
    });
  });
});
