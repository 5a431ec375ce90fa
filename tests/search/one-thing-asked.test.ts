import { blankQuestion } from '../../src/answer/blank-question.js';
import type { Document, Knowledge, PartyEvidence } from '../../src/domain.js';
import { split } from '../../src/knowledge/split.js';
import { noWordVectors } from '../../src/knowledge/word-vectors.js';
import { indexPassages } from '../../src/search/index-passages.js';
import { openIndex, type PassageIndex } from '../../src/search/open-index.js';
import { retrieve } from '../../src/search/retrieve.js';
import { documentOf } from '../document-fixture.js';

const groups = [
  {
    area: 'energi',
    equal: ['atomkraft', 'kjernekraft', 'kjernekraftverk'],
    asked: [],
    broader: [],
    narrower: [],
    english: [],
  },
];

/** Says a lot of it, in short pledges. */
const much = pledges('bygge ut atomkraft og kjernekraft');
const research = pledges('støtte forskning på kjernekraft');
/** Says one thing of it, in a long pledge about other things besides. */
const once = `Vi vil:

- åpne for utredning og etablering av kjernekraftverk, som ikke bidrar til å forsinke omstillingen bort fra petroleum, med krav om utnyttelse av overskuddsvarme og påkobling til strømnettet, der staten både sikres inntekter og står ansvarlig for varig lagring, og en avgift for hver produserte kilowattime dekker kostnadene
- gi alle barn et måltid på skolen
`;
const background = `Historien om energien er lang. Noen land i Europa har bygd kjernekraftverk, andre har satset på kull, og de fleste har kjøpt gass, slik at prisene på verdensmarkedet har betydd mye for husholdninger, industri og landbruk i hele perioden etter krigen.\n`;

/** Speaks of other things, so that what is asked for is as rare as it is in a library. */
const rest = Array.from(
  { length: 300 },
  (_, at) => `## Sak ${at}\n\nVi vil:\n\n- styrke tilbudet i bygd nummer ${at}\n`,
).join('\n');

function pledges(what: string): string {
  return `Vi vil:\n\n${Array.from({ length: 10 }, (_, at) => `- ${what} i fylke ${at}`).join('\n')}\n`;
}

function evidenceOf(
  party: string,
  topic: string,
  programmes: Readonly<Record<string, string>>,
): PartyEvidence | undefined {
  const question = { ...blankQuestion(topic, 'nb'), topic, parties: [party], scope: 'named' as const };
  return retrieve(question, indexOf(programmes), []).parties[0];
}

function indexOf(programmes: Readonly<Record<string, string>>): PassageIndex {
  const documents = Object.entries({ ...programmes, v: rest }).map(([party, text]): Document => ({
    ...documentOf('2025', '2025', text),
    id: `${party}/2025`,
    party,
  }));
  const knowledge: Knowledge = {
    documents,
    parties: [],
    vocabulary: { groups, nynorsk: [], english: [] },
    wordVectors: noWordVectors,
    problems: [],
  };
  return openIndex(indexPassages(knowledge, split));
}

test('what a party wants of the one thing asked is found, however much more another party says of it', () => {
  const evidence = evidenceOf('mdg', 'atomkraft', { mdg: once, frp: much });
  expect([evidence?.status, evidence?.hits.length]).toEqual(['found', 1]);
});

test('background that names the thing is still weighed', () => {
  const evidence = evidenceOf('mdg', 'atomkraft', { mdg: background, frp: much });
  expect(evidence?.status).toBe('not-mentioned');
});

test('of two things asked, wanting the one is still weighed', () => {
  const evidence = evidenceOf('mdg', 'forskning på atomkraft', { mdg: once, frp: research });
  expect(evidence?.status).toBe('not-mentioned');
});
