// Toy games of odd shapes, drawn at random: what no poker tree looks like, but every part of the solver must take.
//
// Trees are ragged and play need not be zero-sum; ranges are large or a single hand, the same for both or strangers;
// weights may be 0 or tiny. The same shape and seed give the same game.

import { SHOWDOWN } from '../../src/solve/forest.ts';
import { testRandom } from '../kernel.ts';
import { subsets } from '../naive.ts';
import { pairsOf } from './run-out.ts';
import type { ToyGame } from './toy-game.ts';
import { act, deal, fold, forestsOf, type Seat, type Tree } from './toy-tree.ts';

export interface Shape {
  readonly handSize: number;
  /** Cards dealt between streets, 0…2. */
  readonly deals: number;
  readonly boards: 1 | 2;
}

type Hand = readonly number[];
type Strength = ToyGame['strength'];

/** At least one pair of hands can meet. */
export function randomToy(shape: Shape, seed: number): ToyGame {
  const dice = new Dice(seed);
  for (;;) {
    const toy = drawnToy(shape, dice);
    if (pairsOf(toy).some(({ weight }) => weight > 0)) return toy;
  }
}

function drawnToy({ handSize, deals, boards }: Shape, dice: Dice): ToyGame {
  const pot = dice.one([1, 10, 1000, 1e9]);
  const deck = drawnDeck(dice, 2 * handSize + (deals === 2 ? 3 : 2 * deals), deals === 2 ? 2 : 4);
  const hands = drawnRanges(dice, subsets(deck, handSize), deals);
  const levels = 1 + dice.below(6);
  return {
    handSize,
    deck,
    hands,
    weights: [drawnWeights(dice, hands[0]), drawnWeights(dice, hands[1])],
    forests: forestsOf(grow({ dice, deals, chips: pot, nodes: 0 }, 0, 0)),
    deals,
    pot,
    strength: drawnStrength(dice, levels),
    ...(boards === 2 ? { boards: drawnStrength(dice, levels) } : {}),
  };
}

/** `least` cards or a few more, side by side, anywhere among the 64. */
function drawnDeck(dice: Dice, least: number, more: number): number[] {
  const count = least + dice.below(more);
  const first = dice.below(64 - count);
  return Array.from({ length: count }, (_, i) => first + i);
}

/** Hands of each player. Few pairs where cards come, since the naive recursion walks every run-out with each. */
function drawnRanges(dice: Dice, all: readonly Hand[], deals: number): [Hand[], Hand[]] {
  const sizes = [
    [1, 3, 20, 90, 140],
    [1, 3, 15, 70],
    [1, 3, 12],
  ][deals]!;
  const most = [2000, 250, 60][deals]!;
  const [own, other] = [dice.one(sizes), dice.one(sizes)];
  const first = dice.some(all, own);
  // The same hands have a twin each.
  const second = dice.chance(0.3) ? dice.some(first, first.length) : dice.some(all, other);
  const few = Math.ceil(most / Math.max(first.length, second.length));
  return dice.chance(0.5) ? [first, second.slice(0, few)] : [first.slice(0, few), second];
}

/** All alike, in hundredths, often 0, or down to a millionth. */
function drawnWeights(dice: Dice, hands: readonly Hand[]): number[] {
  const weigh = dice.one([
    () => 1,
    () => (1 + dice.below(100)) / 100,
    () => (dice.chance(0.3) ? 0 : dice.next()),
    () => 10 ** (-6 * dice.next()),
  ]);
  return hands.map(weigh);
}

/** One of `levels` by a hash of hand and cards: ties are as frequent as the levels are few. */
function drawnStrength(dice: Dice, levels: number): Strength {
  const salt = dice.below(2 ** 32);
  const ascending = (cards: readonly number[]) => [...cards].sort((a, b) => a - b);
  return (hand, dealt) => {
    const parts = [...ascending(hand), -1, ...ascending(dealt)];
    const random = testRandom(parts.reduce((mixed, part) => Math.imul(mixed ^ (part + 2), 0x01000193), salt));
    return 1 + Math.floor(random() * levels);
  };
}

/** A tree while it grows. */
interface Growth {
  readonly dice: Dice;
  readonly deals: number;
  /** What ends pay is up to twice this. */
  readonly chips: number;
  nodes: number;
}

const MOST_NODES = 40;

/** A decision or an end. Every street begins with a decision, the first of whose actions leads to the next street. */
function grow(growth: Growth, street: number, depth: number): Tree {
  const { dice } = growth;
  growth.nodes++;
  const over = depth > 4 || growth.nodes > MOST_NODES || dice.chance(0.2);
  if (depth > 0 && over) return street < growth.deals ? leave(growth, street) : end(growth);
  const actions = 1 + dice.below(dice.chance(0.2) ? 5 : 3);
  const onward = depth === 0 && street < growth.deals;
  const children = Array.from({ length: actions }, (_, i) =>
    onward && i === 0 ? deal(grow(growth, street + 1, 0)) : grow(growth, street, depth + 1),
  );
  return act(seat(dice), ...children);
}

/** Before the last card nobody shows his hand. */
function leave(growth: Growth, street: number): Tree {
  const { dice } = growth;
  const tired = growth.nodes > MOST_NODES || dice.chance(0.4);
  return tired ? fold(seat(dice), chips(growth), chips(growth)) : deal(grow(growth, street + 1, 0));
}

function end(growth: Growth): Tree {
  if (growth.dice.chance(0.45)) return fold(seat(growth.dice), chips(growth), chips(growth));
  return { kind: SHOWDOWN, payoffs: [chips(growth), chips(growth), chips(growth)] };
}

function chips({ dice, chips: most }: Growth): number {
  return (dice.next() * 4 - 2) * most;
}

function seat(dice: Dice): Seat {
  return dice.chance(0.5) ? 0 : 1;
}

class Dice {
  /** From 0 up to 1. */
  readonly next: () => number;

  constructor(seed: number) {
    this.next = testRandom(seed);
  }

  /** 0…n − 1. */
  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  chance(part: number): boolean {
    return this.next() < part;
  }

  one<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  /** `count` of the items, or all there are, in any order. */
  some<T>(items: readonly T[], count: number): T[] {
    const left = [...items];
    const most = Math.min(count, left.length);
    for (let i = 0; i < most; i++) {
      const j = i + this.below(left.length - i);
      [left[i], left[j]] = [left[j]!, left[i]!];
    }
    return left.slice(0, most);
  }
}
