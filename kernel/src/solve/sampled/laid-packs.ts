// Packs in the module's memory: hands by place, twins, and where renamings lead.

import { comboIndex } from '../../suits.ts';
import type { KernelExports } from '../../wasm.ts';
import type { Game } from '../game.ts';
import { BOTH, numberCards, packHands } from '../hand-lists.ts';
import { reserve } from '../layout.ts';
import type { Packs } from './packs.ts';
import { shareOfThree } from './three-cards.ts';

/** Hands of so many cards are swept by pairs while training, and so many bytes say where their sums are. */
const PAIRED = 4;
/** As long as hands that share three cards are fewer than this part of all pairs. */
const MOST_OF_THREE = 0.005;
const PAIRS_BYTES = 20;
/** Stands for no card; a hand of such is none. */
const NO_CARD = 63;

export class LaidPacks {
  readonly kernel: KernelExports;
  readonly handSize: number;
  /** Whether training sums over single cards and pairs only. */
  readonly isPaired: boolean;
  readonly packs: Packs;
  /** Places of each player. */
  readonly counts: readonly [number, number];
  /** Addresses of u64[places]: cards as the game numbers them. */
  readonly originals: readonly [number, number];
  /** Addresses of packed hands by place, cards numbered among those that are live. */
  readonly hands: readonly [number, number];
  /** Addresses of what seats want of hands, by place: packed hands, or offsets where they have four cards. */
  readonly seated: readonly [number, number];
  /** Addresses of i32[places]: place of the opponent's very same hand, −1 if it has none. */
  readonly twins: readonly [number, number];
  private readonly numbers: readonly [Map<number, number>, Map<number, number>];
  private readonly tables = new Map<string, number>();

  constructor(kernel: KernelExports, game: Game, packs: Packs) {
    this.kernel = kernel;
    this.handSize = game.handSize;
    this.isPaired = game.handSize === PAIRED && shareOfThree(game) < MOST_OF_THREE;
    kernel.setPaired(this.isPaired);
    this.packs = packs;
    this.counts = [packs.hands[0].length, packs.hands[1].length];
    const cards = BOTH.map((player) => cardsByPlace(game, packs, player)) as [Uint8Array, Uint8Array];
    numberCards(kernel, liveCards(game));
    this.originals = BOTH.map((player) =>
      packHands(kernel, { cards: cards[player], weights: new Float32Array(this.counts[player]) }, game.handSize),
    ) as [number, number];
    this.hands = BOTH.map((player) => this.compact(player)) as [number, number];
    this.seated = BOTH.map((player) => this.layOffsets(player)) as [number, number];
    this.numbers = BOTH.map((player) => this.numbersOf(cards[player], player)) as [
      Map<number, number>,
      Map<number, number>,
    ];
    this.twins = BOTH.map((player) => this.layTwins(player)) as [number, number];
    // All at once: whoever asks for a table later may be looking at memory, which must not grow under its hands.
    for (const names of packs.renamings)
      for (const player of BOTH) for (const back of [false, true]) this.renamed(player, names, back);
  }

  private compact(player: 0 | 1): number {
    const count = this.counts[player];
    const at = reserve(this.kernel, count * this.handBytes);
    const unused = reserve(this.kernel, count * 4);
    this.kernel.keepHands(this.handSize, this.originals[player], count, 0n, at, unused);
    return at;
  }

  private layOffsets(player: 0 | 1): number {
    if (!this.isPaired) return this.hands[player];
    const count = this.counts[player];
    const at = reserve(this.kernel, count * PAIRS_BYTES);
    const hands = new Uint32Array(this.kernel.memory.buffer, this.hands[player], count);
    hands.forEach((hand, place) => {
      this.kernel.writeOffsets(BigInt(hand), at + place * PAIRS_BYTES);
    });
    return at;
  }

  /** Bytes of what seats want of a hand. */
  get seatedBytes(): number {
    return this.isPaired ? PAIRS_BYTES : this.handBytes;
  }

  /** Bytes of a packed hand. */
  get handBytes(): number {
    return this.handSize > 4 ? 8 : 4;
  }

  private numbersOf(cards: Uint8Array, player: 0 | 1): Map<number, number> {
    const numbers = new Map<number, number>();
    this.packs.hands[player].forEach((hand, place) => {
      if (hand < 0) return;
      numbers.set(comboIndex(cards.subarray(place * this.handSize, (place + 1) * this.handSize)), place);
    });
    return numbers;
  }

  private layTwins(player: 0 | 1): number {
    const at = reserve(this.kernel, this.counts[player] * 4);
    const twins = new Int32Array(this.kernel.memory.buffer, at, this.counts[player]).fill(-1);
    const theirs = this.numbers[player === 0 ? 1 : 0];
    for (const [number, place] of this.numbers[player]) twins[place] = theirs.get(number) ?? -1;
    return at;
  }

  /** Address of u32[places]: place of each hand with its cards renamed; `back`, of the hand whose renaming it is. */
  renamed(player: 0 | 1, names: readonly number[], back: boolean): number {
    const key = `${player} ${back} ${names.join(' ')}`;
    const known = this.tables.get(key);
    if (known !== undefined) return known;
    const at = reserve(this.kernel, this.counts[player] * 4);
    const hands = new Uint8Array(this.kernel.memory.buffer, this.originals[player], this.counts[player] * 8);
    const table = new Uint32Array(this.kernel.memory.buffer, at, this.counts[player]);
    const image = new Array<number>(this.handSize).fill(0);
    this.packs.hands[player].forEach((hand, place) => {
      if (hand < 0) {
        table[place] = place;
        return;
      }
      for (let c = 0; c < this.handSize; c++) image[c] = names[hands[place * 8 + c]!]!;
      image.sort((a, b) => a - b);
      const to = this.numbers[player].get(comboIndex(image));
      if (to === undefined) throw new Error('a renaming leads out of a range');
      if (back) table[to] = place;
      else table[place] = to;
    });
    this.tables.set(key, at);
    return at;
  }
}

function cardsByPlace({ hands, handSize }: Game, packs: Packs, player: 0 | 1): Uint8Array {
  const places = packs.hands[player];
  const cards = new Uint8Array(places.length * handSize).fill(NO_CARD);
  places.forEach((hand, place) => {
    if (hand >= 0) cards.set(hands[player].cards.subarray(hand * handSize, (hand + 1) * handSize), place * handSize);
  });
  return cards;
}

/** A bit for each card that some hand holds and that is not gone. */
export function liveCards({ hands, start }: Game): bigint {
  let live = 0n;
  for (const { cards } of hands) for (const card of new Set(cards)) live |= 1n << BigInt(card);
  return live & ~start.gone;
}
