/**
 * Who sits where, in the order of play after the flop: from the left of the button round to the button. Seats are numbered
 * around the table and may be empty; the button may stand before an empty one (a dead button).
 */

export interface Seated {
  /** From 1. */
  readonly seat: number;
}

/**
 * Indexes of `players` in the order of play. `button` is the number of a seat, taken or not; where the source does not
 * tell it, whoever posted the small blind (`smallBlind`, an index of `players`) is the first.
 */
export const orderOfPlay = (
  players: readonly Seated[],
  button: number | null,
  smallBlind: number | null = null,
): number[] => {
  const order = players.map((_, index) => index).sort((a, b) => players[a]!.seat - players[b]!.seat);
  if (players.length === 2 && smallBlind !== null) {
    // Heads-up the button posts the small blind and acts last, wherever the source draws the button.
    return smallBlind === 0 ? [1, 0] : [0, 1];
  }
  const first = button === null ? firstIndex(order, smallBlind) : order.findIndex((i) => players[i]!.seat > button);
  return first <= 0 ? order : [...order.slice(first), ...order.slice(0, first)];
};

const firstIndex = (order: readonly number[], smallBlind: number | null): number =>
  smallBlind === null ? 0 : order.indexOf(smallBlind);
