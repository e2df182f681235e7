// Which cards are out, and which are still in the deck.

import type { EquityJob } from '../job.ts';

/** The single hands among the players. */
export function handsOf(job: EquityJob): Uint8Array[] {
  return job.players.flatMap((player) => (player.kind === 'hand' ? [player.cards] : []));
}

/** Every card that is known: boards, dead cards and single hands. */
export function knownCards(job: EquityJob): Uint8Array {
  return Uint8Array.of(
    ...job.boards.flatMap((board) => [...board]),
    ...job.dead,
    ...handsOf(job).flatMap((hand) => [...hand]),
  );
}

/** Cards that are not known, ascending. */
export function liveCards(job: EquityJob): Uint8Array {
  const gone = new Uint8Array(52);
  for (const card of knownCards(job)) gone[card] = 1;
  return Uint8Array.from({ length: 52 }, (_, card) => card).filter((card) => gone[card] === 0);
}

/** One bit for each card. */
export function maskOfCards(...groups: readonly Uint8Array[]): bigint {
  let mask = 0n;
  for (const cards of groups) for (const card of cards) mask |= 1n << BigInt(card);
  return mask;
}

/** Number of ways to choose `k` of `n`. */
export function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 0; i < k; i++) ways = (ways * (n - i)) / (i + 1);
  return n < k ? 0 : Math.round(ways);
}
