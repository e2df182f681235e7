// Hold'em spots that another program has solved, from the document to the figures: ranges, tree, solver and rounding
// together. An equilibrium's EV is one number for all programs; its frequencies need not be.

import { openNodeSolver } from '@ploscope/kernel/host/node';
import { afterAll, describe, expect, test } from 'vitest';
import golden from '../../golden/holdem-equilibria.json' with { type: 'json' };
import { parseSolveSpot } from '../spot/parse-solve-spot.ts';
import { solveJob } from './solve-job.ts';

type Golden = (typeof golden.spots)[number];

const solver = await openNodeSolver({ threads: 2 });
afterAll(() => solver.close());

/** Their "60%, e, a" for both players on every street; no other bets, no thresholds. */
function jobOf(spot: Golden) {
  const sizes = (text: string) => {
    const list = text.split(',').map((size) => size.trim());
    return { turn: list, river: list };
  };
  const side = (range: string) => ({ range, bets: sizes(spot.bet_sizes), raises: sizes(spot.raise_sizes) });
  const parsed = parseSolveSpot({
    ploscope: 'spot/1',
    game: 'holdem',
    board: spot.board,
    pot: spot.pot,
    stack: spot.stack,
    rake: { rate: spot.rake_rate, cap: spot.rake_cap },
    oop: side(spot.oop_range),
    ip: side(spot.ip_range),
  });
  if (!parsed.ok) throw new Error(parsed.error.message);
  const prepared = solveJob(parsed.value);
  if (!prepared.ok) throw new Error(prepared.error.message);
  return prepared.value.job;
}

describe.each(golden.spots)('$board, $bet_sizes of a pot of $pot', (spot) => {
  test('EVs are those of the other solver, equities to the last digit it gives', async () => {
    const answer = await solver.open(jobOf(spot));
    if (!answer.ok) throw new Error(answer.error.message);
    const solve = answer.value;
    await solve.run({ exploitability: 0.0001, iterations: 5000, timeMs: Infinity });
    const { ev, equity, exploitability } = await solve.finish();
    await solve.close();
    expect(exploitability.share).toBeLessThan(0.0003);
    const margin = 1e-4 * spot.pot + exploitability.chips + spot.exploitability_chips;
    expect(Math.abs(ev[0] - spot.ev_oop)).toBeLessThan(margin);
    expect(Math.abs(ev[1] - spot.ev_ip)).toBeLessThan(margin);
    expect(Math.abs(equity[0] - spot.equity_oop)).toBeLessThan(1e-6);
    expect(Math.abs(equity[1] - spot.equity_ip)).toBeLessThan(1e-6);
  });
});
