/**
 * The locks of a spot as the kernel takes them: a node, and the share of each action for every combo of the player.
 *
 * Locks of every card come before those of one card, so that the one that says more comes last.
 */
import type { NodeLock, SolveRange } from '@ploscope/kernel';
import type { Card } from '../cards.ts';
import { HOLE_CARDS } from '../games.ts';
import type { Orderings } from '../ordering/ordering.ts';
import { rangeCombos } from '../range/combos.ts';
import { orderingsOf } from '../range/orderings-of.ts';
import { fail, type Result, succeed, textError } from '../result.ts';
import { comboIndex } from '../space/combo-index.ts';
import type { HandsLock, LockShares, SolveSpot, SpotLock } from '../spot/solve-spot.ts';
import type { SpotError } from '../spot/spot.ts';
import { atField } from '../spot/spot-form.ts';
import { say } from '../text/en.ts';
import { entryRange } from './side-range.ts';
import type { BetTree, TreeNode } from './tree/bet-tree.ts';
import { labelsOf, walkLine } from './walk-line.ts';

/** The share of a combo that stays free. */
const FREE = -1;

export interface LockContext {
  readonly tree: BetTree;
  readonly players: readonly [SolveRange, SolveRange];
  readonly known: readonly Card[];
  readonly orderings: Orderings | undefined;
}

/** Codes: `lock`, `line`, `ordering-missing`, and those of ranges. */
export const nodeLocks = (spot: SolveSpot, context: LockContext): Result<readonly NodeLock[], SpotError> => {
  const locks: NodeLock[] = [];
  const taken = new Map<string, number>();
  for (const [index, lock] of spot.locks.entries()) {
    const field = `locks[${index}]`;
    const made = nodeLock(spot, lock, field, context);
    if (!made.ok) return made;
    const { street, node, dealt } = made.value;
    const place = [street, node, ...dealt].join();
    const first = taken.get(place);
    if (first !== undefined) return fail(atField(`${field}.line`, say.lockTwice(first), lock.line));
    taken.set(place, index);
    locks.push(made.value);
  }
  const cards = ({ dealt }: NodeLock): number => dealt.filter((card) => card >= 0).length;
  return succeed(locks.sort((a, b) => cards(a) - cards(b)));
};

const nodeLock = (
  spot: SolveSpot,
  { line, actions, hands }: SpotLock,
  field: string,
  context: LockContext,
): Result<NodeLock, SpotError> => {
  const place = walkLine(context.tree, line);
  if (!place.ok) return fail({ ...place.error, field: `${field}.line` });
  const node = context.tree.streets[place.value.street]!.nodes[place.value.node]!;
  if (node.kind !== 'act') return fail(atField(`${field}.line`, say.lockNobodyActs(line), line));
  const { cards } = context.players[node.player];
  const combos = cards.length / HOLE_CARDS[spot.game];
  const shares = new Float32Array(node.actions.length * combos).fill(FREE);
  if (actions !== null) {
    const byAction = sharesByAction(node, line, actions, `${field}.actions`);
    if (!byAction.ok) return byAction;
    for (const [action, share] of byAction.value.entries()) shares.fill(share, action * combos, (action + 1) * combos);
  }
  for (const [at, hand] of hands.entries()) {
    const path = `${field}.hands[${at}]`;
    const byAction = sharesByAction(node, line, hand.actions, `${path}.actions`);
    if (!byAction.ok) return byAction;
    const held = heldBy(spot, hand, cards, context, `${path}.range`);
    if (!held.ok) return held;
    for (const combo of held.value) {
      for (const [action, share] of byAction.value.entries()) shares[action * combos + combo] = share;
    }
  }
  return succeed({ ...place.value, shares });
};

/** One share an action in the node's order, summing to 1. */
const sharesByAction = (
  node: TreeNode,
  line: string,
  shares: LockShares,
  field: string,
): Result<readonly number[], SpotError> => {
  const labels = labelsOf(node);
  const unknown = Object.keys(shares).find((label) => !labels.includes(label));
  if (unknown !== undefined) return fail(atField(`${field}.${unknown}`, say.lockNoSuchAction(unknown, line, labels)));
  const given = labels.map((label) => shares[label] ?? 0);
  const sum = given.reduce((total, share) => total + share, 0);
  return succeed(given.map((share) => share / sum));
};

/** Which of the player's combos a lock holds for, by their place in the player's range. */
const heldBy = (
  spot: SolveSpot,
  { range: text }: HandsLock,
  cards: Uint8Array,
  { known, orderings }: LockContext,
  field: string,
): Result<readonly number[], SpotError> => {
  if (text.includes('@')) return fail(atField(field, say.lockWeights(), text));
  const range = entryRange(text, spot.game);
  if (!range.ok) return fail({ ...range.error, field });
  const missing = orderingsOf(range.value).find((name) => orderings?.has(name) !== true);
  if (missing !== undefined) return fail({ ...textError(say.orderingMissing(missing), 0, text.length), field });
  const locked = rangeCombos(range.value, { known, ...(orderings === undefined ? {} : { orderings }) });
  const held = placesOf(locked.cards, cards, HOLE_CARDS[spot.game]);
  return held.length > 0 ? succeed(held) : fail(atField(field, say.lockHoldsNothing(), text));
};

/** Where combos stand in a list that holds some of them; both ascend. */
const placesOf = (combos: Uint8Array, list: Uint8Array, size: number): number[] => {
  const places: number[] = [];
  const indexAt = (cards: Uint8Array, at: number): number => comboIndex(cards.subarray(at * size, (at + 1) * size));
  const wanted = combos.length / size;
  let next = 0;
  for (let place = 0; place < list.length / size && next < wanted; place++) {
    const index = indexAt(list, place);
    while (next < wanted && indexAt(combos, next) < index) next += 1;
    if (next < wanted && indexAt(combos, next) === index) places.push(place);
  }
  return places;
};
