/** A solve as the server takes it: the spot document, and when and how to stop beside it. */
import { type Called, ROUTES, type SolveOptions } from '@ploscope/contracts';
import type { SolveStop } from '@ploscope/kernel';
import { formatSolveSpot, type SolveSpot } from '@ploscope/poker';
import { newKey } from '../../../../lib/api/new-key.ts';
import { api } from '../../../../lib/api/page-api.ts';
import { DEFAULT_SETTINGS, type Settings } from '../settings.ts';

/** What the server takes. */
const MOST_ITERATIONS = 1_000_000;
const MOST_SECONDS = 86_400;
const MOST_TARGET = 0.999;

export function submitSolve(
  spot: SolveSpot,
  stop: SolveStop,
  settings: Settings,
): Promise<Called<{ readonly id: string }>> {
  return api.call(ROUTES.submitSolve, {
    body: { ...JSON.parse(formatSolveSpot(spot)), options: optionsOf(stop, settings) },
    idempotencyKey: newKey(),
  });
}

function optionsOf({ exploitability, iterations, timeMs }: SolveStop, { method, buckets }: Settings): SolveOptions {
  return {
    target: Math.min(exploitability, MOST_TARGET),
    ...(iterations < MOST_ITERATIONS ? { iterations } : {}),
    ...(Number.isFinite(timeMs) ? { seconds: Math.min(timeMs / 1000, MOST_SECONDS) } : {}),
    method,
    ...(method === 'exact' || buckets === DEFAULT_SETTINGS.buckets ? {} : { buckets: Number(buckets) }),
  };
}
