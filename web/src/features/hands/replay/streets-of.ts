/**
 * What happened, street by street, each with the cards that were dealt for it. What is dealt at once after an all-in
 * stands together, board by board.
 */
import type { Card, HandStreet, Replay } from '@ploscope/poker';

export interface StreetOfActions {
  /** Whose cards these are: one, or several where nobody could act between them. */
  readonly streets: readonly HandStreet[];
  /** Place of the first operation. */
  readonly first: number;
  /** By board. */
  readonly cards: readonly (readonly Card[])[];
  /** Places of the operations that are no cards. */
  readonly operations: readonly number[];
}

interface Open {
  readonly streets: HandStreet[];
  readonly first: number;
  readonly cards: Card[][];
  readonly operations: number[];
}

const BY_CARDS: readonly HandStreet[] = ['preflop', 'preflop', 'preflop', 'flop', 'turn', 'river'];

export function streetsOf({ hand, states }: Replay): readonly StreetOfActions[] {
  const found: Open[] = [];
  hand.operations.forEach((operation, at) => {
    if (operation.kind !== 'board') {
      if (found.length === 0) found.push({ streets: ['preflop'], first: at, cards: [], operations: [] });
      found.at(-1)?.operations.push(at);
      return;
    }
    const before = hand.operations[at - 1]?.kind;
    if (found.length === 0 || before !== 'board') found.push({ streets: [], first: at, cards: [], operations: [] });
    const open = found.at(-1);
    const street = BY_CARDS[states[at + 1]?.boards[operation.board]?.length ?? 0] ?? 'river';
    if (open === undefined) return;
    if (!open.streets.includes(street)) open.streets.push(street);
    const cards = open.cards[operation.board] ?? [];
    cards.push(...operation.cards);
    open.cards[operation.board] = cards;
  });
  return found;
}
