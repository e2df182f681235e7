/** The options of a solve as a server takes them. */
import type { SolveOptions, SolveRequest } from '@ploscope/contracts';
import { formatSolveSpot, withTenMinuteTree } from '@ploscope/poker';
import type { SolveSettings } from '../solve/solve-settings.ts';
import type { SpotDocument } from '../solve/spot-document.ts';

/** The wire has no target of zero: nothing comes down to this. */
const UNREACHABLE = 1e-9;

/** The document as it was written, so that the server's carets stand in it, with the options beside it. */
export function solveDocument({ spot, written }: SpotDocument, settings: SolveSettings): SolveRequest {
  const document = settings.preset ? JSON.parse(formatSolveSpot(withTenMinuteTree(spot))) : written;
  const options = solveOptions(settings);
  return { ...(document as object), ...(Object.keys(options).length === 0 ? {} : { options }) };
}

/** What was not said is left to the server. */
function solveOptions({ stop, method, buckets, storage, trunkOnly }: SolveSettings): SolveOptions {
  const iterations = stop !== null && Number.isFinite(stop.iterations) ? stop.iterations : undefined;
  const seconds = stop !== null && Number.isFinite(stop.timeMs) ? stop.timeMs / 1000 : undefined;
  // Iterations alone have no target with the server either.
  const endless = iterations === undefined ? UNREACHABLE : undefined;
  const target = stop === null ? undefined : stop.exploitability === 0 ? endless : stop.exploitability;
  return {
    ...(target === undefined ? {} : { target }),
    ...(iterations === undefined ? {} : { iterations }),
    ...(seconds === undefined ? {} : { seconds }),
    ...(method === 'auto' ? {} : { method }),
    ...(buckets === undefined ? {} : { buckets }),
    ...(storage === 'auto' ? {} : { storage }),
    ...(trunkOnly ? { firstStreetOnly: true } : {}),
  };
}
