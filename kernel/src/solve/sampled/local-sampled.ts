// A sampled solve by one instance: the plain loop, and what its average strategies are worth.

import type { KernelExports } from '../../wasm.ts';
import type { Game } from '../game.ts';
import { type Measure, measureOf } from '../local-solve.ts';
import type { BranchPlay } from './branch-play.ts';
import type { Common, Settings } from './common.ts';
import { SampledInstance } from './sampled-instance.ts';
import type { Schedule } from './schedule.ts';
import type { TrunkPlay } from './trunk-play.ts';

export class LocalSampled {
  readonly instance: SampledInstance;
  visits = 0;

  constructor(kernel: KernelExports, game: Game, settings: Settings, packSize?: number) {
    this.instance = new SampledInstance(kernel, game, settings, { branches: null, start: true }, packSize);
    while (this.instance.unprepared > 0) this.instance.prepare();
  }

  get common(): Common {
    return this.instance.common;
  }
  get schedule(): Schedule {
    return this.instance.schedule;
  }
  get trunk(): TrunkPlay {
    return this.instance.trunk!;
  }
  get branches(): readonly BranchPlay[] {
    return [...this.instance.branches.values()];
  }

  /** Visits up to number `to`. */
  advance(to: number): void {
    while (this.visits < to) {
      const first = this.visits;
      const count = Math.min(to - first, this.schedule.round(first));
      const reaches = this.instance.reaches(first, count);
      this.instance.learn(
        first,
        reaches.map((reach, i) => this.instance.play(first + i, reach)),
      );
      this.visits += count;
    }
  }

  /** `mass`: weight of all pairs of hands that can meet. */
  measure(mass: number): Measure {
    const { instance } = this;
    instance.judgeBegin(instance.judgeReaches());
    for (const number of instance.branches.keys()) instance.judgeBranch(number, false);
    const [first, second] = instance.judgeStart([instance.judgeWorths()]);
    return measureOf(first, second, mass);
  }
}
