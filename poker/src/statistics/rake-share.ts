/**
 * A player’s part of the rake: in proportion to what the player put into the pots, as sites count it for rakeback
 * ("weighted contributed"). Parts are whole minor units and add up to the rake; what does not divide goes to the largest
 * remainders, then to the lower player.
 */
import type { Replay } from '../hand-history/replay.ts';

/** By player. */
export const rakeShares = ({ states, settlement }: Replay): number[] => {
  const paid = states.at(-1)?.paid ?? [];
  const inPots = paid.map((chips, player) => chips - (settlement.returned[player] ?? 0));
  const rake = settlement.pots.reduce((sum, pot) => sum + pot.rake, 0);
  const total = inPots.reduce((sum, chips) => sum + chips, 0);
  if (rake === 0 || total === 0) return inPots.map(() => 0);
  const exact = inPots.map((chips) => (rake * chips) / total);
  const shares = exact.map(Math.floor);
  const rest = rake - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = [...exact.keys()].sort(
    (a, b) => (exact[b] ?? 0) - (shares[b] ?? 0) - ((exact[a] ?? 0) - (shares[a] ?? 0)) || a - b,
  );
  for (const player of byRemainder.slice(0, rest)) shares[player] = (shares[player] ?? 0) + 1;
  return shares;
};
