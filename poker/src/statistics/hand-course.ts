/**
 * The course of a played hand: its actions one after another, each with what had led to it.
 *
 * Statistics, facts and the line in short are all read off the course, so that a c-bet is the same thing everywhere. It
 * is worked out once for a hand, in one pass over the replay; nothing here asks the rules again.
 */
import type { Replay } from '../hand-history/replay.ts';
import type { Decision, PlayerIndex } from '../table/operation.ts';
import { HAND_STREETS, type HandStreet, potOf, type TableState } from '../table/table-state.ts';
import { type Position, positionsOf } from './positions.ts';

export const ACTIONS = ['fold', 'check', 'call', 'bet', 'raise'] as const;
/** A bet is the first on its street; before the flop, where blinds are bets, every bet is a raise. */
export type ActionKind = (typeof ACTIONS)[number];

export interface PlayedAction {
  readonly player: PlayerIndex;
  readonly street: HandStreet;
  readonly kind: ActionKind;
  readonly before: TableState;
  /** Which of the hand's operations it is. */
  readonly operation: number;
  /** Chips added. */
  readonly chips: number;
  /** Chips that a call takes, as far as the stack goes; 0 where one may check. */
  readonly toCall: number;
  /** For a bet or raise, how many chips it is on this street altogether; otherwise 0. */
  readonly to: number;
  /** Nothing is left behind. */
  readonly allIn: boolean;
  /** A bet or raise was allowed too, and somebody was left who could answer it. */
  readonly couldRaise: boolean;
  /** Who has bet or raised on this street before, in order; blinds and straddles do not count. */
  readonly raisers: readonly PlayerIndex[];
  /** Who has called since the last of them, or since the street began: limpers before the flop. */
  readonly callers: readonly PlayerIndex[];
  /** Everybody who has acted on this street before folded. */
  readonly isFirstIn: boolean;
  /** What the same player has done on this street before. */
  readonly earlier: readonly ActionKind[];
}

/** What a street came to, betting-wise. */
export interface StreetCourse {
  readonly actions: readonly PlayedAction[];
  /** Who had not folded when it began. */
  readonly seenBy: readonly PlayerIndex[];
  readonly raisers: readonly PlayerIndex[];
  /** Who made a continuation bet, or null. */
  readonly cbettor: PlayerIndex | null;
}

export interface HandCourse {
  readonly replay: Replay;
  readonly positions: readonly Position[];
  readonly actions: readonly PlayedAction[];
  /** Streets that were dealt; a bomb pot's preflop has no actions. */
  readonly streets: Readonly<Partial<Record<HandStreet, StreetCourse>>>;
  /** Straddles posted. */
  readonly straddles: number;
  readonly final: TableState;
  /** Players who had not folded at the end. */
  readonly left: readonly PlayerIndex[];
  /** Two or more were left at the end, so that hands decided. */
  readonly showdown: boolean;
}

interface OpenStreet {
  readonly actions: PlayedAction[];
  readonly seenBy: readonly PlayerIndex[];
  readonly raisers: PlayerIndex[];
  callers: PlayerIndex[];
  readonly done: Map<PlayerIndex, ActionKind[]>;
  cbettor: PlayerIndex | null;
}

export const courseOf = (replay: Replay): HandCourse => {
  const { hand, states } = replay;
  const final = stateAt(states, hand.operations.length);
  const actions: PlayedAction[] = [];
  const streets: Partial<Record<HandStreet, OpenStreet>> = {};
  const open = (state: TableState, street: HandStreet): OpenStreet => {
    const known = streets[street];
    if (known !== undefined) return known;
    const seenBy = playersLeft(state);
    const opened: OpenStreet = { actions: [], seenBy, raisers: [], callers: [], done: new Map(), cbettor: null };
    streets[street] = opened;
    return opened;
  };
  open(stateAt(states, 0), 'preflop');
  for (const [at, operation] of hand.operations.entries()) {
    const before = stateAt(states, at);
    if (operation.kind === 'board') {
      open(before, streetOfBoard(stateAt(states, at + 1)));
    } else if (isDecision(operation)) {
      const street = open(before, before.street);
      const action = actionOf(operation, at, before, stateAt(states, at + 1), street);
      note(action, street, streets);
      actions.push(action);
    }
  }
  const left = playersLeft(final);
  const straddles = hand.operations.filter((operation) => operation.kind === 'post' && operation.as === 'straddle');
  return {
    replay,
    positions: positionsOf(hand),
    actions,
    streets,
    straddles: straddles.length,
    final,
    left,
    showdown: left.length > 1,
  };
};

const stateAt = (states: readonly TableState[], at: number): TableState => {
  const state = states[at];
  if (state === undefined) throw new Error('A replay has a state before and after every operation.');
  return state;
};

const isDecision = (operation: { readonly kind: string }): operation is Decision =>
  operation.kind === 'fold' || operation.kind === 'check' || operation.kind === 'call' || operation.kind === 'bet';

const playersLeft = ({ folded }: TableState): PlayerIndex[] => [...folded.keys()].filter((player) => !folded[player]);

const streetOfBoard = ({ boards }: TableState): HandStreet => {
  const most = Math.max(...boards.map((board) => board.length));
  return HAND_STREETS[Math.max(0, most - 2)] ?? 'river';
};

const actionOf = (
  operation: Decision,
  at: number,
  before: TableState,
  after: TableState,
  street: OpenStreet,
): PlayedAction => {
  const { player } = operation;
  const behind = before.stacks[player] ?? 0;
  const bet = before.bets[player] ?? 0;
  const to = operation.kind === 'bet' ? operation.to : 0;
  const chips = (after.paid[player] ?? 0) - (before.paid[player] ?? 0);
  const toCall = operation.kind === 'call' ? chips : Math.max(0, Math.min(behind, before.highest - bet));
  return {
    player,
    street: before.street,
    kind: operation.kind === 'bet' && isRaise(before) ? 'raise' : operation.kind,
    before,
    operation: at,
    chips,
    toCall,
    to,
    allIn: chips > 0 && chips >= behind,
    couldRaise: couldRaise(before, player),
    raisers: [...street.raisers],
    callers: [...street.callers],
    isFirstIn: street.actions.every(({ kind }) => kind === 'fold'),
    earlier: [...(street.done.get(player) ?? [])],
  };
};

const isRaise = ({ street, highest }: TableState): boolean => street === 'preflop' || highest > 0;

/** As the rules have it; asked here, since before the first action the turn may not stand in the state yet. */
const couldRaise = (state: TableState, player: PlayerIndex): boolean => {
  const { stacks, bets, highest, leastRaise, acted, folded } = state;
  const toCall = highest - (bets[player] ?? 0);
  if ((stacks[player] ?? 0) <= toCall || (acted[player] === true && toCall < leastRaise)) return false;
  return stacks.some((chips, other) => other !== player && chips > 0 && folded[other] !== true);
};

/** Writes down what the action changes for those that come after it. */
const note = (action: PlayedAction, street: OpenStreet, streets: Partial<Record<HandStreet, OpenStreet>>): void => {
  const { player, kind } = action;
  street.actions.push(action);
  street.done.set(player, [...action.earlier, kind]);
  if (kind === 'call') street.callers.push(player);
  if (kind !== 'bet' && kind !== 'raise') return;
  if (kind === 'bet' && isContinuing(player, action.street, streets)) street.cbettor = player;
  street.raisers.push(player);
  street.callers = [];
};

/**
 * Would a first bet be a continuation bet? On the flop of whoever raised last before it; on the turn and river of whoever
 * made the continuation bet of the street before, if nobody raised it since.
 */
export const isContinuing = (
  player: PlayerIndex,
  street: HandStreet,
  streets: Readonly<Partial<Record<HandStreet, Pick<StreetCourse, 'raisers' | 'cbettor'>>>>,
): boolean => {
  const before = streetBefore(street);
  const last = before === null ? undefined : streets[before];
  if (last === undefined || last.raisers.at(-1) !== player) return false;
  return before === 'preflop' || last.cbettor === player;
};

export const streetBefore = (street: HandStreet): HandStreet | null =>
  HAND_STREETS[HAND_STREETS.indexOf(street) - 1] ?? null;

/** A bet or raise in percent of the pot: for a raise, of the pot after calling, by which all that is on top is measured. */
export const potPercent = ({ before, to, toCall }: PlayedAction): number => {
  const pot = potOf(before) + toCall;
  return pot === 0 ? 0 : ((to - before.highest) / pot) * 100;
};
