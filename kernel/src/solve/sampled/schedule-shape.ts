// What a game's schedule depends on.

import type { Branch, Game } from '../game.ts';
import type { Settings } from './common.ts';
import type { ScheduleShape } from './schedule.ts';

/** How many run-outs branches of branches have, under all their names. */
export function runOutsOf(branches: readonly Branch[]): number[] {
  return branches.map((branch) => branch.position().branches!.reduce((sum, { images }) => sum + 1 + images.length, 0));
}

/** `packs`: how many each player has. The game has branches of branches. */
export function scheduleShape(
  { start }: Game,
  packs: readonly [number, number],
  { together, iterations }: Settings,
): ScheduleShape {
  const branches = start.branches!;
  const runOuts = runOutsOf(branches);
  return {
    images: branches.map(({ images }) => images.length),
    packs,
    runOuts,
    together,
    iterations,
  };
}
