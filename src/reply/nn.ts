import type { Wording } from './wording.js';

const months = 'januar februar mars april mai juni juli august september oktober november desember'.split(' ');
const list = new Intl.ListFormat('nn', { type: 'conjunction' });
const choice = new Intl.ListFormat('nn', { type: 'disjunction' });

export const nn: Wording = {
  date: (year, month, day) =>
    [day && `${Number(day)}.`, month && months[Number(month) - 1], year].filter(Boolean).join(' '),
  undated: 'utan dato',
  pages: (pages) => `side ${pages} i PDF-en`,
  printedPage: (page, from) => `${from ? 'frå ' : ''}prenta side ${page}`,
  expired: 'perioden er gått ut',
  period: ({ from, to }, expired) => `perioden ${from}–${to}${expired ? ' er gått ut' : ''}`,
  adoptedBy: (body) => `vedteke av ${body}`,
  kinds: {
    programme: 'partiprogram',
    'draft-programme': 'utkast til partiprogram',
    resolution: 'resolusjon',
    'web-page': 'nettside',
    'op-ed': 'lesarinnlegg',
    'press-release': 'pressemelding',
    speech: 'tale',
  },
  roles: { 'local politician': 'lokalpolitikar' },
  opEd: (role, publisher) => `Lesarinnlegg${role ? ` av ein ${role}` : ''} i ${publisher}, ikkje vedteke av partiet.`,
  draft: 'Utkast til program, ikkje vedteke av partiet.',
  youth: (mother) => `Ungdomsorganisasjon: seier kva han sjølv meiner, ikkje kva ${mother} meiner.`,
  alsoOnPages: (pages) => `også på side ${pages}`,
  list: (names) => list.format(names),
  understoodAs: (question) => `Forstått som: ${question}`,
  notMentioned: (party, titles, more) => {
    const rest = more > 0 ? [`${more} til`] : [];
    const named = titles.map((title) => `«${title}»`);
    return titles.length === 0
      ? `Ikkje omtalt i dokumenta vi har frå ${party}.`
      : `Ikkje omtalt i dokumenta vi har frå ${party}: ${list.format([...named, ...rest])}.`;
  },
  notMentionedByAnybody: 'Ingen av dokumenta vi har, omtalar dette.',
  othersSilent: (parties) => `Ikkje omtalt i dokumenta vi har frå ${parties}.`,
  noDocuments: (party) => `Vi har ingen dokument frå ${party}, og kan difor ikkje seie kva partiet meiner.`,
  nearest: 'Det næraste vi fann, som ikkje er eit svar på spørsmålet:',
  youthOffer: (youth, mother) =>
    `${youth}, som er ungdomsorganisasjon for ${mother}, omtalar dette. Det er ikkje det same som kva ${mother} meiner.`,
  motherOffer: (mother, youth) =>
    `${mother}, som er moderpartiet til ${youth}, omtalar dette. Det er ikkje det same som kva ${youth} meiner.`,
  help: (reason, parties) => {
    const how = `Spør om eit parti og ei sak, til dømes som under. Vi har dokument frå ${parties}.`;
    switch (reason) {
      case 'greeting':
        return ['Hei! Her kan du lese kva partia sjølve har skrive, ordrett og med kjelde.', how];
      case 'thanks':
        return ['Berre hyggeleg. Spør gjerne om meir.'];
      case 'human':
        return ['Nei, dette er ei automatisk teneste. Ho viser ordrette sitat frå partia sine eigne dokument.', how];
      case 'capabilities':
        return [
          'Dette er ei automatisk teneste som finn kva partia sjølve har skrive om ei sak, og viser det ordrett med kjelde. Ho gir ingen råd og rangerer ingen.',
          how,
        ];
      case 'empty':
        return ['Meldinga var tom.', how];
      case 'unreadable':
        return ['Det var ingen ord i meldinga som vi kan lese.', how];
      case 'no-question':
        return ['Vi fann ikkje noko spørsmål om politikken til eit parti i meldinga. Skriv det gjerne kortare.', how];
      default:
        return reason satisfies never;
    }
  },
  clarify: (reason, candidates) => {
    switch (reason) {
      case 'ambiguous-party':
        return [`Kva parti meiner du: ${choice.format(candidates)}?`];
      case 'missing-topic':
        return [`Kva sak vil du vite kva ${list.format(candidates)} meiner om?`];
      case 'missing-context':
        return ['Kva siktar du til? Skriv heile spørsmålet med parti og sak.'];
      default:
        return reason satisfies never;
    }
  },
  declined: (reason, parties) => {
    const rest = `Du kan spørje kva partia sjølve har skrive om ei sak; vi har dokument frå ${parties}. Praktisk informasjon om val står på valg.no.`;
    switch (reason) {
      case 'voting-advice':
        return ['Vi gir ikkje råd om kva du skal røyste.', rest];
      case 'evaluation':
        return ['Vi vurderer og rangerer ikkje parti.', rest];
      case 'instructions':
        return ['Tenesta viser berre ordrette sitat frå dokumenta til partia og gjer ikkje anna.', rest];
      default:
        return reason satisfies never;
    }
  },
  source: (title, kind, party) => `«${title}», ${kind} frå ${party}`,
  noNewer: 'Vi kan berre seie kva som står i dokumenta vi har, ikkje om partiet har meint noko anna sidan.',
  welcome: (operator) => [
    'Hei! Dette er ei automatisk teneste som viser kva partia sjølve har skrive, ordrett og med kjelde. Står det ingenting, får du vite det.',
    ...(operator === null ? [] : [`Tenesta blir driven av ${operator}.`]),
  ],
  question: (party, topic) => `Kva meiner ${party} om ${topic}?`,
  questionToAll: (topic) => `Kva meiner partia om ${topic}?`,
};
