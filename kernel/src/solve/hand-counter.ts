// How many hands a position leaves, without looking at each of them again.

import type { Game, Position } from './game.ts';

const DECK = 64;

/** Counts the hands that a position leaves: all that the start does, less those that hold one of the cards dealt since. */
export class HandCounter {
  private readonly hands: Game['hands'];
  private readonly handSize: number;
  private readonly gone: bigint;
  /** By player: hands that the start leaves, and of these those that hold a card, or two. */
  private readonly all: [number, number] = [0, 0];
  private readonly one: readonly Uint32Array[];
  private readonly two: readonly Uint32Array[];

  constructor({ hands, handSize, start }: Game) {
    this.hands = hands;
    this.handSize = handSize;
    this.gone = start.gone;
    this.one = hands.map(() => new Uint32Array(DECK));
    this.two = hands.map(() => new Uint32Array(DECK * DECK));
    for (const [player, { cards }] of hands.entries()) {
      const one = this.one[player]!;
      const two = this.two[player]!;
      const dead = deadCards(start.gone);
      for (let at = 0; at < cards.length; at += handSize) {
        let blocked = 0;
        for (let c = at; c < at + handSize; c++) blocked |= dead[cards[c]!]!;
        if (blocked) continue;
        this.all[player as 0 | 1]++;
        for (let c = at; c < at + handSize; c++) {
          one[cards[c]!]!++;
          for (let d = at; d < c; d++) two[cards[d]! * DECK + cards[c]!]!++;
        }
      }
    }
  }

  count({ gone }: Pick<Position, 'gone'>): [number, number] {
    const cards = cardsIn(gone & ~this.gone);
    const [first, second] = cards;
    return this.all.map((all, player) => {
      if (cards.length > 2) return this.countOneByOne(player, gone);
      const one = this.one[player]!;
      if (first === undefined) return all;
      if (second === undefined) return all - one[first]!;
      return all - one[first]! - one[second]! + this.two[player]![first * DECK + second]!;
    }) as [number, number];
  }

  private countOneByOne(player: number, gone: bigint): number {
    const { cards } = this.hands[player]!;
    const dead = deadCards(gone);
    let live = 0;
    for (let at = 0; at < cards.length; at += this.handSize) {
      let blocked = 0;
      for (let c = at; c < at + this.handSize; c++) blocked |= dead[cards[c]!]!;
      if (!blocked) live++;
    }
    return live;
  }
}

function deadCards(gone: bigint): Uint8Array {
  return Uint8Array.from({ length: DECK }, (_, card) => Number((gone >> BigInt(card)) & 1n));
}

/** Cards of a mask, ascending. */
export function cardsIn(mask: bigint): number[] {
  const cards: number[] = [];
  for (let card = 0, rest = mask; rest; card++, rest >>= 1n) if (rest & 1n) cards.push(card);
  return cards;
}
