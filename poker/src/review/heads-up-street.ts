/**
 * A street that two players began, both with chips behind and nobody else in the pot: what a solve can begin with, and
 * what each then did, as a line writes it.
 *
 * A stack that the other cannot match does not count: amounts are cut at the smaller of the two.
 */
import { type Card, formatCards } from '../cards.ts';
import type { Replay } from '../hand-history/replay.ts';
import { fail, type Result, succeed } from '../result.ts';
import { STREETS, type Street } from '../solve/streets.ts';
import type { Seat } from '../solve/tree/bet-tree.ts';
import type { PlayerIndex } from '../table/operation.ts';
import { potOf, type TableState } from '../table/table-state.ts';
import { say } from '../text/en.ts';
import { problem, type ReviewProblem } from './review-problem.ts';

/** One decision of either player. */
export interface PlayedAction {
  /** Place among the operations of the hand. */
  readonly operation: number;
  readonly street: Street;
  readonly seat: Seat;
  readonly kind: 'check' | 'fold' | 'call' | 'bet' | 'raise';
  /** As in a line. */
  readonly label: string;
  /** The way to this decision, from the street on which the line begins. */
  readonly line: string;
  /** The highest bet of the street once it is done, cut at what the other can match. */
  readonly to: number;
}

/** A street and all that was done from its beginning to the end of the hand. */
export interface HeadsUpStreet {
  readonly street: Street;
  /** By seat: who acts first, who acts last. */
  readonly players: readonly [PlayerIndex, PlayerIndex];
  /** Cards of each board when the street begins. */
  readonly boards: readonly (readonly Card[])[];
  readonly pot: number;
  /** The smaller of both stacks. */
  readonly stack: number;
  readonly played: readonly PlayedAction[];
}

/** Where the street's betting begins; null where nobody had anything to decide on it. */
const startOf = ({ states }: Replay, street: Street): number | null => {
  const at = states.findIndex((state) => state.street === street && state.phase === 'betting' && state.actor !== null);
  return at < 0 ? null : at;
};

/** Codes: `review-no-decision`, `review-multiway`, `review-all-in`. */
export const headsUpStreet = (replay: Replay, street: Street): Result<HeadsUpStreet, ReviewProblem> => {
  const at = startOf(replay, street);
  if (at === null) return fail(problem(say.noDecision()));
  const state = replay.states[at]!;
  const left = [...state.folded.keys()].filter((player) => state.folded[player] === false);
  const behind = left.map((player) => state.stacks[player] ?? 0);
  const [oop, ip] = left;
  if (behind.some((chips) => chips === 0)) return fail(problem(say.sidePot()));
  if (left.length !== 2 || oop === undefined || ip === undefined) return fail(problem(say.multiway(left.length)));
  const players = [oop, ip] as const;
  const stack = Math.min(...behind);
  const { boards } = state;
  return succeed({
    street,
    players,
    boards: boards.map((board) => [...board]),
    pot: potOf(state),
    stack,
    played: actionsFrom(replay, at, players, stack),
  });
};

/** Everything both did from a state on, with the cards between the streets. */
const actionsFrom = (
  { hand, states }: Replay,
  from: number,
  players: readonly [PlayerIndex, PlayerIndex],
  stack: number,
): readonly PlayedAction[] => {
  const actions: PlayedAction[] = [];
  const steps: string[] = [];
  /** What of the stack is in before the street, and what the street's highest bet is. */
  let before = 0;
  let highest = 0;
  let street = states[from]!.street;
  for (let operation = from; operation < hand.operations.length; operation++) {
    const done = hand.operations[operation]!;
    const state = states[operation]!;
    if (done.kind !== 'fold' && done.kind !== 'check' && done.kind !== 'call' && done.kind !== 'bet') continue;
    const seat = players.indexOf(done.player);
    const on = STREETS.find((name) => name === state.street);
    if ((seat !== 0 && seat !== 1) || on === undefined) continue;
    if (on !== street) {
      street = on;
      steps.push(`[${dealtOn(state, on)}]`);
      before += highest;
      highest = 0;
    }
    const kind = done.kind !== 'bet' ? done.kind : highest > 0 ? 'raise' : 'bet';
    const to = done.kind === 'bet' ? Math.min(done.to, stack - before) : highest;
    const label = done.kind === 'bet' ? `${kind === 'bet' ? 'b' : 'r'}${to}` : LETTERS[done.kind];
    actions.push({ operation, street: on, seat, kind, label, line: steps.join('-'), to });
    steps.push(label);
    if (done.kind === 'bet') highest = to;
  }
  return actions;
};

const LETTERS = { fold: 'f', check: 'x', call: 'c' } as const;

/** The cards that a street brought, one of each board. */
const dealtOn = ({ boards }: TableState, street: Street): string =>
  formatCards(boards.flatMap((board) => board.slice(street === 'turn' ? 3 : 4, street === 'turn' ? 4 : 5)));
