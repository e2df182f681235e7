/** What the tree that fits ten minutes would take instead, where a spot's own tree is too large for them. */
import type { SolveEstimate } from '@ploscope/kernel';
import type { Solver } from '@ploscope/kernel/host/node';
import { buildTree, flatten, withTenMinuteTree } from '@ploscope/poker';
import type { Prepared } from './prepare.ts';

const TEN_MINUTES_MS = 600_000;
/** Iterations that a good solve needs at least: by bucket each deals half of all run-outs and combos. */
const FEW = { exact: 50, bucketed: 24 } as const;
/** An offer must be worth it. */
const MUCH_FASTER = 0.7;

/** Iterations that fit ten minutes. */
export function iterationsInTenMinutes({ iterationMs }: Pick<SolveEstimate, 'iterationMs'>): number {
  return Math.floor(TEN_MINUTES_MS / iterationMs);
}

/** Null where the spot's own tree fits well enough, or another would not help. */
export async function offerPreset(
  solver: Pick<Solver, 'estimate'>,
  { spot, job, isPreset }: Pick<Prepared, 'spot' | 'job' | 'isPreset'>,
  own: SolveEstimate,
): Promise<SolveEstimate | null> {
  const fits = own.storage !== null;
  const few = FEW[own.buckets === null ? 'exact' : 'bucketed'];
  // Locks belong to nodes of the spot's own tree.
  if (isPreset || spot.locks.length > 0 || (fits && iterationsInTenMinutes(own) >= few)) return null;
  const tree = buildTree(withTenMinuteTree(spot));
  if (!tree.ok) return null;
  const other = await solver.estimate({ ...job, streets: flatten(tree.value, spot.rake) });
  if (!other.ok || other.value.storage === null) return null;
  return fits && other.value.iterationMs > MUCH_FASTER * own.iterationMs ? null : other.value;
}
