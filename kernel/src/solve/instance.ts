// One instance of the kernel at work on a game, or on its part of one.
//
// A pass goes down from the start with the opponent's reach and comes back up with what every hand of the hero is
// worth. Below the first deal each branch is on its own: it takes the reach at the exits and gives back worths. That
// is where a game is parted among instances, and all that they tell each other.

import type { KernelExports } from '../wasm.ts';
import { type LaidDeal, layDeal, packHands, type Scratch } from './deal.ts';
import type { Discount } from './discount.ts';
import type { Forest } from './forest.ts';
import type { Branch, Game, Position } from './game.ts';
import { imageTable } from './images.ts';
import type { Storage } from './job.ts';
import { type LaidForest, layForest, padded, reserve, writeInts } from './layout.ts';

export type Player = 0 | 1;

export interface InstanceOptions {
  readonly storage: Storage;
  /** Branches of the start that this instance plays; all when absent. */
  readonly branches?: readonly number[];
  /** Whether it also keeps what lies above them. */
  readonly start: boolean;
}

/** Room to work in on one street. */
interface Room {
  readonly at: number;
  readonly exitReach: number;
  readonly exitWorth: number;
  readonly exitBest: number;
  readonly stride: number;
  readonly exits: number;
}

const TRAIN = 0;
const MEASURE = 1;
const NO_DISCOUNT: Discount = { gain: 1, loss: 1, keep: 1 };

export class Instance {
  readonly kernel: KernelExports;
  readonly game: Game;
  readonly storage: Storage;
  readonly start: LaidDeal;
  private readonly rooms: Room[] = [];
  private readonly weights: readonly [number, number];
  private readonly worth: number;
  private readonly best: number;
  private readonly counts: readonly [number, number];
  private discount: Discount = NO_DISCOUNT;

  constructor(kernel: KernelExports, game: Game, options: InstanceOptions) {
    this.kernel = kernel;
    this.game = game;
    this.storage = options.storage;
    kernel.setStorage(options.storage === 'f32');
    const [first, second] = game.hands;
    this.counts = [first.weights.length, second.weights.length];
    const most = Math.max(...this.counts);
    this.weights = [this.writeFloats(first.weights), this.writeFloats(second.weights)];
    this.worth = reserve(kernel, most * 4);
    this.best = reserve(kernel, most * 4);
    const above = [packHands(kernel, first, game.handSize), packHands(kernel, second, game.handSize)] as const;
    const deck = cardsOf(first.cards) | cardsOf(second.cards);
    const live = bits(deck & ~game.start.gone);
    kernel.reserveLanes(live, game.handSize);
    const scratch = reserveScratch(kernel, most, live, game.handSize);
    const forests = new Map<Forest, LaidForest>();

    const lay = (
      position: Position,
      branch: Branch | null,
      parent: LaidDeal | null,
      own: readonly number[] | null,
    ): LaidDeal => {
      let forest = forests.get(position.forest);
      if (!forest) {
        forest = layForest(kernel, position.forest, position.boards);
        forests.set(position.forest, forest);
      }
      const renamings = branch?.images ?? [];
      const deal = layDeal(
        kernel,
        {
          depth: parent ? parent.depth + 1 : 0,
          position,
          forest,
          branch,
          above: parent?.originals ?? above,
          aboveCounts: parent?.counts ?? this.counts,
          images: parent
            ? [
                renamings.map((names) => imageTable(this, parent, 0, names)),
                renamings.map((names) => imageTable(this, parent, 1, names)),
              ]
            : [[], []],
          deck,
          handSize: game.handSize,
          keepTables: parent !== null || options.start,
        },
        scratch,
      );
      position.branches?.forEach((next, i) => {
        if (own === null || own.includes(i)) deal.children.push(lay(next.position(), next, deal, null));
      });
      return deal;
    };
    this.start = lay(game.start, null, null, options.branches ?? null);
    this.openRooms(forests);
  }

  private writeFloats(values: Float32Array): number {
    const at = reserve(this.kernel, values.byteLength);
    this.floats(at, values.length).set(values);
    return at;
  }

  floats(at: number, count: number): Float32Array {
    return new Float32Array(this.kernel.memory.buffer, at, count);
  }

  /** One room for each street, for the largest of its deals. */
  private openRooms(forests: ReadonlyMap<Forest, LaidForest>): void {
    const { kernel } = this;
    const sizes: { hands: number; batches: number; exits: number; two: boolean }[] = [];
    const size = (deal: LaidDeal): void => {
      const own = (sizes[deal.depth] ??= { hands: 0, batches: 0, exits: 0, two: false });
      own.hands = Math.max(own.hands, padded(Math.max(...deal.counts)));
      own.batches = Math.max(own.batches, deal.forest.batches);
      own.exits = Math.max(own.exits, deal.forest.exits);
      own.two ||= deal.position.boards > 1;
      for (const child of deal.children) size(child);
    };
    size(this.start);
    for (const { hands, batches, exits, two } of sizes) {
      const lanes = [0, 0, 0].map(() => reserve(kernel, hands * batches * 16));
      const exitReach = reserve(kernel, hands * exits * 4);
      const exitWorth = reserve(kernel, hands * exits * 4);
      const exitBest = reserve(kernel, hands * exits * 4);
      const other = [0, 0, 0].map(() => (two ? reserve(kernel, hands * 16) : 0));
      const at = writeInts(kernel, [...lanes, exitReach, exitWorth, exitBest, hands, ...other]);
      this.rooms.push({ at, exitReach, exitWorth, exitBest, stride: hands, exits });
    }
    const laid = [...forests.values()];
    kernel.reserveRows(
      Math.max(...laid.map(({ forest }) => forest.kinds.length)),
      Math.max(...laid.map(({ actions }) => actions)),
    );
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

  /** Brings the worths at the exits up to the start; f32[hands of the job] each, valid until the next pass. */
  ascend(hero: Player, measure: boolean): { readonly worth: Float32Array; readonly best: Float32Array } {
    const count = this.counts[hero];
    const worth = this.floats(this.worth, count).fill(0);
    const best = this.floats(this.best, count).fill(0);
    this.up(this.start, hero, measure ? MEASURE : TRAIN, this.worth, this.best, count);
    return { worth, best };
  }

  /** A whole pass, for an instance that plays everything. */
  pass(hero: Player, measure: boolean): { readonly worth: Float32Array; readonly best: Float32Array } {
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
    this.floats(room.exitWorth, exits).fill(0);
    if (mode === MEASURE) this.floats(room.exitBest, exits).fill(0);
    for (const child of deal.children) {
      this.down(child, hero, mode, room.exitReach, room.stride);
      this.visitChildren(child, hero, mode);
      this.up(child, hero, mode, room.exitWorth, room.exitBest, room.stride);
    }
  }

  private up(deal: LaidDeal, hero: Player, mode: number, worth: number, best: number, stride: number): void {
    const { gain, loss } = this.discount;
    this.kernel.setWorthTo(worth, best, stride);
    this.kernel.setImages(deal.images[hero], deal.imageCount);
    const share = deal.branch?.share ?? 1;
    this.kernel.backward(deal.at, this.rooms[deal.depth]!.at, hero, mode, gain, loss, share);
  }

  /** f32[exits][stride]: what goes to other instances, and what comes back. */
  get exitReach(): Float32Array {
    const room = this.rooms[0]!;
    return this.floats(room.exitReach, room.stride * room.exits);
  }
  get exitWorth(): Float32Array {
    const room = this.rooms[0]!;
    return this.floats(room.exitWorth, room.stride * room.exits);
  }
  get exitBest(): Float32Array {
    const room = this.rooms[0]!;
    return this.floats(room.exitBest, room.stride * room.exits);
  }
}

function cardsOf(cards: Uint8Array): bigint {
  const seen = new Uint8Array(64);
  for (const card of cards) seen[card] = 1;
  return seen.reduce((mask, there, card) => (there ? mask | (1n << BigInt(card)) : mask), 0n);
}

function bits(mask: bigint): number {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1n) count++;
  return count;
}

function reserveScratch(kernel: KernelExports, hands: number, cards: number, handSize: number): Scratch {
  let deck = 1;
  for (let i = 0; i < handSize; i++) deck = (deck * (cards - i)) / (i + 1);
  const twins = reserve(kernel, deck * 4);
  new Uint8Array(kernel.memory.buffer, twins, deck * 4).fill(0);
  return {
    hands: reserve(kernel, Math.max(hands * 8, 7464 * 8)),
    index: reserve(kernel, hands * 4),
    strengths: reserve(kernel, hands * 2),
    twins,
  };
}
