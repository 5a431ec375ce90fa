import type { ClarifyReason, Question } from '../domain.js';
import type { Heard } from './hear.js';
import type { Understanding } from './understanding.js';
import { writeOut } from './write-out.js';

/** Fills in from the question before what this message leaves out, or asks back. */
export function resolve(heard: Heard, blank: Question, world: Understanding): Question {
  const { previous } = world;
  const fresh = freshQuestion(heard, blank);
  if (!previous || (!previous.topic && previous.parties.length === 0)) return alone(heard, fresh);
  if (previous.intent.kind === 'clarify') return answersBack(heard, fresh, previous, world);
  return followUp(heard, fresh, previous, world);
}

function freshQuestion({ topic, parties, scope, focus, from }: Heard, blank: Question): Question {
  return { ...blank, topic, parties, scope, from, discussed: parties, intent: { kind: 'position', focus } };
}

const askBack = (question: Question, reason: ClarifyReason, candidates: readonly string[] = []): Question => ({
  ...question,
  intent: { kind: 'clarify', reason, candidates },
});

/** Nothing was asked before. */
function alone(heard: Heard, question: Question): Question {
  const { topic, scope, relation, count } = heard;
  if (topic && relation === null && count === null) return question;
  if (topic && scope !== 'open' && relation === null) return question;
  if (scope === 'named') return askBack(question, 'missing-topic', question.parties);
  if (relation !== null || count !== null || heard.leans || scope === 'rest' || heard.focus === 'agreement')
    return askBack({ ...question, parties: [] }, 'missing-context');
  if (scope === 'all') return askBack(question, 'missing-topic');
  return { ...question, intent: { kind: 'help', reason: 'no-question' } };
}

/** The service asked which party or which topic; this is what was said to that. */
function answersBack(heard: Heard, question: Question, previous: Question, world: Understanding): Question {
  const { topic, scope, parties } = heard;
  if (previous.intent.kind !== 'clarify') return question;
  const { reason, candidates } = previous.intent;
  const focus = reason === 'missing-party' ? 'agreement' : heard.focus;
  const from = (more: Partial<Question>): Question =>
    told({ ...question, ...more, intent: { kind: 'position', focus } }, world);
  if (scope === 'named' && !topic && previous.topic) {
    const asked = reason === 'missing-party' ? union(previous.parties, parties) : parties;
    return from({ topic: previous.topic, parties: asked, discussed: asked });
  }
  const chosen = heard.ordinal === null ? undefined : candidates[heard.ordinal];
  if (chosen !== undefined && reason === 'ambiguous-party' && previous.topic)
    return from({ topic: previous.topic, parties: [chosen], scope: 'named', discussed: [chosen] });
  const everyone = scope === 'all' || scope === 'rest' || heard.count !== null;
  if (everyone && !topic && previous.topic) {
    const asked = reason === 'ambiguous-party' ? candidates : world.searched;
    const whom = reason === 'ambiguous-party' ? 'named' : 'all';
    return from({ topic: previous.topic, parties: asked, scope: whom, discussed: asked });
  }
  if (topic && scope === 'open' && reason === 'missing-topic' && previous.parties.length > 0)
    return from({ parties: previous.parties, scope: previous.scope, discussed: previous.parties });
  return alone(heard, question);
}

/** Goes on from a question that was answered. */
function followUp(heard: Heard, question: Question, previous: Question, world: Understanding): Question {
  const { topic, scope, relation, focus, parties } = heard;
  const carry = (more: Partial<Question>): Question => told(withDiscussed({ ...question, ...more }, previous), world);
  const whom = (): Partial<Question> => (scope === 'named' ? {} : { parties: previous.parties, scope: previous.scope });
  if (relation === 'reasons')
    return carry({ ...whom(), topic: previous.topic, intent: { kind: 'position', focus: 'reasons' } });
  if (relation !== null || (focus === 'more' && sameTopic(topic || previous.topic, previous.topic)))
    return furtherQuotes(heard, carry, previous, relation === 'everything');
  const relatives =
    heard.relative === null || previous.scope !== 'named' ? [] : relativesOf(previous.parties, heard.relative, world);
  if (relatives.length > 0) return carry({ topic: topic || previous.topic, parties: relatives, scope: 'named' });
  if (focus === 'agreement' && scope === 'named' && parties.length === 1 && !topic && previous.scope === 'named')
    return carry({ topic: previous.topic, parties: union(previous.parties, parties) });
  const group = groupMeant(heard, previous, world);
  if (group === null)
    return askBack(
      { ...question, topic: topic || previous.topic, parties: previous.parties },
      'missing-party',
      previous.parties,
    );
  if (group) return carry({ ...group, topic: topic || previous.topic });
  if (!topic) {
    if (scope === 'named' || scope === 'all') return carry({ topic: previous.topic });
    if (heard.leans || focus !== 'stand') return carry({ ...whom(), topic: previous.topic });
    return { ...question, intent: { kind: 'help', reason: 'no-question' } };
  }
  if (scope === 'open' && heard.leans) {
    const narrowed = heard.narrows ? `${topic} ${previous.topic}` : topic;
    return carry({ ...whom(), topic: narrowed });
  }
  return question;
}

function furtherQuotes(
  { scope, parties }: Heard,
  carry: (more: Partial<Question>) => Question,
  previous: Question,
  fromTheStart: boolean,
): Question {
  const same = scope !== 'named' || parties.every((id) => previous.parties.includes(id));
  const next = previous.shown === 'first' ? previous.page : previous.page + 1;
  const who: Partial<Question> = scope === 'named' ? {} : { parties: previous.parties, scope: previous.scope };
  const page = fromTheStart || !same ? 0 : next;
  return carry({
    ...who,
    topic: previous.topic,
    from: previous.from,
    page,
    intent: { kind: 'position', focus: 'more' },
  });
}

/** Whom "begge", "resten" and "er de enige?" mean; undefined where no such group is meant, null where it is unclear. */
function groupMeant(
  { scope, count, focus, parties, topic }: Heard,
  previous: Question,
  { searched }: Understanding,
): Partial<Question> | null | undefined {
  if (scope === 'rest') {
    const left = parties.filter((id) => !previous.discussed.includes(id));
    return left.length > 0 ? { parties: left, scope: 'rest' } : { parties: searched, scope: 'all' };
  }
  if (scope !== 'open' || !(count !== null || (focus === 'agreement' && !topic))) return undefined;
  if (previous.scope !== 'named') return { parties: previous.parties, scope: previous.scope };
  const asked = count !== null ? previous.discussed.slice(-count) : previous.discussed;
  return asked.length > 1 ? { parties: asked, scope: 'named' } : null;
}

/** The youth organisations, or the mother parties, of parties. */
function relativesOf(
  ids: readonly string[],
  relative: 'youth' | 'mother',
  { parties }: Understanding,
): readonly string[] {
  if (relative === 'youth')
    return parties.filter(({ youthOf }) => youthOf !== null && ids.includes(youthOf)).map(({ id }) => id);
  return parties.flatMap(({ id, youthOf }) => (ids.includes(id) && youthOf !== null ? [youthOf] : []));
}

/** Who has been asked about on a topic is remembered as long as the topic stays. */
function withDiscussed(question: Question, previous: Question): Question {
  const before = sameTopic(question.topic, previous.topic) ? previous.discussed : [];
  return { ...question, discussed: union(before, question.parties) };
}

function told(question: Question, { parties }: Understanding): Question {
  return { ...question, resolved: writeOut(question, parties) };
}

function sameTopic(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function union(first: readonly string[], second: readonly string[]): readonly string[] {
  return [...first.filter((id) => !second.includes(id)), ...second];
}
