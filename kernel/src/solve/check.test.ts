// Bad jobs are told by a code, whatever is wrong with them; what passes the check can be solved.

import { describe, expect, test } from 'vitest';
import { testRandom } from '../../test/kernel.ts';
import { openLocal } from '../../test/solve/local.ts';
import { spot } from '../../test/solve/spots.ts';
import { checkSolveJob, checkSolveStop } from './check.ts';
import { ACT, DEAL, FOLD, type Forest, SHOWDOWN } from './forest.ts';
import type { NodeLock, SolveError, SolveJob, SolveRange } from './job.ts';
import { planSolve } from './plan.ts';

const RIVER = spot({ boards: ['Ks9d4c2h7s'], combos: [30, 25], stack: 120, seed: 2 });
const TURN = spot({ boards: ['Ks9d4c2h'], combos: [20, 15], stack: 60, seed: 3 });
const TWO = spot({ boards: ['Ks9d4c2h7s', 'QsJs5s5d2d'], combos: [30, 25], stack: 60 });
const TWO_TURN = spot({ boards: ['Ks9d4c2h', 'QsJs5s5d'], combos: [12, 10], stack: 60, maxRaises: 1 });
const HOLDEM = spot({ game: 'holdem', boards: ['Ts9s4s'], combos: [20, 15], stack: 60 });
const GOOD = [RIVER, TURN, TWO, TWO_TURN, HOLDEM];

test.each(GOOD)('a good job has nothing against it (%#)', (job) => {
  expect(checkSolveJob(job)).toBeNull();
});

const [first, second] = RIVER.players;
const board = RIVER.boards[0]!;

function players(change: Partial<SolveRange>, player: 0 | 1): Partial<SolveJob> {
  const changed = { ...RIVER.players[player], ...change };
  return { players: player === 0 ? [changed, second] : [first, changed] };
}

function put<T extends Uint8Array | Int32Array | Float64Array>(values: T, at: number, value: number): T {
  const changed = values.slice() as T;
  changed[at] = value;
  return changed;
}

/** The job with its first street changed. */
function tree(change: (forest: Forest) => Partial<Forest>, job = RIVER): Partial<SolveJob> {
  const [street, ...later] = job.streets;
  return { ...job, streets: [{ ...street!, ...change(street!) }, ...later] };
}

const actions = RIVER.streets[0]!.counts[0]!;
const even = new Float32Array(actions * 30).fill(1 / actions);
const lock = (change: Partial<NodeLock>): Partial<SolveJob> => ({
  locks: [{ street: 0, node: 0, dealt: [], shares: even, ...change }],
});
function shares(change: Record<number, number>): Partial<SolveJob> {
  const changed = even.slice();
  for (const [at, share] of Object.entries(change)) changed[Number(at)] = share;
  return lock({ shares: changed });
}

const END = RIVER.streets[0]!.kinds.indexOf(SHOWDOWN);
const GONE = RIVER.streets[0]!.kinds.indexOf(FOLD);
const EXIT = TURN.streets[0]!.kinds.indexOf(DEAL);

const WRONG: readonly [string, SolveError['code'], number | null, Partial<SolveJob>][] = [
  ['a game that there is not', 'board', null, { game: 'plo7' as SolveJob['game'] }],
  ['no board', 'board', null, { boards: [] }],
  ['three boards', 'board', null, { boards: [board, TWO.boards[1]!, Uint8Array.of(4, 5, 12, 16, 24)] }],
  ['a board of six', 'board', null, { boards: [Uint8Array.from([...board, 1])] }],
  ['two boards of different length', 'board', null, { boards: [board, Uint8Array.of(4, 5, 12, 16)] }],
  ['a board with a card twice', 'cards', null, { boards: [put(board, 0, board[1]!)] }],
  ['a board with a card that there is not', 'cards', null, { boards: [put(board, 0, 52)] }],
  ['two boards that share a card', 'cards', null, { boards: [board, put(TWO.boards[1]!, 0, board[0]!)] }],
  ['no pot', 'pot', null, { pot: 0 }],
  ['a pot below nothing', 'pot', null, { pot: -5 }],
  ['a pot that is no number', 'pot', null, { pot: Number.NaN }],
  ['a pot without end', 'pot', null, { pot: Infinity }],
  ['no memory', 'memory', null, { maxBytes: 0 }],
  ['memory that is no number', 'memory', null, { maxBytes: Number.NaN }],
  ['a combo of three cards', 'cards', 0, players({ cards: first.cards.subarray(0, 119) }, 0)],
  ['a card that there is not', 'cards', 1, players({ cards: put(second.cards, 3, 52) }, 1)],
  ['a combo with a card twice', 'cards', 0, players({ cards: put(first.cards, 1, first.cards[0]!) }, 0)],
  ['a combo that does not ascend', 'cards', 1, players({ cards: put(second.cards, 0, 51) }, 1)],
  [
    'a combo twice',
    'cards',
    0,
    players({ cards: Uint8Array.from([...first.cards.subarray(4), ...first.cards.subarray(4, 8)]) }, 0),
  ],
  ['a weight of 0', 'weights', 0, players({ weights: put(first.weights!, 7, 0) }, 0)],
  ['a weight of 101', 'weights', 1, players({ weights: put(second.weights!, 7, 101) }, 1)],
  ['too few weights', 'weights', 1, players({ weights: second.weights!.subarray(1) }, 1)],
  ['an empty range', 'empty', 0, players({ cards: new Uint8Array(), weights: null }, 0)],
  [
    'a range that the board takes',
    'empty',
    1,
    players({ cards: Uint8Array.from(board.subarray(0, 4)).sort(), weights: null }, 1),
  ],
  ['no streets', 'tree', null, { streets: [] }],
  ['a street too many', 'tree', null, { streets: [...RIVER.streets, ...RIVER.streets] }],
  ['the streets of a turn on a river', 'tree', null, { streets: TURN.streets }],
  [
    'a forest without nodes',
    'tree',
    null,
    tree(() => ({
      entries: new Int32Array(),
      kinds: new Uint8Array(),
      players: new Uint8Array(),
      first: new Int32Array(),
      counts: new Uint8Array(),
      payoffs: new Float64Array(),
    })),
  ],
  ['arrays that differ in length', 'tree', null, tree(({ players: own }) => ({ players: own.subarray(1) }))],
  ['payoffs that lack a number', 'tree', null, tree(({ payoffs }) => ({ payoffs: payoffs.subarray(1) }))],
  ['an entry too many', 'tree', null, tree(() => ({ entries: Int32Array.of(0, 1) }))],
  ['an entry that is no node', 'tree', null, tree(() => ({ entries: Int32Array.of(1000) }))],
  ['an entry below nothing', 'tree', null, tree(() => ({ entries: Int32Array.of(-1) }))],
  ['a node of no kind', 'tree', null, tree(({ kinds }) => ({ kinds: put(kinds, 1, 4) }))],
  ['a third player', 'tree', null, tree(({ players: own }) => ({ players: put(own, 0, 2) }))],
  ['a node that is its own child', 'tree', null, tree(({ first: own }) => ({ first: put(own, 0, 0) }))],
  ['a child beyond the end', 'tree', null, tree(({ first: own }) => ({ first: put(own, 0, 1000) }))],
  ['a child of two', 'tree', null, tree(({ first: own }) => ({ first: put(own, 0, 2) }))],
  ['a node without actions', 'tree', null, tree(({ counts }) => ({ counts: put(counts, 0, 0) }))],
  ['a payoff that is no number', 'tree', null, tree(({ payoffs }) => ({ payoffs: put(payoffs, END * 3, Number.NaN) }))],
  ['a payoff without end', 'tree', null, tree(({ payoffs }) => ({ payoffs: put(payoffs, GONE * 3, Infinity) }))],
  ['a card after the river', 'tree', null, tree(({ kinds }) => ({ kinds: put(kinds, END, DEAL) }))],
  ['a showdown before the river', 'tree', null, tree(({ kinds }) => ({ kinds: put(kinds, EXIT, SHOWDOWN) }), TURN)],
  ['an exit twice', 'tree', null, tree(({ first: own }) => ({ first: put(own, EXIT, own[EXIT]! + 1) }), TURN)],
  ['an exit below nothing', 'tree', null, tree(({ first: own }) => ({ first: put(own, EXIT, -1) }), TURN)],
  ['a lock on a street that there is not', 'lock', null, lock({ street: 1, dealt: [-1] })],
  ['a lock where nobody acts', 'lock', null, lock({ node: END })],
  ['a lock at no node', 'lock', null, lock({ node: 1000 })],
  ['a lock after a card too many', 'lock', null, lock({ dealt: [3] })],
  [
    'a lock after a card that there is not',
    'lock',
    null,
    {
      ...TURN,
      locks: [{ street: 1, node: 0, dealt: [52], shares: new Float32Array(TURN.streets[1]!.counts[0]! * 20).fill(-1) }],
    },
  ],
  ['a lock with too few shares', 'lock', null, lock({ shares: even.subarray(1) })],
  ['a lock with a share above 1', 'lock', null, shares({ 0: 1.5 })],
  ['a lock with a share below 0', 'lock', null, shares({ 0: -0.5 })],
  ['a lock with a share that is no number', 'lock', null, shares({ 0: Number.NaN })],
  ['a lock whose shares are not 1 together', 'lock', null, shares({ 0: 0.1 })],
  ['a combo that is half free', 'lock', null, shares({ 0: -1 })],
];

test.each(WRONG)('%s: %s', (_, code, player, change) => {
  const error = checkSolveJob({ ...RIVER, ...change });
  expect(error).toMatchObject({ code, player });
  expect(error!.message.length).toBeGreaterThan(10);
});

test.each([
  { exploitability: 0.001, iterations: Infinity, timeMs: Infinity },
  { exploitability: 0, iterations: 1, timeMs: Infinity },
  { exploitability: 0, iterations: Infinity, timeMs: 1 },
])('%o is a stop rule', (stop) => {
  expect(checkSolveStop(stop)).toBeNull();
});

test.each([
  { exploitability: 0, iterations: Infinity, timeMs: Infinity },
  { exploitability: -0.1, iterations: 10, timeMs: 10 },
  { exploitability: Number.NaN, iterations: 10, timeMs: 10 },
  { exploitability: 0, iterations: 0, timeMs: 10 },
  { exploitability: 0, iterations: Number.NaN, timeMs: 10 },
  { exploitability: 0, iterations: 10, timeMs: -1 },
])('%o is none', (stop) => {
  expect(checkSolveStop(stop)).toMatchObject({ code: 'stop' });
});

describe('whatever a job holds', () => {
  const random = testRandom(11);
  const below = (end: number): number => Math.floor(random() * end);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)]!;
  const ODD = [0, 1, 2, 3, -1, -2, 7, 51, 52, 100, 255, 1e6, -1e6, Number.NaN, Infinity, 0.5];

  /** One thing of a job changed: an entry of some array, its length, or a number. */
  function mutated(value: unknown, depth = 0): unknown {
    if (ArrayBuffer.isView(value)) {
      const values = value as Uint8Array;
      if (random() < 0.15) return values.subarray(0, below(values.length + 1));
      const changed = values.slice();
      changed[below(values.length + 1)] = pick(ODD);
      return changed;
    }
    if (Array.isArray(value)) {
      // Both players are always there.
      const pair =
        value.length > 0 && value.every((part) => typeof part === 'object' && part !== null && 'cards' in part);
      if (value.length === 0 || (!pair && random() < 0.1)) return value.slice(1);
      const at = below(value.length);
      return value.map((part, i) => (i === at ? mutated(part, depth + 1) : part));
    }
    if (typeof value === 'object' && value !== null) {
      const at = pick(Object.keys(value));
      return Object.fromEntries(
        Object.entries(value).map(([key, part]) => [key, key === at ? mutated(part, depth + 1) : part]),
      );
    }
    return typeof value === 'number' ? pick(ODD) : value;
  }

  const locked: SolveJob = { ...RIVER, ...lock({}) };

  test('the check answers and never throws, and what it lets through can be counted and solved', () => {
    const codes = new Map<string, number>();
    let good = 0;
    for (let run = 0; run < 2000; run++) {
      let job: unknown = pick([...GOOD, locked]);
      for (let times = 1 + below(2); times > 0; times--) job = mutated(job);
      const error = checkSolveJob(job as SolveJob);
      if (error) {
        codes.set(error.code, (codes.get(error.code) ?? 0) + 1);
        continue;
      }
      good++;
      expect(planSolve(job as SolveJob).combos.every((count) => count > 0)).toBe(true);
      // Laying takes longer than checking: of those that pass, some are played.
      if (good % 50 !== 0) continue;
      const solve = openLocal(job as SolveJob);
      solve.iterate(0, 2);
      if (solve.mass > 0) expect(solve.measure().exploitability).not.toBeNaN();
    }
    expect(good).toBeGreaterThan(100);
    for (const code of ['cards', 'board', 'weights', 'pot', 'tree', 'lock']) expect([...codes.keys()]).toContain(code);
  });
});

test('a node may be acted at by whoever it is, and nothing asks for more than one action', () => {
  const forest: Forest = {
    entries: Int32Array.of(0),
    kinds: Uint8Array.of(ACT, SHOWDOWN),
    players: Uint8Array.of(1, 0),
    first: Int32Array.of(1, 0),
    counts: Uint8Array.of(1, 0),
    payoffs: Float64Array.of(0, 0, 0, 30, 0, -30),
  };
  const job = { ...RIVER, streets: [forest] };
  expect(checkSolveJob(job)).toBeNull();
  const solve = openLocal(job);
  solve.iterate(0, 3);
  expect(solve.measure().exploitability).toBeCloseTo(0, 5);
});
