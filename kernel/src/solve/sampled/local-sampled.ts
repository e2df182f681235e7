// A sampled solve by one instance: the plain loop, and what its average strategies are worth.

import type { KernelExports } from '../../wasm.ts';
import type { Game } from '../game.ts';
import { type Measure, measureOf } from '../local-solve.ts';
import { type BranchPlay, BranchPlayer, layBranch } from './branch-play.ts';
import { bundledGame } from './bundles.ts';
import { Common, type Settings } from './common.ts';
import { BranchJudge, TrunkJudge } from './judge.ts';
import { dealPacks } from './packs.ts';
import { Schedule } from './schedule.ts';
import { TrunkPlay } from './trunk-play.ts';

export class LocalSampled {
  readonly common: Common;
  readonly trunk: TrunkPlay;
  readonly branches: readonly BranchPlay[];
  readonly schedule: Schedule;
  visits = 0;
  private readonly player: BranchPlayer;
  private judges: readonly [TrunkJudge, BranchJudge] | null = null;

  constructor(kernel: KernelExports, whole: Game, settings: Settings, packSize?: number) {
    const game = bundledGame(whole, settings.together);
    this.common = new Common(kernel, game, dealPacks(game, packSize), settings);
    this.trunk = new TrunkPlay(this.common);
    this.branches = game.start.branches!.map((branch) => layBranch(this.common, branch));
    this.player = new BranchPlayer(this.common, this.branches);
    this.schedule = new Schedule(
      game.start.branches!,
      this.common.packs.counts,
      Math.min(...this.branches.map(({ deck }) => deck.length)),
      settings.together,
    );
  }

  /** Visits up to number `to`. */
  advance(to: number): void {
    while (this.visits < to) {
      const count = Math.min(to - this.visits, this.schedule.round(this.visits));
      const visits = Array.from({ length: count }, (_, i) => this.schedule.at(this.visits + i));
      const reaches = visits.map((visit) => this.trunk.reach(visit));
      const worths = visits.map((visit, i) =>
        this.player.visit(this.branches[visit.branch.number]!, visit, reaches[i]!),
      );
      visits.forEach((visit, i) => {
        this.trunk.learn(visit, worths[i]!);
      });
      this.visits += count;
    }
  }

  /** `mass`: weight of all pairs of hands that can meet. */
  measure(mass: number): Measure {
    this.judges ??= [new TrunkJudge(this.common, this.trunk), new BranchJudge(this.common)];
    const [trunk, branches] = this.judges;
    const below = branches.worths(this.branches, trunk.reaches());
    const sides = trunk.worths([below]).map(({ worth, best }, player) => ({
      worth: this.weighted(player as 0 | 1, worth),
      best: this.weighted(player as 0 | 1, best),
    }));
    return measureOf(sides[0]!, sides[1]!, mass);
  }

  private weighted(player: 0 | 1, worth: Float64Array): number {
    const weights = this.common.weights[player];
    let sum = 0;
    for (let place = 0; place < weights.length; place++)
      if (weights[place]! > 0) sum += weights[place]! * worth[place]!;
    return sum;
  }
}
