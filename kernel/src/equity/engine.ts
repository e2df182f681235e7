// One thread's worth of equity: an open job and the parts of it that are asked for.

import type { EquityJob } from '../job.ts';
import { seededRandom } from '../random.ts';
import type { KernelExports } from '../wasm.ts';
import { liveCards } from './cards.ts';
import type { ComboSums } from './combo-tally.ts';
import { type DealSampler, openDealSampler } from './deals.ts';
import { tallyHands } from './hands.ts';
import { tallyJoint } from './joint.ts';
import { type EquityPlan, enumeratesJoint, runOutsOfBoards } from './plan.ts';
import { drawRunOut } from './run-outs.ts';
import { openSweeper } from './sweep.ts';
import { TallyLayout } from './tally.ts';
import { emptyCombos, listTuples, type Tuple } from './tuples.ts';

/** What one part of a job found. */
export interface Part {
  readonly tally: Float64Array;
  /** Sums of every combo; null unless the job asks for combos and the method keeps them. */
  readonly combos: ComboSums | null;
}

/** A job being worked on. */
export interface EquityRun {
  /** Does part `index`. */
  part(index: number): Part;
  /** Frees the run's memory in the kernel. */
  close(): void;
}

/** Opens a checked job. Only one run may be open on a kernel at a time. */
export function openEquityRun(kernel: KernelExports, job: EquityJob, plan: EquityPlan): EquityRun {
  const layout = new TallyLayout(job);
  switch (plan.method) {
    case 'hands':
    case 'hands-two-boards':
      return openHands(kernel, job, plan, layout);
    case 'tuples':
      return openTuples(kernel, job, plan, layout);
    case 'sweep':
    case 'sweep-two-boards':
      return openSweep(kernel, job, plan, layout);
    case 'sweep-sampled':
      return openSampledSweep(kernel, job, plan, layout);
    case 'deals': {
      const sampler = openDealSampler(kernel, job, layout);
      return { part: (index) => ({ tally: sampler.sample(index), combos: null }), close: () => sampler.close() };
    }
  }
}

function openHands(kernel: KernelExports, job: EquityJob, plan: EquityPlan, layout: TallyLayout): EquityRun {
  const joint = plan.parts > plan.exactParts ? openJointSampler(kernel, job, layout) : null;
  return {
    part(index) {
      if (index >= plan.exactParts) return { tally: joint!.sample(index - plan.exactParts), combos: null };
      const tally = new Float64Array(layout.size);
      tallyAllBoards(kernel, job, layout, tally);
      return { tally, combos: null };
    },
    close: () => joint?.close(),
  };
}

function openTuples(kernel: KernelExports, job: EquityJob, plan: EquityPlan, layout: TallyLayout): EquityRun {
  const tuples = listTuples(job, plan.symmetries)!;
  return {
    part(index) {
      const tally = new Float64Array(layout.size);
      const combos = job.detail.combos && job.players.length === 2 && job.boards.length === 1 ? emptyCombos(job) : null;
      for (const tuple of tuples.slice(index * plan.perPart, (index + 1) * plan.perPart)) {
        const one: EquityJob = { ...job, players: tuple.hands.map((cards) => ({ kind: 'hand', cards })) };
        const found = new Float64Array(layout.size);
        tallyAllBoards(kernel, one, layout, found);
        for (let i = 0; i < tally.length; i++) tally[i]! += found[i]! * (i === layout.trials ? 1 : tuple.weight);
        if (combos) addTuple(combos, tuple, job, found, layout);
      }
      return { tally, combos };
    },
    close: () => {},
  };
}

/** Every combo's pots and meetings from one tuple: a combo meets the other's weight once for each run-out. */
function addTuple(combos: ComboSums, tuple: Tuple, job: EquityJob, found: Float64Array, layout: TallyLayout): void {
  for (const [player, place] of tuple.places.entries()) {
    const range = job.players[player]!;
    const own = range.kind === 'range' && range.weights ? range.weights[place]! : 1;
    combos.pots[player]![place]! += found[layout.shares(0, player)]! * (tuple.weight / own);
    combos.met[player]![place]! += found[layout.deals(0)]! * (tuple.weight / own);
  }
}

/** Single hands on one board or two, joint shares included where they are enumerated. */
function tallyAllBoards(kernel: KernelExports, job: EquityJob, layout: TallyLayout, tally: Float64Array): void {
  for (const board of job.boards.keys()) tallyHands(kernel, job, layout, tally, board);
  if (job.boards.length === 2 && enumeratesJoint(job)) tallyJoint(kernel, job, layout, tally);
}

function openSweep(kernel: KernelExports, job: EquityJob, plan: EquityPlan, layout: TallyLayout): EquityRun {
  const mark = kernel.mark();
  const sweeper = openSweeper(kernel, job, layout);
  const joint = plan.parts > plan.exactParts ? openJointSampler(kernel, job, layout) : null;
  const runOuts = runOutsOfBoards(plan, job);
  return {
    part(index) {
      if (index >= plan.exactParts) return { tally: joint!.sample(index - plan.exactParts), combos: null };
      const tally = new Float64Array(layout.size);
      for (const { board, runOut } of runOuts.slice(index * plan.perPart, (index + 1) * plan.perPart)) {
        sweeper.sweep(tally, board, runOut);
      }
      return { tally, combos: sweeper.takeCombos() };
    },
    close: () => kernel.release(mark),
  };
}

function openSampledSweep(kernel: KernelExports, job: EquityJob, plan: EquityPlan, layout: TallyLayout): EquityRun {
  const sweeper = openSweeper(kernel, job, layout);
  const live = liveCards(job);
  const missing = 5 - job.boards[0]!.length;
  return {
    part(index) {
      const tally = new Float64Array(layout.size);
      const random = seededRandom(job.seed, index);
      for (let i = 0; i < plan.perPart; i++) sweeper.sample(tally, 0, drawRunOut(live, missing, random));
      return { tally, combos: sweeper.takeCombos() };
    },
    close: () => sweeper.close(),
  };
}

/** Samples what players take of two boards together; each board's own shares are enumerated elsewhere. */
function openJointSampler(kernel: KernelExports, job: EquityJob, layout: TallyLayout): DealSampler {
  const none = { madeHands: false, nextCards: false, combos: false };
  const bare: EquityJob = { ...job, detail: none };
  const sampleLayout = new TallyLayout(bare);
  const sampler = openDealSampler(kernel, bare, sampleLayout);
  return {
    sample(index) {
      const sampled = sampler.sample(index);
      const tally = new Float64Array(layout.size);
      for (const sum of ['jointDeals', 'clusters', 'weightSquares'] as const) {
        tally[layout[sum]] = sampled[sampleLayout[sum]]!;
      }
      for (let player = 0; player < layout.players; player++) {
        for (const six of ['joint', 'jointSquares', 'jointWeights'] as const) {
          const from = sampleLayout[six](player);
          tally.set(sampled.subarray(from, from + 6), layout[six](player));
        }
      }
      return tally;
    },
    close: () => sampler.close(),
  };
}
