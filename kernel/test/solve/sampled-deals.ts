// Which solved deal stands for some dealt cards in a sampled solve, and where each hand's numbers stand in its tables: read
// by the words of its types, by combo before the last street, by bucket on it.

import { cardsDealt, pairOf } from '../../src/solve/dealt.ts';
import type { Branch as GameBranch } from '../../src/solve/game.ts';
import type { LocalSampled } from '../../src/solve/sampled/local-sampled.ts';
import type { Player } from './sampled-tables.ts';

export type LaidBranch = LocalSampled['branches'][number];
export type RunOut = LaidBranch['runOuts'][number];
type Names = readonly number[] | null;

/** A solved deal, and how to get to it from the cards that were asked for. */
export interface Found {
  readonly branch: LaidBranch;
  readonly runOut: RunOut | null;
  /** What each card is called where the deal is solved: first its branch's renaming undone, then its run-out's. */
  readonly undo: readonly (readonly number[])[];
}

/** Whether branches only bundle run-outs: the game then has two streets, not three. */
export function isBundled(local: LocalSampled): boolean {
  return local.branches[0]!.branch.dealt < 0;
}

/** What was dealt, under other names of its cards. */
export function called(dealt: number, names: Names): number {
  if (!names) return dealt;
  const cards = cardsDealt(dealt).map((card) => names[card]!);
  return cards.length > 1 ? pairOf(cards[0]!, cards[1]!) : cards[0]!;
}

/** By card, or pair: which of `all` it is, under which names. Each is one of them, once. */
function byCard<T extends { readonly branch: GameBranch }>(all: readonly T[]): Map<number, { one: T; names: Names }> {
  const found = new Map<number, { one: T; names: Names }>();
  for (const one of all) {
    for (const names of [null, ...one.branch.images]) {
      const card = called(one.branch.dealt, names);
      if (found.has(card)) throw new Error(`card ${card} is dealt by two branches`);
      found.set(card, { one, names });
    }
  }
  return found;
}

function undone(names: Names): (readonly number[])[] {
  if (!names) return [];
  const back: number[] = [];
  names.forEach((to, card) => {
    back[to] = card;
  });
  return [back];
}

/** Finds the solved deal of any dealt cards. */
export function dealFinder(local: LocalSampled): (dealt: readonly number[]) => Found {
  const runOutsOf = new Map(local.branches.map((branch) => [branch, byCard(branch.runOuts)]));
  if (isBundled(local)) {
    const all = byCard(
      local.branches.flatMap((branch) => branch.runOuts.map((runOut) => ({ ...runOut, runOut, of: branch }))),
    );
    return ([card]) => {
      const { one, names } = all.get(card!)!;
      return { branch: one.of, runOut: one.runOut, undo: undone(names) };
    };
  }
  const branches = byCard(local.branches);
  return ([card, next]) => {
    const { one, names } = branches.get(card!)!;
    const undo = undone(names);
    if (next === undefined) return { branch: one, runOut: null, undo };
    const last = runOutsOf.get(one)!.get(undo[0]?.[next] ?? next)!;
    return { branch: one, runOut: last.one, undo: [...undo, ...undone(last.names)] };
  };
}

/** Place of each of a player's hands of the game, −1 for those that are not played. */
export function placesOf(local: LocalSampled, player: Player): Int32Array {
  const places = new Int32Array(local.common.game.hands[player].weights.length).fill(-1);
  local.common.packs.hands[player].forEach((hand, place) => {
    if (hand >= 0) places[hand] = place;
  });
  return places;
}

/** Hands of the game as lists of cards. */
export function handsOf(local: LocalSampled, player: Player): number[][] {
  const { handSize, hands } = local.common.game;
  const { cards, weights } = hands[player];
  return Array.from(weights, (_, i) => [...cards.subarray(i * handSize, (i + 1) * handSize)]);
}

/** Bucket of each place on a run-out, 65535 where a card of the hand is on the board. */
export function bucketIds(local: LocalSampled, runOut: RunOut, player: Player): Uint16Array {
  const { kernel, laid } = local.common;
  return new Uint16Array(kernel.memory.buffer, runOut.ids[player], laid.counts[player]);
}

/** Finds where each of a player's hands stands in a deal's tables: its place, or its bucket; −1 for nowhere. */
export function standFinder(local: LocalSampled): (found: Found | null, player: Player) => Int32Array {
  const places = [placesOf(local, 0), placesOf(local, 1)] as const;
  const hands = [handsOf(local, 0), handsOf(local, 1)] as const;
  const byCards = hands.map((own) => new Map(own.map((hand, i) => [hand.join(), i])));
  const images = new Map<string, Int32Array>();
  const imagesUnder = (names: readonly number[], player: Player): Int32Array => {
    const key = `${player} ${names.join()}`;
    const known = images.get(key);
    if (known) return known;
    const to = Int32Array.from(hands[player], (hand) => {
      const image = hand.map((card) => names[card]!).sort((a, b) => a - b);
      return byCards[player]!.get(image.join())!;
    });
    images.set(key, to);
    return to;
  };
  return (found, player) => {
    const runOut = found?.runOut ?? null;
    const ids = runOut && bucketIds(local, runOut, player);
    return Int32Array.from(hands[player], (_, hand) => {
      let called = hand;
      for (const names of found?.undo ?? []) called = imagesUnder(names, player)[called]!;
      const place = places[player][called]!;
      if (place < 0 || !ids) return place;
      return ids[place] === 0xffff ? -1 : ids[place]!;
    });
  };
}
