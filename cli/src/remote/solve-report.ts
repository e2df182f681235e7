/** The result file of a server, looked at as a solve here tells of its own. */
import type { ByteSource, SolvedDeal } from '@ploscope/kernel';
import { openNodeSolver } from '@ploscope/kernel/host/node';
import { openPlos, orderingsOfSolveSpot, type Plos, type PlosError, plosJob, sumNode } from '@ploscope/poker';
import { type Failure, wrongInput } from '../failure.ts';
import { loadOrderings } from '../ordering-files.ts';
import type { SolveReport } from '../solve/solve-view.ts';
import { documentFailure } from '../solve/spot-document.ts';
import { saySolve } from '../text/en-solve.ts';

type Reported = { readonly ok: true; readonly value: SolveReport } | { readonly ok: false; readonly error: Failure };

/** `name` is what the file is called in a failure. */
export async function reportOfFile(
  source: ByteSource,
  name: string,
  written: SolveReport['written'],
): Promise<Reported> {
  const damaged = ({ message, hint }: PlosError): Reported => ({
    ok: false,
    error: { ...wrongInput(saySolve.inField(name, message), hint), exitCode: 1 },
  });
  const plos = await openPlos(source);
  if (!plos.ok) return damaged(plos.error);
  const first = await plos.value.deal([]);
  if (!first.ok) return damaged(first.error);
  return report(plos.value, first.value, written);
}

async function report(plos: Plos, first: SolvedDeal | null, written: SolveReport['written']): Promise<Reported> {
  const { spot, figures } = plos;
  const prepared = plosJob(plos, { orderings: loadOrderings(orderingsOfSolveSpot(spot)) });
  if (!prepared.ok) return { ok: false, error: documentFailure(prepared.error, spot) };
  const { job, tree } = prepared.value;
  const solver = await openNodeSolver();
  try {
    const view = await solver.view(job, { dealt: [], node: 0 }, async ({ length }) => (length === 0 ? first : null));
    if (!view.ok) throw new Error(view.error.message);
    const root = tree.streets[0]!.nodes[0]!;
    const both = [sumNode(view.value, 0), sumNode(view.value, 1)] as const;
    const combos = [both[0].combos, both[1].combos] as const;
    const value = { spot, figures, root, sums: both[root.player], combos, stopped: false, written };
    return { ok: true, value };
  } finally {
    await solver.close();
  }
}
