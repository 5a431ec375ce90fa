import type { Reply, ReplySection } from '../domain.js';

/**
 * A reply in as few pieces as fit, cut between sections, so that no quote is separated from its citation.
 * The opening goes with the first piece, the closing and the suggestions with the last.
 * A single section that does not fit is a piece of its own.
 */
export function splitReply(reply: Reply, fits: (piece: Reply) => boolean): readonly Reply[] {
  const groups: ReplySection[][] = [[]];
  for (const section of reply.sections) {
    const current = groups.at(-1) ?? [];
    if (current.length > 0 && !fits({ ...reply, sections: [...current, section] })) groups.push([section]);
    else current.push(section);
  }
  return groups.map((sections, index) => ({
    ...reply,
    sections,
    opening: index === 0 ? reply.opening : [],
    closing: index === groups.length - 1 ? reply.closing : [],
    suggestions: index === groups.length - 1 ? reply.suggestions : [],
  }));
}
