// How long an iteration of a sampled solve will take: some visits of one branch, timed.

import type { KernelExports } from '../../wasm.ts';
import type { Game } from '../game.ts';
import { timed } from '../timed.ts';
import type { Settings } from './common.ts';
import type { SampledPlan } from './plan-sampled.ts';
import { SampledInstance } from './sampled-instance.ts';

/** Milliseconds of an iteration on one worker that plays all. `thin`: the game with about a pack of hands a player. */
export function trialSampledMs(
  kernel: KernelExports,
  thin: Game,
  settings: Settings,
  plan: SampledPlan,
  now: () => number,
  timeMs: number,
): number {
  const part = { branches: [0], start: true };
  const instance = new SampledInstance(kernel, thin, settings, part, Math.max(1, Math.round(plan.packHands)));
  while (instance.unprepared > 0) instance.prepare();
  let next = 0;
  const visit = (): void => {
    while (instance.branchOf(next) !== 0) next++;
    const [reach] = instance.reaches(next, 1);
    instance.learn(next, [instance.play(next, reach!)]);
    next++;
  };
  const ms = timed(visit, now, timeMs);
  // A visit goes through a pack of each player, or through all hands where they are fewer.
  const hands = Math.max(...instance.common.packs.hands.map((places) => places.filter((hand) => hand >= 0).length));
  return ms * plan.visits * Math.max(1, plan.packHands / Math.max(1, hands));
}
