// A branch of the start with its tables and run-outs, in the memory of whoever owns it.

import type { Tables } from '../deal.ts';
import type { Branch, Position } from '../game.ts';
import { BOTH } from '../hand-lists.ts';
import { reserve } from '../layout.ts';
import { layRoom, type Room } from '../rooms.ts';
import type { Common } from './common.ts';
import { discountBetween } from './discount-between.ts';
import { PackedDeal, reserveTables } from './packed-deal.ts';
import { type LaidRunOut, layRunOut } from './run-outs.ts';
import type { Named, Visit } from './schedule.ts';
import { layVisitRoom, type VisitRoom } from './visit-room.ts';

const TRAIN = 0;
const PLAY = 2;

export interface BranchPlay {
  readonly branch: Branch;
  readonly position: Position;
  readonly tables: readonly [Tables, Tables];
  /** By player and pack, the iteration of the last visit. */
  readonly stamps: readonly [Int32Array, Int32Array];
  readonly runOuts: readonly LaidRunOut[];
  /** By run-out and player. */
  readonly runOutStamps: Int32Array;
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
    stamps: [new Int32Array(packs.counts[0]), new Int32Array(packs.counts[1])],
    runOuts,
    runOutStamps: new Int32Array(runOuts.length * 2),
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
  /** Addresses of f32[exits][stride]: reach at the start's exits, by player. */
  private readonly reach: readonly [number, number];
  /** Addresses of f64[exits][stride]: worth there. */
  private readonly worth: readonly [number, number];

  /** `together`: the most run-outs of a visit. */
  constructor(common: Common, branches: readonly BranchPlay[], together: number) {
    const { kernel, laid, packs, forests } = common;
    const { stride } = packs;
    this.common = common;
    this.deal = new PackedDeal(laid, forests[1]);
    this.room = layRoom(kernel, { hands: stride, batches: forests[1].batches, exits: forests[1].exits, boards: 1 });
    const most = Math.max(...branches.flatMap(({ runOuts }) => runOuts.flatMap(({ rows }) => rows)));
    this.visitRoom = layVisitRoom(laid, forests[2], together, most, common.twoBoards !== null);
    const exits = forests[0].exits;
    this.reach = BOTH.map(() => reserve(kernel, exits * stride * 4)) as [number, number];
    this.worth = BOTH.map(() => reserve(kernel, exits * stride * 8)) as [number, number];
  }

  /**
   * One visit. `reach` is f32[2][exits][stride], what both players' packs bring to the exits of the start; the answer, of the
   * same shape, what they are worth there.
   */
  visit(branch: BranchPlay, { branch: named, packs, runOuts, iteration }: Visit, reach: Float32Array): Float32Array {
    const { kernel, laid, forests, settings, packs: all, game, share, weightsAt } = this.common;
    const { deal, room, visitRoom } = this;
    const { stride } = all;
    const names = named.image < 0 ? null : branch.branch.images[named.image]!;
    const river = forests[2].at;
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
    const discounts = BOTH.map((player) => discountBetween(branch.stamps[player][packs[player]]!, iteration));
    const setStorage = (byHand: boolean): void => kernel.setStorage(!byHand || settings.storage === 'f32');
    const down = (player: 0 | 1, mode: number): void => {
      setStorage(true);
      kernel.forward(deal.at, room.at, player, mode, this.reach[player], stride, discounts[player]!.keep);
      kernel.spreadEntries(visitRoom.at, river, player, room.exitReach);
    };
    down(0, PLAY);
    for (const hero of BOTH) {
      const opponent = hero === 0 ? 1 : 0;
      down(opponent, TRAIN);
      deal.meet(packs, room.at, hero);
      kernel.emptyNobody(deal.at, room.at, hero, deal.index[hero], stride - 1);
      kernel.clearWorths(visitRoom.at, river);
      setStorage(false);
      kernel.setWorthTo(0, 0, 0);
      kernel.setImages(0, 0);
      runOuts.forEach((place, i) => {
        const { number } = branch.deck[place]!;
        const { at, segments, rows } = branch.runOuts[number]!;
        // Under another name it may have been played in this very visit.
        const again = runOuts.subarray(0, i).some((other) => branch.deck[other]!.number === number);
        const lastOf = (player: number): number => (again ? iteration : branch.runOutStamps[number * 2 + player]!);
        const own = discountBetween(lastOf(hero), iteration);
        const { keep } = discountBetween(lastOf(opponent), iteration);
        kernel.playRunOut(
          visitRoom.at,
          visitRoom.seats[i]!,
          at,
          game.handSize,
          hero,
          weightsAt[hero] + packs[hero] * stride * 4,
          segments,
          rows[opponent],
          rows[hero],
          keep,
          own.gain,
          own.loss,
        );
      });
      kernel.worthsAbove(visitRoom.at, river, visitRoom.met[hero], share, room.exitWorth);
      setStorage(true);
      new Float64Array(kernel.memory.buffer, this.worth[hero], reach.length / 2).fill(0);
      kernel.setWorthTo(this.worth[hero], 0, stride);
      kernel.backward(deal.at, room.at, hero, TRAIN, discounts[hero]!.gain, discounts[hero]!.loss, 1);
    }
    for (const player of BOTH) branch.stamps[player][packs[player]] = iteration;
    for (const place of runOuts) {
      const { number } = branch.deck[place]!;
      branch.runOutStamps.fill(iteration, number * 2, number * 2 + 2);
    }
    const worth = new Float32Array(reach.length);
    for (const player of BOTH) {
      worth.set(
        new Float64Array(kernel.memory.buffer, this.worth[player], reach.length / 2),
        (player * reach.length) / 2,
      );
    }
    return worth;
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
