// One instance of the kernel at work on a sampled solve, or on its part of one: the trunk, some branches, or both.

import { joined } from '../../byte-source.ts';
import type { KernelExports } from '../../wasm.ts';
import type { Tables } from '../deal.ts';
import { ACT } from '../forest.ts';
import type { Game } from '../game.ts';
import { reserve } from '../layout.ts';
import type { SolvedDeal } from '../result.ts';
import { averageShares } from '../shares.ts';
import { roundDeal } from '../solved.ts';
import { type BranchPlay, BranchPlayer, layBranch } from './branch-play.ts';
import { BUNDLE, bundledGame } from './bundles.ts';
import { Common, type Settings } from './common.ts';
import { BranchJudge, type ExitReaches, type ExitWorths, TrunkJudge } from './judge.ts';
import { dealPacks } from './packs.ts';
import { mostTogether, Schedule, type ScheduleShape } from './schedule.ts';
import { scheduleShape } from './schedule-shape.ts';
import type { Stamps } from './stamps.ts';
import { exitWorthByCombo, keptByBucket, keptByPlace, makeAlike, storedByBucket, storedByCombo } from './stored.ts';
import { TrunkPlay } from './trunk-play.ts';

export interface SampledPart {
  /** Branches of the start to play, by their number among those that are solved; null for all. */
  readonly branches: readonly number[] | null;
  /** Whether the start is played here. */
  readonly start: boolean;
}

/** What both players' strategies are worth at the start, and under the best response, summed over hands by weight. */
export interface SideWorth {
  readonly worth: number;
  readonly best: number;
}

export class SampledInstance {
  readonly common: Common;
  readonly shape: ScheduleShape;
  readonly schedule: Schedule;
  readonly branches = new Map<number, BranchPlay>();
  readonly trunk: TrunkPlay | null;
  private readonly numbers: readonly number[];
  private player: BranchPlayer | null = null;
  private trunkJudge: TrunkJudge | null = null;
  private branchJudge: BranchJudge | null = null;
  private judged: ExitWorths | null = null;

  constructor(kernel: KernelExports, whole: Game, settings: Settings, part: SampledPart, packSize?: number) {
    const game = bundledGame(whole, settings.together);
    this.common = new Common(kernel, game, dealPacks(game, packSize), settings);
    this.trunk = part.start ? new TrunkPlay(this.common) : null;
    this.numbers = part.branches ?? [...game.start.branches!.keys()];
    this.shape = scheduleShape(game, this.common.packs.counts, settings);
    this.schedule = new Schedule(this.shape);
  }

  /** Branches that are still to be laid. */
  get unprepared(): number {
    return this.numbers.length - this.branches.size;
  }

  /** Lays the next branch. */
  prepare(): void {
    const { kernel, game } = this.common;
    const number = this.numbers[this.branches.size];
    if (number === undefined) return;
    const before = kernel.mark() >>> 0;
    this.branches.set(number, layBranch(this.common, game.start.branches![number]!));
    if (this.branches.size === 1) {
      // Memory is dear to have bit by bit: the others want about as much.
      const bytes = (kernel.mark() >>> 0) - before;
      kernel.release(reserve(kernel, Math.ceil(bytes * 1.02) * this.unprepared));
    }
    if (this.unprepared > 0) return;
    this.player = new BranchPlayer(this.common, [...this.branches.values()], mostTogether(this.shape));
    this.branchJudge = new BranchJudge(this.common);
  }

  /** What the packs of some visits bring to the exits of the start. */
  reaches(first: number, count: number): Float32Array[] {
    return this.visits(first, count).map((visit) => this.trunk!.reach(visit));
  }

  /** Plays a visit of a branch that is laid here. */
  play(visit: number, reach: Float32Array): Float32Array {
    const at = this.schedule.at(visit);
    return this.player!.visit(this.branches.get(at.branch.number)!, at, reach);
  }

  /** Learns at the start from some visits, in their order. */
  learn(first: number, worths: readonly Float32Array[]): void {
    this.visits(first, worths.length).forEach((visit, i) => {
      this.trunk!.learn(visit, worths[i]!);
    });
  }

  private visits(first: number, count: number) {
    return Array.from({ length: count }, (_, i) => this.schedule.at(first + i));
  }

  /** Number of the branch that a visit takes. */
  branchOf(visit: number): number {
    return this.schedule.at(visit).branch.number;
  }

  /** What average play brings to the exits of the start. */
  judgeReaches(): ExitReaches {
    this.trunkJudge ??= new TrunkJudge(this.common, this.trunk!);
    return this.trunkJudge.reaches();
  }

  /** Begins to judge branches. */
  judgeBegin(reaches: ExitReaches): void {
    this.branchJudge!.begin(reaches);
  }

  /** Judges a branch that is laid here. `keep`: its exit worths are kept for what is stored. */
  judgeBranch(number: number, keep: boolean): void {
    this.branchJudge!.add(this.branches.get(number)!, keep);
  }

  /** What the branches since `judgeBegin` add to the exits of the start. */
  judgeWorths(): ExitWorths {
    return this.branchJudge!.worths();
  }

  /** What best responses below the start would gain in a branch laid here, the start played as it is: both players' together. */
  judgeGain(number: number, reaches: ExitReaches): number {
    this.judgeBegin(reaches);
    this.judgeBranch(number, false);
    const worths = this.judgeWorths();
    let gain = 0;
    for (const hero of [0, 1] as const) {
      const own = reaches[hero === 0 ? 1 : 0];
      const { worth, best } = worths[hero];
      for (let i = 0; i < worth.length; i++) if (own[i]! > 0) gain += own[i]! * (best[i]! - worth[i]!);
    }
    return gain;
  }

  /** After `judgeReaches`. */
  judgeStart(below: readonly ExitWorths[]): readonly [SideWorth, SideWorth] {
    const { weights } = this.common;
    this.judged = sumOf(below);
    const sides = this.trunkJudge!.worths(this.judged).map(({ worth, best }, player) => ({
      worth: weighted(weights[player]!, worth),
      best: weighted(weights[player]!, best),
    }));
    return sides as unknown as [SideWorth, SideWorth];
  }

  /** f32[actions][hands of the game]: average strategy at a node of the start; null where it is not played here. */
  shares(node: number): Float32Array | null {
    const { common, trunk } = this;
    if (!trunk || common.forests[0].forest.kinds[node] !== ACT) return null;
    const { kernel, settings, forests, game, packs } = common;
    const kept = keptByPlace(common, forests[0], trunk.tables);
    const player = forests[0].forest.players[node] as 0 | 1;
    const own = averageShares({ kernel, storage: settings.storage }, kept, node);
    const total = game.hands[player].weights.length;
    const places = kept.counts[player];
    const out = new Float32Array((own.length / places) * total);
    packs.hands[player].forEach((hand, place) => {
      if (hand < 0) return;
      for (let a = 0; a * places < own.length; a++) out[a * total + hand] = own[a * places + place]!;
    });
    return out;
  }

  /** Rounds strategies to what is stored. */
  round(): void {
    const { common } = this;
    const { kernel, settings, forests } = common;
    kernel.setStorage(settings.storage === 'f32');
    const above = { kernel, storage: settings.storage };
    if (this.trunk) {
      const kept = keptByPlace(common, forests[0], this.trunk.tables);
      makeAlike(common, kept);
      roundDeal(above, kept);
    }
    for (const { tables } of this.branches.values()) roundDeal(above, keptByPlace(common, forests[1], tables));
    kernel.setStorage(true);
    const below = { kernel, storage: 'f32' as const };
    for (const { runOuts } of this.branches.values()) {
      for (const runOut of runOuts) roundDeal(below, keptByBucket(common, runOut));
    }
  }

  /** Everything that is to be stored, the start first. */
  *deals(firstOnly: boolean): Generator<SolvedDeal> {
    const { common } = this;
    const { forests, laid } = common;
    const stride = Math.max(...laid.counts);
    if (this.trunk) {
      const exitWorth = this.judged
        ? ([0, 1] as const).map((player) => exitWorthByCombo(common, player, this.judged![player].worth, stride))
        : null;
      yield {
        dealt: [],
        nodes: storedByCombo(common, keptByPlace(common, forests[0], this.trunk.tables)),
        buckets: null,
        exitWorth: exitWorth as [Float32Array, Float32Array] | null,
      };
    }
    if (firstOnly) return;
    for (const play of this.branches.values()) {
      const bundle = play.branch.dealt === BUNDLE;
      const dealt = bundle ? [] : [play.branch.dealt];
      if (!bundle) {
        const kept = this.branchJudge!.keptOf(play);
        yield {
          dealt,
          nodes: storedByCombo(common, keptByPlace(common, forests[1], play.tables)),
          buckets: null,
          exitWorth: kept
            ? (([0, 1] as const).map((player) => exitWorthByCombo(common, player, kept[player], stride)) as [
                Float32Array,
                Float32Array,
              ])
            : null,
        };
      }
      for (const runOut of play.runOuts) {
        yield { dealt: [...dealt, runOut.branch.dealt], ...storedByBucket(common, runOut), exitWorth: null };
      }
    }
  }

  /** Number of each section's branch, −1 for the start: its tables, and the iterations they were last played in. */
  sectionBranches(): number[] {
    return this.sections().map(({ branch }) => branch);
  }

  readSection(index: number): Uint8Array {
    return joined(this.partsOf(index));
  }

  /** Puts back what `readSection` gave; throws when it is of another size. */
  writeSection(index: number, tables: Uint8Array): void {
    const parts = this.partsOf(index);
    if (tables.length !== parts.reduce((sum, { length }) => sum + length, 0)) {
      throw new RangeError('tables of another size');
    }
    let at = 0;
    for (const part of parts) {
      part.set(tables.subarray(at, at + part.length));
      at += part.length;
    }
  }

  private sections(): readonly { branch: number; parts: readonly Part[] }[] {
    const all: { branch: number; parts: readonly Part[] }[] = [];
    if (this.trunk)
      all.push({ branch: -1, parts: [...tableParts(this.trunk.tables), ...stampParts(this.trunk.stamps)] });
    for (const [branch, { tables, stamps, runOuts, runOutStamps }] of this.branches) {
      const below = runOuts.flatMap((runOut) => tableParts(runOut.tables));
      all.push({
        branch,
        parts: [...tableParts(tables), ...below, ...stampParts(stamps), ...stampParts(runOutStamps)],
      });
    }
    return all;
  }

  private partsOf(index: number): Uint8Array[] {
    const section = this.sections()[index];
    if (!section) throw new RangeError(`no section ${index}`);
    return section.parts.map((part) => this.bytesOf(part));
  }

  private bytesOf(part: Part): Uint8Array {
    if (part instanceof Int32Array) return new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
    return new Uint8Array(this.common.kernel.memory.buffer, part.at, part.bytes);
  }
}

type Part = { readonly at: number; readonly bytes: number } | Int32Array;

function stampParts(stamps: readonly [Stamps, Stamps]): Part[] {
  return stamps.flatMap(({ regrets, averages }) => [regrets, averages]);
}

function tableParts(tables: readonly [Tables, Tables]): Part[] {
  return tables.flatMap(({ regrets, averages, bytes }) => [
    { at: regrets, bytes },
    { at: averages, bytes },
  ]);
}

function sumOf(below: readonly ExitWorths[]): ExitWorths {
  const [first, ...others] = below;
  for (const other of others) {
    for (const hero of [0, 1] as const) {
      for (const key of ['worth', 'best'] as const) {
        const to = first![hero][key];
        other[hero][key].forEach((x, i) => {
          to[i]! += x;
        });
      }
    }
  }
  return first!;
}

function weighted(weights: Float32Array, worth: Float64Array): number {
  let sum = 0;
  for (let place = 0; place < weights.length; place++) if (weights[place]! > 0) sum += weights[place]! * worth[place]!;
  return sum;
}
