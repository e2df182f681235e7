// How a spot is solved, and with what settings where it is sampled.

import { HOLE_CARDS } from '../../job.ts';
import type { SolveJob, SolveMethod, Storage } from '../job.ts';
import type { Settings } from './common.ts';

/** What the job leaves open: flops of Omaha are never exact but for locks, streets without a card to come always. */
export function methodsOf({ game, boards, locks, method }: SolveJob): readonly SolveMethod[] {
  const cards = boards[0]!.length;
  // Of a flop of two boards, which is not solved, it is told what it would take combo by combo.
  if (cards === 5 || isTooVast(boards)) return ['exact'];
  if (method !== 'auto') return [method];
  if (locks.length > 0) return ['exact'];
  return cards === 3 && game !== 'holdem' ? ['bucketed'] : ['exact', 'bucketed'];
}

/** Whether it has some four million run-outs. */
export function isTooVast(boards: SolveJob['boards']): boolean {
  return boards.length === 2 && boards[0]!.length === 3;
}

/** Run-outs of a visit: more than a hand can block, and a divisor of 48 where one is near. */
const TOGETHER = { holdem: 4, plo4: 6, plo5: 6, plo6: 8 } as const;

/** Iterations of a cycle. */
const ITERATIONS = 2;

export function sampledSettings({ game, buckets }: SolveJob, storage: Storage): Settings {
  const together = Math.max(TOGETHER[game], HOLE_CARDS[game] + 1);
  return { buckets, together, iterations: ITERATIONS, storage };
}
