/** How a sight is made: from the shares of a solve that runs, or from the kernel's view of a node that was solved. */
import { cardsDealt, type NodeView, type SolvedDeal, type SolveJob } from '@ploscope/kernel';
import type { SolveAnswer, Solver } from '@ploscope/kernel/host/browser';
import { countedFromNode, HOLE_CARDS, type PreparedSolve, sumNode, type TreeNode } from '@ploscope/poker';
import type { LookAsk, Place, SightSummary } from './protocol.ts';
import type { Sight } from './sight.ts';

export interface Seen {
  /** Null where nobody acts. */
  readonly sight: Sight | null;
  readonly summary: Omit<SightSummary, 'version'>;
}

/** A tree with what was solved on it: the strategies after certain cards, or null where none are stored. */
export interface Found {
  readonly prepared: PreparedSolve;
  readonly dealOf: (dealt: readonly number[]) => Promise<SolvedDeal | null>;
  /** Buckets a player and run-out by which the last street is played; null where every combo plays by itself. */
  readonly buckets: number | null;
}

/** The boards with what was dealt since. */
export const boardsAt = ({ boards }: Pick<SolveJob, 'boards'>, dealt: readonly number[]): readonly number[][] =>
  boards.map((board, at) => [...board, ...dealt.flatMap((number) => cardsDealt(number)[at] ?? [])]);

export const ROOT: Place = { dealt: [], node: 0 };

/** The first node as it is after some iterations. What a hand meets is not known yet: each counts by its weight. */
export function liveSight(prepared: PreparedSolve, shares: Float32Array): Seen {
  const node = nodeAt(prepared, ROOT);
  const { cards, weights } = prepared.job.players[node.player];
  const combos = cards.length / HOLE_CARDS[prepared.job.game];
  const own = Float32Array.from({ length: combos }, (_, combo) => (weights === null ? 1 : (weights[combo] ?? 0) / 100));
  const unknown = new Float32Array(shares.length);
  const both = <T>(value: T): readonly [T, T] => [value, value];
  const view: NodeView = {
    player: node.player,
    reach: both(own),
    shares,
    actionEv: unknown,
    ev: both(unknown.subarray(0, combos)),
    equity: both(unknown.subarray(0, combos)),
    met: both(new Float32Array(combos).fill(1)),
  };
  return seen(prepared, ROOT, view, { ...PLAIN, live: true });
}

/** A node of a finished solve; its street solved again where that is asked for, else as it is stored. */
export async function viewedSight(
  solver: Pick<Solver, 'view'>,
  { prepared, dealOf, buckets }: Found,
  { place, again }: LookAsk,
): Promise<SolveAnswer<Seen>> {
  const node = nodeAt(prepared, place);
  if (node.kind !== 'act') return { ok: true, value: seen(prepared, place, null, { ...PLAIN, again }) };
  const stored = async (dealt: readonly number[]): Promise<SolvedDeal | null> =>
    again && dealt.length === place.dealt.length ? null : dealOf(dealt);
  const answer = await solver.view(prepared.job, place, stored);
  if (!answer.ok) return answer;
  const { solvedAgain, bucketed } = answer.value;
  const how = {
    live: false,
    again,
    solvedAgain,
    buckets: bucketed ? buckets : null,
    canSolveAgain: buckets !== null && place.dealt.length > 0,
  };
  return { ok: true, value: seen(prepared, place, countedFromNode(answer.value, node), how) };
}

type How = Pick<SightSummary, 'live' | 'again' | 'solvedAgain' | 'buckets' | 'canSolveAgain'>;

const PLAIN: How = { live: false, again: false, solvedAgain: null, buckets: null, canSolveAgain: false };

function nodeAt({ tree }: PreparedSolve, place: Place): TreeNode {
  const node = tree.streets[place.dealt.length]?.nodes[place.node];
  if (node === undefined) throw new Error(`no node ${place.node} after ${place.dealt.length} cards`);
  return node;
}

function seen({ tree, job }: PreparedSolve, place: Place, view: NodeView | null, how: How): Seen {
  const { live } = how;
  const node = nodeAt({ tree, job }, place);
  const { player } = node;
  const known = [...tree.known, ...place.dealt.flatMap(cardsDealt)];
  const sums = view === null ? null : sumNode(view, player);
  const other = view === null || live ? null : sumNode(view, player === 0 ? 1 : 0);
  const bySeat = (figure: 'ev' | 'equity'): readonly [number, number] | null => {
    const own = sums?.[figure] ?? null;
    const others = other?.[figure] ?? null;
    if (own === null || others === null) return null;
    return player === 0 ? [own, others] : [others, own];
  };
  return {
    sight: view === null ? null : { game: job.game, known, player, cards: job.players[player].cards, view, live },
    summary: {
      place,
      kind: node.kind,
      player,
      pot: node.pot,
      committed: node.committed,
      actions: node.actions.map(({ kind, label, to, allIn }, index) => ({
        kind,
        label,
        to,
        allIn,
        share: sums?.frequencies?.[index] ?? 0,
        ev: live ? null : (sums?.actionEvs[index] ?? null),
        place: { dealt: place.dealt, node: node.first + index },
      })),
      next: node.kind === 'deal' ? (tree.streets[place.dealt.length + 1]?.entries[node.first] ?? null) : null,
      ev: bySeat('ev'),
      equity: bySeat('equity'),
      combos: sums?.combos ?? 0,
      known,
      boards: boardsAt(job, place.dealt),
      ...how,
    },
  };
}
