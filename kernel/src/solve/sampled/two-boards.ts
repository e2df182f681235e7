// On two boards: how strong hands are on each, whatever comes on the other, and the buckets they are in.
//
// Strength on a board goes with the card that it gets, and not with the other's: some forty cards a board say all of it for
// two thousand run-outs. Buckets are cut by strength on both boards and by what a hand blocks (`assembly …/grid.ts`), and so
// are in no order of strength; seats sort by both boards' classes.

import type { KernelExports } from '../../wasm.ts';
import { cardsDealt } from '../dealt.ts';
import type { Branch, Game, Position } from '../game.ts';
import { BOTH } from '../hand-lists.ts';
import { reserve } from '../layout.ts';
import { type BoardRoom, GONE } from './board-room.ts';

/** Hands by strength on one board after one card. */
export interface BoardClasses {
  /** By player, address of u16[places]: number of the strength, weakest first; 65535 where the hand cannot be held. */
  readonly at: readonly [number, number];
  readonly segments: number;
  /** By player and strength: the part of the opponent's weight that is weaker, half of what ties counted, as a level. */
  readonly levels: readonly [Uint16Array, Uint16Array];
  /** By player and strength: the part of the player's own weight that is weaker. */
  readonly ranks: readonly [Float32Array, Float32Array];
}

/** Levels that buckets are cut by, as the module has them. */
const LEVELS = 2048;
/** Parts of the player's own range that a hand beats on both boards, added up, from which on it counts as strong. */
const STRONG = 1.2;
/** Parts of the buckets by what a hand blocks; by strength there are as many on the one board as on the other. */
const BLOCKER_PARTS = 2;

export class TwoBoards {
  private readonly kernel: KernelExports;
  private readonly game: Game;
  private readonly boards: BoardRoom;
  private readonly classes: readonly [Map<number, BoardClasses>, Map<number, BoardClasses>];
  private readonly hands: readonly [number, number];
  private readonly index: readonly [number, number];
  private readonly twins: readonly [number, number];
  private readonly reach: number;
  private readonly met: number;
  private readonly keys: number;
  private readonly room: number;
  private readonly standing: number;

  /** `places`: how many each player has. `branches`: all that are to be asked about. */
  constructor(
    kernel: KernelExports,
    game: Game,
    boards: BoardRoom,
    places: readonly [number, number],
    branches: readonly Branch[],
  ) {
    this.kernel = kernel;
    this.game = game;
    this.boards = boards;
    const { lists } = boards;
    const most = Math.max(...lists.map(({ count }) => count));
    const each = (bytes: number) => BOTH.map((player) => reserve(kernel, lists[player]!.count * bytes));
    this.hands = each(game.handSize > 4 ? 8 : 4) as [number, number];
    this.index = each(4) as [number, number];
    this.twins = each(4) as [number, number];
    this.reach = reserve(kernel, most * 16);
    this.met = reserve(kernel, most * 16);
    this.keys = reserve(kernel, most * 6);
    this.room = reserve(kernel, most * 10);
    this.standing = reserve(kernel, most * 4);
    this.classes = [new Map(), new Map()];
    for (const branch of branches) {
      const cards = cardsDealt(branch.dealt);
      for (const board of BOTH) {
        const known = this.classes[board];
        const card = cards[board]!;
        if (!known.has(card)) known.set(card, this.layClasses(branch.position(), board, card, places));
      }
    }
  }

  /** Classes on both boards after what was dealt. */
  classesOf(dealt: number): readonly [BoardClasses, BoardClasses] {
    const [first, second] = cardsDealt(dealt);
    return [this.classes[0].get(first!)!, this.classes[1].get(second!)!];
  }

  private layClasses(position: Position, board: 0 | 1, card: number, places: readonly [number, number]): BoardClasses {
    const { kernel, game, boards } = this;
    const at = places.map((count) => reserve(kernel, count * 2)) as [number, number];
    const order = boards.sortAll(position, board, game.start.gone | (1n << BigInt(card)));
    const { segments, counts } = order;
    const { buffer } = kernel.memory;
    const ends = new Uint32Array(buffer, order.ends, segments * 2);
    /** Weight up to the end of each strength, by player. */
    const sums = BOTH.map((player) => {
      const { places: standing, weights } = boards.lists[player]!;
      const classes = new Uint16Array(buffer, at[player]!, places[player]!).fill(GONE);
      const index = new Uint32Array(buffer, order.index[player], counts[player]);
      const upTo = new Float64Array(segments + 1);
      for (let s = 0, i = 0; s < segments; s++) {
        let sum = upTo[s]!;
        for (; i < ends[s * 2 + player]!; i++) {
          classes[standing[index[i]!]!] = s;
          sum += weights[index[i]!]!;
        }
        upTo[s + 1] = sum;
      }
      return upTo;
    });
    const part = (player: 0 | 1, weight: number): number => weight / (sums[player]![segments]! || 1);
    const strengths = Array.from({ length: segments }, (_, s) => s);
    const both = <T>(of: (player: 0 | 1) => T): [T, T] => [of(0), of(1)];
    return {
      at,
      segments,
      levels: both((player) => {
        const other = player === 0 ? 1 : 0;
        const theirs = sums[other]!;
        return Uint16Array.from(strengths, (s) => part(other, (theirs[s]! + theirs[s + 1]!) / 2) * (LEVELS - 1));
      }),
      ranks: both((player) => Float32Array.from(strengths, (s) => part(player, sums[player]![s]!))),
    };
  }

  /** Buckets of a run-out, about `target` a player, to u16 `ids` by place; places of hands that are gone are left as they were. */
  makeBuckets(position: Position, dealt: number, target: number, ids: readonly [number, number]): [number, number] {
    const { kernel, game, boards, hands, index, twins } = this;
    const { handSize } = game;
    const classes = this.classesOf(dealt);
    const counts = BOTH.map((player) => {
      const { at, count } = boards.lists[player]!;
      return kernel.keepHands(handSize, at, count, position.gone, hands[player], index[player]);
    }) as [number, number];
    boards.findTwins(hands, counts, twins);
    const strength = Math.max(1, Math.round(Math.sqrt(target / BLOCKER_PARTS)));
    return BOTH.map((player) => {
      const opponent = player === 0 ? 1 : 0;
      const count = counts[player];
      this.writeFeatures(opponent, counts[opponent], classes);
      kernel.setSweepHands(hands[player], count, twins[player], hands[opponent], counts[opponent]);
      kernel.sweepMet(handSize, this.reach, this.met);
      this.writeKeys(player, count, classes);
      kernel.levelsOf(this.met, 0, count, this.keys + count * 4);
      this.writePlaces(player, count);
      return kernel.makeGrid(
        this.keys,
        count,
        this.standing,
        strength,
        strength,
        BLOCKER_PARTS,
        ids[player],
        this.room,
      );
    }) as [number, number];
  }

  /** f32x4[count]: weight of hands that are strong on both boards together, weight, nothing, nothing. */
  private writeFeatures(player: 0 | 1, count: number, [first, second]: readonly [BoardClasses, BoardClasses]): void {
    const { buffer } = this.kernel.memory;
    const { places, weights } = this.boards.lists[player]!;
    const index = new Uint32Array(buffer, this.index[player], count);
    const ones = new Uint16Array(buffer, first.at[player]);
    const twos = new Uint16Array(buffer, second.at[player]);
    const out = new Float32Array(buffer, this.reach, count * 4);
    for (let i = 0; i < count; i++) {
      const hand = index[i]!;
      const place = places[hand]!;
      const weight = weights[hand]!;
      const strength = first.ranks[player][ones[place]!]! + second.ranks[player][twos[place]!]!;
      out[i * 4] = strength >= STRONG ? weight : 0;
      out[i * 4 + 1] = weight;
      out[i * 4 + 2] = 0;
      out[i * 4 + 3] = 0;
    }
  }

  /** u16[2][count]: levels of strength on both boards. */
  private writeKeys(player: 0 | 1, count: number, classes: readonly [BoardClasses, BoardClasses]): void {
    const { buffer } = this.kernel.memory;
    const { places } = this.boards.lists[player]!;
    const index = new Uint32Array(buffer, this.index[player], count);
    classes.forEach(({ at, levels }, board) => {
      const own = new Uint16Array(buffer, at[player]);
      const out = new Uint16Array(buffer, this.keys + board * count * 2, count);
      for (let i = 0; i < count; i++) out[i] = levels[player][own[places[index[i]!]!]!]!;
    });
  }

  /** u32[count]: where the hands stand. */
  private writePlaces(player: 0 | 1, count: number): void {
    const { buffer } = this.kernel.memory;
    const { places } = this.boards.lists[player]!;
    const index = new Uint32Array(buffer, this.index[player], count);
    const out = new Uint32Array(buffer, this.standing, count);
    for (let i = 0; i < count; i++) out[i] = places[index[i]!]!;
  }
}
