/**
 * The boards of a hand while it is read. Lines such as `*** SECOND TURN ***` mean two things: two boards for the whole
 * hand, or the rest dealt twice when nobody could act any more. Which it was is told by whether anybody acts afterwards.
 */
import type { Card } from '../../cards.ts';

const STREET_CARDS: Readonly<Record<number, number>> = { 0: 3, 3: 1, 4: 1 };

export interface Run {
  /** Where in the course of the hand the dealing of several rests begins. */
  readonly at: number;
  readonly times: number;
}

export class DraftBoards {
  readonly #boards: Card[][] = [[]];
  /** Where lines with ordinals began, while nobody has acted since. */
  #mark: number | null = null;
  /** What lay on the board there, which all have in common. */
  #shared: readonly Card[] = [];
  #isDouble = false;

  get hasAny(): boolean {
    return this.#boards[0]!.length > 0 || this.#boards.length > 1;
  }

  get isDouble(): boolean {
    return this.#isDouble;
  }

  get run(): Run | null {
    return this.#mark === null || this.#boards.length < 2 ? null : { at: this.#mark, times: this.#boards.length };
  }

  /** Somebody acts: several boards are then meant for the whole hand. */
  decide(): void {
    if (this.#mark === null) return;
    if (this.#boards.length > 1) this.#isDouble = true;
    this.#mark = null;
  }

  /** Which board it was, null when the cards do not follow what lay there. `at` is the place in the course of the hand. */
  deal(ordinal: number | null, before: readonly Card[], cards: readonly Card[], at: number): number | null {
    if (ordinal !== null && this.#mark === null && !this.#isDouble) {
      this.#mark = at;
      this.#shared = [...this.#boards[0]!];
    }
    const index = ordinal ?? 0;
    if (index > this.#boards.length) return null;
    if (index === this.#boards.length) this.#boards.push([...this.#shared]);
    const board = this.#boards[index]!;
    if (STREET_CARDS[board.length] !== cards.length) return null;
    if (before.length > 0 && !isSame(before, board)) return null;
    if (cards.some((card) => board.includes(card))) return null;
    board.push(...cards);
    return index;
  }

  /** Whether a summary tells the same board; it may tell only the end of it. */
  endsWith(ordinal: number | null, cards: readonly Card[]): boolean {
    const board = this.#boards[ordinal ?? 0] ?? [];
    return cards.length <= board.length && isSame(cards, board.slice(board.length - cards.length));
  }
}

const isSame = (a: readonly Card[], b: readonly Card[]): boolean =>
  a.length === b.length && a.every((card, i) => card === b[i]);
