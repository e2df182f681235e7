/**
 * All-in-adjusted results: what a hand would have come to on average, from the moment at which nobody could bet any more.
 *
 * It applies where cards were still to come then and the cards of everybody left are known. Each pot is divided by the
 * equities of its contenders, rake taken out first; a player who is alone in a side pot gets it. Run-outs that were really
 * dealt do not matter, so running it twice changes nothing. Of two boards each decides half of every pot, and what is
 * expected of a half does not depend on the other but for its cards, which are dead: so every question is about one board.
 * Cards of players who folded are taken as unknown, even where the source shows them. What a player took from the house
 * for cashing out is certain, and stays.
 *
 * Computing equities is left to the caller: jobs for the kernel in, equities out.
 */
import { type EquityJob, HOLE_CARDS } from '@ploscope/kernel';
import type { Card } from '../cards.ts';
import { maxPlayers } from '../games.ts';
import type { PlayerIndex } from '../table/operation.ts';
import type { HandStreet, TableState } from '../table/table-state.ts';
import type { HandCourse } from './hand-course.ts';

export interface AllIn {
  /** Where the last decision was made. */
  readonly street: HandStreet;
  /** Who was left. */
  readonly players: readonly PlayerIndex[];
  /** What has to be known: one job for each contested pot and board. Exact where that is affordable; change them freely. */
  readonly jobs: readonly EquityJob[];
}

/**
 * Null where the hand was not decided by cards after the last decision, where some of the hands are not known, or where
 * more players are in a pot than the kernel takes.
 */
export const allInOf = (course: HandCourse): AllIn | null => {
  const state = stateAtAllIn(course);
  if (state === null || !course.showdown) return null;
  const { hands, setup } = course.final;
  const isKnown = course.left.every((player) => hands[player]?.length === HOLE_CARDS[setup.game]);
  if (!isKnown) return null;
  const known = state.boards.slice(0, setup.boards);
  const contested = contestedPots(course);
  if (contested.some(({ contenders }) => contenders.length > maxPlayers(setup.game))) return null;
  const jobs = contested.flatMap(({ contenders }) => {
    const aside = course.left.filter((player) => !contenders.includes(player)).flatMap((player) => hands[player] ?? []);
    return known.map((board, index) => {
      const elsewhere = known.filter((_, other) => other !== index).flat();
      const inPot = contenders.map((player) => hands[player] ?? []);
      return jobOf(setup.game, inPot, board, [...aside, ...elsewhere]);
    });
  });
  return { street: state.street, players: course.left, jobs };
};

/** Before the first card that came when no decision was left, the board not yet run twice; null where none came. */
const stateAtAllIn = ({ replay, actions }: HandCourse): TableState | null => {
  const { operations } = replay.hand;
  const from = (actions.at(-1)?.operation ?? -1) + 1;
  const rest = operations.slice(from);
  if (!rest.some(({ kind }) => kind === 'board')) return null;
  return replay.states[from + rest.findIndex(({ kind }) => kind === 'board' || kind === 'run')] ?? null;
};

const contestedPots = ({ replay }: HandCourse) =>
  replay.settlement.pots.filter(({ contenders }) => contenders.length > 1);

/** A few milliseconds before the flop, far less later. */
const jobOf = (
  game: EquityJob['game'],
  hands: readonly (readonly Card[])[],
  board: readonly Card[],
  dead: readonly Card[],
): EquityJob => ({
  game,
  players: hands.map((cards) => ({ kind: 'hand', cards: Uint8Array.from(cards) })),
  boards: [Uint8Array.from(board)],
  dead: Uint8Array.from(dead),
  method: 'auto',
  stop: { standardError: 0.0005, trials: Number.MAX_SAFE_INTEGER, timeMs: Number.POSITIVE_INFINITY },
  budgetMs: 10_000,
  seed: 1,
  detail: { madeHands: false, nextCards: false, combos: false },
});

/**
 * Expected net result of every player, in minor units and not rounded. `equities[i]` are those of `allIn.jobs[i]`, player
 * by player. Where nobody cashed out they add up to what the house put in less the rake.
 */
export const adjustedNets = (
  { replay, final }: HandCourse,
  { jobs }: AllIn,
  equities: readonly (readonly number[])[],
): number[] => {
  const { hand, settlement } = replay;
  const expected = hand.players.map(() => 0);
  const give = (player: PlayerIndex, chips: number): void => {
    expected[player] = (expected[player] ?? 0) + chips;
  };
  const boards = hand.boards;
  let job = 0;
  for (const { chips, rake, contenders } of settlement.pots) {
    const [only, ...others] = contenders;
    if (only !== undefined && others.length === 0) give(only, chips - rake);
    for (let board = 0; others.length > 0 && board < boards; board++, job++) {
      for (const [place, player] of contenders.entries()) {
        give(player, ((chips - rake) / boards) * (equities[job]?.[place] ?? 0));
      }
    }
  }
  return expected.map((chips, player) => {
    if (jobs.length === 0 || final.cashedOut[player] != null) return settlement.net[player] ?? 0;
    return chips + (settlement.returned[player] ?? 0) - (final.paid[player] ?? 0);
  });
};

/** The adjusted results of a hand, or null where there is nothing to adjust. */
export const adjust = async (
  course: HandCourse,
  equity: (job: EquityJob) => readonly number[] | Promise<readonly number[]>,
): Promise<number[] | null> => {
  const allIn = allInOf(course);
  if (allIn === null) return null;
  const equities: (readonly number[])[] = [];
  for (const job of allIn.jobs) equities.push(await equity(job));
  return adjustedNets(course, allIn, equities);
};
