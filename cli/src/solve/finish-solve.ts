/** The end of a solve: what it came to is measured, written where a file was asked for, and looked at. */
import type { SolvedDeal } from '@ploscope/kernel';
import type { Solve, Solver } from '@ploscope/kernel/host/node';
import { sumNode, writePlos } from '@ploscope/poker';
import type { NewFile } from './new-file.ts';
import type { Prepared } from './prepare.ts';
import type { SolveReport } from './solve-view.ts';

export interface Finishing {
  readonly prepared: Prepared;
  readonly out: string | undefined;
  /** Null to write nothing. */
  readonly target: NewFile | null;
  readonly trunkOnly: boolean;
  readonly stopped: boolean;
}

/** The figures are those of what is stored: strategies are rounded before they are measured. */
export async function finishSolve(
  solver: Pick<Solver, 'view'>,
  solve: Pick<Solve, 'finish' | 'deals' | 'estimate'>,
  { prepared, out, target, trunkOnly, stopped }: Finishing,
): Promise<SolveReport> {
  const { spot, job, tree } = prepared;
  const figures = await solve.finish();
  const kept: { first: SolvedDeal | null } = { first: null };
  let written: SolveReport['written'] = null;
  if (target === null) {
    for await (const deal of solve.deals(true)) kept.first ??= deal;
  } else {
    const program = (await import('../../package.json')).version;
    const deals = async function* (): AsyncGenerator<SolvedDeal> {
      for await (const deal of solve.deals(trunkOnly)) {
        kept.first ??= deal;
        yield deal;
      }
    };
    const bytes = await writePlos(target, { program, spot, job, figures, firstOnly: trunkOnly }, deals());
    await target.commit();
    written = { file: out ?? '', bytes };
  }
  const view = await solver.view(job, { dealt: [], node: 0 }, async ({ length }) => (length === 0 ? kept.first : null));
  if (!view.ok) throw new Error(view.error.message);
  const root = tree.streets[0]!.nodes[0]!;
  const sums = sumNode(view.value, root.player);
  return { spot, figures, root, sums, combos: solve.estimate.combos, stopped, written };
}
