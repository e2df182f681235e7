/** What holds in every tree, whatever the spot: chips, legal amounts, rake, and forests that the kernel can walk. */
import { ACT, DEAL, FOLD, type Forest, nodeCount, SHOWDOWN } from '@ploscope/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSolveSpot } from '../../spot/parse-solve-spot.ts';
import type { SolveSpot } from '../../spot/solve-spot.ts';
import { walkLine } from '../walk-line.ts';
import type { BetTree, TreeNode } from './bet-tree.ts';
import { buildTree } from './build-tree.ts';
import { flatten } from './flatten.ts';

const BOARDS = { plo4: ['Ks9d4c2h7s', 'Ks9d4c2h'], holdem: ['Ks9d4c2h7s', 'Ks9d4c2h', 'Ks9d4c'] } as const;

const sizes = (...texts: string[]) =>
  fc.record(
    Object.fromEntries(
      ['flop', 'turn', 'river'].map((street) => [street, fc.subarray(texts, { minLength: 0, maxLength: 2 })]),
    ),
    { requiredKeys: [] },
  );

const documents = fc.constantFrom('plo4' as const, 'holdem' as const).chain((game) => {
  const over = game === 'plo4' ? [] : ['150%', '300%'];
  const side = fc.record({
    range: fc.constant('*'),
    bets: sizes('33%', '70%', 'pot', '61c', 'a', 'e', ...over),
    raises: sizes('50%', 'pot', 'a', 'e', '2.2x', '1.1x', '3x', '5x', '170c', ...over),
  });
  const threshold = fc.constantFrom(0, 0, 0.1, 0.5, 1.5);
  return fc.record({
    game: fc.constant(game),
    board: fc.constantFrom(...BOARDS[game]),
    pot: fc.integer({ min: 4, max: 500 }),
    stack: fc.integer({ min: 1, max: 2000 }),
    rake: fc.record({ rate: fc.constantFrom(0, 0.05, 0.1), cap: fc.constantFrom(null, 0, 3, 40) }),
    oop: fc.tuple(side, sizes('25%', 'a')).map(([own, donks]) => ({ ...own, donks })),
    ip: side,
    addAllIn: threshold,
    forceAllIn: threshold,
    merge: threshold,
    maxRaises: fc.constantFrom(0, 1, 2, 3),
    minBet: fc.constantFrom(1, 2, 4),
  });
});

/** Runs `check` on trees; spots that are refused must be so for a reason that the spot can have. */
const everyTree = (check: (tree: BetTree, spot: SolveSpot) => void): void => {
  let trees = 0;
  fc.assert(
    fc.property(documents, (document) => {
      const spot = parseSolveSpot(document);
      if (!spot.ok) throw new Error(`${spot.error.field}: ${spot.error.message}`);
      const tree = buildTree(spot.value);
      if (!tree.ok) return ['size-above-pot', 'tree-empty', 'tree-size'].includes(tree.error.code);
      trees += 1;
      check(tree.value, spot.value);
      return true;
    }),
    { numRuns: 300 },
  );
  expect(trees).toBeGreaterThan(100);
};

const eachNode = (tree: BetTree, check: (node: TreeNode, street: number, index: number) => void): void => {
  for (const [street, { nodes }] of tree.streets.entries()) {
    for (const [index, node] of nodes.entries()) check(node, street, index);
  }
};

/** Expectations on millions of nodes take too long; this says as much. */
const must = (holds: boolean, node: TreeNode): void => {
  if (!holds) throw new Error(`at “${node.line}”: ${JSON.stringify(node)}`);
};

describe('in every tree', () => {
  it('chips are whole, and what is in the middle was put there', () => {
    everyTree((tree, { pot, stack }) => {
      eachNode(tree, (node) => {
        const { committed, onStreet } = node;
        must(node.pot === pot + committed[0] + committed[1], node);
        for (const seat of [0, 1] as const) {
          must(
            Number.isInteger(committed[seat]) && committed[seat] <= stack && committed[seat] >= onStreet[seat],
            node,
          );
        }
        const isEven = node.kind === 'showdown' || node.kind === 'deal';
        must(!isEven || committed[0] === committed[1], node);
        must(node.kind !== 'fold' || committed[node.player] < (committed[1 - node.player] ?? 0), node);
      });
    });
  });

  it('bets and raises are at least the smallest, at most the stack, and in pot limit at most the pot', () => {
    everyTree((tree, { game, stack, minBet, maxRaises }) => {
      eachNode(tree, (node) => {
        const own = node.onStreet[node.player];
        const other = node.onStreet[1 - node.player] ?? 0;
        const afterCall = node.pot + other - own;
        const allIn = stack - node.committed[node.player] + own;
        const raises = node.actions.filter(({ kind }) => kind === 'bet' || kind === 'raise');
        for (const { kind, label, to, allIn: isAllIn } of raises) {
          must(kind === (other > own ? 'raise' : 'bet') && label === `${kind.charAt(0)}${to}`, node);
          must(Number.isInteger(to) && to > other && to <= allIn && isAllIn === (to === allIn), node);
          must(isAllIn || to - other >= (kind === 'raise' ? other - own : minBet), node);
          must(game === 'holdem' || to - other <= afterCall, node);
        }
        const amounts = raises.map(({ to }) => to);
        must(new Set(amounts).size === amounts.length && amounts.every((to, at) => to > (amounts[at - 1] ?? 0)), node);
        const isNotRaised = raises.every(({ kind }) => kind === 'bet');
        const made = node.line.split('-[*]-').at(-1)?.match(/r\d/g)?.length ?? 0;
        must(isNotRaised || made < (maxRaises ?? 0), node);
      });
    });
  });

  it('what one wins the other loses, but for the rake', () => {
    everyTree((tree, { pot, rake }) => {
      const forests = flatten(tree, rake);
      eachNode(tree, (node, street, index) => {
        const [win = 0, tie = 0, lose = 0] = forests[street]?.payoffs.subarray(3 * index, 3 * index + 3) ?? [];
        if (node.kind === 'act' || node.kind === 'deal') return must(win === 0 && tie === 0 && lose === 0, node);
        const matched = Math.min(...node.committed);
        const taken = Math.min(rake.rate * (pot + 2 * matched), rake.cap ?? Number.POSITIVE_INFINITY);
        must(Math.abs(win + lose + taken) < 1e-9 && lose === -(pot / 2 + matched), node);
        must(node.kind === 'fold' ? tie === 0 : Math.abs(2 * tie + taken) < 1e-9, node);
      });
    });
  });

  it('every line leads to its node', () => {
    everyTree((tree) => {
      eachNode(tree, (node, street, index) => {
        if (index % 7 !== 0) return;
        const place = walkLine(tree, node.line);
        must(place.ok && place.value.street === street && place.value.node === index, node);
        must(place.ok && place.value.dealt.length === street, node);
      });
    });
  });

  it('forests are well formed', () => {
    everyTree((tree, { rake }) => {
      const forests = flatten(tree, rake);
      expect(forests[0]?.entries.length).toBe(1);
      for (const [street, forest] of forests.entries()) checkForest(forest, forests[street + 1]);
    });
  });
});

/** Each node is an entry or the child of one earlier node; deals lead to the next street's entries in order. */
const checkForest = (forest: Forest, next: Forest | undefined): void => {
  const nodes = nodeCount(forest);
  const parents = new Uint8Array(nodes);
  for (const entry of forest.entries) parents[entry] = (parents[entry] ?? 0) + 1;
  let deals = 0;
  for (let node = 0; node < nodes; node++) {
    const first = forest.first[node] ?? -1;
    const count = forest.counts[node] ?? -1;
    const kind = forest.kinds[node];
    if (kind === ACT) {
      expect(count > 0 && first > node && first + count <= nodes).toBe(true);
      for (let child = first; child < first + count; child++) parents[child] = (parents[child] ?? 0) + 1;
      continue;
    }
    expect(count).toBe(0);
    if (kind === DEAL) expect(first).toBe(deals++);
    else expect(kind === FOLD || (kind === SHOWDOWN && next === undefined)).toBe(true);
  }
  expect(parents.every((count) => count === 1)).toBe(true);
  expect(deals).toBe(next?.entries.length ?? 0);
  expect(forest.payoffs.length).toBe(3 * nodes);
  expect(forest.players.length).toBe(nodes);
};
