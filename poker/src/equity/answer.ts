/**
 * The answer to an equity question, as it leaves the program: the JSON of the command line, of a batch line and of
 * `POST /api/study/equity`. Shares are 0…1; counts are integers.
 */
import {
  type BoardShare,
  type EquityJob,
  type EquityResult,
  type JobError,
  type JointShare,
  MADE_HANDS,
  type MadeHand,
  type Method,
  type PlayerRange,
  type PlayerResult,
} from '@ploscope/kernel';
import { formatCard } from '../cards.ts';
import { comboCount, type Game, HOLE_CARDS } from '../games.ts';
import { type Said, textError } from '../result.ts';
import type { Spot, SpotError } from '../spot/spot.ts';
import { say } from '../text/en.ts';
import { equityGraph } from './graph.ts';

export interface EquityAnswer {
  readonly game: Game;
  /** Everything was enumerated. */
  readonly exact: boolean;
  readonly method: Method;
  /** Run-outs enumerated, or deals sampled. */
  readonly trials: number;
  /** The largest of the players' standard errors; null when exact. */
  readonly standardError: number | null;
  /** The joint shares of two boards may be sampled while the equities are exact. Null for one board. */
  readonly jointExact: boolean | null;
  /** The largest standard error among sampled joint shares; null for one board and when they were enumerated. */
  readonly jointStandardError: number | null;
  readonly elapsedMs: number;
  readonly players: readonly PlayerAnswer[];
}

export interface PlayerAnswer {
  /** As the player wrote it. */
  readonly input: string;
  /** Hands the entry holds once boards and dead cards are out. */
  readonly combos: number;
  readonly equity: number;
  /** Share of run-outs won alone, and shared. */
  readonly win: number;
  readonly tie: number;
  /** Run-outs won alone and shared: only when exact, on one board, and every player is a single hand. */
  readonly wins: number | null;
  readonly ties: number | null;
  readonly standardError: number | null;
  readonly boards: readonly BoardShare[];
  /** Two boards only. */
  readonly joint: JointShare | null;
  /** Per board, share of deals by made hand; only when asked. */
  readonly madeHands?: readonly Readonly<Record<MadeHand, number>>[];
  /** Per board, equity by the next card, `{"As": 0.61}`; impossible cards are left out; only when asked. */
  readonly nextCards?: readonly Readonly<Record<string, number>>[];
  /**
   * Equity along the player's range from its best hand to its worst: 101 points, at 0 %, 1 % … 100 % of its weight;
   * only when asked.
   */
  readonly graph?: readonly number[];
}

/** The answer to a job made from this spot. */
export const equityAnswer = (spot: Spot, job: EquityJob, result: EquityResult): EquityAnswer => ({
  game: job.game,
  exact: result.exact,
  method: result.method,
  trials: result.trials,
  standardError: result.standardError,
  jointExact: result.jointExact,
  jointStandardError: result.jointStandardError,
  elapsedMs: result.elapsedMs,
  players: result.players.map((player, index) =>
    playerAnswer(spot.hands[index] ?? '', combosOf(job, job.players[index]), player),
  ),
});

const combosOf = (job: EquityJob, player: PlayerRange | undefined): number => {
  if (player?.kind === 'hand') return 1;
  if (player?.kind === 'range') return player.cards.length / HOLE_CARDS[job.game];
  return comboCount(
    job.game,
    job.boards.reduce((cards, board) => cards + board.length, job.dead.length),
  );
};

const playerAnswer = (input: string, combos: number, result: PlayerResult): PlayerAnswer => ({
  input,
  combos,
  equity: result.equity,
  win: result.win,
  tie: result.tie,
  wins: result.wins,
  ties: result.ties,
  standardError: result.standardError,
  boards: result.boards.map(({ equity, win, tie }) => ({ equity, win, tie })),
  joint: result.joint,
  ...(result.madeHands === null ? {} : { madeHands: result.madeHands.map(byMadeHand) }),
  ...(result.nextCards === null ? {} : { nextCards: result.nextCards.map(byCard) }),
  ...(result.comboEquities === null || result.comboWeights === null
    ? {}
    : { graph: equityGraph(result.comboEquities, result.comboWeights) }),
});

const byMadeHand = (shares: Float64Array): Record<MadeHand, number> => {
  const named: Partial<Record<MadeHand, number>> = {};
  MADE_HANDS.forEach((name, index) => {
    named[name] = shares[index] ?? 0;
  });
  return named as Record<MadeHand, number>;
};

const byCard = (equities: Float64Array): Record<string, number> => {
  const named: Record<string, number> = {};
  equities.forEach((equity, card) => {
    if (!Number.isNaN(equity)) named[formatCard(card)] = equity;
  });
  return named;
};

/** What the kernel refused, said to the reader. `field` names the player it is about; the sentence does not. */
export const jobErrorText = (error: JobError, spot: Spot): SpotError => {
  const { code, player } = error;
  if (code === 'too-large') return { ...textError(tooLarge(spot), 0, 0), field: '' };
  const said = say.job(code);
  if (player === null || spot.hands[player] === undefined) {
    return { ...textError(said, 0, 0), field: code === 'board' ? 'board' : '' };
  }
  return { ...textError(said, 0, spot.hands[player]?.length ?? 0), field: `hands[${player}]` };
};

/** Why the kernel cannot be exact, told from the spot as its plan decides it. */
const tooLarge = ({ hands, board, board2 }: Spot): Said => {
  if (hands.length > 2) return say.exactPlayers();
  return board.trim() === '' || board2?.trim() === '' ? say.exactBoard() : say.exactCombos();
};
