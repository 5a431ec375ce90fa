import type { Language, Party, Question } from '../domain.js';
import type { PartyNames } from './name-parties.js';

/** What is known of the world when a message is understood. */
export interface Understanding {
  readonly parties: readonly Party[];
  /** `nameParties` of those. */
  readonly names: PartyNames;
  /** Ids of the parties that "partiene" means: those with a document, alphabetical by name. */
  readonly searched: readonly string[];
  readonly previous: Question | null;
  /** The language that was asked for by name before. */
  readonly prefers: Language | null;
}
