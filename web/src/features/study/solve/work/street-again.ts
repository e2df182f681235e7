/**
 * What solving a street again would take, before it is done: the street as a spot of its own, with the pot and the stacks
 * of the line that leads there and every combo of the ranges. Fewer combos come there, so it takes that at most.
 */
import type { SolveJob } from '@ploscope/kernel';
import type { Solver } from '@ploscope/kernel/host/browser';
import { buildTree, flatten, formatCards, type PreparedSolve, type SolveSpot } from '@ploscope/poker';
import type { AgainEstimate, Place } from './protocol.ts';
import { boardsAt } from './sights.ts';

/** Iterations after which streets are at 0.1 % of the pot, about. */
const ITERATIONS = 100;

export async function estimateAgain(
  solver: Pick<Solver, 'estimate'>,
  spot: SolveSpot,
  { job, tree }: PreparedSolve,
  place: Place,
): Promise<AgainEstimate | null> {
  const street = streetSpot(spot, { job, tree }, place);
  const built = street === null ? null : buildTree(street);
  if (street === null || !built?.ok) return null;
  const own: SolveJob = {
    ...job,
    boards: boardsAt(job, place.dealt).map((board) => Uint8Array.from(board)),
    pot: street.pot,
    streets: flatten(built.value, street.rake),
    locks: [],
    method: 'exact',
    storage: 'f32',
  };
  const answer = await solver.estimate(own);
  if (!answer.ok) return null;
  const { bytes, storage, iterationMs, shards } = answer.value;
  // It is solved on one worker.
  return { ms: ITERATIONS * iterationMs * shards, bytes: bytes.f32, fits: storage !== null };
}

/** The spot from a later street on; null where nobody can bet there any more. */
function streetSpot(spot: SolveSpot, { job, tree }: PreparedSolve, { dealt, node }: Place): SolveSpot | null {
  const nodes = tree.streets[dealt.length]?.nodes;
  const entries = tree.streets[dealt.length]?.entries ?? [];
  if (dealt.length === 0 || nodes === undefined) return null;
  const root = nodes[Math.max(...[...entries].filter((entry) => entry <= node))];
  if (root === undefined) return null;
  const stack = spot.stack - Math.max(...root.committed);
  if (stack <= 0) return null;
  const [board = '', board2 = null] = boardsAt(job, dealt).map(formatCards);
  return { ...spot, board, board2, pot: root.pot, stack, locks: [] };
}
