// Betting trees for toy games: one recursive description over all streets, laid out as the kernel's forests.

import { ACT, DEAL, FOLD, type Forest, SHOWDOWN } from '../../src/solve/forest.ts';

export type Seat = 0 | 1;

/** A public tree. Payoffs are counted from half the starting pot, as in `Forest.payoffs`. */
export type Tree =
  | { readonly kind: typeof ACT; readonly player: Seat; readonly children: readonly Tree[] }
  | { readonly kind: typeof SHOWDOWN; readonly payoffs: readonly [win: number, tie: number, lose: number] }
  | { readonly kind: typeof FOLD; readonly player: Seat; readonly payoffs: readonly [stayed: number, folded: number] }
  | { readonly kind: typeof DEAL; readonly next: Tree };

export function act(player: Seat, ...children: Tree[]): Tree {
  return { kind: ACT, player, children };
}

export function showdown(win: number, tie = 0, lose = -win): Tree {
  return { kind: SHOWDOWN, payoffs: [win, tie, lose] };
}

/** `player` gives up. */
export function fold(player: Seat, stayed: number, folded = -stayed): Tree {
  return { kind: FOLD, player, payoffs: [stayed, folded] };
}

/** A card is dealt, then play goes on with `next`. */
export function deal(next: Tree): Tree {
  return { kind: DEAL, next };
}

/** The forests of a tree, one a street: every DEAL of a forest has an entry of its own in the next. */
export function forestsOf(tree: Tree): Forest[] {
  const forests: Forest[] = [];
  for (let entries: readonly Tree[] = [tree]; entries.length > 0; ) {
    const street = forestOf(entries);
    forests.push(street.forest);
    entries = street.next;
  }
  return forests;
}

/** One street: the trees up to the next deal, one after the other, and what follows their deals in order. */
export function forestOf(entries: readonly Tree[]): { forest: Forest; next: Tree[] } {
  const nodes: Tree[] = [];
  const first: number[] = [];
  const next: Tree[] = [];
  const starts: number[] = [];
  for (const entry of entries) {
    starts.push(nodes.length);
    nodes.push(entry);
    // Level by level: `nodes` grows while it is read, so that the children of a node lie together and after it.
    for (let index = starts.at(-1)!; index < nodes.length; index++) {
      const node = nodes[index]!;
      first.push(node.kind === ACT ? nodes.length : node.kind === DEAL ? next.length : 0);
      if (node.kind === ACT) nodes.push(...node.children);
      if (node.kind === DEAL) next.push(node.next);
    }
  }
  const forest: Forest = {
    entries: Int32Array.from(starts),
    kinds: Uint8Array.from(nodes, (node) => node.kind),
    players: Uint8Array.from(nodes, (node) => ('player' in node ? node.player : 0)),
    first: Int32Array.from(first),
    counts: Uint8Array.from(nodes, (node) => (node.kind === ACT ? node.children.length : 0)),
    payoffs: Float64Array.from(nodes.flatMap(payoffsOf)),
  };
  return { forest, next };
}

function payoffsOf(node: Tree): readonly number[] {
  if (node.kind === SHOWDOWN) return node.payoffs;
  return node.kind === FOLD ? [node.payoffs[0], 0, node.payoffs[1]] : [0, 0, 0];
}

export interface Rake {
  /** Share of the matched pot. */
  readonly rate: number;
  /** Most chips it takes. */
  readonly cap: number;
}

export interface Betting {
  readonly pot: number;
  readonly streets: number;
  /** Chips each has left at the start. */
  readonly stack: number;
  /** Bets and raises allowed on one street. */
  readonly maxRaises: number;
  /** Chips that a bet or raise adds to the call. */
  readonly raise: (street: number, potAfterCall: number) => number;
  readonly rake: Rake;
}

/** One size of bet on every street. Actions in the order fold, check or call, bet or raise, those that are legal. */
export function bettingTree({ pot, streets, stack, maxRaises, raise, rake }: Betting): Tree {
  const raked = (matched: number) => Math.min(rake.rate * matched, rake.cap);

  /** `each` is what both have paid since the start. */
  function begin(street: number, each: number): Tree {
    return each === stack ? close(street, each) : turnOf(0, street, [each, each], 0);
  }

  function close(street: number, each: number): Tree {
    if (street + 1 < streets) return deal(begin(street + 1, each));
    const rakeChips = raked(pot + 2 * each);
    return showdown(pot / 2 + each - rakeChips, 0 - rakeChips / 2, -pot / 2 - each);
  }

  function turnOf(player: Seat, street: number, paid: readonly [number, number], raises: number): Tree {
    const other: Seat = player === 0 ? 1 : 0;
    const mine = paid[player];
    const theirs = paid[other];
    const pay = (chips: number): [number, number] => (player === 0 ? [chips, theirs] : [theirs, chips]);
    const actions: Tree[] = [];
    if (theirs > mine) actions.push(fold(player, pot / 2 + mine - raked(pot + 2 * mine), -pot / 2 - mine));
    // Only the first check of a street leaves it open.
    const closes = theirs > mine || player === 1;
    actions.push(closes ? close(street, theirs) : turnOf(other, street, paid, raises));
    const extra = Math.min(raise(street, pot + 2 * theirs), stack - theirs);
    if (raises < maxRaises && extra > 0) actions.push(turnOf(other, street, pay(theirs + extra), raises + 1));
    return act(player, ...actions);
  }

  return begin(0, 0);
}
