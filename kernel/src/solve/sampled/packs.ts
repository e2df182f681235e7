// Hands dealt into packs, each a fair sample of its range: a visit takes one pack of each player.
//
// Hands that suits make alike stay together, so that a renaming of suits leads from a pack into itself.

import { comboIndex } from '../../suits.ts';
import type { Game, Position } from '../game.ts';
import { padded } from '../layout.ts';
import { shuffled } from './shuffle.ts';

/** About as many as the tables of a sweep want in the cache at once. */
const PACK = 1400;
/** Packs that there are in any case, so that visits can set out together, and hands that a pack needs for that. */
const LEAST_PACKS = 8;
const LEAST_HANDS = 150;

/** Into how many packs so many hands are dealt. */
export function packsOfHands(hands: number): number {
  const least = Math.min(LEAST_PACKS, Math.floor(hands / LEAST_HANDS));
  return Math.max(1, least, Math.round(hands / PACK));
}
const SEED = 1;

export interface Packs {
  /** Places of a pack: its hands, filled up to whole blocks, the last one always free. */
  readonly stride: number;
  /** Packs of each player. */
  readonly counts: readonly [number, number];
  /** By player: which hand of the game stands at each place, −1 for none. */
  readonly hands: readonly [Int32Array, Int32Array];
  /** By player: places of hands that renamings make of each other, where there are several. */
  readonly families: readonly [readonly (readonly number[])[], readonly (readonly number[])[]];
  /** The other names of cards under which something is taken for something else. */
  readonly renamings: readonly (readonly number[])[];
}

/** `size`: hands of a pack, about; null for what serves best. */
export function dealPacks(game: Game, size: number | null = null): Packs {
  const renamings = renamingsOf(game);
  const families = game.hands.map(({ cards, weights }) =>
    familiesOf(cards, game.handSize, renamings, (hand) => isLive(cards, weights, game.handSize, game.start, hand)),
  );
  const dealt = game.hands.map(({ cards }, player) => packsOf(cards, game.handSize, families[player]!, size, player));
  const largest = Math.max(...dealt.flatMap((packs) => packs.map(({ length }) => length)));
  const stride = padded(largest + 1);
  const places = dealt.map((packs) => {
    const at = new Int32Array(packs.length * stride).fill(-1);
    packs.forEach((pack, i) => {
      at.set(pack, i * stride);
    });
    return at;
  });
  return {
    stride,
    counts: [dealt[0]!.length, dealt[1]!.length],
    hands: places as unknown as [Int32Array, Int32Array],
    families: families.map((own, player) => placed(own, places[player]!)) as unknown as Packs['families'],
    renamings,
  };
}

/** All renamings by which one branch stands for another, on any street. */
function renamingsOf({ start }: Game): (readonly number[])[] {
  const found = new Map<string, readonly number[]>();
  const visit = (position: Position): void => {
    for (const branch of position.branches ?? []) {
      for (const names of branch.images) found.set(names.join(), names);
      visit(branch.position());
    }
  };
  visit(start);
  return [...found.values()];
}

function placed(families: readonly (readonly number[])[], hands: Int32Array): number[][] {
  const places = new Map<number, number>();
  hands.forEach((hand, place) => {
    if (hand >= 0) places.set(hand, place);
  });
  return families.filter(({ length }) => length > 1).map((family) => family.map((hand) => places.get(hand)!));
}

function packsOf(
  cards: Uint8Array,
  handSize: number,
  families: readonly (readonly number[])[],
  size: number | null,
  player: number,
): number[][] {
  const live = families.reduce((sum, { length }) => sum + length, 0);
  const count = size === null ? packsOfHands(live) : Math.max(1, Math.round(live / size));
  const packs = Array.from({ length: count }, (): number[] => []);
  for (const i of shuffled(families.length, SEED, player)) {
    const smallest = packs.reduce((least, pack) => (pack.length < least.length ? pack : least));
    smallest.push(...families[i]!);
  }
  // Neighbours share cards, and the sums over subsets of cards with them.
  for (const pack of packs) pack.sort((a, b) => compareHands(cards, handSize, a, b));
  return packs;
}

function isLive(cards: Uint8Array, weights: Float32Array, handSize: number, { gone }: Position, hand: number): boolean {
  if (!(weights[hand]! > 0)) return false;
  for (let c = 0; c < handSize; c++) if ((gone >> BigInt(cards[hand * handSize + c]!)) & 1n) return false;
  return true;
}

/** Live hands, with all that renamings make of them. */
function familiesOf(
  cards: Uint8Array,
  handSize: number,
  renamings: readonly (readonly number[])[],
  isLiveHand: (hand: number) => boolean,
): number[][] {
  const live = Array.from({ length: cards.length / handSize }, (_, i) => i).filter(isLiveHand);
  if (renamings.length === 0) return live.map((hand) => [hand]);
  const numbers = new Map<number, number>();
  for (const hand of live) numbers.set(comboIndex(cards.subarray(hand * handSize, (hand + 1) * handSize)), hand);
  const seen = new Set<number>();
  return live.flatMap((first) => {
    if (seen.has(first)) return [];
    seen.add(first);
    const family = [first];
    // The list grows as it is read.
    for (const hand of family) {
      for (const names of renamings) {
        const image = [...cards.subarray(hand * handSize, (hand + 1) * handSize)].map((card) => names[card]!);
        const other = numbers.get(comboIndex(image.sort((a, b) => a - b)));
        if (other === undefined) throw new Error('a renaming leads out of a range');
        if (seen.has(other)) continue;
        seen.add(other);
        family.push(other);
      }
    }
    return [family];
  });
}

function compareHands(cards: Uint8Array, handSize: number, a: number, b: number): number {
  for (let c = handSize - 1; c >= 0; c--) {
    const difference = cards[a * handSize + c]! - cards[b * handSize + c]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
