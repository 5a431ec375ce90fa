/** How rare a term is that stands in so many passages of so many: 1 for one that stands in none, 0 for one in all. */
export function rarity(passages: number, of: number): number {
  return Math.log(1 + (of - passages + 0.5) / (passages + 0.5)) / Math.log(1 + (of + 0.5) / 0.5);
}
