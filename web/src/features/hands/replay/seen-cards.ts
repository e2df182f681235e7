/**
 * Which hole cards lie open at a place of a replay: all that the source ever shows, or only those of the player whose
 * hand it is until the others show theirs.
 */
import type { Card, PlayerIndex, Replay } from '@ploscope/poker';

export function seenCards({ hand, states }: Replay, at: number, open: boolean): readonly (readonly Card[])[] {
  const last = states.at(-1);
  const now = states[at];
  if (last === undefined || now === undefined) return [];
  if (open) return last.hands;
  const shown = shownBefore(hand.operations, at);
  return now.hands.map((cards, player) =>
    player === hand.hero || shown.has(player) ? (last.hands[player] ?? cards) : [],
  );
}

function shownBefore(operations: Replay['hand']['operations'], at: number): ReadonlySet<PlayerIndex> {
  return new Set(operations.slice(0, at).flatMap((operation) => (operation.kind === 'show' ? [operation.player] : [])));
}
