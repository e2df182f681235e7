/** Looks at places of a solved spot: what the file holds, and what is solved again where it holds nothing. */
import type { SolveJob } from '@ploscope/kernel';
import type { SolvedView, Solver } from '@ploscope/kernel/host/node';
import { type BetTree, countedFromNode } from '@ploscope/poker';
import { type Failure, wrongInput } from '../failure.ts';
import { saySolve } from '../text/en-solve.ts';
import type { OpenResult } from './plos-file.ts';

export interface Looking {
  readonly result: OpenResult;
  readonly tree: BetTree;
  readonly job: SolveJob;
  readonly solver: Pick<Solver, 'view'>;
  /** Streets with so many cards dealt, or more, are solved again though the file has them. */
  readonly againFrom: number;
}

/** Rejects with a `BrokenFile`. */
export async function look(
  { result, tree, job, solver, againFrom }: Looking,
  place: { readonly dealt: readonly number[]; readonly node: number },
): Promise<{ readonly ok: true; readonly value: SolvedView } | { readonly ok: false; readonly error: Failure }> {
  const view = await solver.view(job, place, async (dealt) => (dealt.length < againFrom ? result.dealOf(dealt) : null));
  const node = tree.streets[place.dealt.length]?.nodes[place.node];
  if (view.ok && node) return { ok: true, value: countedFromNode(view.value, node) };
  if (view.ok) return view;
  // The job was made of the file's own spot; what can be refused is a street whose worths were not kept.
  if (result.plos.firstOnly) return { ok: false, error: wrongInput(saySolve.noNextStreet, saySolve.solveWhole) };
  throw new Error(view.error.message);
}
