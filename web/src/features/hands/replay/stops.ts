/**
 * Where a replay stops: once the blinds are posted and the cards dealt, after each decision, after the cards of a
 * street, after hands are shown, and at the end when the pots are pushed. What is between is not worth a step of its own.
 */
import type { HandStreet, Operation, Replay } from '@ploscope/poker';

export interface Stop {
  /** So many operations have happened. */
  readonly at: number;
  readonly street: HandStreet;
  /** The pots have been pushed to their winners. */
  readonly isEnd: boolean;
}

export function stopsOf({ hand, states }: Replay): readonly Stop[] {
  const { operations } = hand;
  const stops: Stop[] = [];
  for (let at = 0; at <= operations.length; at += 1) {
    const before = operations[at - 1];
    const next = operations[at];
    if (at < operations.length && !isWorthAStop(before, next)) continue;
    stops.push({ at, street: states[at]?.street ?? 'preflop', isEnd: false });
  }
  const last = stops.at(-1);
  if (last !== undefined) stops.push({ ...last, isEnd: true });
  return stops;
}

/** Between `before` and `next`. Two boards are dealt together, and so are blinds and hole cards. */
function isWorthAStop(before: Operation | undefined, next: Operation | undefined): boolean {
  if (next === undefined) return true;
  if (next.kind === 'post' || next.kind === 'deal') return false;
  if (before === undefined) return false;
  if (next.kind === 'board') return before.kind !== 'board' && before.kind !== 'run' ? isDecision(before) : false;
  if (next.kind === 'show' || next.kind === 'muck') return before.kind !== 'show' && before.kind !== 'muck';
  return true;
}

function isDecision({ kind }: Operation): boolean {
  return kind === 'fold' || kind === 'check' || kind === 'call' || kind === 'bet';
}

/** The stop at which so many operations have happened, or the last one before. */
export function stopAt(stops: readonly Stop[], at: number): number {
  const found = stops.findLastIndex((stop) => stop.at <= at && !stop.isEnd);
  return Math.max(0, found);
}

/** The first stop of each street that was reached. */
export function streetStops(stops: readonly Stop[]): readonly { readonly street: HandStreet; readonly stop: number }[] {
  const found: { street: HandStreet; stop: number }[] = [];
  stops.forEach(({ street }, stop) => {
    if (found.at(-1)?.street !== street) found.push({ street, stop });
  });
  return found;
}
