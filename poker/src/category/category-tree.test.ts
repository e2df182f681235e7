import { describe, expect, it } from 'vitest';
import { comboCount, type Game } from '../games.ts';
import { countRange } from '../range/count.ts';
import { listRange } from '../range/list.ts';
import { parseRange } from '../range/parse.ts';
import type { Range, RangeView } from '../range/range.ts';
import { type CategoryNode, categoryTree } from './category-tree.ts';

const rangeOf = (text: string, game: Game = 'plo4'): Range => {
  const read = parseRange(text, game);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
};
const byKey = (nodes: readonly CategoryNode[]): Record<string, number> =>
  Object.fromEntries(nodes.map((node) => [node.key, node.combos]));
const child = (node: CategoryNode, ...keys: string[]): CategoryNode => {
  const [key, ...rest] = keys;
  if (key === undefined) return node;
  const found = node.children().find((other) => other.key === key);
  if (found === undefined) throw new Error(`${node.key} has no ${key}`);
  return child(found, ...rest);
};

describe('the category tree', () => {
  it('has the known shapes of PLO4 at the top', () => {
    expect(byKey(categoryTree(rangeOf('*')).children())).toEqual({
      'no-pair': 183_040,
      'pairs-2': 82_368,
      'pairs-2-2': 2_808,
      'pairs-3': 2_496,
      'pairs-4': 13,
    });
  });

  it('splits by suits as the deck does', () => {
    const suits = new Map<string, number>();
    for (const pairs of categoryTree(rangeOf('*')).children()) {
      for (const node of pairs.children()) suits.set(node.key, (suits.get(node.key) ?? 0) + node.combos);
    }
    expect(Object.fromEntries(suits)).toEqual({
      'suits-2-2': 36_504,
      'suits-2-1-1': 158_184,
      'suits-3-1': 44_616,
      'suits-4': 2_860,
      'suits-1-1-1-1': 28_561,
    });
  });

  it.each([
    ['AA, KK$ds, 9876+@40', {}],
    ['AsKs**', {}],
    ['KK+:$ds', { known: [51, 47, 46, 3] }],
  ] as const satisfies readonly (readonly [string, RangeView])[])(
    'every level of %s adds up to the one above',
    (text, view) => {
      const range = rangeOf(text);
      const root = categoryTree(range, view);
      expect(root.combos).toBe(countRange(range, view).combos);
      const hands: string[] = [];
      const visit = (node: CategoryNode): void => {
        expect(node.share).toBeCloseTo(node.combos / root.combos, 12);
        if (node.level === 'hand') hands.push(node.key);
        else
          expect(
            node.children().reduce((sum, other) => sum + other.combos, 0),
            node.key,
          ).toBe(node.combos);
        for (const other of node.children()) visit(other);
      };
      visit(root);
      expect(hands.sort()).toEqual(listRange(range, view).sort());
    },
  );

  it('leads down to ranks, classes and hands', () => {
    const root = categoryTree(rangeOf('AA$ds'));
    const connected = child(root, 'pairs-2-2', 'suits-2-2', 'straight-2');
    expect(connected.children().map((node) => node.key)).toContain('AAKK');
    const ranks = child(connected, 'AAKK');
    expect(ranks.children().map((node) => [node.key, node.combos])).toEqual([['AxAyKxKy', 6]]);
    expect(child(ranks, 'AxAyKxKy').children()[0]).toMatchObject({ key: 'AsAhKsKh', level: 'hand', combos: 1 });
    expect(child(ranks, 'AxAyKxKy', 'AsAhKsKh').children()).toEqual([]);
  });

  it('a class is named by a range that is exactly that class', () => {
    const ranks = child(categoryTree(rangeOf('AAK')), 'pairs-2', 'suits-2-1-1', 'straight-3', 'AAKT');
    for (const node of ranks.children()) expect(countRange(rangeOf(node.key)).combos, node.key).toBe(node.combos);
    expect(ranks.children().length).toBeGreaterThan(1);
  });

  it('keeps its children once worked out', () => {
    const root = categoryTree(rangeOf('AA'));
    expect(root.children()).toBe(root.children());
  });

  it('of an empty range is empty', () => {
    const root = categoryTree(rangeOf('AAAA:KK'));
    expect([root.combos, root.share, root.children().length]).toEqual([0, 0, 0]);
  });

  it.each(['holdem', 'plo5', 'plo6'] as const)('of all %s hands is whole', (game) => {
    expect(categoryTree(rangeOf('*', game)).combos).toBe(comboCount(game));
  });
});
