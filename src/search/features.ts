/** What is measured of a slice for a question, each about 0 to 1; `npm run fit` weighs them. */
export interface UnitFeatures {
  /** Share of the question's weight that the slice speaks to, with its headings and neighbours behind it. */
  readonly near: number;
  /** The same for the slice's own words. */
  readonly own: number;
  /** … leaving out what only several words of the question mean together. */
  readonly direct: number;
  /** … for the headings and the lead-in. */
  readonly frame: number;
  /** … counted in words, whatever they weigh. */
  readonly count: number;
  /** … said in the question's very words. */
  readonly exact: number;
  /** How strongly the question's most telling word is said. */
  readonly key: number;
  /** The weightiest word of the question that is not said, measured by the weightiest of all. */
  readonly unsaid: number;
  /** How strongly something is said that several words of the question mean together. */
  readonly together: number;
  /** How much of the slice is about the question. */
  readonly focus: number;
  /** How near the slice lies to the question, whatever its words … */
  readonly cosine: number;
  /** … and its headings and lead-in. */
  readonly frameCosine: number;
  /** … and its whole passage. */
  readonly passageCosine: number;
  /** How well each word of the question is met by the slice's word that lies nearest to it … */
  readonly likeness: number;
  /** … or by its headings and lead-in. */
  readonly likenessNear: number;
  /** BM25 of the passage, measured by the party's best. */
  readonly passage: number;
  /** Does the party itself say what it wants? About 0. */
  readonly stance: number;
  readonly bullet: number;
  /** A number where one is asked for … */
  readonly amount: number;
  /** … or none. */
  readonly lacksAmount: number;
}

export const featureNames = [
  'near',
  'own',
  'direct',
  'frame',
  'count',
  'exact',
  'key',
  'unsaid',
  'together',
  'focus',
  'cosine',
  'frameCosine',
  'passageCosine',
  'likeness',
  'likenessNear',
  'passage',
  'stance',
  'bullet',
  'amount',
  'lacksAmount',
] as const satisfies readonly (keyof UnitFeatures)[];

/** The features with a weight each, in one number: written out, as it is done for every slice that is read. */
export function weighed(features: UnitFeatures, weights: UnitFeatures): number {
  return (
    weights.near * features.near +
    weights.own * features.own +
    weights.direct * features.direct +
    weights.frame * features.frame +
    weights.count * features.count +
    weights.exact * features.exact +
    weights.key * features.key +
    weights.unsaid * features.unsaid +
    weights.together * features.together +
    weights.focus * features.focus +
    weights.cosine * features.cosine +
    weights.frameCosine * features.frameCosine +
    weights.passageCosine * features.passageCosine +
    weights.likeness * features.likeness +
    weights.likenessNear * features.likenessNear +
    weights.passage * features.passage +
    weights.stance * features.stance +
    weights.bullet * features.bullet +
    weights.amount * features.amount +
    weights.lacksAmount * features.lacksAmount
  );
}
