/**
 * What would make a spot fit that does not: rivers by bucket where it was to be exact, smaller trees; each estimated, the
 * mildest change first.
 */
import type { Solver } from '@ploscope/kernel/host/browser';
import { parseCards, type SolveSpot, STREETS, type StreetSizes, withTenMinuteTree } from '@ploscope/poker';
import type { Prepare } from './preparing.ts';
import type { Remedy, RemedyFound, SolveAsk } from './protocol.ts';

const REMEDIES: readonly (readonly [Remedy, (ask: SolveAsk) => SolveAsk])[] = [
  ['byBucket', (ask) => (ask.method === 'exact' && hasCardsToCome(ask.spot) ? { ...ask, method: 'auto' } : ask)],
  ['oneRaise', (ask) => ({ ...ask, spot: oneRaise(ask.spot) })],
  ['oneSize', (ask) => ({ ...ask, spot: oneSize(ask.spot) })],
  ['both', (ask) => ({ ...ask, spot: oneRaise(oneSize(ask.spot)) })],
  ['tenMinutes', (ask) => ({ ...ask, spot: withTenMinuteTree(ask.spot) })],
];

export async function findRemedies(
  ask: SolveAsk,
  prepare: Prepare,
  solver: Pick<Solver, 'estimate'>,
): Promise<readonly RemedyFound[]> {
  const found: RemedyFound[] = [];
  const asked = new Set([JSON.stringify(ask)]);
  for (const [remedy, change] of REMEDIES) {
    const smaller = change(ask);
    if (asked.has(JSON.stringify(smaller))) continue;
    asked.add(JSON.stringify(smaller));
    const prepared = await prepare(smaller);
    if (!prepared.ok) continue;
    const estimate = await solver.estimate(prepared.value.job);
    if (!estimate.ok || estimate.value.storage === null) continue;
    found.push({ remedy, ask: smaller, bytes: estimate.value.bytes[estimate.value.storage] });
  }
  return found;
}

function hasCardsToCome({ board }: SolveSpot): boolean {
  const cards = parseCards(board);
  return cards.ok && cards.value.length < 5;
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
