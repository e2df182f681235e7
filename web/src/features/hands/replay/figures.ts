/** What a player at the table reckons: what is to call, the price of it, the pot, and how deep the stacks are. */
import type { PlayerIndex, Replay, TableState } from '@ploscope/poker';

export interface ActorFigures {
  readonly actor: PlayerIndex;
  /** Chips to call; 0 where a check is free. */
  readonly toCall: number;
  /** The share of the final pot that the call pays: the equity at which calling breaks even. */
  readonly potOdds: number | null;
}

/** Null when it is nobody's turn. */
export function actorFigures(state: TableState): ActorFigures | null {
  const { actor, highest, bets, stacks, paid } = state;
  if (actor === null) return null;
  const toCall = Math.min(Math.max(0, highest - (bets[actor] ?? 0)), stacks[actor] ?? 0);
  if (toCall === 0) return { actor, toCall, potOdds: null };
  const own = (paid[actor] ?? 0) + toCall;
  // What others have put in beyond the reach of this stack cannot be won with it.
  const pot = paid.reduce((sum, chips, player) => sum + (player === actor ? own : Math.min(chips, own)), 0);
  return { actor, toCall, potOdds: toCall / pot };
}

/**
 * Stack to pot as the street began: what the deepest player can lose to another of those still in, by the pot. Null
 * before the flop and where nobody has anything to bet against.
 */
export function sprOf(replay: Replay, at: number): number | null {
  const now = replay.states[at];
  if (now === undefined || now.street === 'preflop') return null;
  const first = replay.states.findIndex(({ street, phase }) => street === now.street && phase !== 'posting');
  const state = replay.states[first];
  if (state === undefined) return null;
  const behind = state.stacks.filter((_, player) => !state.folded[player]).sort((one, other) => other - one);
  const effective = behind[1] ?? 0;
  const pot = state.paid.reduce((sum, chips) => sum + chips, 0) - state.bets.reduce((sum, chips) => sum + chips, 0);
  return pot > 0 && effective > 0 ? effective / pot : null;
}
