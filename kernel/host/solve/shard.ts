// The worker's side of a solve: one instance, and an answer to each call.

import { checkSolveJob } from '../../src/solve/check.ts';
import { checkedDownWorths } from '../../src/solve/checked-down.ts';
import type { LaidDeal } from '../../src/solve/deal.ts';
import { fingerprint } from '../../src/solve/fingerprint.ts';
import { Instance, type Player } from '../../src/solve/instance.ts';
import type { SolveJob, SolveMethod } from '../../src/solve/job.ts';
import { wayTo } from '../../src/solve/line.ts';
import { iterate, sideOf, weighted } from '../../src/solve/local-solve.ts';
import { partedGame } from '../../src/solve/parted.ts';
import { LEAST_MET, meetingGame } from '../../src/solve/plain-games.ts';
import { planGame, planSolve, type SolvePlan, shortened, thinned } from '../../src/solve/plan.ts';
import { postflopGame } from '../../src/solve/postflop.ts';
import type { SolvedDeal } from '../../src/solve/result.ts';
import { bucketsByCombo } from '../../src/solve/sampled/by-combo.ts';
import { sampledSettings } from '../../src/solve/sampled/method.ts';
import { planSampled } from '../../src/solve/sampled/plan-sampled.ts';
import { trialSampledMs } from '../../src/solve/sampled/trial.ts';
import { gameShares } from '../../src/solve/shares.ts';
import { solveAgain } from '../../src/solve/solve-again.ts';
import { actNodes, laidDeals, roundShares, solvedDeal } from '../../src/solve/solved.ts';
import { renamedDeal, standInOf } from '../../src/solve/stand-in.ts';
import { readTables, writeTables } from '../../src/solve/state.ts';
import { timed } from '../../src/solve/timed.ts';
import { turnsApart } from '../../src/solve/turns-apart.ts';
import { viewNode } from '../../src/solve/view.ts';
import type { KernelExports } from '../../src/wasm.ts';
import type { ExitWorths, Pass, ReplyTo, SolveCall, SolveReply, Sums } from './calls.ts';
import { SampledShard } from './sampled-shard.ts';

/** Combos a player that a trial of the speed takes. */
const TRIAL_COMBOS = 1500;
/** Long enough for the module to be compiled for speed on the way. */
const TRIAL_MS = 60;

export class Shard {
  private instance: Instance | null = null;
  private sampled: SampledShard | null = null;
  private deals: readonly LaidDeal[] = [];
  private readonly openKernel: () => KernelExports;
  private readonly now: () => number;

  constructor(openKernel: () => KernelExports, now: () => number) {
    this.openKernel = () => {
      const kernel = openKernel();
      kernel.useWholeMemory();
      return kernel;
    };
    this.now = now;
  }

  answer(call: SolveCall): SolveReply {
    switch (call.kind) {
      case 'plan':
        return this.plan(call.job, call.method);
      case 'open':
        return this.open(call);
      case 'open-sampled':
        return this.open(call);
      case 'iterate':
        return this.iterate(call.from, call.to, call.timeMs);
      case 'visit':
        return this.visit(call);
      case 'turn':
        return this.turn(call.up, call.others, call.down);
      case 'memory':
        return { kind: 'memory', bytes: this.memoryBytes };
      case 'measure':
        return { kind: 'measure', sums: [this.measure(0), this.measure(1)] };
      case 'shares':
        return { kind: 'shares', shares: this.shares(call.node) };
      case 'round-shares':
        if (this.sampled) this.sampled.instance.round();
        else roundShares(this.at);
        return { kind: 'round-shares' };
      case 'deal':
        return { kind: 'deal', deal: this.deal(call.index, call.firstOnly) };
      case 'sections':
        return { kind: 'sections', branches: this.sections() };
      case 'tables':
        return this.tables(call.index, call.tables);
      case 'equity':
        return { kind: 'equity', equity: this.equity(call.job) };
      case 'view':
        return this.view(call);
      default:
        if (!this.sampled) throw new Error('nothing is laid here');
        return this.sampled.answer(call);
    }
  }

  private get memoryBytes(): number {
    const { kernel } = this.sampled?.instance.common ?? this.at;
    return kernel.memory.buffer.byteLength;
  }

  private get at(): Instance {
    if (!this.instance) throw new Error('nothing is laid here');
    return this.instance;
  }

  private plan(job: SolveJob, method: SolveMethod): SolveReply {
    const error = checkSolveJob(job, method);
    if (error) return { kind: 'refused', error };
    if (method === 'bucketed') return this.planSampled(job);
    const plan = planSolve(job);
    return { kind: 'plan', plan, iterationMs: this.trialMs(job, plan), fingerprint: fingerprint(job, method) };
  }

  private planSampled(job: SolveJob): ReplyTo<'plan'> {
    const settings = sampledSettings(job, 'f32');
    const plan = planSampled(postflopGame(job), settings);
    const thin = postflopGame(thinned(job, TRIAL_COMBOS));
    const iterationMs = trialSampledMs(this.openKernel(), thin, settings, plan, this.now, TRIAL_MS);
    return { kind: 'plan', plan, iterationMs, fingerprint: fingerprint(job, 'bucketed') };
  }

  /** Milliseconds of one iteration on one worker, from one branch of a thinned game. */
  private trialMs(job: SolveJob, plan: SolvePlan): number {
    const game = shortened(partedGame(postflopGame(thinned(job, TRIAL_COMBOS))));
    const trial = planGame(game);
    const instance = new Instance(this.openKernel(), game, 'f32');
    let done = 0;
    const ms = timed(() => iterate(instance, done++), this.now, TRIAL_MS);
    const whole = plan.startWork + sum(plan.work);
    return (ms * whole) / (trial.startWork + sum(trial.work));
  }

  private open(call: Extract<SolveCall, { kind: 'open' | 'open-sampled' }>): SolveReply {
    const { job, start } = call;
    let mass = 1;
    try {
      if (start) mass = this.massOf(job);
      if (!(mass > 0)) {
        const message = 'hardly any two combos of the ranges can be held together';
        return { kind: 'refused', error: { code: 'impossible', player: null, message } };
      }
      this.lay(call);
    } catch (error) {
      this.instance = null;
      // Out of memory is a trap in the module, or a refusal to grow.
      if (!(error instanceof Error && (error.name === 'RuntimeError' || error instanceof RangeError))) throw error;
      return { kind: 'refused', error: { code: 'memory', player: null, message: 'the memory could not be had' } };
    }
    return { kind: 'open', mass, schedule: this.sampled?.instance.shape ?? null };
  }

  /** Weight of all pairs of combos that can be held together; 0 where it is lost in rounding. */
  private massOf(job: SolveJob): number {
    const game = postflopGame(job);
    const meeting = new Instance(this.openKernel(), meetingGame(game), 'f32');
    const mass = weighted(meeting, 0, meeting.pass(0, true).worth);
    const [first, second] = game.hands.map(({ weights }) => sum(weights)) as [number, number];
    return mass > LEAST_MET * first * second ? mass : 0;
  }

  private lay({ kind, job, storage, branches, start }: Extract<SolveCall, { kind: 'open' | 'open-sampled' }>): void {
    const kernel = this.openKernel();
    if (kind === 'open-sampled') {
      this.sampled = new SampledShard(kernel, job, storage, branches, start);
      return;
    }
    const game = partedGame(postflopGame(job));
    this.instance = new Instance(kernel, game, storage, { branches, start });
    this.deals = [...laidDeals(this.instance.start)];
  }

  private iterate(from: number, to: number, timeMs: number): ReplyTo<'iterate'> {
    const end = this.now() + timeMs;
    let done = from;
    do iterate(this.at, done++);
    while (done < to && this.now() < end);
    return { kind: 'iterate', done };
  }

  private measure(hero: Player): Sums {
    return sideOf(this.at, hero, this.at.pass(hero, true));
  }

  private visit({ hero, measure, discount, reach }: Extract<SolveCall, { kind: 'visit' }>): ReplyTo<'visit'> {
    const { at } = this;
    at.setDiscount(discount);
    if (reach) at.exitReach.set(reach);
    at.visit(hero, measure);
    if (!reach) return { kind: 'visit', worths: null };
    return {
      kind: 'visit',
      worths: { worth: at.exitWorth.slice(), best: measure ? at.exitBest.slice() : new Float64Array() },
    };
  }

  private turn(up: Pass | null, others: readonly ExitWorths[], down: Pass | null): ReplyTo<'turn'> {
    const { at } = this;
    let sums: Sums | null = null;
    if (up) {
      at.setDiscount(up.discount);
      for (const { worth, best } of others) {
        add(at.exitWorth, worth);
        add(at.exitBest, best);
      }
      sums = sideOf(at, up.hero, at.ascend(up.hero, up.measure));
    }
    if (!down) return { kind: 'turn', sums, reach: null };
    at.setDiscount(down.discount);
    at.descend(down.hero, down.measure);
    return { kind: 'turn', sums, reach: at.exitReach.slice() };
  }

  /** Null when the node of the first street is not played here. */
  private shares(name: number): Float32Array | null {
    if (this.sampled) return this.sampled.instance.shares(name);
    for (const deal of this.deals.filter(isFirst)) {
      const { names } = deal.position;
      const node = actNodes(deal).find((candidate) => (names?.[candidate] ?? candidate) === name);
      if (node !== undefined) return gameShares(this.at, deal, node);
    }
    return null;
  }

  private deal(index: number, firstOnly: boolean): SolvedDeal | null {
    if (this.sampled) return this.sampled.deal(index, firstOnly);
    const deals = firstOnly ? this.deals.filter(isFirst) : this.deals;
    const deal = deals[index];
    return deal ? solvedDeal(this.at, deal) : null;
  }

  private sections(): number[] {
    return this.sampled?.instance.sectionBranches() ?? this.deals.map((deal) => branchOf(this.at, deal));
  }

  private tables(index: number, tables: Uint8Array | null): SolveReply {
    if (!tables) return { kind: 'tables', tables: this.sampled?.instance.readSection(index) ?? this.read(index) };
    try {
      if (this.sampled) this.sampled.instance.writeSection(index, tables);
      else writeTables(this.at, this.deals[index]!, tables);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return { kind: 'refused', error: { code: 'checkpoint', player: null, message: 'it does not fit the spot' } };
    }
    return { kind: 'tables', tables: new Uint8Array() };
  }

  private read(index: number): Uint8Array {
    return readTables(this.at, this.deals[index]!);
  }

  private equity(job: SolveJob): [number, number] {
    const game = postflopGame(job);
    const meeting = new Instance(this.openKernel(), meetingGame(game), 'f32');
    const met = weighted(meeting, 0, meeting.pass(0, true).worth);
    const [worth] = checkedDownWorths(this.openKernel, game, [0], turnsApart(job, game.start));
    const won = weighted(meeting, 0, worth!);
    return [won / met, 1 - won / met];
  }

  private view({ job, place, deals }: Extract<SolveCall, { kind: 'view' }>): SolveReply {
    const refused = (message: string): SolveReply => ({
      kind: 'refused',
      error: { code: 'tree', player: null, message },
    });
    const way = wayTo(job, place);
    if (!way) return refused('there is no such place');
    const known: SolvedDeal[] = [];
    let solvedAgain: number | null = null;
    for (let street = 0; street <= place.dealt.length; street++) {
      const dealt = place.dealt.slice(0, street);
      const given = deals[street];
      const stored = given?.buckets ? bucketsByCombo(this.openKernel, job, given) : given;
      if (stored) known.push(renamedDeal(job, stored, dealt, standInOf(job, dealt).renaming));
      else if (street > 0) {
        const again = solveAgain(this.openKernel, job, dealt, way.nodes[street]!, known);
        solvedAgain = again.exploitability;
        known.push(again.deal);
      } else return refused('the strategies of the first street are not there');
    }
    const view = viewNode(this.openKernel, job, place, known);
    return view ? { kind: 'view', view, solvedAgain } : refused('there is no such place');
  }
}

function isFirst(deal: LaidDeal): boolean {
  for (let at: LaidDeal | null = deal; at; at = at.parent) if ((at.branch?.dealt ?? -1) >= 0) return false;
  return true;
}

/** Number of the branch of the start that a deal is in, −1 for the start. */
function branchOf({ game }: Instance, deal: LaidDeal): number {
  let at = deal;
  while (at.parent?.parent) at = at.parent;
  return at.parent ? game.start.branches!.indexOf(at.branch!) : -1;
}

function add(to: Float64Array, values: Float64Array): void {
  for (let i = 0; i < values.length; i++) to[i]! += values[i]!;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
