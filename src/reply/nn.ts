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
  help: ({ parties, silent, operator }) => {
    const how = `Spør om eit parti og ei sak, til dømes som under. Vi har dokument frå ${list.format(parties)}.`;
    const run = operator === null ? 'Kven som driv tenesta, er ikkje oppgitt.' : `Tenesta blir driven av ${operator}.`;
    return {
      greeting: ['Hei! Her kan du lese kva partia sjølve har skrive, ordrett og med kjelde.', how],
      capabilities: [
        'Dette er ei automatisk teneste som finn kva partia sjølve har skrive om ei sak, og viser det ordrett med kjelde. Ho gir ingen råd og rangerer ingen.',
        how,
        'Du kan følgje opp med «og Ap?», «er dei einige?» eller «når er det frå?», og skrive «parti», «kjelder», «språk», «personvern» eller «slett».',
      ],
      thanks: ['Berre hyggeleg. Spør gjerne om meir.'],
      goodbye: ['Ha det! Skriv «slett» dersom tenesta skal gløyme samtalen med ein gong.'],
      human: ['Nei, dette er ei automatisk teneste. Ho viser ordrette sitat frå partia sine eigne dokument.', how],
      operator: ['Dette er ei automatisk teneste som viser ordrette sitat frå partia sine eigne dokument.', run],
      parties: [
        `Vi har dokument frå ${list.format(parties)}.`,
        ...(silent.length > 0 ? [`Frå ${list.format(silent)} har vi ingen.`] : []),
      ],
      privacy: [
        'Spørsmåla og svara blir ikkje logga eller skrivne til disk. For at du skal kunne følgje opp, ligg det førre spørsmålet i minnet ei kort stund, aldri over 24 timar, under ein nøkkel som ikkje viser kven du er. I nettpraten ligg samtalen der like lenge, i Slack dei siste svara.',
        'Skriv «slett» for å fjerne det med ein gong.',
        run,
      ],
      erased: ['Sletta. Tenesta hugsar ikkje lenger noko frå denne samtalen.'],
      language: [
        'Svara kjem på nynorsk. Skriv «svar på bokmål» eller «answer in English» for å byte. Sitata står alltid på sitt eige språk.',
      ],
      empty: ['Meldinga var tom.', how],
      unreadable: ['Det var ingen ord i meldinga som vi kan lese.', how],
      'no-question': [
        'Vi fann ikkje noko spørsmål om politikken til eit parti i meldinga. Skriv det gjerne kortare.',
        how,
      ],
    };
  },
  clarify: (candidates) => ({
    'ambiguous-party': `Kva parti meiner du: ${choice.format(candidates)}?`,
    collective: 'Kven som høyrer til ei slik gruppe, skifter, så vi spør heller om kvart parti. Kva parti meiner du?',
    'missing-party': `Kven vil du samanlikne ${list.format(candidates)} med?`,
    'missing-topic':
      candidates.length > 0 ? `Kva sak vil du vite kva ${list.format(candidates)} meiner om?` : 'Kva sak gjeld det?',
    'missing-context': 'Kva siktar du til? Skriv heile spørsmålet med parti og sak.',
  }),
  declined: {
    'voting-advice': 'Vi gir ikkje råd om kva du skal røyste.',
    evaluation: 'Vi vurderer og rangerer ikkje parti.',
    instructions: 'Tenesta viser berre ordrette sitat frå dokumenta til partia og gjer ikkje anna.',
    abuse: 'Det kan vi ikkje svare på.',
  },
  insteadAsk: (parties) =>
    `Du kan spørje kva partia sjølve har skrive om ei sak; vi har dokument frå ${list.format(parties)}. Praktisk informasjon om val står på valg.no.`,
  source: (title, kind, party) => `«${title}», ${kind} frå ${party}`,
  noNewer: 'Vi kan berre seie kva som står i dokumenta vi har, ikkje om partiet har meint noko anna sidan.',
  standing: {
    programme: 'Eit partiprogram er vedteke av partiet.',
    'draft-programme': 'Eit utkast er ikkje vedteke.',
    resolution: 'Ein resolusjon er eit vedtak.',
    'web-page': 'Ei nettside er partiet sin eigen tekst; opplysningane vi har, seier ikkje om han er vedteken.',
    'op-ed': 'Eit lesarinnlegg står for den som har skrive det.',
    'press-release': 'Ei pressemelding er partiet sin eigen tekst, ikkje eit vedtak.',
    speech: 'Ein tale er orda til talaren, ikkje eit vedtak.',
  },
  author: (party) => `Avsendaren er ${party}; kven som har ført teksten i pennen, står ikkje i opplysningane vi har.`,
  library: 'Dette er dokumenta vi har:',
  libraryMore: (count) => `Vi har ${count} dokument til; alle står på kjeldesida.`,
  agreement: 'Vi avgjer ikkje om partia er einige; sitata står for seg sjølve.',
  change: 'Det nyaste dokumentet står først. Vi avgjer ikkje om partiet har endra meining.',
  onlyOne:
    'Vi fann ikkje fleire dokument frå same parti som omtalar dette, så vi kan ikkje vise noka endring over tid.',
  reasons: 'Dette er det som står ved sida av; vi legg ikkje til noka grunngiving.',
  noLists: 'Vi lagar ikkje lister over kven som er for og mot; les kva kvart parti skriv.',
  noMore: (party) => `Vi fann ikkje fleire sitat frå ${party} om dette.`,
  older: (year) => `Eldre dokument, frå ${year}.`,
  welcome: (operator) => [
    'Hei! Dette er ei automatisk teneste som viser kva partia sjølve har skrive, ordrett og med kjelde. Står det ingenting, får du vite det.',
    ...(operator === null ? [] : [`Tenesta blir driven av ${operator}.`]),
  ],
  question: (party, topic) => `Kva meiner ${party} om ${topic}?`,
  moreQuotes: (parties, topic) =>
    parties.length > 0 ? `Fleire sitat frå ${list.format(parties)} om ${topic}` : `Fleire sitat frå partia om ${topic}`,
  questionToAll: (topic) => `Kva meiner partia om ${topic}?`,
};
