/**
 * What is looked at: one node, the hands of the player who acts there, and what each of them does. Everything the page
 * shows of it is a sum or a list made here, in the Worker, because a river has 178,365 hands.
 */
import type { NodeView } from '@ploscope/kernel';
import {
  type ComboCategories,
  comboCategories,
  comboCount,
  comboIndex,
  type Game,
  HOLE_CARDS,
  type Orderings,
  parseRange,
  type Result,
  rangeCombos,
  type Seat,
  sumNodeBy,
  type TextError,
} from '@ploscope/poker';
import { type CategoryPath, type CategoryRow, type HandOrder, type HandRow, LEVELS } from './protocol.ts';

export interface Sight {
  readonly game: Game;
  /** Cards that nobody can hold. */
  readonly known: readonly number[];
  /** Who acts. */
  readonly player: Seat;
  /** Of that player: `combos × hole cards`. */
  readonly cards: Uint8Array;
  readonly view: NodeView;
  /** Of a solve that runs: shares so far, and neither EV nor equity. */
  readonly live: boolean;
}

const combosOf = ({ view, player }: Sight): number => view.reach[player].length;

/** How often a hand is there: its own reach times the opposing reach that it meets. */
const weightAt = ({ view, player }: Sight, combo: number): number =>
  (view.reach[player][combo] ?? 0) * (view.met[player][combo] ?? 0);

const categoriesKept = new WeakMap<Uint8Array, ComboCategories>();

function categoriesOf({ cards, game }: Sight): ComboCategories {
  const kept = categoriesKept.get(cards) ?? comboCategories(cards, game);
  categoriesKept.set(cards, kept);
  return kept;
}

/** Which hands a path of kinds leaves; null for all. */
function insideOf(sight: Sight, path: CategoryPath): ((combo: number) => boolean) | null {
  if (path.length === 0) return null;
  const categories = categoriesOf(sight);
  const steps = path.map((kind, at) => ({ kind, of: categories[LEVELS[at] ?? 'class'].of }));
  return (combo) => steps.every(({ kind, of }) => of[combo] === kind);
}

/** The kinds behind a path, largest first. Empty at the end of the levels, where hands come. */
export function branchOf(sight: Sight, path: CategoryPath): readonly CategoryRow[] {
  const level = LEVELS[path.length];
  if (level === undefined) return [];
  const { count, of, kind } = categoriesOf(sight)[level];
  const inside = insideOf(sight, path);
  // Hands outside of the path are a kind of their own, which is left out.
  const within = inside === null ? of : of.map((own, combo) => (inside(combo) ? own : count));
  const sums = sumNodeBy(sight.view, sight.player, { count: count + 1, of: within });
  return sums
    .slice(0, count)
    .flatMap(({ combos, share, frequencies, ev }, index): CategoryRow[] => {
      if (frequencies === null) return [];
      return [{ kind: index, ...kind(index), combos, share, actions: frequencies, ev: sight.live ? null : ev }];
    })
    .sort((a, b) => b.share - a.share);
}

/** The hands of a filter and a path, in the order asked for, by their numbers. */
export function orderHands(
  sight: Sight,
  path: CategoryPath,
  held: ((combo: number) => boolean) | null,
  order: HandOrder,
): Uint32Array {
  const combos = combosOf(sight);
  const inside = insideOf(sight, path);
  const found = new Uint32Array(combos);
  let count = 0;
  for (let combo = 0; combo < combos; combo++) {
    if (!(weightAt(sight, combo) > 0)) continue;
    if (inside !== null && !inside(combo)) continue;
    if (held !== null && !held(combo)) continue;
    found[count++] = combo;
  }
  const list = found.subarray(0, count);
  const values = valuesOf(sight, order);
  // Combos ascend with their highest card: from the last down is how players list hands.
  if (values === null) return order.down ? list.reverse() : list;
  const sign = order.down ? -1 : 1;
  return list.sort((a, b) => sign * ((values[a] ?? 0) - (values[b] ?? 0)) || b - a);
}

/** What hands are ordered by; null for their cards. */
function valuesOf(sight: Sight, order: HandOrder): Float32Array | null {
  const { view, player, live } = sight;
  const combos = combosOf(sight);
  switch (order.by) {
    case 'weight':
      return view.reach[player];
    case 'ev':
      return live ? null : view.ev[player];
    case 'equity':
      return live ? null : view.equity[player];
    case 'action':
      return view.shares.subarray(order.action * combos, (order.action + 1) * combos);
    default:
      return null;
  }
}

export function handRow(sight: Sight, combo: number): HandRow {
  const { view, player, live } = sight;
  const combos = combosOf(sight);
  const size = HOLE_CARDS[sight.game];
  const byAction = (values: Float32Array): number[] =>
    Array.from({ length: values.length / combos }, (_, action) => values[action * combos + combo] ?? 0);
  return {
    cards: [...sight.cards.subarray(combo * size, (combo + 1) * size)].reverse(),
    reach: view.reach[player][combo] ?? 0,
    shares: byAction(view.shares),
    actionEv: live ? null : byAction(view.actionEv),
    ev: live ? null : (view.ev[player][combo] ?? null),
    equity: live ? null : (view.equity[player][combo] ?? null),
  };
}

/** Which hands of the sight a range expression holds; null for all. */
export function heldBy(
  sight: Sight,
  written: string,
  orderings: Orderings,
): Result<((combo: number) => boolean) | null, TextError> {
  if (written.trim() === '') return { ok: true, value: null };
  const range = parseRange(written, sight.game);
  if (!range.ok) return range;
  const size = HOLE_CARDS[sight.game];
  const held = new Uint8Array(comboCount(sight.game));
  const { cards, combos } = rangeCombos(range.value, { known: sight.known, orderings });
  for (let at = 0; at < combos; at++) held[comboIndex(cards.subarray(at * size, (at + 1) * size))] = 1;
  return {
    ok: true,
    value: (combo) => held[comboIndex(sight.cards.subarray(combo * size, (combo + 1) * size))] === 1,
  };
}
