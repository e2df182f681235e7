// The run-outs of a board, those that differ by names of suits only taken together.

import { renameCard, type SuitRenaming } from '../suits.ts';

/** One run-out and all that are the same but for names of suits; itself comes first. */
export type RunOut = readonly Uint8Array[];

/** Every way to deal `missing` of the live cards. */
export function listRunOuts(live: Uint8Array, missing: number, symmetries: readonly SuitRenaming[]): RunOut[] {
  if (symmetries.length <= 1) return subsets(live, missing).map((cards) => [cards]);
  const runOuts: RunOut[] = [];
  const seen = new Set<string>();
  for (const cards of subsets(live, missing)) {
    if (seen.has(cards.join())) continue;
    const same = new Map([[cards.join(), cards]]);
    for (const renaming of symmetries) {
      const renamed = cards.map((card) => renameCard(card, renaming)).sort();
      same.set(renamed.join(), renamed);
    }
    for (const key of same.keys()) seen.add(key);
    runOuts.push([...same.values()]);
  }
  return runOuts;
}

function subsets(cards: Uint8Array, size: number): Uint8Array[] {
  if (size === 0) return [new Uint8Array()];
  const out: Uint8Array[] = [];
  for (let last = size - 1; last < cards.length; last++) {
    for (const rest of subsets(cards.subarray(0, last), size - 1)) out.push(Uint8Array.of(...rest, cards[last]!));
  }
  return out;
}

/** One run-out of `missing` cards drawn evenly from `live`; `random` gives numbers from 0 up to 1. */
export function drawRunOut(live: Uint8Array, missing: number, random: () => number): Uint8Array {
  const rest = Array.from(live);
  return Uint8Array.from({ length: missing }, () => rest.splice(Math.floor(random() * rest.length), 1)[0]!);
}
