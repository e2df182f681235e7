/** What is summed and listed of a node, on hands few enough to count by eye. */
import { parseCards } from '@ploscope/poker';
import { expect, test } from 'vitest';
import { branchOf, handRow, heldBy, orderHands, type Sight } from './sight.ts';

/** Three hands: aces that always check, kings that bet half the time, and a rundown that never meets a hand. */
const HANDS = ['AsAhKsKh', 'KdKcQdQc', '9s8s7h6h'];

const combos = HANDS.map((hand) => {
  const cards = parseCards(hand);
  return cards.ok ? [...cards.value].sort((a, b) => a - b) : [];
});

const f32 = (...values: number[]): Float32Array => Float32Array.from(values);
const other = f32(1);

const SIGHT: Sight = {
  game: 'plo4',
  known: [],
  player: 0,
  cards: Uint8Array.from(combos.flat()),
  live: false,
  view: {
    player: 0,
    reach: [f32(1, 0.5, 1), other],
    met: [f32(2, 2, 0), other],
    shares: f32(1, 0.5, 0, 0, 0.5, 1),
    actionEv: f32(30, 10, Number.NaN, 20, 10, Number.NaN),
    ev: [f32(30, 10, Number.NaN), other],
    equity: [f32(0.8, 0.4, Number.NaN), other],
  },
};

test('kinds are counted by how often their hands are there, and what meets nobody is left out', () => {
  const [pairs, ...others] = branchOf(SIGHT, []);
  expect(others).toEqual([]);
  expect(pairs).toMatchObject({ key: 'pairs-2-2', combos: 2, share: 1 });
  expect(pairs?.actions[0]).toBeCloseTo((1 * 2 + 0.5 * 1) / 3, 6);
  expect(pairs?.ev).toBeCloseTo((30 * 2 + 10 * 1) / 3, 6);
});

test('a path leads down to the ranks, and its shares are of the whole range', () => {
  const first = (path: readonly number[]): number => branchOf(SIGHT, path)[0]?.kind ?? -1;
  const path: number[] = [];
  while (path.length < 3) path.push(first(path));
  const ranks = branchOf(SIGHT, path);
  expect(ranks.map(({ key }) => key)).toEqual(['AAKK', 'KKQQ']);
  expect(ranks.map(({ share }) => share)).toEqual([expect.closeTo(2 / 3, 6), expect.closeTo(1 / 3, 6)]);
  expect(branchOf(SIGHT, [0, 0, 0, 0, 0])).toEqual([]);
});

test('hands are ordered by what is asked and end with those that are not there', () => {
  const order = (by: Parameters<typeof orderHands>[3]): number[] => [...orderHands(SIGHT, [], null, by)];
  expect(order({ by: 'action', action: 1, down: true })).toEqual([1, 0]);
  expect(order({ by: 'action', action: 1, down: false })).toEqual([0, 1]);
  expect(order({ by: 'ev', down: true })).toEqual([0, 1]);
  expect(order({ by: 'weight', down: false })).toEqual([1, 0]);
});

test('a range expression picks its hands', () => {
  const aces = heldBy(SIGHT, 'AA', new Map());
  if (!aces.ok || aces.value === null) throw new Error('no range');
  expect([0, 1, 2].filter(aces.value)).toEqual([0]);
  expect(heldBy(SIGHT, '', new Map())).toEqual({ ok: true, value: null });
  expect(heldBy(SIGHT, 'A?', new Map()).ok).toBe(false);
});

test('a row shows cards high to low, and nothing of EV while a solve runs', () => {
  const row = handRow(SIGHT, 0);
  expect(row.cards).toEqual([...(combos[0] ?? [])].reverse());
  expect(row).toMatchObject({ shares: [1, 0], actionEv: [30, 20], ev: 30 });
  expect(handRow({ ...SIGHT, live: true }, 0)).toMatchObject({ actionEv: null, ev: null, equity: null });
});
