// Two small models, each a sum of weighted features: which slice is likeliest right, and whether the best one is right at all.

/**
 * Weights that make the right slices of each question likely among all of its slices (a softmax over the slices).
 * @param questions [{ rows: number[][], right: boolean[], weight: number }], the weight 1 where it is left out; those without a
 *   right slice teach nothing
 */
export function fitRanking(questions, { rounds = 400, shrink = 0.001 } = {}) {
  const taught = questions.filter(({ right }) => right.some(Boolean));
  const { spreads, scaled } = toScale(taught.map(({ rows }) => rows));
  const whole = taught.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const weights = climb(
    spreads.map(() => 0),
    rounds,
    (tried) => {
      const slope = tried.map((weight) => -shrink * weight);
      for (const [number, { right, weight = 1 }] of taught.entries()) {
        const rows = scaled[number];
        const shares = softmax(rows.map((row) => dot(row, tried)));
        const rightly = shares.reduce((sum, share, at) => sum + (right[at] ? share : 0), 0);
        for (const [at, row] of rows.entries()) {
          const pull = (((right[at] ? shares[at] / rightly : 0) - shares[at]) * weight) / whole;
          for (let place = 0; place < row.length; place += 1) slope[place] += pull * row[place];
        }
      }
      return slope;
    },
    0.02,
  );
  return weights.map((weight, place) => weight / spreads[place]);
}

/** Every feature spread alike, or shrinking would weigh most on those whose values lie close. */
function toScale(questions) {
  const rows = questions.flat();
  const means = rows[0].map((_, place) => rows.reduce((sum, row) => sum + row[place], 0) / rows.length);
  const spreads = means.map((mean, place) =>
    Math.sqrt(rows.reduce((sum, row) => sum + (row[place] - mean) ** 2, 0) / rows.length + 1e-9),
  );
  const scaled = questions.map((some) =>
    some.map((row) => row.map((value, place) => (value - means[place]) / spreads[place])),
  );
  return { means, spreads, scaled };
}

/**
 * What a case weighs among those like it: a party whose answer was left out may say it elsewhere, and every seventh does.
 * Together, those with an answer weigh so many times what those without do: it is the faintest answers that count.
 */
const leftOutWeight = 0.2;
const answersWeight = 4;

/**
 * Weights and a bias that tell questions with an answer from those without (a logistic).
 * @param cases [{ row: number[], isAnswer: boolean, isLeftOut: boolean }]
 */
export function fitConfidence(cases, { rounds = 600, shrink = 0.01 } = {}) {
  const size = cases[0].row.length;
  const weighted = weigh(cases);
  const { means, spreads, scaled: rows } = toScale([cases.map(({ row }) => row)]);
  const scaled = weighted.map(({ isAnswer, weight }, at) => ({ row: [...rows[0][at], 1], isAnswer, weight }));
  const fitted = climb(
    Array.from({ length: size + 1 }, () => 0),
    rounds,
    (weights) => {
      const slope = weights.map((weight, place) => (place < size ? -shrink * weight : 0));
      for (const { row, isAnswer, weight } of scaled) {
        const error = ((isAnswer ? 1 : 0) - 1 / (1 + Math.exp(-dot(row, weights)))) * weight;
        for (let place = 0; place <= size; place += 1) slope[place] += error * row[place];
      }
      return slope;
    },
  );
  const weights = fitted.slice(0, size).map((weight, place) => weight / spreads[place]);
  return { weights, bias: fitted[size] - dot(weights, means) };
}

/** Gives each case its weight; together they weigh 1. */
function weigh(cases) {
  const own = ({ isLeftOut }) => (isLeftOut ? leftOutWeight : 1);
  const sumOf = (some) => some.reduce((sum, each) => sum + own(each), 0);
  const answers = sumOf(cases.filter(({ isAnswer }) => isAnswer));
  const silent = sumOf(cases.filter(({ isAnswer }) => !isAnswer));
  return cases.map((each) => {
    const among = each.isAnswer ? answersWeight / answers : 1 / silent;
    return { ...each, weight: (own(each) * among) / (answersWeight + 1) };
  });
}

/** Adam, uphill. */
function climb(start, rounds, slopeAt, rate = 0.05) {
  const weights = [...start];
  const first = weights.map(() => 0);
  const second = weights.map(() => 0);
  for (let round = 1; round <= rounds; round += 1) {
    const slope = slopeAt(weights);
    for (const [place, value] of slope.entries()) {
      first[place] = 0.9 * first[place] + 0.1 * value;
      second[place] = 0.99 * second[place] + 0.01 * value * value;
      const step = first[place] / (1 - 0.9 ** round) / (Math.sqrt(second[place] / (1 - 0.99 ** round)) + 1e-8);
      weights[place] += rate * step;
    }
  }
  return weights;
}

export function dot(row, weights) {
  let sum = 0;
  for (let place = 0; place < weights.length; place += 1) sum += row[place] * weights[place];
  return sum;
}

function softmax(scores) {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const whole = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / whole);
}
