import { describe, expect, it } from 'vitest';
import type { Game } from '../games.ts';
import { rangeCombos } from '../range/combos.ts';
import { parseRange } from '../range/parse.ts';
import type { Range } from '../range/range.ts';
import { handClass } from '../space/classes.ts';
import { type CategoryNode, categoryTree } from './category-tree.ts';
import { type ComboCategories, comboCategories } from './combo-categories.ts';

const rangeOf = (text: string, game: Game = 'plo4'): Range => {
  const read = parseRange(text, game);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
};

/** Combos by the keys of all five levels, as `pairs-2/suits-4/…`. */
const countPaths = (combos: number, { pairs, suits, connection, ranks, class: classes }: ComboCategories) => {
  const counts: Record<string, number> = {};
  for (let combo = 0; combo < combos; combo++) {
    const path = [pairs, suits, connection, ranks, classes]
      .map((level) => level.kind(level.of[combo] ?? -1).key)
      .join('/');
    counts[path] = (counts[path] ?? 0) + 1;
  }
  return counts;
};

const treePaths = (root: CategoryNode): Record<string, number> => {
  const counts: Record<string, number> = {};
  const visit = (node: CategoryNode, path: string): void => {
    if (node.level === 'class') counts[path] = node.combos;
    else for (const child of node.children()) visit(child, path === '' ? child.key : `${path}/${child.key}`);
  };
  visit(root, '');
  return counts;
};

describe('the categories of combos', () => {
  it.each([
    ['AA', 'plo4', [0, 17, 30]],
    ['9876+, KK$ds, 2222', 'plo4', []],
    ['*', 'holdem', [51, 47, 46]],
    ['AAK:$ds', 'plo5', [1]],
    ['AAKK:$ts', 'plo6', []],
  ] as const)('of %s in %s are those of the category tree', (text, game, known) => {
    const range = rangeOf(text, game);
    const { cards, combos } = rangeCombos(range, { known });
    expect(countPaths(combos, comboCategories(cards, game))).toEqual(treePaths(categoryTree(range, { known })));
  });

  it('number their kinds without gaps, each with a label', () => {
    const { cards } = rangeCombos(rangeOf('AA, 76'));
    for (const { of, count, kind } of Object.values(comboCategories(cards, 'plo4')) as ComboCategories['pairs'][]) {
      expect([...new Set(of)].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index));
      const kinds = Array.from({ length: count }, (_, index) => kind(index));
      expect(new Set(kinds.map(({ key }) => key)).size).toBe(count);
      expect(kinds.every(({ label }) => label !== '')).toBe(true);
    }
  });

  it('put two combos into one class exactly when only the names of suits differ', () => {
    const { cards, combos } = rangeCombos(rangeOf('AKQ7'));
    const { of } = comboCategories(cards, 'plo4').class;
    const numbers = new Map<number, number>();
    for (let combo = 0; combo < combos; combo++) {
      const known = handClass([...cards.subarray(combo * 4, combo * 4 + 4)], 'plo4');
      expect(numbers.get(known) ?? of[combo]).toBe(of[combo]);
      numbers.set(known, of[combo] ?? -1);
    }
    expect(new Set(numbers.values()).size).toBe(numbers.size);
  });

  it('of every hand on a river are found in less time than a glance takes', () => {
    const { cards, combos } = rangeCombos(rangeOf('*'), { known: [0, 5, 10, 15, 20] });
    expect(combos).toBe(178_365);
    const times = [1, 2, 3].map(() => {
      const started = performance.now();
      expect(comboCategories(cards, 'plo4').pairs.of.length).toBe(combos);
      return performance.now() - started;
    });
    // About 40 ms on an idle machine.
    expect(Math.min(...times)).toBeLessThan(300);
  });

  it('of no combos are empty', () => {
    const { pairs } = comboCategories(new Uint8Array(0), 'plo4');
    expect([pairs.count, pairs.of.length]).toEqual([0, 0]);
  });
});
