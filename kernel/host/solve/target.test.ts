// A target is met by what is stored, which is rounded and may be a little worse than what was measured on the way.

import { expect, test } from 'vitest';
import { nearHost } from '../../test/solve/near-host.ts';
import { type SpotOptions, spot } from '../../test/solve/spots.ts';
import { openSolver } from './open-solver.ts';

/** Few combos a player, where rounding weighs most. */
const turn = (board: string, seed: number): SpotOptions => ({ boards: [board], combos: [60, 50], stack: 240, seed });
const RIVER: SpotOptions = { boards: ['Ks9d4c2h7s'], combos: [1500, 1500], stack: 540 };
const TWO: SpotOptions = { boards: ['Ks9d4c2h7s', 'QsJs5s5d2d'], combos: [300, 300], stack: 240 };
const HOLDEM: SpotOptions = { game: 'holdem', boards: ['Td9d6hQc2s'], combos: [300, 300], stack: 540 };

test.each([
  ['a turn', turn('Ks9d4c2h', 1), [0.002, 0.001]],
  ['a second turn', turn('Ks9d4c2h', 2), [0.002, 0.001]],
  ['a third turn', turn('QsJs5s5d', 6), [0.002, 0.001]],
  ['a fourth turn', turn('QsJs5s5d', 12), [0.002, 0.001]],
  ['a river', RIVER, [0.002, 0.0005]],
  ['two boards', TWO, [0.002, 0.0005]],
  ["a Hold'em river", HOLDEM, [0.002, 0.0005]],
] as const)('the figures that come out of %s are below the target', async (_, options, targets) => {
  for (const storage of ['f32', 'i16'] as const) {
    const job = spot({ ...options, storage });
    for (const exploitability of targets) {
      const solver = openSolver(nearHost(1));
      const answer = await solver.open(job);
      if (!answer.ok) throw new Error(answer.error.message);
      const solve = answer.value;
      expect(await solve.run({ exploitability, iterations: 2000, timeMs: Infinity })).toBe('reached');
      const figures = await solve.finish();
      expect(figures.iterations).toBeLessThan(2000);
      expect(figures.exploitability.share).toBeLessThanOrEqual(exploitability);
      await solver.close();
    }
  }
});
