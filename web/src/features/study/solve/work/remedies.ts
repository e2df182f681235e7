/** What would make a spot fit that does not: smaller trees, each estimated, the mildest change first. */
import type { Solver } from '@ploscope/kernel/host/browser';
import { type SolveSpot, STREETS, type StreetSizes } from '@ploscope/poker';
import type { Prepare } from './preparing.ts';
import type { Remedy, RemedyFound, SolveAsk } from './protocol.ts';

const REMEDIES: readonly (readonly [Remedy, (spot: SolveSpot) => SolveSpot])[] = [
  ['oneRaise', (spot) => oneRaise(spot)],
  ['oneSize', (spot) => oneSize(spot)],
  ['both', (spot) => oneRaise(oneSize(spot))],
];

export async function findRemedies(
  { spot, maxBytes }: SolveAsk,
  prepare: Prepare,
  solver: Pick<Solver, 'estimate'>,
): Promise<readonly RemedyFound[]> {
  const found: RemedyFound[] = [];
  for (const [remedy, change] of REMEDIES) {
    const smaller = change(spot);
    if (JSON.stringify(smaller) === JSON.stringify(spot)) continue;
    const prepared = await prepare({ spot: smaller, maxBytes });
    if (!prepared.ok) continue;
    const estimate = await solver.estimate(prepared.value.job);
    if (!estimate.ok || estimate.value.storage === null) continue;
    found.push({ remedy, spot: smaller, bytes: estimate.value.bytes[estimate.value.storage] });
  }
  return found;
}

const oneRaise = (spot: SolveSpot): SolveSpot =>
  spot.maxRaises !== null && spot.maxRaises <= 1 ? spot : { ...spot, maxRaises: 1 };

/** The last size of each list stays: players write them from small to large. */
function oneSize(spot: SolveSpot): SolveSpot {
  const last = (sizes: StreetSizes): StreetSizes =>
    Object.fromEntries(STREETS.flatMap((street) => (sizes[street] ? [[street, sizes[street].slice(-1)]] : [])));
  const { oop, ip } = spot;
  return {
    ...spot,
    oop: { ...oop, bets: last(oop.bets), raises: last(oop.raises), donks: last(oop.donks) },
    ip: { ...ip, bets: last(ip.bets), raises: last(ip.raises) },
  };
}
