// What a game's schedule depends on.

import type { Game } from '../game.ts';
import type { Settings } from './common.ts';
import type { ScheduleShape } from './schedule.ts';

/** `packs`: how many each player has. The game has branches of branches. */
export function scheduleShape(
  { start }: Game,
  packs: readonly [number, number],
  { together, iterations }: Settings,
): ScheduleShape {
  const branches = start.branches!;
  const runOuts = branches.map((branch) =>
    branch.position().branches!.reduce((sum, { images }) => sum + 1 + images.length, 0),
  );
  return {
    images: branches.map(({ images }) => images.length),
    packs,
    runOuts: Math.min(...runOuts),
    together,
    iterations,
  };
}
