/**
 * A range as a tree: pairs, then suits, then connection, then the ranks, their suit classes, and single hands.
 *
 * One walk over the rank multisets fills the first three levels; what lies below is worked out when a reader opens it,
 * so that a PLO6 range of millions of hands costs no more than its count.
 */
import { DEPENDS } from '../range/evaluator.ts';
import { formatAssignment, heldAssignments } from '../range/list.ts';
import type { Range, RangeView } from '../range/range.ts';
import { RangeWalk } from '../range/walk.ts';
import { say } from '../text/en.ts';
import { classPattern, formatRanks } from './class-pattern.ts';
import { connection, connectionKind, type Kind, pairKind, SORTED_COUNTS, suitKind } from './kinds.ts';

export interface CategoryNode {
  /** Stable among its siblings: `all`, `pairs-2`, `suits-2-2`, `straight-3`, `AAKT`, `AxAyKxTy`, `AsAhKsTh`. */
  readonly key: string;
  readonly label: string;
  readonly level: 'range' | 'pairs' | 'suits' | 'connection' | 'ranks' | 'class' | 'hand';
  readonly combos: number;
  /** Share of the range, 0…1. */
  readonly share: number;
  /** Largest first (ranks and hands in listing order). Worked out when called; empty for a hand. */
  readonly children: () => readonly CategoryNode[];
}

export const categoryTree = (range: Range, view: RangeView = {}): CategoryNode => {
  const walk = new RangeWalk(range, view);
  const cells = countCells(walk);
  const total = cells.reduce((sum, cell) => sum + cell.combos, 0);
  const node = (level: CategoryNode['level'], kind: Kind, combos: number, make: () => CategoryNode[]): CategoryNode => {
    let made: readonly CategoryNode[] | null = null;
    const children = (): readonly CategoryNode[] => {
      made ??= make();
      return made;
    };
    return { key: kind.key, label: kind.label, level, combos, share: total === 0 ? 0 : combos / total, children };
  };

  const grouped = (
    own: readonly Cell[],
    level: CategoryNode['level'],
    kindOf: (cell: Cell) => Kind,
    make: (cells: readonly Cell[]) => CategoryNode[],
  ): CategoryNode[] => {
    const groups = new Map<string, { kind: Kind; cells: Cell[]; combos: number }>();
    for (const cell of own) {
      const kind = kindOf(cell);
      const group = groups.get(kind.key) ?? { kind, cells: [], combos: 0 };
      groups.set(kind.key, group);
      group.cells.push(cell);
      group.combos += cell.combos;
    }
    return [...groups.values()]
      .sort((a, b) => b.combos - a.combos)
      .map((group) => node(level, group.kind, group.combos, () => make(group.cells)));
  };

  /** Rank groups of one cell. */
  const ranksOf = (cell: Cell): CategoryNode[] => {
    const { cards, ranks, multisets } = walk.space;
    const nodes: CategoryNode[] = [];
    for (let multiset = 0; multiset < multisets; multiset++) {
      if (!isInCell(walk, multiset, cell)) continue;
      const combos = countBySuits(walk, multiset).get(cell.suits.key)?.combos ?? 0;
      if (combos === 0) continue;
      const text = formatRanks(ranks.subarray(multiset * cards, (multiset + 1) * cards));
      nodes.push(node('ranks', { key: text, label: text }, combos, () => classesOf(multiset, cell)));
    }
    return nodes;
  };

  const classesOf = (multiset: number, cell: Cell): CategoryNode[] => {
    const live = liveAssignments(walk, multiset);
    const { suitCounts, classOf } = walk.composition;
    const hands = new Map<number, string[]>();
    for (const assignment of live) {
      if (suitKind(suitCounts[assignment] ?? 0).key !== cell.suits.key) continue;
      const suitClass = classOf[assignment] ?? 0;
      const members = hands.get(suitClass) ?? [];
      hands.set(suitClass, members);
      members.push(formatAssignment(walk, multiset, assignment));
    }
    return [...hands].map(([suitClass, members]) => {
      const first = walk.composition.orbits(0).first[suitClass] ?? 0;
      const pattern = classPattern(formatAssignment(walk, multiset, first));
      return node('class', { key: pattern, label: pattern }, members.length, () =>
        members.map((hand) => node('hand', { key: hand, label: hand }, 1, () => [])),
      );
    });
  };

  return node('range', { key: 'all', label: say.wholeRange() }, total, () =>
    grouped(
      cells,
      'pairs',
      (cell) => cell.pairs,
      (inPairs) =>
        grouped(
          inPairs,
          'suits',
          (cell) => cell.suits,
          (inSuits) =>
            grouped(
              inSuits,
              'connection',
              (cell) => connectionKind(cell.connection),
              (inConnection) => inConnection.flatMap(ranksOf),
            ),
        ),
    ),
  );
};

/** One pairs × suits × connection box and what the range holds of it. */
interface Cell {
  readonly pairs: Kind;
  readonly suits: Kind;
  readonly connection: number;
  combos: number;
}

const ranksAt = (walk: RangeWalk, multiset: number): Uint8Array =>
  walk.space.ranks.subarray(multiset * walk.space.cards, (multiset + 1) * walk.space.cards);

const partsAt = (walk: RangeWalk, multiset: number): readonly number[] =>
  walk.space.compositions[walk.space.compositionOf[multiset] ?? 0]?.parts ?? [];

const isInCell = (walk: RangeWalk, multiset: number, cell: Cell): boolean =>
  pairKind(partsAt(walk, multiset)).key === cell.pairs.key && connection(ranksAt(walk, multiset)) === cell.connection;

const countCells = (walk: RangeWalk): Cell[] => {
  const cells = new Map<string, Cell>();
  for (let multiset = 0; multiset < walk.space.multisets && !walk.isOver(); multiset++) {
    const bySuits = countBySuits(walk, multiset);
    if (bySuits.size === 0) continue;
    const pairs = pairKind(partsAt(walk, multiset));
    const connected = connection(ranksAt(walk, multiset));
    for (const { kind: suits, combos } of bySuits.values()) {
      const key = `${pairs.key} ${suits.key} ${connected}`;
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, { pairs, suits, connection: connected, combos });
      else cell.combos += combos;
    }
  }
  return [...cells.values()];
};

interface SuitCount {
  readonly kind: Kind;
  readonly combos: number;
}

/** Live hands of the range with these ranks, by suits. */
const countBySuits = (walk: RangeWalk, multiset: number): Map<string, SuitCount> => {
  const weight = walk.judge(multiset);
  const found = new Map<string, SuitCount>();
  if (weight === 0) return found;
  const byCounts = new Map<number, number>();
  const untouched = walk.isUntouched(multiset);
  const orbits = weight === DEPENDS ? walk.orbits : walk.composition.orbits(0);
  for (let orbit = 0; orbit < orbits.first.length; orbit++) {
    if (weight === DEPENDS && walk.orbitWeights[orbit] === 0) continue;
    const counts = SORTED_COUNTS[walk.composition.suitCounts[orbits.first[orbit] ?? 0] ?? 0] ?? 0;
    let live = (orbits.starts[orbit + 1] ?? 0) - (orbits.starts[orbit] ?? 0);
    if (!untouched) live = liveMembers(walk, orbits.members.subarray(orbits.starts[orbit], orbits.starts[orbit + 1]));
    if (live > 0) byCounts.set(counts, (byCounts.get(counts) ?? 0) + live);
  }
  for (const [counts, combos] of byCounts) {
    const kind = suitKind(counts);
    found.set(kind.key, { kind, combos });
  }
  return found;
};

const liveMembers = (walk: RangeWalk, members: Uint16Array): number =>
  members.reduce((count, assignment) => count + (walk.isLive(assignment) ? 1 : 0), 0);

/** Suit assignments of the multiset that the range holds and the deck still has, in listing order. */
const liveAssignments = (walk: RangeWalk, multiset: number): number[] => {
  const weight = walk.judge(multiset);
  if (weight === 0) return [];
  const held = weight === DEPENDS ? heldAssignments(walk) : null;
  const live: number[] = [];
  for (let assignment = 0; assignment < walk.composition.size; assignment++) {
    if ((held === null || held[assignment] !== 0) && walk.isLive(assignment)) live.push(assignment);
  }
  return live;
};
