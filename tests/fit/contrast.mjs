// Vectors of terms such that texts that mean the same lie near each other, and apart from others: each text is the sum of its
// terms' vectors, of length 1, and of a batch of pairs each text shall pick its own partner (a softmax over cosines, both
// ways; van den Oord et al. 2018). Bags of words and nothing else: no order, no layers, no text from outside.

/** A batch is as hard as it is large: each pair is told apart from all others in it. */
const batchSize = 512;
/** Cosines are divided by it: the smaller, the more only the likest other texts count. */
const temperature = 0.12;
const rate = 0.005;
/** Share of the squares of earlier slopes that is kept at each step. */
const memory = 0.999;

/**
 * @param pairsOf () => [[bag, bag], …]: the pairs of a round, in the order in which they are learnt from; a bag is
 *   [[number of a term, strength], …]
 * @param start Float32Array of count × dimensions, changed in place
 * @param onRound called after each round with the mean loss in nats
 */
export function contrast(start, dimensions, pairsOf, { rounds = 8, onRound = () => undefined } = {}) {
  const ascent = { vectors: start, square: new Float32Array(start.length), step: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const pairs = pairsOf();
    const pace = rate * (1 - round / rounds);
    let loss = 0;
    let batches = 0;
    for (let from = 0; from + Math.min(batchSize, pairs.length) <= pairs.length; from += batchSize) {
      loss += learn(ascent, dimensions, pairs.slice(from, from + batchSize), pace);
      batches += 1;
    }
    onRound(round, loss / batches);
  }
  return start;
}

function learn(ascent, dimensions, batch, pace) {
  const asked = texts(
    batch.map(([bag]) => bag),
    ascent.vectors,
    dimensions,
  );
  const said = texts(
    batch.map(([, bag]) => bag),
    ascent.vectors,
    dimensions,
  );
  const { pulls, loss } = pullsBetween(asked.unit, said.unit, batch.length, dimensions);
  const slope = new Map();
  const back = (side, gradient) => pullTerms(side, gradient, dimensions, slope);
  back(asked, product(pulls, said.unit, batch.length, dimensions));
  back(said, product(transposed(pulls, batch.length), asked.unit, batch.length, dimensions));
  climb(ascent, dimensions, slope, pace);
  return loss;
}

/** Each bag's vector of length 1, and the length it had. */
function texts(bags, vectors, dimensions) {
  const unit = new Float32Array(bags.length * dimensions);
  const lengths = new Float32Array(bags.length);
  for (const [text, bag] of bags.entries()) {
    const to = text * dimensions;
    for (const [term, strength] of bag) {
      const from = term * dimensions;
      for (let d = 0; d < dimensions; d += 1) unit[to + d] += strength * vectors[from + d];
    }
    let squares = 0;
    for (let d = 0; d < dimensions; d += 1) squares += unit[to + d] ** 2;
    lengths[text] = Math.max(1e-9, Math.sqrt(squares));
    for (let d = 0; d < dimensions; d += 1) unit[to + d] /= lengths[text];
  }
  return { bags, unit, lengths };
}

/** How much each text of one side is to be pushed from each of the other, and the mean loss. */
function pullsBetween(asked, said, size, dimensions) {
  const scores = product(asked, columnsOf(said, size, dimensions), size, size, dimensions);
  const pulls = new Float32Array(size * size);
  let loss = 0;
  const lines = [(line, at) => line * size + at, (line, at) => at * size + line];
  for (const placeOf of lines) {
    for (let line = 0; line < size; line += 1) {
      let most = -Infinity;
      for (let at = 0; at < size; at += 1) most = Math.max(most, scores[placeOf(line, at)] / temperature);
      let whole = 0;
      for (let at = 0; at < size; at += 1) whole += Math.exp(scores[placeOf(line, at)] / temperature - most);
      for (let at = 0; at < size; at += 1) {
        const place = placeOf(line, at);
        const share = Math.exp(scores[place] / temperature - most) / whole;
        pulls[place] += (share - (line === at ? 1 : 0)) / (2 * size * temperature);
        if (line === at) loss -= Math.log(share + 1e-12) / (2 * size);
      }
    }
  }
  return { pulls, loss };
}

/** Rows × columns by columns × width, row by row, so that the innermost loop runs along memory. */
function product(left, right, rows, width, columns = rows) {
  const result = new Float32Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const to = row * width;
    for (let column = 0; column < columns; column += 1) {
      const factor = left[row * columns + column];
      if (factor === 0) continue;
      const from = column * width;
      for (let at = 0; at < width; at += 1) result[to + at] += factor * right[from + at];
    }
  }
  return result;
}

function columnsOf(matrix, rows, columns) {
  const turned = new Float32Array(matrix.length);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) turned[column * rows + row] = matrix[row * columns + column];
  }
  return turned;
}

const transposed = (matrix, size) => columnsOf(matrix, size, size);

/** From the slope of each text of length 1 to that of its terms. */
function pullTerms({ bags, unit, lengths }, gradient, dimensions, slope) {
  for (const [text, bag] of bags.entries()) {
    const from = text * dimensions;
    let along = 0;
    for (let d = 0; d < dimensions; d += 1) along += gradient[from + d] * unit[from + d];
    for (const [term, strength] of bag) {
      const own = slope.get(term) ?? new Float32Array(dimensions);
      slope.set(term, own);
      const share = strength / lengths[text];
      for (let d = 0; d < dimensions; d += 1) own[d] += share * (gradient[from + d] - unit[from + d] * along);
    }
  }
}

/** RMSprop for the terms of a batch: a rare term moves as far as a common one. */
function climb(ascent, dimensions, slope, pace) {
  ascent.step += 1;
  const { vectors, square, step } = ascent;
  const sure = 1 - memory ** step;
  for (const [term, own] of slope) {
    for (let d = 0; d < dimensions; d += 1) {
      const at = term * dimensions + d;
      square[at] = memory * square[at] + (1 - memory) * own[d] ** 2;
      vectors[at] -= (pace * own[d]) / (Math.sqrt(square[at] / sure) + 1e-10);
    }
  }
}
