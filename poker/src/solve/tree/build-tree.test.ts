/** Trees counted by hand, and the root actions of another program: `golden/holdem-root-actions.json` names it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSolveSpot } from '../../spot/parse-solve-spot.ts';
import type { BetTree, TreeNode } from './bet-tree.ts';
import { buildTree } from './build-tree.ts';

const RIVER = 'Ks9d4c2h7s';
const TURN = 'Ks9d4c2h';
const POT = { flop: ['pot'], turn: ['pot'], river: ['pot'] };
const SIDE = { range: '*', bets: POT, raises: POT };

const treeOf = (value: object): BetTree => {
  const tree = buildTree(spotOf(value));
  if (!tree.ok) throw new Error(`${tree.error.field}: ${tree.error.message}`);
  return tree.value;
};
const spotOf = (value: object) => {
  const spot = parseSolveSpot({ board: RIVER, pot: 60, stack: 540, oop: SIDE, ip: SIDE, ...value });
  if (!spot.ok) throw new Error(`${spot.error.field}: ${spot.error.message}`);
  return spot.value;
};
const wrong = (value: object) => {
  const tree = buildTree(spotOf(value));
  if (tree.ok) throw new Error('was built');
  return tree.error;
};
const count = (nodes: readonly TreeNode[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { kind } of nodes) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};
/** Labels at a line; an all-in has a star. */
const actionsAt = (tree: BetTree, line: string): string => {
  const node = tree.streets.flatMap(({ nodes }) => nodes).find((found) => found.line === line);
  if (node === undefined) throw new Error(`no line ${line}`);
  return node.actions.map(({ label, allIn }) => `${label}${allIn ? '*' : ''}`).join(' ');
};

describe('the pot-size tree of a river at SPR 9', () => {
  const tree = treeOf({});

  it('has 8 decisions, 6 folds and 7 showdowns', () => {
    expect(tree.streets.map(({ nodes }) => count(nodes))).toEqual([{ act: 8, fold: 6, showdown: 7 }]);
  });

  it('bets 60, raises to 240, then all-in', () => {
    expect(actionsAt(tree, '')).toBe('x b60');
    expect(actionsAt(tree, 'x')).toBe('x b60');
    expect(actionsAt(tree, 'b60')).toBe('f c r240');
    expect(actionsAt(tree, 'x-b60-r240')).toBe('f c r540*');
    expect(actionsAt(tree, 'b60-r240-r540')).toBe('f c*');
  });

  it('counts every chip', () => {
    const at = (line: string) => tree.streets[0]?.nodes.find((node) => node.line === line);
    expect(at('b60-r240')).toMatchObject({ player: 0, pot: 360, committed: [60, 240], onStreet: [60, 240] });
    expect(at('x-b60-r240-f')).toMatchObject({ kind: 'fold', player: 1, pot: 360, committed: [240, 60] });
    expect(at('b60-r240-r540-c')).toMatchObject({ kind: 'showdown', pot: 1140, committed: [540, 540] });
  });
});

describe('the pot-size tree of a turn at SPR 4', () => {
  const tree = treeOf({ board: TURN, stack: 240 });

  it('has the nodes counted by hand', () => {
    // Turn: x or b60, and all-in 240 over it. River: after x-x as on the turn; after b60-c x or all-in; else dealt out.
    expect(tree.streets.map(({ nodes }) => count(nodes))).toEqual([
      { act: 6, fold: 4, deal: 5 },
      { act: 14, fold: 8, showdown: 13 },
    ]);
  });

  it('deals into the river in the order of the lines', () => {
    const river = tree.streets[1];
    expect(river?.entries.map((entry) => river.nodes[entry]?.line)).toEqual([
      'x-x-[*]',
      'b60-c-[*]',
      'x-b60-c-[*]',
      'b60-r240-c-[*]',
      'x-b60-r240-c-[*]',
    ]);
    expect(actionsAt(tree, 'b60-c-[*]-x')).toBe('x b180*');
    expect(river?.nodes[river.entries[3] ?? -1]).toMatchObject({ kind: 'showdown', pot: 540, onStreet: [0, 0] });
  });
});

it('an all-in call on a Hold’em flop is dealt out over turn and river', () => {
  const tree = treeOf({ game: 'holdem', board: 'Ks9d4c', stack: 60 });
  const kinds = (street: number) =>
    tree.streets[street]?.entries.map((entry) => {
      const node = tree.streets[street]?.nodes[entry];
      return `${node?.line} ${node?.kind}`;
    });
  expect(kinds(1)).toEqual(['x-x-[*] act', 'b60-c-[*] deal', 'x-b60-c-[*] deal']);
  expect(kinds(2)?.filter((text) => text.startsWith('b60-c'))).toEqual(['b60-c-[*]-[*] showdown']);
});

const golden = JSON.parse(
  readFileSync(new URL('../../../golden/holdem-root-actions.json', import.meta.url), 'utf8'),
) as { spots: { board: string; pot: number; stack: number; bets: string[]; raises: string[]; labels: string[] }[] };

it.each(golden.spots)('on $board with $bets the first actions are those of another program', (spot) => {
  const on = (sizes: string[]) => ({ turn: sizes, river: sizes });
  const side = { range: '*', bets: on(spot.bets), raises: on(spot.raises) };
  const tree = treeOf({ game: 'holdem', board: spot.board, pot: spot.pot, stack: spot.stack, oop: side, ip: side });
  expect(tree.streets[0]?.nodes[0]?.actions.map(({ label }) => label)).toEqual(spot.labels);
});

describe('sizes come to', () => {
  const river = (bets: string[], raises: string[], more: object = {}) => {
    const side = { range: '*', bets: { river: bets }, raises: { river: raises } };
    return treeOf({ game: 'holdem', pot: 100, stack: 1000, oop: side, ip: side, ...more });
  };

  it('parts of the pot, after the call for a raise, and multiples of the bet', () => {
    const tree = river(['33%', '50%', '150%'], ['50%', '2.5x', 'a']);
    expect(actionsAt(tree, '')).toBe('x b33 b50 b150');
    // Over 50: half of 200 is 100 more, 2.5 times 50 is 125.
    expect(actionsAt(tree, 'b50')).toBe('f c r125 r150 r1000*');
    // Over 125, which added 75: half of 350 is 175 more, 2.5 times 125 is 312.5.
    expect(actionsAt(tree, 'b50-r125')).toBe('f c r300 r313 r1000*');
  });

  it('whole chips, the nearest', () => {
    expect(actionsAt(river(['33.3%', '0.4%', '0.5%'], []), '')).toBe('x b1 b33');
    expect(actionsAt(river(['50%'], [], { pot: 101 }), '')).toBe('x b51');
  });

  it('at least the smallest bet and the last increment, at most the stack', () => {
    expect(actionsAt(river(['1%', '50%'], [], { minBet: 20 }), '')).toBe('x b20 b50');
    expect(actionsAt(river(['50%', '200%'], [], { minBet: 200, stack: 150 }), '')).toBe('x b150*');
    expect(actionsAt(river(['50%'], ['1.2x', '1%']), 'b50')).toBe('f c r100');
    expect(actionsAt(river(['50%'], ['pot', '1.1x'], { stack: 80 }), 'b50')).toBe('f c r80*');
  });

  it('the same part of the pot on every street left', () => {
    const side = { range: '*', bets: { turn: ['e'], river: ['e'] } };
    const tree = treeOf({ game: 'holdem', board: TURN, pot: 200, stack: 900, oop: side, ip: side });
    // 200 · (√10 − 1) / 2 = 216.2, then the rest.
    expect(actionsAt(tree, '')).toBe('x b216');
    expect(actionsAt(tree, 'b216-c-[*]')).toBe('x b684*');
  });

  it('at most the pot in pot limit, where all-in and geometric then are one', () => {
    const side = { range: '*', bets: { river: ['a', 'e', 'pot'] }, raises: { river: ['a', '3x'] } };
    const tree = treeOf({ oop: side, ip: side });
    expect(actionsAt(tree, '')).toBe('x b60');
    expect(actionsAt(tree, 'b60')).toBe('f c r180 r240');
  });

  it('exactly the chips that were bet, and nothing where they cannot be', () => {
    const tree = river(['37c', '1001c'], ['37c', '90c', '211c'], { minBet: 20 });
    expect(actionsAt(tree, '')).toBe('x b37');
    expect(actionsAt(tree, 'b37')).toBe('f c r90 r211');
    expect(actionsAt(tree, 'b37-r90')).toBe('f c r211');
    expect(actionsAt(tree, 'b37-r211')).toBe('f c');
  });

  it('nothing more than x, f and c on a street without sizes', () => {
    const tree = treeOf({ board: TURN, oop: { range: '*', bets: { turn: ['pot'] } }, ip: { range: '*' } });
    expect(['', 'x', 'b60', 'x-x-[*]', 'b60-c-[*]-x'].map((line) => actionsAt(tree, line))).toEqual([
      ...['x b60', 'x', 'f c', 'x', 'x'],
    ]);
  });

  it('no more raises than the limit', () => {
    expect(actionsAt(treeOf({ maxRaises: 1 }), 'b60-r240')).toBe('f c');
    expect(actionsAt(treeOf({ maxRaises: 0 }), 'b60')).toBe('f c');
  });
});

describe('a donk', () => {
  const tree = (donks: object) =>
    treeOf({ board: TURN, oop: { ...SIDE, bets: { turn: ['50%'], river: ['50%'] }, donks }, ip: SIDE });

  it('is a bet into the last aggressor: its own sizes hold there only', () => {
    const own = tree({ turn: ['25%'], river: ['25%'] });
    expect(actionsAt(own, '')).toBe('x b30');
    expect(actionsAt(own, 'x-b60-c-[*]')).toBe('x b45');
    expect(actionsAt(own, 'b30-c-[*]')).toBe('x b60');
    expect(actionsAt(own, 'b30-r150-c-[*]')).toBe('x b90');
    expect(actionsAt(own, 'x-x-[*]')).toBe('x b30');
    expect(actionsAt(own, 'x-b60-r240-c-[*]')).toBe('x b270');
  });

  it('follows the bets when it has no sizes of its own, and is left out by an empty list', () => {
    expect(actionsAt(tree({}), 'x-b60-c-[*]')).toBe('x b90');
    expect(actionsAt(tree({ river: [] }), 'x-b60-c-[*]')).toBe('x');
    expect(actionsAt(tree({ river: [] }), 'x-x-[*]')).toBe('x b30');
  });

  it('on the turn needs an aggressor on the flop, and none on the river after a turn that was checked', () => {
    const holdem = { game: 'holdem', board: 'Ks9d4c', stack: 1000 };
    const flop = treeOf({
      ...holdem,
      oop: { ...SIDE, raises: {}, donks: { turn: [], river: [] } },
      ip: { ...SIDE, raises: {} },
    });
    expect(actionsAt(flop, 'x-b60-c-[*]')).toBe('x');
    expect(actionsAt(flop, 'x-b60-c-[*]-x-x-[*]')).toBe('x b180');
  });
});

describe('thresholds', () => {
  const side = (...bets: string[]) => ({ range: '*', bets: { river: bets }, raises: { river: ['50%'] } });
  const at = (line: string, sizes: string[], fields: object) =>
    actionsAt(treeOf({ game: 'holdem', pot: 100, oop: side(...sizes), ip: side(...sizes), ...fields }), line);

  it('add the all-in up to so many pots', () => {
    expect(at('', ['50%'], { stack: 150, addAllIn: 1.5 })).toBe('x b50 b150*');
    expect(at('', ['50%'], { stack: 151, addAllIn: 1.5 })).toBe('x b50');
    // Over 50 the pot after the call is 200: 300 more is one and a half of it.
    expect(at('b50', ['50%'], { stack: 350, addAllIn: 1.5 })).toBe('f c r150 r350*');
    expect(at('b50', ['50%'], { stack: 351, addAllIn: 1.5 })).toBe('f c r150');
  });

  it('bet all-in where hardly anything would be left', () => {
    // A bet of 100 makes the pot 300 after the call; 15 % of it are 45.
    expect(at('', ['pot'], { stack: 145, forceAllIn: 0.15 })).toBe('x b145*');
    expect(at('', ['pot'], { stack: 146, forceAllIn: 0.15 })).toBe('x b100');
  });

  it('merge sizes that make the pot hardly larger', () => {
    // 1.75 / 1.70 < 1.1, 1.75 / 1.50 is not.
    expect(at('', ['50%', '70%', '75%'], { stack: 1000, merge: 0.1 })).toBe('x b50 b75');
    // 1.75 / 1.65 < 1.1 drops 65 %; 60 % is measured against 75 %, not against what was dropped.
    expect(at('', ['59%', '65%', '75%'], { stack: 1000, merge: 0.1 })).toBe('x b59 b75');
    expect(at('', ['60%', '65%', '75%'], { stack: 1000, merge: 0.1 })).toBe('x b75');
  });

  it('stop at the pot in pot limit', () => {
    const plo = { game: 'plo4', pot: 100 };
    expect(at('', ['50%'], { ...plo, stack: 150, addAllIn: 1.5 })).toBe('x b50 b100');
    expect(at('', ['95%'], { ...plo, stack: 120, forceAllIn: 0.15 })).toBe('x b100');
  });
});

describe('a tree that cannot be', () => {
  it('names the size that breaks the pot limit, and the line', () => {
    const raises = { river: ['pot', '5x'] };
    expect(wrong({ ip: { ...SIDE, raises } })).toMatchObject({
      code: 'size-above-pot',
      field: 'ip.raises.river[1]',
      at: 0,
      end: 2,
      message: '“5x” would raise to 300 after “b60”; pot limit allows 240.',
    });
  });

  it('names the line that is all there is when nobody can bet', () => {
    const side = { range: '*', bets: { flop: ['pot'] } };
    expect(wrong({ board: TURN, oop: side, ip: side })).toMatchObject({
      code: 'tree-empty',
      message: 'Nobody can bet in this tree: all of it is “x-x-[*]-x-x”.',
    });
  });

  it('names the field to thin out when it is too large', () => {
    const sizes = ['10%', '20%', '30%', '40%', '50%', '60%', '70%', '80%', '90%', 'pot'];
    const side = {
      range: '*',
      bets: { turn: sizes, river: ['pot'] },
      raises: { turn: sizes.slice(1), river: sizes.slice(2) },
    };
    expect(wrong({ board: TURN, stack: 100_000, oop: SIDE, ip: side })).toMatchObject({
      code: 'tree-size',
      field: 'ip.bets.turn',
    });
  });

  it('does not follow raises by a chip for ever', () => {
    const raises = { river: ['1.001x'] };
    expect(wrong({ stack: 1_000_000_000, oop: { ...SIDE, raises }, ip: { ...SIDE, raises } })).toMatchObject({
      code: 'tree-size',
      field: 'oop.raises.river',
    });
  });
});
