/**
 * What a player does at a place on the whole: frequencies, EVs and equity over all combos, or kind by kind.
 *
 * A combo counts as often as it is dealt: its reach times the opposing reach that it meets. A combo that meets nobody
 * counts for nothing.
 */
import type { NodeView } from '@ploscope/kernel';
import type { Seat } from './tree/bet-tree.ts';

export interface NodeSums {
  /** Combos that come here. */
  readonly combos: number;
  /** How many combos that is, each counted by its reach. */
  readonly reach: number;
  /** Share of all that come here, 0…1. */
  readonly share: number;
  /** Share of each action, summing to 1. Empty where another player acts or nobody; null where no combo comes. */
  readonly frequencies: readonly number[] | null;
  /** EV of each action for the combos that take it, as often as they do; null where none does. */
  readonly actionEvs: readonly (number | null)[];
  /** Chips won from the pot; null where no combo comes. */
  readonly ev: number | null;
  /** Share of the pot when all is checked down, 0…1. */
  readonly equity: number | null;
}

/** Kinds of combos, as `comboCategories` makes them: a number for every combo, 0 … count − 1. */
export interface Kinds {
  readonly count: number;
  readonly of: ArrayLike<number>;
}

/** Sums over all combos of a player. */
export const sumNode = (view: NodeView, player: Seat): NodeSums => {
  const of = new Uint8Array(view.reach[player].length);
  return sumNodeBy(view, player, { count: 1, of })[0]!;
};

/** Sums over the combos of each kind, kind by kind. */
export const sumNodeBy = (view: NodeView, player: Seat, { count, of }: Kinds): readonly NodeSums[] => {
  const reach = view.reach[player];
  const met = view.met[player];
  const combos = reach.length;
  const actions = view.player === player ? view.shares.length / combos : 0;
  const sums = Array.from({ length: count }, () => ({
    combos: 0,
    reach: 0,
    weight: 0,
    ev: 0,
    equity: 0,
    taken: new Float64Array(actions),
    actionEv: new Float64Array(actions),
  }));
  let total = 0;
  for (let combo = 0; combo < combos; combo++) {
    const weight = reach[combo]! * met[combo]!;
    if (!(weight > 0)) continue;
    const sum = sums[of[combo]!]!;
    total += weight;
    sum.combos += 1;
    sum.reach += reach[combo]!;
    sum.weight += weight;
    sum.ev += weight * view.ev[player][combo]!;
    sum.equity += weight * view.equity[player][combo]!;
    for (let action = 0; action < actions; action++) {
      const taken = weight * view.shares[action * combos + combo]!;
      if (!(taken > 0)) continue;
      sum.taken[action]! += taken;
      sum.actionEv[action]! += taken * view.actionEv[action * combos + combo]!;
    }
  }
  return sums.map((sum): NodeSums => {
    const over = (value: number, by: number): number | null => (by > 0 ? value / by : null);
    return {
      combos: sum.combos,
      reach: sum.reach,
      share: total > 0 ? sum.weight / total : 0,
      frequencies: sum.weight > 0 ? Array.from(sum.taken, (taken) => taken / sum.weight) : null,
      actionEvs: Array.from(sum.actionEv, (value, action) => over(value, sum.taken[action]!)),
      ev: over(sum.ev, sum.weight),
      equity: over(sum.equity, sum.weight),
    };
  });
};
