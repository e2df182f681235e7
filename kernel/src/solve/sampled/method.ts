// How a spot is solved, and with what settings where it is sampled.

import { HOLE_CARDS } from '../../job.ts';
import type { SolveJob, SolveMethod, Storage } from '../job.ts';
import type { Settings } from './common.ts';

/** What the job leaves open: flops of Omaha are never exact, streets without a card to come always. */
export function methodsOf({ game, boards, method }: SolveJob): readonly SolveMethod[] {
  const cards = boards[0]!.length;
  if (cards === 5) return ['exact'];
  if (method !== 'auto') return [method];
  return cards === 3 && game !== 'holdem' ? ['bucketed'] : ['exact', 'bucketed'];
}

/** Run-outs of a visit: more than a hand can block, and a divisor of 48 where one is near. */
const TOGETHER = { holdem: 4, plo4: 6, plo5: 6, plo6: 8 } as const;

/** Iterations of a cycle. */
const ITERATIONS = 2;

export function sampledSettings({ game, buckets }: SolveJob, storage: Storage): Settings {
  const together = Math.max(TOGETHER[game], HOLE_CARDS[game] + 1);
  return { buckets, together, iterations: ITERATIONS, storage };
}
