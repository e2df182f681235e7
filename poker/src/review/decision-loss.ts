/**
 * What a decision cost: the EV of each action with the player's own hand, and how much less than the best the one has
 * that was taken.
 *
 * EVs are chips won from the pot as it lies at the decision, as `countedFromNode` gives them. Behind an action both play
 * as the solve does. Where nobody the hand could meet comes to the place, or the hand itself is no part of the solve,
 * there is nothing to tell: null.
 */
import type { NodeView, SolveRange } from '@ploscope/kernel';
import type { Card } from '../cards.ts';
import type { TreeNode } from '../solve/tree/bet-tree.ts';

export interface ActionWorth {
  readonly label: string;
  /** How often the solve takes it with this hand, 0…1. */
  readonly share: number;
  /** Chips. */
  readonly ev: number;
}

export interface DecisionLoss {
  readonly actions: readonly ActionWorth[];
  /** EV of the best action less EV of the one taken; never below 0. */
  readonly evLost: number;
}

/** Place of a hand among the combos of a range; -1 where it is none of them. */
export const comboOf = ({ cards }: SolveRange, hand: readonly Card[]): number => {
  const wanted = [...hand].sort((a, b) => a - b).join();
  for (let at = 0; at < cards.length; at += hand.length) {
    if (cards[at] !== undefined && [...cards.subarray(at, at + hand.length)].sort((a, b) => a - b).join() === wanted) {
      return at / hand.length;
    }
  }
  return -1;
};

/** `view` is of the node at which the player acts. */
export const decisionLoss = (
  view: NodeView,
  node: Pick<TreeNode, 'actions'>,
  combo: number,
  taken: string,
): DecisionLoss | null => {
  if (view.player === null || combo < 0) return null;
  const combos = view.reach[view.player].length;
  const actions = node.actions.map(
    ({ label }, at): ActionWorth => ({
      label,
      share: view.shares[at * combos + combo] ?? Number.NaN,
      ev: view.actionEv[at * combos + combo] ?? Number.NaN,
    }),
  );
  const done = actions.find(({ label }) => label === taken);
  if (done === undefined || !actions.every(({ ev, share }) => Number.isFinite(ev) && Number.isFinite(share)))
    return null;
  return { actions, evLost: Math.max(0, Math.max(...actions.map(({ ev }) => ev)) - done.ev) };
};
