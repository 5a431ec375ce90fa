import type { Wording } from './wording.js';

const months = 'January February March April May June July August September October November December'.split(' ');
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const choice = new Intl.ListFormat('en-GB', { type: 'disjunction' });

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
      ? `Not mentioned in the documents we have from ${party}.`
      : `Not mentioned in the documents we have from ${party}: ${list.format([...named, ...rest])}.`;
  },
  notMentionedByAnybody: 'None of the documents we have mention this.',
  othersSilent: (parties) => `Not mentioned in the documents we have from ${parties}.`,
  noDocuments: (party) => `We have no documents from ${party}, so we cannot say what the party means.`,
  nearest: 'The nearest we found, which does not answer the question:',
  youthOffer: (youth, mother) =>
    `${youth}, the youth organisation of ${mother}, mentions this. That is not the same as the position of ${mother}.`,
  motherOffer: (mother, youth) =>
    `${mother}, the mother party of ${youth}, mentions this. That is not the same as the position of ${youth}.`,
  help: (reason, parties) => {
    const how = `Ask about a party and an issue, for example as below. We have documents from ${parties}. Quotes stay in Norwegian.`;
    switch (reason) {
      case 'greeting':
        return [
          'Hello! Here you can read what the parties themselves have written, word for word and with its source.',
          how,
        ];
      case 'thanks':
        return ['You are welcome. Feel free to ask more.'];
      case 'human':
        return ['No, this is an automatic service. It shows verbatim quotes from the parties’ own documents.', how];
      case 'capabilities':
        return [
          'This is an automatic service that finds what the parties themselves have written about an issue, and shows it word for word with its source. It gives no advice and ranks nobody.',
          how,
        ];
      case 'empty':
        return ['The message was empty.', how];
      case 'unreadable':
        return ['There were no words in the message that we can read.', how];
      case 'no-question':
        return ['We found no question about a party’s policy in the message. A shorter one may help.', how];
      default:
        return reason satisfies never;
    }
  },
  clarify: (reason, candidates) => {
    switch (reason) {
      case 'ambiguous-party':
        return [`Which party do you mean: ${choice.format(candidates)}?`];
      case 'missing-topic':
        return [`Which issue would you like to know the position of ${list.format(candidates)} on?`];
      case 'missing-context':
        return ['What do you refer to? Please write the whole question with party and issue.'];
      default:
        return reason satisfies never;
    }
  },
  declined: (reason, parties) => {
    const rest = `You can ask what the parties themselves have written about an issue; we have documents from ${parties}. Practical information about elections is at valg.no.`;
    switch (reason) {
      case 'voting-advice':
        return ['We give no advice on how to vote.', rest];
      case 'evaluation':
        return ['We do not evaluate or rank parties.', rest];
      case 'instructions':
        return ['The service shows verbatim quotes from the parties’ documents and does nothing else.', rest];
      default:
        return reason satisfies never;
    }
  },
  source: (title, kind, party) => `“${title}”, ${kind} from ${party}`,
  noNewer:
    'We can only say what stands in the documents we have, not whether the party has changed its position since.',
  welcome: (operator) => [
    'Hello! This is an automatic service that shows what the parties themselves have written, word for word and with its source. Where nothing is written, it says so.',
    ...(operator === null ? [] : [`The service is run by ${operator}.`]),
  ],
  question: (party, topic) => `What does ${party} say about ${topic}?`,
  questionToAll: (topic) => `What do the parties say about ${topic}?`,
};
