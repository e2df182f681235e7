// Which cards are still in the deck.

import type { EquityJob } from '../job.ts';

/** Cards that are on no board, not dead and in no player's single hand, ascending. */
export function liveCards(job: EquityJob): Uint8Array {
  const gone = new Uint8Array(52);
  for (const cards of [...job.boards, job.dead]) for (const card of cards) gone[card] = 1;
  for (const player of job.players) if (player.kind === 'hand') for (const card of player.cards) gone[card] = 1;
  return Uint8Array.from({ length: 52 }, (_, card) => card).filter((card) => gone[card] === 0);
}
