// What a game's schedule depends on.

import type { Branch, Game } from '../game.ts';
import type { Settings } from './common.ts';
import type { ScheduleShape } from './schedule.ts';

/** A cycle has at least so many iterations, and at most. */
const FEWEST = 2;
const MOST = 8;
/** Iterations times packs that serve well in between: the more packs, the less of the opponent a hand meets in a visit. */
const WITH_PACKS = 24;

function iterationsFor(packs: readonly [number, number]): number {
  return Math.max(FEWEST, Math.min(MOST, Math.round(WITH_PACKS / Math.max(...packs))));
}

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
    iterations: iterations ?? iterationsFor(packs),
  };
}
