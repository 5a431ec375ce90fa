/** Thrown when there is nothing to serve: the folder is missing, or nobody can be asked about. The message says the cure. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';
}
