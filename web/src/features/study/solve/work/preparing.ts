/** From a spot to the kernel's job: orderings are fetched, ranges expanded. The last few are kept, for they take time. */
import { orderingsOfSolveSpot, type PreparedSolve, type Result, type SpotError, solveJob } from '@ploscope/poker';
import type { LoadOrderings } from '../../work/reading.ts';
import type { SolveAsk } from './protocol.ts';

export type Prepare = (ask: SolveAsk) => Promise<Result<PreparedSolve, SpotError>>;

/** One while solving, one while another spot is being written. */
const KEPT = 2;

export function openPreparing(loadOrderings: LoadOrderings): Prepare {
  const kept = new Map<string, Promise<Result<PreparedSolve, SpotError>>>();
  return (ask) => {
    const key = JSON.stringify(ask);
    const found = kept.get(key) ?? prepare(ask, loadOrderings);
    kept.delete(key);
    kept.set(key, found);
    // A network failure is tried again at the next call.
    found.catch(() => kept.delete(key));
    for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
    return found;
  };
}

async function prepare(
  { spot, ...ways }: SolveAsk,
  loadOrderings: LoadOrderings,
): Promise<Result<PreparedSolve, SpotError>> {
  const orderings = await loadOrderings(orderingsOfSolveSpot(spot));
  return solveJob(spot, { orderings, ...ways });
}
