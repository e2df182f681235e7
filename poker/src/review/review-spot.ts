/**
 * From a played hand to the spot that tells what its decisions cost: both ranges from a profile, the chips as they were,
 * a bet tree with the sizes that were played, and the line to each of the player's decisions.
 *
 * A spot begins with a street and holds the decisions of the streets behind it too. So ranges are narrowed from there on
 * by how the solve plays, never by a guess of ours; what was done before that street narrows nothing but by the profile.
 * The player's own hand is always in the player's range. Shown hands of the other are not used: the decision was made
 * without them.
 */
import type { Card } from '../cards.ts';
import { formatCards } from '../cards.ts';
import { HOLE_CARDS } from '../games.ts';
import type { Replay } from '../hand-history/replay.ts';
import { formatHand } from '../hands.ts';
import { fail, type Result, succeed } from '../result.ts';
import { STREETS, type Street } from '../solve/streets.ts';
import type { Seat } from '../solve/tree/bet-tree.ts';
import { buildTree } from '../solve/tree/build-tree.ts';
import { walkLine } from '../solve/walk-line.ts';
import type { SolveSpot } from '../spot/solve-spot.ts';
import { SPOT_VERSION } from '../spot/spot.ts';
import { say } from '../text/en.ts';
import { type HeadsUpStreet, headsUpStreet, type PlayedAction } from './heads-up-street.ts';
import { knownRake } from './known-rake.ts';
import { withPlayedTree } from './played-tree.ts';
import { situationOf } from './preflop-role.ts';
import { type ProfiledRange, type RangeProfile, rangeOfSituation } from './range-profile.ts';
import { problem, type ReviewProblem } from './review-problem.ts';

/** A decision of the player whose hand it is. */
export interface ReviewDecision {
  /** Place among the operations of the hand. */
  readonly operation: number;
  readonly street: Street;
  /** The way to it in the spot's tree. */
  readonly line: string;
  /** Label of what was done there. */
  readonly taken: string;
}

export interface ReviewSpot {
  /** On which the spot begins. */
  readonly street: Street;
  readonly spot: SolveSpot;
  /** Where the player sits whose decisions these are. */
  readonly seat: Seat;
  /** The player's cards. */
  readonly hand: readonly Card[];
  /** By seat: where each range is from; null where an expression was given in place of the profile's. */
  readonly situations: readonly [string | null, string | null];
  readonly decisions: readonly ReviewDecision[];
}

export interface ReviewOptions {
  /** A range expression for the opponent, in place of the profile's. */
  readonly villain?: string;
}

/** The most chips a spot may have. */
const MOST_CHIPS = 1_000_000_000;

/**
 * The spot of one street. Codes: `review-no-hero`, `review-cards`, `review-betting`, `review-chips`, `review-line`,
 * `review-two-boards-flop`, and those of `headsUpStreet`.
 */
export const reviewSpotOf = (
  replay: Replay,
  street: Street,
  profile: RangeProfile,
  { villain }: ReviewOptions = {},
): Result<ReviewSpot, ReviewProblem> => {
  const { hand } = replay;
  if (hand.hero === null) return fail(problem(say.noHero()));
  const cards = replay.states.at(-1)?.hands[hand.hero] ?? [];
  if (cards.length !== HOLE_CARDS[hand.game]) return fail(problem(say.heroCardsUnknown()));
  if (hand.game !== 'holdem' && hand.betting !== 'pot-limit') return fail(problem(say.otherLimit()));
  const begun = headsUpStreet(replay, street);
  if (!begun.ok) return begun;
  const seat = begun.value.players.indexOf(hand.hero);
  if (seat !== 0 && seat !== 1) return fail(problem(say.noDecision()));
  const decisions = begun.value.played.filter((action) => action.seat === seat).map(decisionOf);
  if (decisions.length === 0) return fail(problem(say.noDecision()));
  if (street === 'flop' && begun.value.boards.length > 1) return fail(problem(say.twoBoardFlop()));
  if (begun.value.pot > MOST_CHIPS || begun.value.stack > MOST_CHIPS) return fail(problem(say.tooManyChips()));
  const ranges = begun.value.players.map((player) => rangeOfSituation(profile, situationOf(replay, player)));
  const [oop, ip] = ranges.map(
    (range, at): Sided =>
      at === seat ? holding(range, cards) : villain === undefined ? range : { situation: null, range: villain },
  );
  const spot = withPlayedTree(bareSpot(replay, begun.value, oop!.range, ip!.range), begun.value);
  const problemOfLine = lineProblem(spot, begun.value.played);
  if (problemOfLine !== null) return fail(problemOfLine);
  return succeed({ street, spot, seat, hand: cards, situations: [oop!.situation, ip!.situation], decisions });
};

/**
 * The spots in which the decisions of some streets can be reviewed. The first begins with the first of those streets that
 * has one; behind it stand those of all later streets, which can be solved with the ranges that the one before leaves.
 * Codes: those of the last street that was decided on.
 */
export const reviewSpots = (
  replay: Replay,
  profile: RangeProfile,
  { streets = ['turn', 'river'], ...options }: ReviewOptions & { readonly streets?: readonly Street[] } = {},
): Result<readonly [ReviewSpot, ...ReviewSpot[]], ReviewProblem> => {
  const found: ReviewSpot[] = [];
  let why: ReviewProblem | null = null;
  for (const street of STREETS) {
    if (found.length === 0 && !streets.includes(street)) continue;
    const spot = reviewSpotOf(replay, street, profile, options);
    if (spot.ok) found.push(spot.value);
    else if (spot.error.code !== NO_DECISION || why === null) why = spot.error;
  }
  const [first, ...others] = found;
  if (first !== undefined) return succeed([first, ...others]);
  return fail(why ?? problem(say.noDecision()));
};

/** A spot and the place of one decision in it. */
export interface DecisionSpot extends ReviewSpot {
  readonly decision: ReviewDecision;
}

/**
 * The spot of one decision, by its place among the operations: it begins on the turn where both were alone there already,
 * else on the decision's own street; `from` says otherwise. Codes: `review-preflop`, and those of `reviewSpotOf`.
 */
export const reviewSpot = (
  replay: Replay,
  operation: number,
  profile: RangeProfile,
  { from, ...options }: ReviewOptions & { readonly from?: Street } = {},
): Result<DecisionSpot, ReviewProblem> => {
  const own = STREETS.find((street) => street === replay.states[operation]?.street);
  if (own === undefined) return fail(problem(say.beforeTheFlop()));
  const streets = from === undefined ? (own === 'river' ? (['turn', 'river'] as const) : [own]) : [from];
  const found = reviewSpots(replay, profile, { ...options, streets });
  if (!found.ok) return found;
  for (const spot of found.value) {
    const decision = spot.decisions.find((one) => one.operation === operation);
    if (decision !== undefined) return succeed({ ...spot, decision });
  }
  return fail(problem(say.noDecision()));
};

const NO_DECISION = say.noDecision().code;

type Sided = Omit<ProfiledRange, 'situation'> & { readonly situation: string | null };

const decisionOf = ({ operation, street, line, label }: PlayedAction): ReviewDecision => ({
  operation,
  street,
  line,
  taken: label,
});

/** The range with the hand in it, at full weight. */
const holding = ({ situation, range }: ProfiledRange, cards: readonly Card[]): Sided => ({
  situation,
  range: range.trim() === '*' ? range : `(${range}), ${formatHand(cards)}`,
});

const bareSpot = (
  replay: Replay,
  { boards, pot, stack, played }: HeadsUpStreet,
  oop: string,
  ip: string,
): SolveSpot => {
  const bets = played.filter(({ kind }) => kind === 'bet').map(({ to }) => to);
  const side = { bets: {}, raises: {} };
  return {
    ploscope: SPOT_VERSION,
    game: replay.hand.game,
    board: formatCards(boards[0] ?? []),
    board2: boards[1] === undefined ? null : formatCards(boards[1]),
    dead: '',
    pot,
    stack,
    rake: knownRake(replay),
    oop: { range: oop, ...side, donks: {} },
    ip: { range: ip, ...side },
    addAllIn: 0,
    forceAllIn: 0,
    merge: 0,
    maxRaises: null,
    minBet: Math.max(1, Math.min(replay.hand.bigBlind, pot, ...bets)),
    locks: [],
  };
};

/** Every decision that was made must be a node of the tree, and what was done there one of its actions. */
const lineProblem = (spot: SolveSpot, played: readonly PlayedAction[]): ReviewProblem | null => {
  const tree = buildTree(spot);
  if (!tree.ok) return { code: tree.error.code, message: tree.error.message, hint: tree.error.hint };
  for (const { line, label } of played) {
    const whole = line === '' ? label : `${line}-${label}`;
    if (!walkLine(tree.value, whole).ok) return problem(say.lineOutside(whole));
  }
  return null;
};
