/**
 * A range as a list of combos, the form in which the kernel takes it.
 *
 * Combos ascend by their number (`space/combo-index.ts`), cards ascend within a combo. Weights go by number first, so
 * that sorting is never needed: one byte per combo of the game, 20 MB for PLO6.
 */
import { comboTerm, nextCombo } from '../space/combo-index.ts';
import { DEPENDS } from './evaluator.ts';
import type { Range, RangeView } from './range.ts';
import { RangeWalk } from './walk.ts';

export interface RangeCombos {
  /** `combos × hole cards`, ascending within a combo, combos ascending. */
  readonly cards: Uint8Array<ArrayBuffer>;
  /** 1…100 per combo; null when all weigh the same. */
  readonly weights: Uint8Array<ArrayBuffer> | null;
  readonly combos: number;
}

export const rangeCombos = (range: Range, view: RangeView = {}): RangeCombos => {
  const walk = new RangeWalk(range, view);
  const byNumber = new Uint8Array(walk.space.combos);
  let combos = 0;
  let weightSeen = 0;
  let even = true;
  const note = (weight: number): void => {
    if (weightSeen !== 0 && weight !== weightSeen) even = false;
    weightSeen = weight;
  };
  for (let multiset = 0; multiset < walk.space.multisets && !walk.isOver(); multiset++) {
    const weight = walk.judge(multiset);
    if (weight === 0) continue;
    const untouched = walk.isUntouched(multiset);
    if (weight !== DEPENDS) {
      const before = combos;
      for (let assignment = 0; assignment < walk.composition.size; assignment++) {
        if (!untouched && !walk.isLive(assignment)) continue;
        byNumber[numberOf(walk, multiset, assignment)] = weight;
        combos += 1;
      }
      if (combos > before) note(weight);
      continue;
    }
    const { first, starts, members } = walk.orbits;
    for (let orbit = 0; orbit < first.length; orbit++) {
      const own = walk.orbitWeights[orbit] ?? 0;
      if (own === 0) continue;
      for (let i = starts[orbit] ?? 0; i < (starts[orbit + 1] ?? 0); i++) {
        const assignment = members[i] ?? 0;
        if (!untouched && !walk.isLive(assignment)) continue;
        byNumber[numberOf(walk, multiset, assignment)] = own;
        combos += 1;
        note(own);
      }
    }
  }
  return listCombos(byNumber, combos, walk.space.cards, even);
};

const numberOf = (walk: RangeWalk, multiset: number, assignment: number): number => {
  const { cards, ranks } = walk.space;
  const { suits } = walk.composition;
  let number = 0;
  for (let i = 0; i < cards; i++) {
    const card = (ranks[multiset * cards + i] ?? 0) * 4 + (suits[assignment * cards + i] ?? 0);
    number += comboTerm(cards - 1 - i, card);
  }
  return number;
};

const listCombos = (byNumber: Uint8Array, combos: number, size: number, even: boolean): RangeCombos => {
  const cards = new Uint8Array(combos * size);
  const weights = even ? null : new Uint8Array(combos);
  const hand = Uint8Array.from({ length: size }, (_, i) => i);
  let at = 0;
  for (let number = 0; at < combos; number++) {
    const weight = byNumber[number] ?? 0;
    if (weight > 0) {
      // Copied by hand: a call of `set` for every few bytes takes longer than all the rest.
      for (let i = 0; i < size; i++) cards[at * size + i] = hand[i] ?? 0;
      if (weights !== null) weights[at] = weight;
      at += 1;
    }
    nextCombo(hand);
  }
  return { cards, weights, combos };
};
