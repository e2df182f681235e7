// One sweep of the module on its own: four ends with reach and payoffs of the test's choice, and what comes out by hand.

import type { LaidDeal } from '../../src/solve/deal.ts';
import type { Instance, Player } from '../../src/solve/instance.ts';
import { reserve } from '../../src/solve/layout.ts';

/** To the winner, to each who tie, to the loser. */
export type Payoff = readonly [win: number, tie: number, lose: number];

export interface Swept {
  /** [lane][hand of the hero]. */
  readonly worth: number[][];
  readonly met: number[][];
}

/** Fields of a deal's record that a sweep takes, as `src/solve/deal.ts` writes them. */
function fieldsOf({ kernel }: Instance, { at }: LaidDeal) {
  const fields = new Uint32Array(kernel.memory.buffer, at, 24);
  const pair = (first: number): readonly [number, number] => [fields[first]!, fields[first + 1]!];
  return { counts: pair(1), hands: pair(3), index: pair(5), twins: pair(7), ends: fields[9]!, segments: fields[10]! };
}

/** `reach` is [lane][opposing hand], in the order of the game like all that comes out; four lanes. */
export function sweep(
  instance: Instance,
  hero: Player,
  reach: readonly (readonly number[])[],
  payoffs: readonly Payoff[],
): Swept {
  const { kernel, start, game } = instance;
  const opponent: Player = hero === 0 ? 1 : 0;
  const { counts, hands, index, twins, ends, segments } = fieldsOf(instance, start);
  const order = [0, 1].map((player) => [...new Uint32Array(kernel.memory.buffer, index[player]!, counts[player]!)]);
  const [reachAt, worthAt, metAt, formsAt] = [counts[opponent], counts[hero], counts[hero], 3].map((count) =>
    reserve(kernel, count * 16),
  ) as [number, number, number, number];
  const lanes = (at: number, count: number) => new Float32Array(kernel.memory.buffer, at, count * 4);
  order[opponent]!.forEach((place, j) => {
    for (let lane = 0; lane < 4; lane++) lanes(reachAt, counts[opponent])[j * 4 + lane] = reach[lane]![place]!;
  });
  payoffs.forEach(([win, tie, lose], lane) => {
    for (const [row, x] of [win - tie, tie - lose, lose].entries()) lanes(formsAt, 3)[row * 4 + lane] = x;
  });
  kernel.setSweepHands(hands[hero], counts[hero], twins[hero], hands[opponent], counts[opponent]);
  kernel.sweepShowdown(game.handSize, hero, ends, segments, reachAt, worthAt, metAt, formsAt);
  const read = (at: number): number[][] =>
    [0, 1, 2, 3].map((lane) => {
      const out = game.hands[hero].weights.length;
      const values = new Array<number>(out).fill(0);
      order[hero]!.forEach((place, i) => {
        values[place] = lanes(at, counts[hero])[i * 4 + lane]!;
      });
      return values;
    });
  return { worth: read(worthAt), met: read(metAt) };
}
