// A visit's hands, and what plain play asks of them.

import { ACT, DEAL, type Forest } from '../../src/solve/forest.ts';
import type { LocalSampled } from '../../src/solve/sampled/local-sampled.ts';
import { handsOf } from './sampled-deals.ts';
import type { ByNode } from './sampled-street.ts';
import type { Player } from './sampled-tables.ts';

export interface Hand {
  readonly game: number;
  readonly place: number;
  readonly cards: readonly number[];
  readonly weight: number;
  /** Whether training counts hands that share three cards as ones that can meet. */
  readonly paired: boolean;
}

export type BothPacks = readonly [readonly Hand[], readonly Hand[]];

/** Hands of one of a player's packs. */
export function packOf(local: LocalSampled, player: Player, pack: number): Hand[] {
  const { packs, game, laid } = local.common;
  const first = pack * packs.stride;
  const cards = handsOf(local, player);
  return [...packs.hands[player].subarray(first, first + packs.stride)].flatMap((hand, i) =>
    hand < 0
      ? []
      : [
          {
            game: hand,
            place: first + i,
            cards: cards[hand]!,
            weight: game.hands[player].weights[hand]!,
            paired: laid.isPaired,
          },
        ],
  );
}

export function inverse(names: readonly number[]): number[] {
  const back: number[] = [];
  names.forEach((to, card) => {
    back[to] = card;
  });
  return back;
}

export function eachAct(
  { kinds, players, counts }: Forest,
  player: Player,
  then: (node: number, action: number) => void,
): void {
  for (let node = 0; node < kinds.length; node++) {
    if (kinds[node] !== ACT || players[node] !== player) continue;
    for (let a = 0; a < counts[node]!; a++) then(node, a);
  }
}

export function exitsOf({ kinds, first }: Forest, byNode: ByNode): ByNode {
  const exits: (readonly number[])[] = [];
  for (let node = 0; node < kinds.length; node++) if (kinds[node] === DEAL) exits[first[node]!] = byNode[node]!;
  return exits;
}

export function holdsOne({ cards }: Hand, dealt: readonly number[]): boolean {
  return cards.some((card) => dealt.includes(card));
}

/** As training has it. */
export function meets({ cards, paired }: Hand, other: Hand): boolean {
  const shared = cards.filter((card) => other.cards.includes(card)).length;
  return shared === 0 || (paired && shared === 3);
}

export function foldWorth(
  { players, payoffs }: Forest,
  node: number,
  hero: Player,
  hands: BothPacks,
  h: number,
  reach: readonly number[],
  dealt: readonly number[],
): number {
  const own = hands[hero][h]!;
  if (holdsOne(own, dealt)) return 0;
  let met = 0;
  hands[hero === 0 ? 1 : 0].forEach((other, j) => {
    if (!holdsOne(other, dealt) && meets(own, other)) met += reach[j]!;
  });
  return met * payoffs[3 * node + (players[node] === hero ? 2 : 0)]!;
}
