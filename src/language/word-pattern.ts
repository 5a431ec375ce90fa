const letter = String.raw`[\p{L}\p{N}_]`;
const boundary = `(?:(?<=${letter})(?!${letter})|(?<!${letter})(?=${letter}))`;

/**
 * A case-insensitive regular expression in which `\b` and `\w` know Norwegian letters.
 * JavaScript's own take å, ø and æ for no letters, so /\bpå\b/ never matches.
 */
export function wordPattern(source: string): RegExp {
  return new RegExp(source.replaceAll(String.raw`\b`, boundary).replaceAll(String.raw`\w`, letter), 'iu');
}
