/**
 * The bet tree as the kernel takes it: one forest a street, the same nodes at the same indices.
 *
 * What the end of play brings is counted from half the starting pot, so that the two sides differ by the rake only. Rake
 * is taken from the matched pot, folded pots included: a bet that nobody called goes back first.
 */
import { ACT, DEAL, FOLD, type Forest, SHOWDOWN } from '@ploscope/kernel';
import type { Rake } from '../../spot/solve-spot.ts';
import type { BetTree, TreeNode, TreeStreet } from './bet-tree.ts';

const KINDS = { act: ACT, showdown: SHOWDOWN, fold: FOLD, deal: DEAL } as const;

/** One forest a street, from the street of the board on. */
export const flatten = (tree: BetTree, rake: Rake): readonly Forest[] =>
  tree.streets.map((street) => forestOf(street, tree.pot, rake));

const forestOf = ({ entries, nodes }: TreeStreet, startingPot: number, rake: Rake): Forest => ({
  entries: Int32Array.from(entries),
  kinds: Uint8Array.from(nodes, ({ kind }) => KINDS[kind]),
  players: Uint8Array.from(nodes, ({ player }) => player),
  first: Int32Array.from(nodes, ({ first }) => first),
  counts: Uint8Array.from(nodes, ({ actions }) => actions.length),
  payoffs: Float64Array.from(nodes.flatMap((node) => payoffsOf(node, startingPot, rake))),
});

/** SHOWDOWN: to the winner, to each who ties, to the loser. FOLD: to the one who stayed, 0, to the one who folded. */
const payoffsOf = (
  { kind, committed }: TreeNode,
  startingPot: number,
  rake: Rake,
): readonly [number, number, number] => {
  if (kind !== 'showdown' && kind !== 'fold') return [0, 0, 0];
  const matched = Math.min(committed[0], committed[1]);
  const share = startingPot / 2 + matched;
  const taken = rakeOf(startingPot + 2 * matched, rake);
  return [share - taken, kind === 'showdown' ? 0 - taken / 2 : 0, -share];
};

/** Chips taken from a matched pot. */
export const rakeOf = (pot: number, { rate, cap }: Rake): number =>
  Math.min(rate * pot, cap ?? Number.POSITIVE_INFINITY);
