/** How rare a term is that stands in so many passages of so many: 1 for one that stands in none, 0 for one in all. */
export function rarity(passages: number, of: number): number {
  return Math.log(1 + (of - passages + 0.5) / (passages + 0.5)) / Math.log(1 + (of + 0.5) / 0.5);
}

/** The commonest term still counts this share of the rarest. */
const commonest = 0.3;

/** How much a term that stands in so many passages of so many tells, up to 1. */
export function telling(passages: number, of: number): number {
  return commonest + (1 - commonest) * rarity(passages, of);
}
