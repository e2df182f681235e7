// Decks dealt without replacement, the same for the same seed.

import { seededRandom } from '../../random.ts';

/** 0 … count − 1 in an order of chance (Fisher and Yates). */
export function shuffled(count: number, seed: number, deck: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  const random = seededRandom(seed, deck);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const card = order[i]!;
    order[i] = order[j]!;
    order[j] = card;
  }
  return order;
}
