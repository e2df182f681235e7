// What average strategies are worth, and what a best response could win: every hand, every branch, every run-out.
//
// These are the passes of the exact solver. Buckets are spread out into hands first, so that the judge knows nothing of
// them.

import type { Tables } from '../deal.ts';
import { BOTH } from '../hand-lists.ts';
import type { Worths } from '../instance.ts';
import { type LaidForest, padded, reserve, writeInts } from '../layout.ts';
import { layRoom, type Room } from '../rooms.ts';
import type { BoardOrder } from './board-room.ts';
import { type BranchPlay, PAD } from './branch-play.ts';
import type { Common } from './common.ts';
import type { LaidRunOut } from './run-outs.ts';
import type { TrunkPlay } from './trunk-play.ts';

const MEASURE = 1;

/** By hero, f32[exits][stride]: the opponent's reach at the exits of the start, by place. */
export type ExitReaches = readonly [Float32Array, Float32Array];
/** By hero, f64[exits][stride]: what every hand is worth there. */
export type ExitWorths = readonly [Worths, Worths];

export type KeptWorth = readonly [Float32Array, Float32Array];

/** A deal of all hands in their places. */
class WholeDeal {
  readonly at: number;
  /** By hero. */
  readonly rooms: readonly [Room, Room];
  readonly index: readonly [number, number];

  constructor({ kernel, laid }: Common, forest: LaidForest, tables: readonly [Tables, Tables]) {
    const hands = Math.max(...laid.counts);
    const size = { hands, batches: forest.batches, exits: forest.exits, boards: 1 };
    this.rooms = BOTH.map(() => layRoom(kernel, size)) as unknown as [Room, Room];
    this.index = BOTH.map((player) => reserve(kernel, laid.counts[player] * 4)) as [number, number];
    this.at = writeInts(kernel, [
      forest.at,
      ...laid.counts,
      ...laid.hands,
      ...this.index,
      ...laid.twins,
      ...[0, 0],
      ...[0, 0],
      ...tables.map(({ averages }) => averages),
      ...new Array<number>(9).fill(0),
    ]);
  }
}

/** The start of a game, judged where it is played. */
export class TrunkJudge {
  private readonly common: Common;
  private readonly deal: WholeDeal;
  private readonly weights: readonly [number, number];
  private readonly worth: number;
  private readonly best: number;

  constructor(common: Common, trunk: TrunkPlay) {
    const { kernel, laid, identity, forests } = common;
    this.common = common;
    this.deal = new WholeDeal(common, forests[0], trunk.tables);
    this.weights = trunk.weights;
    const memory = new Uint8Array(kernel.memory.buffer);
    for (const player of BOTH) {
      memory.copyWithin(this.deal.index[player], identity, identity + laid.counts[player] * 4);
    }
    this.worth = reserve(kernel, Math.max(...laid.counts) * 8);
    this.best = reserve(kernel, Math.max(...laid.counts) * 8);
  }

  reaches(): ExitReaches {
    const { kernel, settings, game } = this.common;
    kernel.setStorage(settings.storage === 'f32');
    return BOTH.map((hero) => {
      const room = this.deal.rooms[hero];
      const opponent = hero === 0 ? 1 : 0;
      kernel.forward(this.deal.at, room.at, opponent, MEASURE, this.weights[opponent], 0, 0);
      kernel.evaluateLanes(this.deal.at, room.at, game.handSize, hero);
      return new Float32Array(kernel.memory.buffer, room.exitReach, room.exits * room.stride).slice();
    }) as unknown as ExitReaches;
  }

  /** After `reaches`: by hero, what every place is worth at the start, given what it is at the exits. */
  worths(below: ExitWorths): readonly [Worths, Worths] {
    const { kernel, settings, laid } = this.common;
    kernel.setStorage(settings.storage === 'f32');
    kernel.setImages(0, 0);
    return BOTH.map((hero) => {
      const { at, exitWorth, exitBest, exits, stride } = this.deal.rooms[hero];
      const doubles = (address: number, count: number) => new Float64Array(kernel.memory.buffer, address, count);
      doubles(exitWorth, exits * stride).set(below[hero].worth);
      doubles(exitBest, exits * stride).set(below[hero].best);
      const count = laid.counts[hero];
      doubles(this.worth, count).fill(0);
      doubles(this.best, count).fill(0);
      kernel.setWorthTo(this.worth, this.best, count);
      kernel.backward(this.deal.at, at, hero, MEASURE, 1, 1, 1);
      return { worth: doubles(this.worth, count).slice(), best: doubles(this.best, count).slice() };
    }) as unknown as [Worths, Worths];
  }
}

/** Branches, judged where they are played. */
export class BranchJudge {
  private readonly common: Common;
  private readonly rooms: readonly [Room, Room];
  private readonly river: Room;
  private readonly index: readonly [number, number];
  private readonly record: number;
  private readonly runOutRecord: number;
  private readonly runOutIndex: readonly [number, number];
  private readonly averages: readonly [number, number];
  /** Addresses of u32[hands]: where the hands in the order of a second board stand in that of the first. */
  private readonly otherPlaces: readonly [number, number];
  /** By hero, addresses of f32 and twice f64[exits][stride] of the start. */
  private readonly above: readonly { reach: number; worth: number; best: number }[];
  private readonly aboveSize: number;
  /** Addresses of f32[entries][hands]: a run-out's rows. */
  private readonly worthRows: number;
  private readonly bestRows: number;
  /** Address of u32[places]. */
  private readonly handsByPlace: number;
  private readonly kept = new Map<BranchPlay, KeptWorth>();

  constructor(common: Common) {
    const { kernel, laid, forests } = common;
    this.common = common;
    const hands = Math.max(...laid.counts);
    const size = { hands, batches: forests[1].batches, exits: forests[1].exits, boards: 1 };
    this.rooms = BOTH.map(() => layRoom(kernel, size)) as unknown as [Room, Room];
    const boards = common.twoBoards ? 2 : 1;
    this.river = layRoom(kernel, { hands, batches: forests[2].batches, exits: 0, boards });
    this.otherPlaces = BOTH.map((player) => reserve(kernel, common.twoBoards ? laid.counts[player] * 4 : 0)) as [
      number,
      number,
    ];
    this.index = BOTH.map((player) => reserve(kernel, laid.counts[player] * 4)) as [number, number];
    this.runOutIndex = BOTH.map((player) => reserve(kernel, laid.counts[player] * 4)) as [number, number];
    this.record = writeInts(kernel, new Array<number>(24).fill(0));
    this.runOutRecord = writeInts(kernel, new Array<number>(24).fill(0));
    this.averages = BOTH.map((player) =>
      reserve(kernel, padded(laid.counts[player]) * forests[2].tableRows[player] * 4),
    ) as [number, number];
    const entries = forests[2].forest.entries.length;
    this.worthRows = reserve(kernel, entries * hands * 4);
    this.bestRows = reserve(kernel, entries * hands * 4);
    this.handsByPlace = reserve(kernel, hands * 4);
    this.aboveSize = forests[0].exits * hands;
    this.above = BOTH.map(() => ({
      reach: reserve(kernel, this.aboveSize * 4),
      worth: reserve(kernel, this.aboveSize * 8),
      best: reserve(kernel, this.aboveSize * 8),
    }));
  }

  private doubles(at: number): Float64Array {
    return new Float64Array(this.common.kernel.memory.buffer, at, this.aboveSize);
  }

  /** Begins to judge: nothing is added yet. */
  begin(reaches: ExitReaches): void {
    const { kernel } = this.common;
    for (const hero of BOTH) {
      const { reach, worth, best } = this.above[hero]!;
      new Float32Array(kernel.memory.buffer, reach, this.aboveSize).set(reaches[hero]);
      this.doubles(worth).fill(0);
      this.doubles(best).fill(0);
    }
  }

  /** Adds a branch under all its names. `keep`: its exit worths are kept for what is stored. */
  add(branch: BranchPlay, keep: boolean): void {
    this.addBranch(branch, null);
    if (keep) this.kept.set(branch, this.exitWorths());
    for (const names of branch.branch.images) this.addBranch(branch, names);
  }

  /** What the branches since `begin` add to the exits of the start. */
  worths(): ExitWorths {
    return BOTH.map((hero) => ({
      worth: this.doubles(this.above[hero]!.worth).slice(),
      best: this.doubles(this.above[hero]!.best).slice(),
    })) as unknown as ExitWorths;
  }

  /** By player, f32[exits][stride]: what a branch's exits were worth when they were last kept. */
  keptOf(branch: BranchPlay): KeptWorth | null {
    return this.kept.get(branch) ?? null;
  }

  private exitWorths(): KeptWorth {
    const { buffer } = this.common.kernel.memory;
    return this.rooms.map(({ exitWorth, exits, stride }) =>
      Float32Array.from(new Float64Array(buffer, exitWorth, exits * stride)),
    ) as unknown as KeptWorth;
  }

  private addBranch(branch: BranchPlay, names: readonly number[] | null): void {
    const { kernel, laid, forests, settings, game } = this.common;
    const stride = Math.max(...laid.counts);
    for (const player of BOTH) {
      kernel.indexPack(
        game.handSize,
        laid.originals[player],
        0,
        laid.counts[player],
        branch.position.gone | PAD,
        names ? laid.renamed(player, names, false) : 0,
        0,
        laid.counts[player] - 1,
        this.index[player],
      );
    }
    this.write(this.record, [
      forests[1].at,
      ...laid.counts,
      ...laid.hands,
      ...this.index,
      ...laid.twins,
      ...[0, 0],
      ...[0, 0],
      ...branch.tables.map(({ averages }) => averages),
    ]);
    kernel.setStorage(settings.storage === 'f32');
    for (const hero of BOTH) {
      const room = this.rooms[hero];
      const opponent = hero === 0 ? 1 : 0;
      kernel.forward(this.record, room.at, opponent, MEASURE, this.above[hero]!.reach, stride, 0);
      kernel.evaluateLanes(this.record, room.at, game.handSize, hero);
      new Float64Array(kernel.memory.buffer, room.exitWorth, room.exits * room.stride).fill(0);
      new Float64Array(kernel.memory.buffer, room.exitBest, room.exits * room.stride).fill(0);
    }
    kernel.setStorage(true);
    for (const runOut of branch.runOuts) this.addRunOut(runOut);
    kernel.setStorage(settings.storage === 'f32');
    for (const hero of BOTH) {
      const { worth, best } = this.above[hero]!;
      const { exitWorth, exitBest } = this.rooms[hero];
      kernel.copyEnds(forests[2].at, exitWorth, exitBest, stride);
      kernel.setImages(0, 0);
      kernel.setWorthTo(worth, best, stride);
      kernel.backward(this.record, this.rooms[hero].at, hero, MEASURE, 1, 1, branch.branch.share);
    }
  }

  private addRunOut(runOut: LaidRunOut): void {
    const { kernel, laid, forests, boards, game } = this.common;
    const order = boards.sort(runOut.position, 0);
    const other = this.otherBoard(runOut, order);
    for (const player of BOTH) {
      kernel.expandBuckets(
        runOut.tables[player].averages,
        forests[2].at,
        player,
        runOut.ids[player],
        order.index[player],
        order.counts[player],
        this.averages[player],
      );
    }
    for (const names of [null, ...runOut.branch.images]) {
      for (const player of BOTH) {
        const places = new Uint32Array(kernel.memory.buffer, order.index[player], order.counts[player]);
        const index = new Uint32Array(kernel.memory.buffer, this.runOutIndex[player], order.counts[player]);
        if (!names) {
          index.set(places);
          continue;
        }
        const via = laid.renamed(player, names, false);
        const images = new Uint32Array(kernel.memory.buffer, via, laid.counts[player]);
        for (let i = 0; i < index.length; i++) index[i] = images[places[i]!]!;
      }
      this.write(this.runOutRecord, [
        forests[2].at,
        ...order.counts,
        ...order.hands,
        ...this.runOutIndex,
        ...order.twins,
        order.ends,
        order.segments,
        ...[0, 0],
        ...this.averages,
        0,
        ...other,
      ]);
      for (const hero of BOTH) {
        const { exitReach, exitWorth, exitBest, stride } = this.rooms[hero];
        const opponent = hero === 0 ? 1 : 0;
        kernel.forward(this.runOutRecord, this.river.at, opponent, MEASURE, exitReach, stride, 0);
        kernel.evaluateLanes(this.runOutRecord, this.river.at, game.handSize, hero);
        kernel.setWorthTo(0, 0, 0);
        kernel.setRowsTo(this.worthRows, this.bestRows);
        kernel.backward(this.runOutRecord, this.river.at, hero, MEASURE, 1, 1, 1);
        kernel.setRowsTo(0, 0);
        kernel.placeHands(this.runOutIndex[hero], order.counts[hero], laid.counts[hero], this.handsByPlace);
        kernel.addRows(
          forests[2].at,
          this.handsByPlace,
          laid.counts[hero],
          padded(order.counts[hero]),
          this.worthRows,
          this.bestRows,
          runOut.branch.share,
          exitWorth,
          exitBest,
          stride,
        );
      }
    }
  }

  /** Fields of a second board, if there is one. */
  private otherBoard({ position }: LaidRunOut, order: BoardOrder): readonly number[] {
    const { kernel, boards, twoBoards, laid } = this.common;
    if (!twoBoards) return [];
    const { hands, counts, index, twins, ends, segments } = boards.sort(position, 1);
    for (const player of BOTH) {
      const { buffer } = kernel.memory;
      const numbers = new Uint32Array(laid.counts[player]);
      new Uint32Array(buffer, order.index[player], order.counts[player]).forEach((place, i) => {
        numbers[place] = i;
      });
      const there = new Uint32Array(buffer, this.otherPlaces[player], counts[player]);
      new Uint32Array(buffer, index[player], counts[player]).forEach((place, i) => {
        there[i] = numbers[place]!;
      });
    }
    return [...hands, ...this.otherPlaces, ...twins, ends, segments];
  }

  private write(record: number, fields: readonly number[]): void {
    new Uint32Array(this.common.kernel.memory.buffer, record, fields.length).set(fields);
  }
}
