// Ranges whose combos take each other's cards: what cannot be held together is refused, and what seldom can is exact.
//
// Sums of reach are rounded to a part of all the opponent's reach, which is much more than what a combo then meets.

import { describe, expect, test } from 'vitest';
import { HOLE_CARDS, type Game as Poker } from '../../src/job.ts';
import type { SolveJob, SolveRange } from '../../src/solve/job.ts';
import type { SolvedDeal } from '../../src/solve/result.ts';
import { cardsOf } from '../../test/kernel.ts';
import { subsets } from '../../test/naive.ts';
import { nearHost } from '../../test/solve/near-host.ts';
import { spot } from '../../test/solve/spots.ts';
import { openSolver } from './open-solver.ts';

const BOARD = 'Ks9d4c2h7c';
const ACE = cardsOf('As')[0]!;
/** Cards that neither the board nor the ace is. */
const OTHERS = Array.from({ length: 52 }, (_, card) => card).filter(
  (card) => card !== ACE && !cardsOf(BOARD).includes(card),
);

/** `count` combos with the ace of spades, spread evenly over all there are. */
function aces(game: Poker, count: number, from = 0): number[][] {
  const rests = subsets(OTHERS, HOLE_CARDS[game] - 1);
  const step = Math.floor(rests.length / count);
  return Array.from({ length: count }, (_, i) => [...rests[from + i * step]!, ACE]);
}

function rangeOf(combos: readonly number[][], weights: readonly number[] | null = null): SolveRange {
  return { cards: Uint8Array.from(combos.flat()), weights: weights ? Uint8Array.from(weights) : null };
}

function job(game: Poker, players: readonly [SolveRange, SolveRange]): SolveJob {
  return { ...spot({ game, boards: [BOARD], combos: [1, 1] }), players };
}

describe.each([
  ['holdem', 40],
  ['plo4', 400],
  ['plo4', 4000],
  ['plo5', 6000],
] as const)('%s: %i combos each, all with the same ace', (game, count) => {
  const blocked = job(game, [rangeOf(aces(game, count)), rangeOf(aces(game, count, 1))]);

  test('are refused as impossible, by estimate and open, before anything is laid', async () => {
    const host = nearHost(1);
    const solver = openSolver(host);
    const refusal = { ok: false, error: { code: 'impossible', player: null } };
    expect(await solver.estimate(blocked)).toMatchObject(refusal);
    expect(await solver.open(blocked)).toMatchObject(refusal);
    expect(host.asked.get('open')).toBeUndefined();
    await solver.close();
  });
});

test('pairs too rare for f32 are refused as impossible', async () => {
  // All but one combo of each player have the ace; those meet the other's odd one, which weighs a hundredth.
  const [odd, other] = [OTHERS.slice(0, 5), OTHERS.slice(5, 10)];
  const against = (theirs: readonly number[]) =>
    subsets(
      OTHERS.filter((card) => !theirs.includes(card)),
      4,
    )
      .slice(0, 22_000)
      .map((rest) => [...rest, ACE]);
  const weights = [...Array.from({ length: 22_000 }, () => 100), 1];
  const hardly = job('plo5', [rangeOf([...against(other), odd], weights), rangeOf([...against(odd), other], weights)]);
  const solver = openSolver(nearHost(1));
  const answer = await solver.open(hardly);
  expect(answer.ok ? 'opened' : answer.error.code).toBe('impossible');
  await solver.close();
});

describe.each([500, 15_000])('against %i combos that cannot be held and one that is seldom', (count) => {
  const seldom = OTHERS.filter((_, i) => i % 11 === 0).slice(0, 4);
  const own = aces('plo4', 200);
  const weights = [...Array.from({ length: count }, () => 100), 1];
  const mostly = job('plo4', [rangeOf(own), rangeOf([...aces('plo4', count), seldom], weights)]);

  test('equities are those of one combo against one, and the pot is shared out', async () => {
    const solver = openSolver(nearHost(1));
    const answer = await solver.open(mostly);
    if (!answer.ok) throw new Error(answer.error.message);
    const solve = answer.value;
    await solve.run({ exploitability: 0.001, iterations: 100, timeMs: Infinity });
    const { ev, equity, exploitability } = await solve.finish();
    expect(ev[0] + ev[1]).toBeCloseTo(mostly.pot, 3);
    expect(equity[0] + equity[1]).toBeCloseTo(1, 6);
    expect(exploitability.share).toBeLessThan(0.01);
    const deals: SolvedDeal[] = [];
    for await (const deal of solve.deals(true)) deals.push(deal);
    const view = await solver.view(mostly, { dealt: [], node: 0 }, async () => deals[0]!);
    if (!view.ok) throw new Error(view.error.message);
    const { met, equity: shares } = view.value;
    const meets = own.map((combo) => !combo.some((card) => seldom.includes(card)));
    expect(meets.filter(Boolean).length).toBeGreaterThan(50);
    for (const [i, meeting] of meets.entries()) {
      expect(met[0][i]).toBe(meeting ? Math.fround(0.01) : 0);
      if (meeting) expect([0, 0.5, 1]).toContain(shares[0][i]);
      else expect(shares[0][i]).toBeNaN();
    }
    await solver.close();
  });
});
