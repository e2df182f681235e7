// The worker's side of a sampled solve: one instance, and an answer to each call.

import type { SolveJob, Storage } from '../../src/solve/job.ts';
import { postflopGame } from '../../src/solve/postflop.ts';
import type { SolvedDeal } from '../../src/solve/result.ts';
import { sampledSettings } from '../../src/solve/sampled/method.ts';
import { SampledInstance } from '../../src/solve/sampled/sampled-instance.ts';
import type { KernelExports } from '../../src/wasm.ts';
import type { SampledCall, SampledReply } from './sampled-calls.ts';

type Played = Exclude<SampledCall, { kind: 'open-sampled' }>;

export class SampledShard {
  readonly instance: SampledInstance;
  private stored: Generator<SolvedDeal> | null = null;

  constructor(kernel: KernelExports, job: SolveJob, storage: Storage, branches: readonly number[], start: boolean) {
    this.instance = new SampledInstance(kernel, postflopGame(job), sampledSettings(job, storage), { branches, start });
  }

  answer(call: Played): SampledReply {
    const { instance } = this;
    switch (call.kind) {
      case 'prepare':
        instance.prepare();
        return { kind: 'prepare', left: instance.unprepared };
      case 'round':
        if (call.learn) instance.learn(call.learn.first, call.learn.worths);
        return { kind: 'round', reaches: instance.reaches(call.first, call.count) };
      case 'play':
        return { kind: 'play', worths: call.visits.map((visit, i) => instance.play(visit, call.reaches[i]!)) };
      case 'judge-reaches':
        return { kind: 'judge-reaches', reaches: instance.judgeReaches() };
      case 'judge-begin':
        instance.judgeBegin(call.reaches);
        return { kind: 'judge-begin' };
      case 'judge-branch':
        instance.judgeBranch(call.branch, call.keep);
        return { kind: 'judge-branch' };
      case 'judge-worths':
        return { kind: 'judge-worths', worths: instance.judgeWorths() };
      case 'judge-gain':
        return { kind: 'judge-gain', gain: instance.judgeGain(call.branch, call.reaches) };
      case 'judge-start':
        return { kind: 'judge-start', sums: instance.judgeStart(call.below) };
    }
  }

  /** The next deal of those laid here, from the first one on where `index` is 0. */
  deal(index: number, firstOnly: boolean): SolvedDeal | null {
    if (index === 0 || !this.stored) this.stored = this.instance.deals(firstOnly);
    const next = this.stored.next();
    return next.done ? null : next.value;
  }
}
