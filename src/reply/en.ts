import type { Wording } from './wording.js';

const months = 'January February March April May June July August September October November December'.split(' ');
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const choice = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** "the Labour Party", but "Partiet Sentrum". */
const takesArticle = /(?:Party|League|Greens|Democrats|Liberalists|Conservatives|Liberals)$/u;
const the = (name: string): string => (takesArticle.test(name) ? `the ${name}` : name);

export const en: Wording = {
  date: (year, month, day) =>
    [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(' '),
  undated: 'undated',
  pages: (pages) => (pages.includes('–') ? `pages ${pages} of the PDF` : `page ${pages} of the PDF`),
  printedPage: (page, from) => `${from ? 'from ' : ''}printed page ${page}`,
  expired: 'the period has expired',
  period: ({ from, to }, expired) => `the period ${from}–${to}${expired ? ' has expired' : ''}`,
  adoptedBy: (body) => `adopted by ${body}`,
  kinds: {
    programme: 'party programme',
    'draft-programme': 'draft party programme',
    resolution: 'resolution',
    'web-page': 'web page',
    'op-ed': 'op-ed',
    'press-release': 'press release',
    speech: 'speech',
  },
  roles: {},
  opEd: (role, publisher) => `Op-ed${role ? ` by a ${role}` : ''} in ${publisher}, not adopted by the party.`,
  draft: 'Draft programme, not adopted by the party.',
  youth: (mother) => `Youth organisation: it speaks for itself, not for ${mother}.`,
  alsoOnPages: (pages) => `also on page ${pages}`,
  list: (names) => list.format(names),
  understoodAs: (question) => `Understood as: ${question}`,
  notMentioned: (party, titles, more) => {
    const rest = more > 0 ? [`${more} more`] : [];
    const named = titles.map((title) => `«${title}»`);
    return titles.length === 0
      ? `Not mentioned in the documents we have from ${the(party)}.`
      : `Not mentioned in the documents we have from ${the(party)}: ${list.format([...named, ...rest])}.`;
  },
  notMentionedByAnybody: 'None of the documents we have mention this.',
  othersSilent: (parties) => `Not mentioned in the documents we have from ${parties}.`,
  noDocuments: (party) => `We have no documents from ${the(party)}, so we cannot say what its position is.`,
  nearest: 'The nearest we found, which does not answer the question:',
  youthOffer: (youth, mother) =>
    `${youth}, the youth organisation of ${mother}, mentions this. That is not the same as the position of ${mother}.`,
  motherOffer: (mother, youth) =>
    `${mother}, the mother party of ${youth}, mentions this. That is not the same as the position of ${youth}.`,
  help: ({ parties, silent, operator }) => {
    const how = `Ask about a party and an issue, for example as below. We have documents from ${list.format(parties.map(the))}. Quotes stay in Norwegian.`;
    const run = operator === null ? 'Who runs the service has not been stated.' : `The service is run by ${operator}.`;
    return {
      greeting: [
        'Hello! Here you can read what the parties themselves have written, word for word and with its source.',
        how,
      ],
      capabilities: [
        'This is an automatic service that finds what the parties themselves have written about an issue, and shows it word for word with its source. It gives no advice and ranks nobody.',
        how,
        'You can go on with “and Labour?”, “do they agree?” or “when is that from?”, and write “parties”, “sources”, “language”, “privacy” or “delete”.',
      ],
      thanks: ['You are welcome. Feel free to ask more.'],
      goodbye: ['Goodbye! Write “delete” if the service is to forget the conversation at once.'],
      human: ['No, this is an automatic service. It shows verbatim quotes from the parties’ own documents.', how],
      operator: ['This is an automatic service that shows verbatim quotes from the parties’ own documents.', run],
      parties: [
        `We have documents from ${list.format(parties.map(the))}.`,
        ...(silent.length > 0 ? [`From ${list.format(silent.map(the))} we have none.`] : []),
      ],
      privacy: [
        'Questions and answers are not logged or written to disk. So that you can follow up, the question before is kept in memory for a short while, never more than 24 hours, under a key that does not show who you are. In the web chat the conversation is kept there as long, in Slack the latest answers.',
        'Write “delete” to remove it at once.',
        run,
      ],
      erased: ['Deleted. The service no longer remembers anything of this conversation.'],
      language: [
        'Answers come in English. Write “svar på bokmål” or “svar på nynorsk” to switch. Quotes always stay in their own language.',
      ],
      empty: ['The message was empty.', how],
      unreadable: ['There were no words in the message that we can read.', how],
      'no-question': ['We found no question about a party’s policy in the message. A shorter one may help.', how],
    };
  },
  clarify: (candidates) => ({
    'ambiguous-party': `Which party do you mean: ${choice.format(candidates.map(the))}?`,
    collective: 'Who belongs to such a group changes, so please ask about each party. Which party do you mean?',
    'missing-party': `Whom would you like to compare ${list.format(candidates.map(the))} with?`,
    'missing-topic':
      candidates.length > 0
        ? `Which issue would you like to know the position of ${list.format(candidates.map(the))} on?`
        : 'Which issue is it about?',
    'missing-context': 'What do you refer to? Please write the whole question with party and issue.',
  }),
  declined: {
    'voting-advice': 'We give no advice on how to vote.',
    evaluation: 'We do not evaluate or rank parties.',
    instructions: 'The service shows verbatim quotes from the parties’ documents and does nothing else.',
    abuse: 'That is nothing we can answer.',
  },
  insteadAsk: (parties) =>
    `You can ask what the parties themselves have written about an issue; we have documents from ${list.format(parties.map(the))}. Practical information about elections is at valg.no.`,
  source: (title, kind, party) => `“${title}”, ${kind} from ${the(party)}`,
  noNewer:
    'We can only say what stands in the documents we have, not whether the party has changed its position since.',
  standing: {
    programme: 'A party programme is adopted by the party.',
    'draft-programme': 'A draft is not adopted.',
    resolution: 'A resolution is a decision.',
    'web-page': 'A web page is the party’s own text; what we know of it does not say whether it is adopted.',
    'op-ed': 'An op-ed speaks for whoever wrote it.',
    'press-release': 'A press release is the party’s own text, not a decision.',
    speech: 'A speech is the words of its speaker, not a decision.',
  },
  author: (party) => `The sender is ${the(party)}; who put the text into words is not among what we know.`,
  library: 'These are the documents we have:',
  libraryMore: (count) => `There are ${count} more documents; all of them are on the page of sources.`,
  agreement: 'We do not decide whether parties agree; the quotes stand for themselves.',
  change: 'The newest document comes first. We do not decide whether the party has changed its position.',
  onlyOne:
    'We found no further documents from the same party that mention this, so we cannot show any change over time.',
  reasons: 'This is what stands beside it; we add no reasons of our own.',
  noLists: 'We make no lists of who is for and against; read what each party writes.',
  noMore: (party) => `We found no more quotes from ${the(party)} about this.`,
  older: (year) => `Older document, from ${year}.`,
  welcome: (operator) => [
    'Hello! This is an automatic service that shows what the parties themselves have written, word for word and with its source. Where nothing is written, it says so.',
    ...(operator === null ? [] : [`The service is run by ${operator}.`]),
  ],
  question: (party, topic) => `What does ${the(party)} say about ${topic}?`,
  moreQuotes: (parties, topic) =>
    parties.length > 0
      ? `More quotes from ${list.format(parties.map(the))} about ${topic}`
      : `More quotes from the parties about ${topic}`,
  questionToAll: (topic) => `What do the parties say about ${topic}?`,
};
