/** The equity graph: a range's hands from best to worst, and how much each stretch of it is worth. */

const STEPS = 100;

/**
 * Equity at 0 %, 1 % … 100 % of the range's weight, best hand first. `equities` and `weights` are per combo; a combo
 * whose equity is NaN cannot be dealt and is left out. Empty when none can.
 */
export const equityGraph = (equities: Float32Array, weights: Float32Array): number[] => {
  const order: number[] = [];
  let total = 0;
  equities.forEach((equity, index) => {
    const weight = weights[index] ?? 0;
    if (Number.isNaN(equity) || !(weight > 0)) return;
    order.push(index);
    total += weight;
  });
  if (order.length === 0) return [];
  order.sort((a, b) => (equities[b] ?? 0) - (equities[a] ?? 0));
  const graph: number[] = [];
  let at = 0;
  let through = weights[order[0] ?? 0] ?? 0;
  for (let step = 0; step <= STEPS; step++) {
    while (through < (total * step) / STEPS && at < order.length - 1) {
      at += 1;
      through += weights[order[at] ?? 0] ?? 0;
    }
    graph.push(equities[order[at] ?? 0] ?? 0);
  }
  return graph;
};
