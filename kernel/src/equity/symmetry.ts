// Suit isomorphism: run-outs that only rename suits give the same equities, and are enumerated once.

import { type EquityJob, HOLE_CARDS, type PlayerRange } from '../job.ts';
import { choose } from './cards.ts';

/** A renaming of suits: suit s becomes `renaming[s]`. */
export type SuitRenaming = readonly number[];

const IDENTITY: SuitRenaming = [0, 1, 2, 3];

/** Renamings that leave the boards, the dead cards and every player's range and weights as they are. */
export function suitSymmetries(job: EquityJob): SuitRenaming[] {
  const holeCards = HOLE_CARDS[job.game];
  const fixed = [...job.boards, job.dead];
  const groups = renamings().filter((renaming) => fixed.every((cards) => sameCards(cards, renaming)));
  if (groups.length === 1) return groups;
  const ranges = job.players.map((player) => indexRange(player, holeCards));
  return groups.filter((renaming) => ranges.every((range) => range === null || range.keeps(renaming)));
}

function renamings(): SuitRenaming[] {
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

function sameCards(cards: Uint8Array, renaming: SuitRenaming): boolean {
  return cards.every((card) => cards.includes(renameCard(card, renaming)));
}

interface IndexedRange {
  keeps(renaming: SuitRenaming): boolean;
}

/** Null for a random player, whom every renaming keeps. */
function indexRange(player: PlayerRange, holeCards: number): IndexedRange | null {
  if (player.kind === 'random') return null;
  const cards = player.kind === 'hand' ? Uint8Array.from(player.cards).sort() : player.cards;
  const weights = player.kind === 'range' ? player.weights : null;
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
function comboIndex(cards: Uint8Array): number {
  let index = 0;
  for (let i = 0; i < cards.length; i++) index += CHOOSE[i + 1]![cards[i]!]!;
  return index;
}
