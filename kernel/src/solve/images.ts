// Where hands go when cards are renamed.

import { comboIndex } from '../suits.ts';
import type { KernelExports } from '../wasm.ts';
import type { LaidDeal } from './deal.ts';
import { reserve } from './layout.ts';

const places = new WeakMap<LaidDeal, Map<number, number>[]>();
const tables = new WeakMap<LaidDeal, Map<string, number>>();

/** Address of u32[hands]: the place of each hand's image among the hands of a deal. Made once for each renaming. */
export function imageTable(
  kernel: KernelExports,
  handSize: number,
  deal: LaidDeal,
  player: 0 | 1,
  names: readonly number[],
): number {
  const known = tables.get(deal) ?? new Map<string, number>();
  tables.set(deal, known);
  const key = `${player} ${names.join(' ')}`;
  const there = known.get(key);
  if (there !== undefined) return there;
  const count = deal.counts[player];
  const at = reserve(kernel, count * 4);
  const hands = new Uint8Array(kernel.memory.buffer, deal.originals![player], count * 8);
  const table = new Uint32Array(kernel.memory.buffer, at, count);
  const placeOf = placesOf(deal, player, hands, count, handSize);
  const image: number[] = new Array<number>(handSize).fill(0);
  for (let i = 0; i < count; i++) {
    for (let c = 0; c < handSize; c++) image[c] = names[hands[i * 8 + c]!]!;
    image.sort((a, b) => a - b);
    const place = placeOf.get(comboIndex(image));
    if (place === undefined) throw new Error('a renaming leads out of a range');
    table[i] = place;
  }
  known.set(key, at);
  return at;
}

function placesOf(
  deal: LaidDeal,
  player: 0 | 1,
  hands: Uint8Array,
  count: number,
  handSize: number,
): Map<number, number> {
  const both = places.get(deal) ?? [];
  places.set(deal, both);
  let own = both[player];
  if (own) return own;
  own = new Map();
  for (let i = 0; i < count; i++) own.set(comboIndex(hands.subarray(i * 8, i * 8 + handSize)), i);
  both[player] = own;
  return own;
}
