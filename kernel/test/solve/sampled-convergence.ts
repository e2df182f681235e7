// How near to an equilibrium a sampled solve comes.

import type { SolveJob } from '../../src/solve/job.ts';
import type { LocalSampled } from '../../src/solve/sampled/local-sampled.ts';
import { bucketIds } from './sampled-deals.ts';
import { combosOf } from './spots.ts';

/** Weight of all pairs of hands that can meet. */
export function massOf(job: SolveJob): number {
  const board = job.boards.flatMap((cards) => [...cards]);
  const live = ([0, 1] as const).map((player) =>
    combosOf(job, player).flatMap((cards, i) =>
      cards.some((card) => board.includes(card))
        ? []
        : [{ cards, weight: (job.players[player].weights?.[i] ?? 100) / 100 }],
    ),
  );
  let mass = 0;
  for (const own of live[0]!) {
    for (const other of live[1]!) {
      if (!own.cards.some((card) => other.cards.includes(card))) mass += own.weight * other.weight;
    }
  }
  return mass;
}

/** Exploitability as a share of the pot, after so many iterations. */
export function solvedTo(job: SolveJob, local: LocalSampled, iterations: number): number {
  local.advance(iterations * local.schedule.iteration);
  return local.measure(massOf(job)).exploitability / job.pot;
}

/** Part of the hands of all run-outs that share a bucket with another. */
export function sharedBuckets(local: LocalSampled): number {
  let shared = 0;
  let all = 0;
  for (const runOut of local.branches.flatMap(({ runOuts }) => runOuts)) {
    for (const player of [0, 1] as const) {
      const ids = [...bucketIds(local, runOut, player)].filter((id) => id !== 0xffff);
      all += ids.length;
      shared += ids.length - new Set(ids).size;
    }
  }
  return shared / all;
}
