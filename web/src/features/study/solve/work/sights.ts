/** How a sight is made: from the shares of a solve that runs, or from the kernel's view of a node that was solved. */
import type { NodeView, SolvedDeal } from '@ploscope/kernel';
import type { SolveAnswer, Solver } from '@ploscope/kernel/host/browser';
import { countedFromNode, HOLE_CARDS, type PreparedSolve, sumNode, type TreeNode } from '@ploscope/poker';
import type { Place, SightSummary } from './protocol.ts';
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
}

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
  return seen(prepared, ROOT, view, true, null);
}

/** A node of a finished solve. */
export async function viewedSight(
  solver: Pick<Solver, 'view'>,
  { prepared, dealOf }: Found,
  place: Place,
): Promise<SolveAnswer<Seen>> {
  if (nodeAt(prepared, place).kind !== 'act') return { ok: true, value: seen(prepared, place, null, false, null) };
  const answer = await solver.view(prepared.job, place, dealOf);
  if (!answer.ok) return answer;
  return {
    ok: true,
    value: seen(
      prepared,
      place,
      countedFromNode(answer.value, nodeAt(prepared, place)),
      false,
      answer.value.solvedAgain,
    ),
  };
}

function nodeAt({ tree }: PreparedSolve, place: Place): TreeNode {
  const node = tree.streets[place.dealt.length]?.nodes[place.node];
  if (node === undefined) throw new Error(`no node ${place.node} after ${place.dealt.length} cards`);
  return node;
}

function seen(
  { tree, job }: PreparedSolve,
  place: Place,
  view: NodeView | null,
  live: boolean,
  solvedAgain: number | null,
): Seen {
  const node = nodeAt({ tree, job }, place);
  const { player } = node;
  const known = [...tree.known, ...place.dealt];
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
      live,
      solvedAgain,
    },
  };
}
