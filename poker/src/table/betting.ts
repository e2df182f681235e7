/**
 * Betting: whose turn it is, and what may be done. Checks, calls, bets and raises are allowed by what `can` says and by
 * nothing else, so that buttons, the server's check and an imported hand never disagree.
 *
 * - The least raise is the size of the last full bet or raise of the street, the big blind at first. All-in for less is
 *   always possible, and lets those who acted already raise again only when they face as much as a full raise
 *   (Tournament Directors Association 2022, rules 43 and 47).
 * - Pot limit: at most the pot as it is after calling. All chips in the middle count, antes and dead ones too.
 * - Before the flop a call comes to the whole big blind, though the blind itself may be short; but never to more than
 *   anybody else can still put in.
 */
import type { Decision, PlayerIndex } from './operation.ts';
import { type Refusal, refusal } from './refusal.ts';
import { potOf, type TableState } from './table-state.ts';

/** What the player whose turn it is may do; folding is always possible. */
export interface Choices {
  readonly player: PlayerIndex;
  readonly check: boolean;
  /** Chips that a call adds; null where there is nothing to call. */
  readonly call: number | null;
  /** To how much a bet or raise may go on this street; null where there can be none. All in between is allowed. */
  readonly bet: { readonly least: number; readonly most: number } | null;
}

/** Null when it is nobody's turn. */
export const can = (state: TableState): Choices | null => {
  const player = state.actor;
  if (player === null) return null;
  const bet = at(state.bets, player);
  const add = Math.min(at(state.stacks, player), callTo(state, player) - bet);
  return { player, check: add === 0, call: add === 0 ? null : add, bet: betBounds(state, player) };
};

/** Does the state allow this decision? */
export const refuseDecision = (state: TableState, decision: Decision): Refusal | null => {
  const choices = can(state);
  if (choices === null) return refusal('not-now', [], decision.kind);
  if (choices.player !== decision.player) return refusal('turn', [], '', [choices.player, decision.player]);
  switch (decision.kind) {
    case 'fold':
      return null;
    case 'check':
      return choices.call === null ? null : refusal('check', [choices.call]);
    case 'call':
      if (choices.call === null) return refusal('call');
      if (decision.chips === undefined || decision.chips === choices.call) return null;
      return refusal('call-chips', [choices.call, decision.chips]);
    case 'bet':
      if (choices.bet === null) return refusal('bet-closed', [state.highest, decision.to]);
      if (!Number.isSafeInteger(decision.to)) return refusal('chips', [], String(decision.to));
      if (decision.to < choices.bet.least) return refusal('bet-small', [choices.bet.least, decision.to]);
      return decision.to > choices.bet.most ? refusal('bet-large', [choices.bet.most, decision.to]) : null;
  }
};

/** The state after an allowed decision, the turn not yet passed on. */
export const decide = (state: TableState, decision: Decision): TableState => {
  const { player } = decision;
  const acted = withValue(state.acted, player, true);
  switch (decision.kind) {
    case 'fold':
      return { ...state, acted, folded: withValue(state.folded, player, true) };
    case 'check':
      return { ...state, acted };
    case 'call':
      return { ...putIn(state, player, can(state)?.call ?? 0), acted };
    case 'bet': {
      const by = decision.to - state.highest;
      const full = by >= state.leastRaise;
      return {
        ...putIn(state, player, decision.to - at(state.bets, player)),
        acted: full ? state.acted.map((_, index) => index === player) : acted,
        highest: decision.to,
        leastRaise: full ? by : state.leastRaise,
        aggressor: player,
      };
    }
  }
};

/** Chips go from the stack into the bet of the street. */
export const putIn = (state: TableState, player: PlayerIndex, chips: number): TableState => ({
  ...state,
  stacks: withValue(state.stacks, player, at(state.stacks, player) - chips),
  bets: withValue(state.bets, player, at(state.bets, player) + chips),
  paid: withValue(state.paid, player, at(state.paid, player) + chips),
});

/** The first from `from` on, around the table, who still has to act on this street; null when nobody has. */
export const nextToAct = (state: TableState, from: PlayerIndex): PlayerIndex | null => {
  const players = state.stacks.length;
  for (let i = 0; i < players; i++) {
    const player = (from + i) % players;
    if (isLive(state, player) && at(state.stacks, player) > 0 && hasToAct(state, player)) return player;
  }
  return null;
};

/** Still in the hand: not folded. */
export const isLive = (state: TableState, player: PlayerIndex): boolean => !at(state.folded, player);

/** How many have not folded. */
export const liveCount = (state: TableState): number =>
  state.folded.reduce((count, folded) => (folded ? count : count + 1), 0);

/** Nobody can bet any more on any street: at most one player is left who has chips behind. */
export const isBettingOver = (state: TableState): boolean => {
  let able = 0;
  for (let player = 0; player < state.stacks.length; player++) {
    if (isLive(state, player) && at(state.stacks, player) > 0) able++;
  }
  return able < 2;
};

const hasToAct = (state: TableState, player: PlayerIndex): boolean =>
  at(state.bets, player) < callTo(state, player) || (!at(state.acted, player) && canAnybodyAnswer(state, player));

/** Is there another player with chips behind? */
const canAnybodyAnswer = (state: TableState, player: PlayerIndex): boolean => {
  for (let other = 0; other < state.stacks.length; other++) {
    if (other !== player && isLive(state, other) && at(state.stacks, other) > 0) return true;
  }
  return false;
};

/** What the player's bet has to come to, chips of the player aside. */
const callTo = (state: TableState, player: PlayerIndex): number => {
  if (canAnybodyAnswer(state, player)) return state.highest;
  let most = at(state.bets, player);
  for (let other = 0; other < state.stacks.length; other++) {
    if (isLive(state, other)) most = Math.max(most, at(state.bets, other));
  }
  return Math.min(state.highest, most);
};

const betBounds = (state: TableState, player: PlayerIndex): Choices['bet'] => {
  const bet = at(state.bets, player);
  const allIn = bet + at(state.stacks, player);
  if (allIn <= state.highest || !canAnybodyAnswer(state, player)) return null;
  if (at(state.acted, player) && state.highest - bet < state.leastRaise) return null;
  const full = state.highest + state.leastRaise;
  const pot = state.highest + potOf(state) + state.highest - bet;
  const limit = state.setup.betting === 'pot-limit' ? Math.max(pot, full) : allIn;
  return { least: Math.min(allIn, full), most: Math.min(allIn, limit) };
};

/** The value of a player; lists of players are as long as there are players. */
export const at = <T>(list: readonly T[], player: PlayerIndex): T => list[player] as T;

/** The list with another value for one player. */
export const withValue = <T>(list: readonly T[], player: PlayerIndex, value: T): T[] => {
  const copy = list.slice();
  copy[player] = value;
  return copy;
};
