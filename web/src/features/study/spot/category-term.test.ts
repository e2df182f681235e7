import { type CategoryNode, categoryTree, countRange, type Game, parseRange } from '@ploscope/poker';
import { describe, expect, test } from 'vitest';
import type { Category } from '../work/protocol.ts';
import { categoryTerm, onlyCategory, withoutCategory } from './category-term.ts';

function count(text: string, game: Game): number {
  const range = parseRange(text, game);
  if (!range.ok) throw new Error(`${text}: ${range.error.message}`);
  return countRange(range.value).combos;
}

function treeOf(text: string, game: Game): CategoryNode {
  const range = parseRange(text, game);
  if (!range.ok) throw new Error(range.error.message);
  return categoryTree(range.value);
}

/** Every node of the first two levels, and the first few below. */
function* walk(node: CategoryNode, path: Category[] = []): Generator<{ node: CategoryNode; path: Category[] }> {
  const children = node.children();
  for (const child of path.length < 2 ? children : children.slice(0, 2)) {
    yield { node: child, path: [...path, child] };
    yield* walk(child, [...path, child]);
  }
}

describe.each<Game>(['plo4', 'plo5', 'holdem'])('%s', (game) => {
  test('every word means exactly the hands of its category', () => {
    const wrong: string[] = [];
    for (const { node, path } of walk(treeOf('*', game))) {
      const term = categoryTerm(path, game);
      if (term !== null && count(term, game) !== node.combos)
        wrong.push(`${term}: ${count(term, game)} ${node.combos}`);
    }
    expect(wrong).toEqual([]);
  });
});

test.each(['AA', 'AA, KK', 'KK+:$ds', 'AK!AA', 'AA@40, KK'])(
  '%s splits into what is kept and what is taken out',
  (range) => {
    const [node] = treeOf(range, 'plo4').children();
    const inner = node?.children()[0];
    if (!node || !inner) throw new Error('an empty tree');
    const term = categoryTerm([node, inner], 'plo4') ?? '';
    expect(count(onlyCategory(range, term), 'plo4')).toBe(inner.combos);
    expect(count(withoutCategory(range, term), 'plo4')).toBe(count(range, 'plo4') - inner.combos);
  },
);

test('an empty row begins with the category itself', () => {
  expect(onlyCategory('', '$ds')).toBe('$ds');
  expect(withoutCategory('', '$ds')).toBe('*!$ds');
});
