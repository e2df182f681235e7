// Cards for the bench's jobs and its peers.

import type { EquityJob, PlayerRange } from '@ploscope/kernel';

const RANKS = '23456789TJQKA';
const SUITS = 'cdhs';

export function cardsOf(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (card) => RANKS.indexOf(card[0]!) * 4 + SUITS.indexOf(card[1]!));
}

export function textOf(card: number): string {
  return RANKS[card >> 2]! + SUITS[card & 3]!;
}

export function hand(text: string): PlayerRange {
  return { kind: 'hand', cards: cardsOf(text) };
}

export const RANDOM: PlayerRange = { kind: 'random' };

export function job(parts: Partial<EquityJob> & Pick<EquityJob, 'players'>): EquityJob {
  return {
    game: 'plo4',
    boards: [new Uint8Array()],
    dead: new Uint8Array(),
    method: 'auto',
    stop: { standardError: 0.0005, trials: Infinity, timeMs: 60_000 },
    budgetMs: 600_000,
    seed: 1,
    detail: { madeHands: false, nextCards: false, combos: false },
    ...parts,
  };
}

/** `count` different cards, any of the deck. */
export function deal(count: number): number[] {
  const deck = Array.from({ length: 52 }, (_, card) => card);
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(Math.random() * (52 - i));
    [deck[i], deck[j]] = [deck[j]!, deck[i]!];
  }
  return deck.slice(0, count);
}
