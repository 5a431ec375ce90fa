/** "self-driving cars" and "the children's school" with a word for each thing that is said. */
export function plainEnglish(text: string): string {
  return text.replace(/(?<=\p{L}{3})-(?=\p{L}{3})/gu, ' ').replace(/[’']s(?!\p{L})|[’'](?!\p{L})/gu, '');
}
