// Spots for sampled solves: as other spots, with hands that both players may hold.

import { HOLE_CARDS } from '../../src/job.ts';
import type { SolveJob } from '../../src/solve/job.ts';
import { renameCard } from '../../src/suits.ts';
import { combosOf, type SpotOptions, spot } from './spots.ts';

export interface SharedSpotOptions extends SpotOptions {
  /** Combos of the first player that the second has too, and what `alike` makes of those; weights as the first has them. */
  readonly shared: number;
}

export function sharedSpot({ shared, ...options }: SharedSpotOptions): SolveJob {
  const job = spot({ ...options, method: 'bucketed' });
  const [first, second] = job.players;
  const combos = combosOf(job, 0);
  const places = new Map(combos.map((combo, i) => [combo.join(), i]));
  const wanted = new Set(Array.from({ length: shared }, (_, i) => i));
  // The set grows as it is read.
  for (const i of wanted) {
    for (const renaming of options.alike ?? []) {
      const image = combos[i]!.map((card) => renameCard(card, renaming)).sort((a, b) => a - b);
      wanted.add(places.get(image.join())!);
    }
  }
  const own = new Set(combosOf(job, 1).map((combo) => combo.join()));
  const extra = [...wanted].filter((i) => !own.has(combos[i]!.join()));
  const size = HOLE_CARDS[job.game];
  return {
    ...job,
    players: [
      first,
      {
        cards: Uint8Array.from([
          ...second.cards,
          ...extra.flatMap((i) => [...first.cards.subarray(i * size, (i + 1) * size)]),
        ]),
        weights: second.weights && Uint8Array.from([...second.weights, ...extra.map((i) => first.weights![i]!)]),
      },
    ],
  };
}
