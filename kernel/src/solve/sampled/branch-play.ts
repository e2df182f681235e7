// A branch of the start with its tables and run-outs, in the memory of whoever owns it.

import type { Tables } from '../deal.ts';
import type { Branch, Position } from '../game.ts';
import { BOTH } from '../hand-lists.ts';
import { reserve } from '../layout.ts';
import { layRoom, type Room } from '../rooms.ts';
import type { Common } from './common.ts';
import { PackedDeal, reserveTables } from './packed-deal.ts';
import { type LaidRunOut, layRunOut } from './run-outs.ts';
import type { Named, Visit } from './schedule.ts';
import { discountBetween, layStamps, type Stamps } from './stamps.ts';
import { layVisitRoom, type VisitRoom } from './visit-room.ts';
import { type Weighing, weighingOf } from './weighing.ts';

const TRAIN = 0;
const PLAY = 2;

export interface BranchPlay {
  readonly branch: Branch;
  readonly position: Position;
  readonly tables: readonly [Tables, Tables];
  /** By player and pack. */
  readonly stamps: readonly [Stamps, Stamps];
  readonly runOuts: readonly LaidRunOut[];
  /** By player and run-out. */
  readonly runOutStamps: readonly [Stamps, Stamps];
  /** Run-outs under all their names. */
  readonly deck: readonly Named[];
}

export function layBranch(common: Common, branch: Branch): BranchPlay {
  const { kernel, laid, forests, settings, packs } = common;
  const position = branch.position();
  kernel.setStorage(settings.storage === 'f32');
  const tables = reserveTables(kernel, forests[1], laid.counts);
  kernel.setStorage(true);
  const runOuts = position.branches!.map((next) => layRunOut(common, next));
  return {
    branch,
    position,
    tables,
    stamps: [layStamps(packs.counts[0]), layStamps(packs.counts[1])],
    runOuts,
    runOutStamps: [layStamps(runOuts.length), layStamps(runOuts.length)],
    deck: position.branches!.flatMap(({ images }, number) =>
      [-1, ...images.keys()].map((image): Named => ({ number, image })),
    ),
  };
}

/** Plays visits of branches, one after the other. */
export class BranchPlayer {
  private readonly common: Common;
  private readonly deal: PackedDeal;
  private readonly room: Room;
  private readonly visitRoom: VisitRoom;
  private readonly weighing: Weighing;
  /** Addresses of f32[exits][stride]: reach at the start's exits, by player. */
  private readonly reach: readonly [number, number];
  /** Address of f64[exits][stride]: what the hero's are worth there. */
  private readonly worth: number;

  /** `together`: the most run-outs of a visit. */
  constructor(common: Common, branches: readonly BranchPlay[], together: number) {
    const { kernel, laid, packs, forests } = common;
    const { stride } = packs;
    this.common = common;
    this.deal = new PackedDeal(laid, forests[1]);
    this.room = layRoom(kernel, { hands: stride, batches: forests[1].batches, exits: forests[1].exits, boards: 1 });
    const most = Math.max(...branches.flatMap(({ runOuts }) => runOuts.flatMap(({ rows }) => rows)));
    this.visitRoom = layVisitRoom(laid, forests[2], together, most, common.twoBoards !== null);
    this.weighing = weighingOf(common.game, common.settings);
    const exits = forests[0].exits;
    this.reach = BOTH.map(() => reserve(kernel, exits * stride * 4)) as [number, number];
    this.worth = reserve(kernel, exits * stride * 8);
  }

  /**
   * One visit. `reach` is f32[2][exits][stride], what both players' packs bring to the exits of the start; the answer,
   * f32[exits][stride], what the hero's are worth there.
   */
  visit(branch: BranchPlay, visit: Visit, reach: Float32Array): Float32Array {
    const { kernel, forests, settings, packs: all } = this.common;
    const { deal, room, visitRoom } = this;
    const { stride } = all;
    const { hero, packs, iteration } = visit;
    const opponent = hero === 0 ? 1 : 0;
    const river = forests[2].at;
    const theirs = branch.stamps[opponent].averages;
    const own = branch.stamps[hero].regrets;
    const { keep } = discountBetween(theirs[packs[opponent]]!, iteration);
    const { gain, loss } = discountBetween(own[packs[hero]]!, iteration);
    this.take(branch, visit, reach);
    kernel.setStorage(settings.storage === 'f32');
    for (const [player, mode] of [
      [hero, PLAY],
      [opponent, TRAIN],
    ] as const) {
      kernel.forward(deal.at, room.at, player, mode, this.reach[player], stride, keep);
      kernel.spreadEntries(visitRoom.at, river, player, room.exitReach);
    }
    deal.meet(packs, room.at, hero);
    kernel.emptyNobody(deal.at, room.at, hero, deal.index[hero], stride - 1);
    this.playRunOuts(branch, visit);
    kernel.setStorage(settings.storage === 'f32');
    new Float64Array(kernel.memory.buffer, this.worth, reach.length / 2).fill(0);
    kernel.setWorthTo(this.worth, 0, stride);
    kernel.backward(deal.at, room.at, hero, TRAIN, gain, loss, 1);
    theirs[packs[opponent]] = iteration;
    own[packs[hero]] = iteration;
    return new Float32Array(new Float64Array(kernel.memory.buffer, this.worth, reach.length / 2));
  }

  /** Moves to the packs of a visit, seats them at its run-outs and puts their reach there. */
  private take(branch: BranchPlay, { branch: { image }, packs, runOuts }: Visit, reach: Float32Array): void {
    const { kernel, laid, packs: all, game } = this.common;
    const { deal, visitRoom } = this;
    const { stride } = all;
    const names = image < 0 ? null : branch.branch.images[image]!;
    deal.take(packs, branch.tables);
    for (const player of BOTH) {
      new Float32Array(kernel.memory.buffer, this.reach[player], reach.length / 2).set(
        reach.subarray((player * reach.length) / 2, ((player + 1) * reach.length) / 2),
      );
      kernel.indexPack(
        game.handSize,
        laid.originals[player],
        packs[player] * stride,
        stride,
        branch.position.gone | PAD,
        names ? laid.renamed(player, names, false) : 0,
        packs[player] * stride,
        stride - 1,
        deal.index[player],
      );
      new Uint8Array(kernel.memory.buffer, visitRoom.met[player], stride).fill(0);
    }
    runOuts.forEach((place, i) => {
      this.seat(branch, branch.deck[place]!, packs, visitRoom.seats[i]!);
    });
  }

  /** Plays the run-outs of a visit; what they are worth to the hero goes to the room's exits. */
  private playRunOuts(branch: BranchPlay, { hero, packs, runOuts, iteration }: Visit): void {
    const { kernel, game, forests, weightsAt, packs: all } = this.common;
    const { room, visitRoom, weighing } = this;
    const opponent = hero === 0 ? 1 : 0;
    const river = forests[2].at;
    const theirs = branch.runOutStamps[opponent].averages;
    const own = branch.runOutStamps[hero].regrets;
    kernel.clearWorths(visitRoom.at, river);
    kernel.setStorage(true);
    kernel.setWorthTo(0, 0, 0);
    kernel.setImages(0, 0);
    runOuts.forEach((place, i) => {
      const { number } = branch.deck[place]!;
      const { at, segments, rows } = branch.runOuts[number]!;
      const { keep } = discountBetween(theirs[number]!, iteration);
      const { gain, loss } = discountBetween(own[number]!, iteration);
      kernel.playRunOut(
        visitRoom.at,
        visitRoom.seats[i]!,
        at,
        game.handSize,
        hero,
        weightsAt[hero] + packs[hero] * all.stride * 4,
        segments,
        rows[opponent],
        rows[hero],
        keep,
        gain,
        loss,
      );
      // At once: under another name it may be played again in this very visit.
      theirs[number] = iteration;
      own[number] = iteration;
    });
    const met = weighing.byHand ? visitRoom.met[hero] : 0;
    kernel.worthsAbove(visitRoom.at, river, met, weighing.share, room.exitWorth);
  }

  private seat(branch: BranchPlay, { number, image }: Named, packs: readonly [number, number], seat: number): void {
    const { kernel, laid, game, packs: all } = this.common;
    const { stride } = all;
    const { ids, rows, bucketEnds, segments, classes, branch: runOut } = branch.runOuts[number]!;
    const via = (player: 0 | 1): number => (image < 0 ? 0 : laid.renamed(player, runOut.images[image]!, true));
    for (const player of BOTH) {
      const first = packs[player] * stride;
      kernel.seatPack(
        seat,
        player,
        game.handSize,
        ids[player],
        via(player),
        first,
        stride,
        rows[player],
        laid.seated[player] + first * laid.seatedBytes,
        this.visitRoom.met[player],
      );
    }
    kernel.seatBoth(seat, bucketEnds, segments, this.deal.twins[0], stride);
    classes?.forEach(({ at, segments: strengths }, board) => {
      kernel.seatOnBoard(
        seat,
        board,
        game.handSize,
        ...at,
        via(0),
        via(1),
        packs[0] * stride,
        packs[1] * stride,
        strengths,
      );
    });
  }
}

/** The bit of a hand that is none. */
export const PAD = 1n << 63n;
