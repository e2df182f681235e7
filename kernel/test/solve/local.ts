// A job solved on this thread by one instance, without workers.

import { Instance } from '../../src/solve/instance.ts';
import type { SolveJob } from '../../src/solve/job.ts';
import { iterate, type Measure, measure, weighted } from '../../src/solve/local-solve.ts';
import { partedGame } from '../../src/solve/parted.ts';
import { meetingGame } from '../../src/solve/plain-games.ts';
import { postflopGame } from '../../src/solve/postflop.ts';
import type { SolvedDeal } from '../../src/solve/result.ts';
import { laidDeals, putSolvedDeal, roundShares, solvedDeal } from '../../src/solve/solved.ts';
import { testKernel } from '../kernel.ts';

export interface LocalSolve {
  readonly instance: Instance;
  readonly mass: number;
  /** Of what is in the tables now. */
  measure(): Measure;
  iterate(from: number, to: number): void;
  /** Rounds, measures, and gives what is stored. */
  finish(): { readonly at: Measure; readonly deals: SolvedDeal[] };
}

/** `parted`: cut below the first node where that pays, as a host does it. */
export function openLocal(job: SolveJob, parted = true): LocalSolve {
  const whole = postflopGame(job);
  const meeting = new Instance(testKernel(), meetingGame(whole), 'f32');
  const mass = weighted(meeting, 0, meeting.pass(0, true).worth);
  const instance = new Instance(
    testKernel(),
    parted ? partedGame(whole) : whole,
    job.storage === 'i16' ? 'i16' : 'f32',
  );
  const now = () => measure(instance, mass);
  return {
    instance,
    mass,
    measure: now,
    iterate(from, to) {
      for (let i = from; i < to; i++) iterate(instance, i);
    },
    finish() {
      roundShares(instance);
      const at = now();
      return { at, deals: [...laidDeals(instance.start)].map((deal) => solvedDeal(instance, deal)) };
    },
  };
}

/** What a spot comes to after so many iterations. */
export function solveHere(job: SolveJob, iterations: number): { at: Measure; deals: SolvedDeal[] } {
  const solve = openLocal(job, false);
  solve.iterate(0, iterations);
  return solve.finish();
}

/** What stored strategies are worth, by a fresh instance that plays them. */
export function measureStored(job: SolveJob, deals: readonly SolvedDeal[]): Measure {
  const solve = openLocal(job, false);
  const stored = new Map(deals.map((deal) => [deal.dealt.join(), deal]));
  for (const deal of laidDeals(solve.instance.start)) {
    const dealt: number[] = [];
    for (let at = deal; at.parent; at = at.parent) dealt.unshift(at.branch!.dealt);
    putSolvedDeal(solve.instance, deal, stored.get(dealt.join())!);
  }
  return solve.measure();
}
