/**
 * What a player did before the flop, which is what a range is guessed by, and the name of that situation in a profile:
 * `BTN.open`, heads-up `BTN.open.2`.
 *
 * The last decision counts: who opened and then called a 3-bet is a caller of a 3-bet. Blinds and straddles are no
 * raises. More than three raises are `4bet` and `call-4bet` too.
 */
import type { Replay } from '../hand-history/replay.ts';
import { type Position, positionsOf } from '../statistics/positions.ts';
import type { PlayerIndex } from '../table/operation.ts';

/**
 * - `any`: no decision before the flop, as in a bomb pot
 * - `limp`, `check`: without a raise, and as a blind for nothing more
 */
export const PREFLOP_ROLES = [
  'any',
  'limp',
  'check',
  'open',
  'call',
  '3bet',
  'call-3bet',
  '4bet',
  'call-4bet',
] as const;
export type PreflopRole = (typeof PREFLOP_ROLES)[number];

const RAISES: readonly PreflopRole[] = ['open', '3bet', '4bet'];
const CALLS: readonly PreflopRole[] = ['limp', 'call', 'call-3bet', 'call-4bet'];

const preflopRoleOf = ({ hand, states }: Replay, player: PlayerIndex): PreflopRole => {
  let role: PreflopRole = 'any';
  let raises = 0;
  for (const [index, operation] of hand.operations.entries()) {
    if (states[index]?.street !== 'preflop') break;
    const own = 'player' in operation && operation.player === player;
    if (operation.kind === 'bet') {
      if (own) role = RAISES[Math.min(raises, RAISES.length - 1)]!;
      raises += 1;
    } else if (own && operation.kind === 'call') {
      role = CALLS[Math.min(raises, CALLS.length - 1)]!;
    } else if (own && operation.kind === 'check') role = 'check';
  }
  return role;
};

/** What a player is known by before the flop. */
export interface Situation {
  readonly position: Position;
  readonly role: PreflopRole;
  /** Only two players were dealt in. */
  readonly headsUp: boolean;
}

export const situationOf = (replay: Replay, player: PlayerIndex): Situation => ({
  position: positionsOf(replay.hand)[player] ?? 'BTN',
  role: preflopRoleOf(replay, player),
  headsUp: replay.hand.players.length === 2,
});
