// One instance of the kernel at work on a game, or on its part of one.
//
// A pass goes down from the start with the opponent's reach and comes back up with what every hand of the hero is
// worth. Below the first deal each branch is on its own: it takes the reach at the exits and gives back worths. That
// is where a game is parted among instances, and all that they tell each other.

import type { KernelExports } from '../wasm.ts';
import type { LaidDeal } from './deal.ts';
import type { Discount } from './discount.ts';
import type { Game } from './game.ts';
import type { Storage } from './job.ts';
import { type LaidPart, layGame } from './lay-game.ts';
import { reserve } from './layout.ts';
import { openRooms, type Room } from './rooms.ts';

export type Player = 0 | 1;

/** What every hand of the game's list is worth to its player: as both play, and under the best response. */
export interface Worths {
  readonly worth: Float64Array;
  readonly best: Float64Array;
}

const TRAIN = 0;
const MEASURE = 1;
const NO_DISCOUNT: Discount = { gain: 1, loss: 1, keep: 1 };
const WHOLE: LaidPart = { branches: null, start: true };

export class Instance {
  readonly kernel: KernelExports;
  readonly game: Game;
  readonly storage: Storage;
  readonly start: LaidDeal;
  /** While measuring: the worths at the exits of each deal that has some, by player, in the deal's order. */
  readonly exitWorths = new Map<LaidDeal, [Float64Array, Float64Array]>();
  private readonly rooms: readonly Room[];
  private readonly weights: readonly [number, number];
  private readonly counts: readonly [number, number];
  private readonly worth: number;
  private readonly best: number;
  private discount: Discount = NO_DISCOUNT;

  constructor(kernel: KernelExports, game: Game, storage: Storage, part: LaidPart = WHOLE) {
    this.kernel = kernel;
    this.game = game;
    this.storage = storage;
    kernel.setStorage(storage === 'f32');
    const [first, second] = game.hands;
    this.counts = [first.weights.length, second.weights.length];
    this.weights = [this.writeFloats(first.weights), this.writeFloats(second.weights)];
    this.worth = reserve(kernel, Math.max(...this.counts) * 8);
    this.best = reserve(kernel, Math.max(...this.counts) * 8);
    kernel.setRounding(roundingOf(game));
    const { start, forests } = layGame(kernel, game, part);
    this.start = start;
    this.rooms = openRooms(kernel, start);
    kernel.reserveRows(
      Math.max(...forests.map(({ forest }) => forest.kinds.length)),
      Math.max(...forests.map(({ actions }) => actions)),
    );
  }

  private writeFloats(values: Float32Array): number {
    const at = reserve(this.kernel, values.byteLength);
    this.floats(at, values.length).set(values);
    return at;
  }

  private floats(at: number, count: number): Float32Array {
    return new Float32Array(this.kernel.memory.buffer, at, count);
  }

  private doubles(at: number, count: number): Float64Array {
    return new Float64Array(this.kernel.memory.buffer, at, count);
  }

  setDiscount(discount: Discount): void {
    this.discount = discount;
  }

  /** Brings the opponent's reach down to the exits of the start. */
  descend(hero: Player, measure: boolean): void {
    const opponent = hero === 0 ? 1 : 0;
    this.down(this.start, hero, measure ? MEASURE : TRAIN, this.weights[opponent], this.counts[opponent]);
  }

  /** Plays the branches of the start from the reach at its exits. */
  visit(hero: Player, measure: boolean): void {
    this.visitChildren(this.start, hero, measure ? MEASURE : TRAIN);
  }

  /** Brings the worths at the exits up to the start; valid until the next pass. */
  ascend(hero: Player, measure: boolean): Worths {
    const count = this.counts[hero];
    const worth = this.doubles(this.worth, count).fill(0);
    const best = this.doubles(this.best, count).fill(0);
    this.up(this.start, hero, measure ? MEASURE : TRAIN, this.worth, this.best, count);
    return { worth, best };
  }

  /** A whole pass, for an instance that plays everything. */
  pass(hero: Player, measure: boolean): Worths {
    this.descend(hero, measure);
    this.visit(hero, measure);
    return this.ascend(hero, measure);
  }

  private down(deal: LaidDeal, hero: Player, mode: number, from: number, stride: number): void {
    const { at } = this.rooms[deal.depth]!;
    this.kernel.forward(deal.at, at, hero === 0 ? 1 : 0, mode, from, stride, this.discount.keep);
    this.kernel.evaluateLanes(deal.at, at, this.game.handSize, hero);
  }

  private visitChildren(deal: LaidDeal, hero: Player, mode: number): void {
    if (!deal.position.branches) return;
    const room = this.rooms[deal.depth]!;
    const exits = room.stride * room.exits;
    this.doubles(room.exitWorth, exits).fill(0);
    if (mode === MEASURE) this.doubles(room.exitBest, exits).fill(0);
    for (const child of deal.children) {
      this.down(child, hero, mode, room.exitReach, room.stride);
      this.visitChildren(child, hero, mode);
      this.up(child, hero, mode, room.exitWorth, room.exitBest, room.stride);
    }
  }

  private up(deal: LaidDeal, hero: Player, mode: number, worth: number, best: number, stride: number): void {
    const { gain, loss } = this.discount;
    const room = this.rooms[deal.depth]!;
    if (mode === MEASURE && deal.position.branches) this.keepExits(deal, hero, room);
    this.kernel.setWorthTo(worth, best, stride);
    this.kernel.setImages(deal.images[hero], deal.imageCount);
    this.kernel.backward(deal.at, room.at, hero, mode, gain, loss, deal.branch?.share ?? 1);
  }

  private keepExits(deal: LaidDeal, hero: Player, room: Room): void {
    const both = this.exitWorths.get(deal) ?? [new Float64Array(), new Float64Array()];
    const exits = deal.forest.exits * room.stride;
    both[hero] = this.doubles(room.exitWorth, exits).slice();
    this.exitWorths.set(deal, both);
  }

  /** [exits][exitStride] in the order of the start: what goes to other instances, and what comes back. */
  get exitReach(): Float32Array {
    const { exitReach, stride, exits } = this.rooms[0]!;
    return this.floats(exitReach, stride * exits);
  }
  get exitWorth(): Float64Array {
    const { exitWorth, stride, exits } = this.rooms[0]!;
    return this.doubles(exitWorth, stride * exits);
  }
  get exitBest(): Float64Array {
    const { exitBest, stride, exits } = this.rooms[0]!;
    return this.doubles(exitBest, stride * exits);
  }

  /** Hands from one exit of a deal to the next. */
  exitStrideOf(deal: LaidDeal): number {
    return this.rooms[deal.depth]!.stride;
  }
}

/** 1.5 · 2^p, 2^p well above any sum of worths, so that the sums have room and hardly anything is rounded away. */
export function roundingOf({ hands, largestPayoff }: Game): number {
  const mass = Math.max(...hands.map(({ weights }) => weights.reduce((sum, weight) => sum + weight, 0)));
  return 1.5 * 2 ** Math.ceil(Math.log2(16 * Math.max(1, mass) * largestPayoff));
}
