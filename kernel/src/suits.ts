// Renamings of suits, and what they leave as it is.

import { choose } from './equity/cards.ts';

/** Suit s becomes `renaming[s]`. */
export type SuitRenaming = readonly number[];

export const IDENTITY: SuitRenaming = [0, 1, 2, 3];

/** All 24, the identity first. */
export function suitRenamings(): SuitRenaming[] {
  const all: SuitRenaming[] = [];
  for (const a of IDENTITY) {
    for (const b of IDENTITY) {
      for (const c of IDENTITY) {
        if (a !== b && a !== c && b !== c) all.push([a, b, c, 6 - a - b - c]);
      }
    }
  }
  return all;
}

/** The card under a renaming of suits. */
export function renameCard(card: number, renaming: SuitRenaming): number {
  return (card & ~3) | renaming[card & 3]!;
}

/** Whether a renaming leaves a set of cards as it is. */
export function keepsCards(cards: Uint8Array, renaming: SuitRenaming): boolean {
  return cards.every((card) => cards.includes(renameCard(card, renaming)));
}

/** A list of combos that can say whether a renaming leaves it and its weights as they are. */
export interface RenamedRange {
  keeps(renaming: SuitRenaming): boolean;
}

/** `cards` ascend within each combo; `weights` is null when all weigh the same. */
export function indexCombos(cards: Uint8Array, weights: Uint8Array | null, holeCards: number): RenamedRange {
  const combos = cards.length / holeCards;
  const table = new Uint8Array(choose(52, holeCards));
  const combo = new Uint8Array(holeCards);
  for (let i = 0; i < combos; i++) {
    for (let c = 0; c < holeCards; c++) combo[c] = cards[i * holeCards + c]!;
    table[comboIndex(combo)] = weights ? weights[i]! : 1;
  }
  return {
    keeps(renaming) {
      for (let i = 0; i < combos; i++) {
        for (let c = 0; c < holeCards; c++) insert(combo, c, renameCard(cards[i * holeCards + c]!, renaming));
        if (table[comboIndex(combo)] !== (weights ? weights[i]! : 1)) return false;
      }
      return true;
    },
  };
}

/** Puts a card in its place among the first `count` ascending ones. */
function insert(combo: Uint8Array, count: number, card: number): void {
  let at = count;
  for (; at > 0 && combo[at - 1]! > card; at--) combo[at] = combo[at - 1]!;
  combo[at] = card;
}

/** CHOOSE[k][n] = ways to choose k of n cards. */
const CHOOSE = Array.from({ length: 7 }, (_, k) => Array.from({ length: 53 }, (_, n) => choose(n, k)));

/** Colexicographic index of ascending cards. */
export function comboIndex(cards: ArrayLike<number>): number {
  let index = 0;
  for (let i = 0; i < cards.length; i++) index += CHOOSE[i + 1]![cards[i]!]!;
  return index;
}
