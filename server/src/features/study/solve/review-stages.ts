/**
 * A review computed: the spots of one hand, street by street, each solved from the ranges that the one before leaves, and
 * what the player's decisions on each of them cost. Runs in a solve's thread only.
 *
 * The first street is a solve like any other, with states to go on from. Later ones begin with the combos that its
 * strategies bring along the line that was played, weighed by how often, and are short: they begin anew where they are
 * cut off. Where a line brings nobody, or a street does not fit, the next begins with the ranges of the profile, which
 * `narrowed` tells of its decisions.
 */
import type { ReviewedDecision, ReviewFigures, WireError } from '@ploscope/contracts';
import type { NodeView, SolvedDeal, SolveJob, SolveRange } from '@ploscope/kernel';
import { openNodeSolver, type Solve } from '@ploscope/kernel/host/node';
import {
  type BetTree,
  comboOf,
  countedFromNode,
  decisionLoss,
  HOLE_CARDS,
  narrowedRange,
  parseCards,
  type ReviewSpot,
  walkLine,
} from '@ploscope/poker';
import type { PreparedRequest } from './prepare-solve.ts';

/** What a street came to. */
export interface SolvedStreet {
  /** Part of the pot. */
  readonly exploitability: number;
  readonly iterations: number;
  readonly elapsedMs: number;
  /** The strategies of the street itself. */
  readonly deal: SolvedDeal;
}

export type StreetEnd =
  | { readonly kind: 'solved'; readonly street: SolvedStreet }
  | { readonly kind: 'refused'; readonly error: WireError }
  | { readonly kind: 'stopped' };

export interface Stages {
  /** A street's job, as its spot says. */
  prepare(spot: ReviewSpot): Promise<{ ok: true; value: PreparedRequest } | { ok: false; error: WireError }>;
  /** `first`: with states that are kept. */
  solve(prepared: PreparedRequest, first: boolean): Promise<StreetEnd>;
}

/** For the end of a street's solve: what is needed of it afterwards. */
export async function solvedStreet(solve: Solve): Promise<SolvedStreet> {
  const { exploitability, iterations, elapsedMs } = await solve.finish();
  for await (const deal of solve.deals(true)) {
    return { exploitability: exploitability.share, iterations, elapsedMs, deal };
  }
  throw new Error('a solve without a first street');
}

export type ReviewEnd =
  | { readonly kind: 'reviewed'; readonly figures: ReviewFigures }
  | Exclude<StreetEnd, { readonly kind: 'solved' }>;

/** Refused where no street could be solved, with what was wrong with the first. */
export async function reviewStages(
  spots: readonly [ReviewSpot, ...ReviewSpot[]],
  { prepare, solve }: Stages,
): Promise<ReviewEnd> {
  const lines = new Map(spots[0].decisions.map((decision) => [decision.operation, decision.line]));
  const decisions: ReviewedDecision[] = [];
  const figures = { exploitability: null as number | null, iterations: 0, elapsedMs: 0 };
  let refusal: WireError | null = null;
  let narrowed: readonly [SolveRange, SolveRange] | null = null;
  for (const [index, spot] of spots.entries()) {
    const own = spot.decisions.filter(({ street }) => street === spot.street);
    const told = own.map((decision) => ({ ...decision, line: lines.get(decision.operation) ?? decision.line }));
    const blank = told.map((decision) => ({ ...decision, ...UNKNOWN, narrowed: narrowed !== null }));
    const prepared = await prepare(spot);
    const job = prepared.ok
      ? soonSolved({ ...prepared.value.job, ...(narrowed !== null && { players: narrowed }) })
      : null;
    const ended = prepared.ok
      ? await solve({ ...prepared.value, job: job ?? prepared.value.job }, index === 0)
      : ({ kind: 'refused', error: prepared.error } as const);
    if (ended.kind === 'stopped') return ended;
    if (ended.kind === 'refused' || !prepared.ok || job === null) {
      if (ended.kind === 'refused') refusal ??= ended.error;
      decisions.push(...blank);
      narrowed = null;
      continue;
    }
    const { street } = ended;
    const place: Place = { job, tree: prepared.value.tree, deal: street.deal };
    figures.exploitability ??= street.exploitability;
    figures.iterations += street.iterations;
    figures.elapsedMs += street.elapsedMs;
    const precision = 2 * street.exploitability * spot.spot.pot;
    for (const [at, { line, taken }] of own.entries()) {
      const view = await viewAt(place, line);
      const combo = comboOf(job.players[spot.seat], spot.hand);
      const loss = view === null ? null : decisionLoss(view.view, view.node, combo, taken);
      decisions.push(loss === null ? blank[at]! : { ...blank[at]!, ...loss, actions: [...loss.actions], precision });
    }
    const next = spots[index + 1];
    narrowed = next === undefined ? null : await narrowedFor(place, spot, next);
  }
  if (figures.exploitability === null) return { kind: 'refused', error: refusal! };
  return { kind: 'reviewed', figures: { ...figures, exploitability: figures.exploitability, decisions } };
}

/** Combos of both ranges above which the rivers of a turn are played by bucket: it comes closer within the time. */
const BY_COMBO = 60_000;

function soonSolved(job: SolveJob): SolveJob {
  const isOmahaTurn = job.game !== 'holdem' && job.streets.length === 2 && job.boards.length === 1;
  const combos = (job.players[0].cards.length + job.players[1].cards.length) / HOLE_CARDS[job.game];
  return isOmahaTurn && combos > BY_COMBO ? { ...job, method: 'bucketed' } : job;
}

const UNKNOWN = { actions: [], evLost: null, precision: null };

interface Place {
  readonly job: SolveJob;
  readonly tree: BetTree;
  readonly deal: SolvedDeal;
}

/** What is seen at a line of the street itself; null where nobody comes there. */
async function viewAt({ job, tree, deal }: Place, line: string) {
  const place = walkLine(tree, line);
  if (!place.ok) throw new Error(place.error.message);
  const node = tree.streets[place.value.street]!.nodes[place.value.node]!;
  const solver = await openNodeSolver({ threads: 1 });
  try {
    const view = await solver.view(job, place.value, async ({ length }) => (length === 0 ? deal : null));
    return view.ok ? { view: countedFromNode<NodeView>(view.value, node), node } : null;
  } finally {
    await solver.close();
  }
}

/** Both ranges at the next street, as the solve brings them along what was played; null where nobody comes. */
async function narrowedFor(
  place: Place,
  spot: ReviewSpot,
  next: ReviewSpot,
): Promise<readonly [SolveRange, SolveRange] | null> {
  // The next street's first decision lies behind the cards that were dealt: `x-b60-c-[7s]`, and what came before it.
  const below = spot.decisions.find(({ street }) => street === next.street);
  const line = below === undefined ? undefined : /^(.*?)-\[/.exec(below.line)?.[1];
  if (line === undefined) return null;
  const seen = await viewAt(place, line);
  if (seen === null) return null;
  const board = new Set(cardsOf(spot));
  const dealt = cardsOf(next).filter((card) => !board.has(card));
  const ranges = ([0, 1] as const).map((seat) =>
    narrowedRange(place.job.players[seat], seen.view.reach[seat], dealt, seat === spot.seat ? spot.hand : null),
  );
  const [oop, ip] = ranges;
  return oop && ip ? [oop, ip] : null;
}

function cardsOf({ spot: { board, board2 } }: ReviewSpot): readonly number[] {
  const cards = parseCards(`${board}${board2 ?? ''}`);
  return cards.ok ? cards.value : [];
}
