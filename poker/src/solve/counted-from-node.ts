/**
 * EVs as players read them at a node: chips won from the pot as it lies there. A fold is worth 0, and both EVs sum to
 * the pot (less rake). The kernel counts from the start of the spot, where what was put in since is a loss.
 */
import type { NodeView } from '@ploscope/kernel';
import type { TreeNode } from './tree/bet-tree.ts';

export const countedFromNode = <View extends NodeView>(
  view: View,
  { committed }: Pick<TreeNode, 'committed'>,
): View => {
  const own = view.player === null ? 0 : committed[view.player];
  return {
    ...view,
    ev: [view.ev[0].map((ev) => ev + committed[0]), view.ev[1].map((ev) => ev + committed[1])],
    actionEv: view.actionEv.map((ev) => ev + own),
  };
};
