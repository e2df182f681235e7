// How the run-outs of a visit add up to what hands are worth above them.

import type { Game } from '../game.ts';
import { BUNDLE } from './bundles.ts';
import type { Settings } from './common.ts';
import { groupsOf } from './schedule.ts';
import { runOutsOf } from './schedule-shape.ts';

export interface Weighing {
  /** Whether a hand's worth is the mean over the run-outs that leave it, times `share`; else the sum, times `share`. */
  readonly byHand: boolean;
  readonly share: number;
}

/**
 * A branch's run-outs are dealt anew every time, and a hand is left by some of them: the mean over those, times the shares of all that
 * leave it, says more than the sum does. A bundle always has the same ones, and bundles would weigh alike that leave a hand many
 * and few: there each run-out weighs what it is, for all visits that have others.
 */
export function weighingOf({ start, hands, handSize }: Game, { together }: Settings): Weighing {
  const branches = start.branches!;
  const isBundled = branches[0]!.dealt === BUNDLE;
  if (isBundled) {
    const share = branches[0]!.position().branches![0]!.share;
    return { byHand: false, share: share * branches.length * groupsOf(runOutsOf(branches), together) };
  }
  for (const branch of branches) {
    const position = branch.position();
    const hand = liveHand(hands, handSize, position.gone);
    if (hand === null) continue;
    let share = 0;
    for (const runOut of position.branches!) {
      const dealt = runOut.position().gone & ~position.gone;
      for (const names of [null, ...runOut.images]) {
        if (!(renamed(dealt, names) & hand)) share += runOut.share;
      }
    }
    return { byHand: true, share };
  }
  return { byHand: true, share: 0 };
}

function liveHand(hands: Game['hands'], handSize: number, gone: bigint): bigint | null {
  const { cards, weights } = hands[0];
  for (let i = 0; i < weights.length; i++) {
    if (!(weights[i]! > 0)) continue;
    let bits = 0n;
    for (let c = 0; c < handSize; c++) bits |= 1n << BigInt(cards[i * handSize + c]!);
    if (!(bits & gone)) return bits;
  }
  return null;
}

function renamed(cards: bigint, names: readonly number[] | null): bigint {
  if (!names) return cards;
  let out = 0n;
  for (let card = 0; card < 64; card++) if ((cards >> BigInt(card)) & 1n) out |= 1n << BigInt(names[card] ?? card);
  return out;
}
