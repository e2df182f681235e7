// The street above the branches, in the memory of the coordinator.

import type { Tables } from '../deal.ts';
import { BOTH } from '../hand-lists.ts';
import { layRoom, type Room } from '../rooms.ts';
import { PAD } from './branch-play.ts';
import type { Common } from './common.ts';
import { PackedDeal, reserveTables } from './packed-deal.ts';
import type { Visit } from './schedule.ts';
import { discountBetween, layStamps, type Stamps } from './stamps.ts';

const TRAIN = 0;
const PLAY = 2;

export class TrunkPlay {
  readonly tables: readonly [Tables, Tables];
  /** By player and pack. */
  readonly stamps: readonly [Stamps, Stamps];
  private readonly common: Common;
  private readonly deal: PackedDeal;
  private readonly room: Room;
  /** Addresses of f32[places]. */
  readonly weights: readonly [number, number];

  constructor(common: Common) {
    const { kernel, laid, packs, forests, settings, weightsAt } = common;
    this.common = common;
    kernel.setStorage(settings.storage === 'f32');
    this.tables = reserveTables(kernel, forests[0], laid.counts);
    this.stamps = [layStamps(packs.counts[0]), layStamps(packs.counts[1])];
    this.deal = new PackedDeal(laid, forests[0]);
    this.room = layRoom(kernel, {
      hands: packs.stride,
      batches: forests[0].batches,
      exits: forests[0].exits,
      boards: 1,
    });
    this.weights = weightsAt;
  }

  /** f32[2][exits][stride]: what both players' packs bring to the exits. */
  reach(visit: Visit): Float32Array {
    const { kernel, packs } = this.common;
    const { exitReach, exits } = this.room;
    this.take(visit);
    const reach = new Float32Array(2 * exits * packs.stride);
    for (const player of BOTH) {
      this.down(player, PLAY, 0);
      reach.set(new Float32Array(kernel.memory.buffer, exitReach, exits * packs.stride), player * exits * packs.stride);
    }
    return reach;
  }

  /** Learns from what a visit has found: f32[exits][stride], what the hero's pack is worth at the exits. */
  learn(visit: Visit, worth: Float32Array): void {
    const { kernel } = this.common;
    const { room, deal, stamps } = this;
    const { hero, packs, iteration } = visit;
    const opponent = hero === 0 ? 1 : 0;
    const theirs = stamps[opponent].averages;
    const own = stamps[hero].regrets;
    const { keep } = discountBetween(theirs[packs[opponent]]!, iteration);
    const { gain, loss } = discountBetween(own[packs[hero]]!, iteration);
    this.take(visit);
    this.down(opponent, TRAIN, keep);
    deal.meet(packs, room.at, hero);
    kernel.emptyNobody(deal.at, room.at, hero, deal.index[hero], this.nobody(hero, visit));
    new Float64Array(kernel.memory.buffer, room.exitWorth, worth.length).set(worth);
    kernel.setImages(0, 0);
    kernel.setWorthTo(0, 0, 0);
    kernel.backward(deal.at, room.at, hero, TRAIN, gain, loss, 1);
    theirs[packs[opponent]] = iteration;
    own[packs[hero]] = iteration;
  }

  private take(visit: Visit): void {
    const { kernel, laid, packs, game, settings } = this.common;
    kernel.setStorage(settings.storage === 'f32');
    this.deal.take(visit.packs, this.tables);
    const branch = game.start.branches![visit.branch.number]!;
    const dealt = branch.position().gone & ~game.start.gone;
    const names = visit.branch.image < 0 ? null : branch.images[visit.branch.image]!;
    for (const player of BOTH) {
      kernel.indexPack(
        game.handSize,
        laid.originals[player],
        visit.packs[player] * packs.stride,
        packs.stride,
        (names ? renameBits(dealt, names) : dealt) | PAD,
        0,
        0,
        this.nobody(player, visit),
        this.deal.index[player],
      );
    }
  }

  /** A place of the pack that is always free. */
  private nobody(player: 0 | 1, visit: Visit): number {
    return (visit.packs[player] + 1) * this.common.packs.stride - 1;
  }

  private down(player: 0 | 1, mode: number, keep: number): void {
    this.common.kernel.forward(this.deal.at, this.room.at, player, mode, this.weights[player], 0, keep);
  }
}

function renameBits(cards: bigint, names: readonly number[]): bigint {
  let out = 0n;
  for (let card = 0; card < names.length; card++) if ((cards >> BigInt(card)) & 1n) out |= 1n << BigInt(names[card]!);
  return out;
}
