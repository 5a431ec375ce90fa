import type { Answer, AnswerDetail, AnswerKind, Citation, Document, Question } from '../domain.js';
import { citeDocument, type Library } from './cite.js';

export interface Aside extends Library {
  /** The citations of the answer before, for questions about them. */
  readonly sources: readonly Citation[];
}

/** Documents that are listed; all of them stand on the page of sources. */
const mostListed = 20;

/** A question that is not about a position → its answer, which needs no search. */
export function composeAside(question: Question, library: Aside): Answer {
  const { intent } = question;
  switch (intent.kind) {
    case 'help': {
      const detail = { kind: 'help', reason: intent.reason, ...coverage(library) } as const;
      return asideAnswer('help', question, detail);
    }
    case 'declined':
      return asideAnswer('declined', question, {
        kind: 'declined',
        reason: intent.reason,
        parties: coverage(library).parties,
      });
    case 'clarify':
      return asideAnswer('clarify', question, {
        kind: 'clarify',
        reason: intent.reason,
        candidates: intent.candidates,
      });
    case 'source':
      return aboutSources(question, intent, library);
    case 'library':
      return aboutLibrary(question, library);
    case 'position':
      throw new TypeError('a question about a position needs evidence; call compose');
    default:
      return intent satisfies never;
  }
}

export function asideAnswer(kind: AnswerKind, question: Question, detail: AnswerDetail): Answer {
  const { text, resolved, topic, parties, language } = question;
  return { kind, language, question: { text, resolved, topic, parties }, positions: [], detail, suggestions: [] };
}

/** Parties with a document and those without, as they stand in the list of parties. */
function coverage({ documents, parties }: Library): { parties: readonly string[]; silent: readonly string[] } {
  const covered = new Set(Array.from(documents.values(), (document) => document.party));
  const ids = (has: boolean): readonly string[] =>
    parties.filter((party) => covered.has(party.id) === has).map((party) => party.id);
  return { parties: ids(true), silent: ids(false) };
}

/** About the quotes just shown; where there were none, about the documents that were searched. */
function aboutSources(
  question: Question,
  { aspect, number }: Extract<Question['intent'], { kind: 'source' }>,
  library: Aside,
): Answer {
  const meant = library.sources.filter((citation) => citation.number === number);
  const sources = meant.length > 0 ? meant : library.sources;
  if (sources.length > 0) return asideAnswer('source', question, { kind: 'source', aspect, sources });
  return aboutLibrary(question, library);
}

function aboutLibrary(question: Question, library: Aside): Answer {
  const asked = new Set(question.parties);
  const documents = [...library.documents.values()]
    .filter(({ party }) => asked.size === 0 || asked.has(party))
    .toSorted((a, b) => partyOrder(a, b, library) || (a.title < b.title ? -1 : 1));
  if (documents.length === 0) {
    const positions = question.parties.map((id) => {
      const name = library.parties.find((party) => party.id === id)?.name[question.language] ?? id;
      return { party: { id, name }, status: 'no-documents', quotes: [], nearest: null } as const;
    });
    const none = {
      scope: 'named',
      focus: 'stand',
      brief: false,
      youth: [],
      searched: {},
      repeated: [],
      refused: null,
    } as const;
    return { ...asideAnswer('no-documents', question, { kind: 'positions', ...none }), positions };
  }
  const sources = documents.slice(0, mostListed).map((document, at) => citeDocument(document, at + 1, library));
  return asideAnswer('source', question, { kind: 'library', sources, more: documents.length - sources.length });
}

function partyOrder(a: Document, b: Document, { parties }: Library): number {
  const place = (document: Document): number => parties.findIndex(({ id }) => id === document.party);
  return place(a) - place(b);
}
