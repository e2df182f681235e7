/** What a solve will take: a few lines for people, and one line of JSON. */
import type { SolveEstimate } from '@ploscope/kernel';
import { formatBytes, formatCount, formatLongTime } from '../terminal/numbers.ts';
import { saySolve } from '../text/en-solve.ts';
import type { JobSettings } from './job-settings.ts';
import { BITS, waysToFit } from './memory.ts';

/** The lines, without line ends; with what would make it fit where it does not. */
export function formatEstimate(estimate: SolveEstimate, { storage, maxBytes }: JobSettings): string[] {
  const { nodes, runOuts, allRunOuts, combos, bytes, shards, iterationMs } = estimate;
  const text = saySolve.estimate;
  const runOutsText = text.nodesOver(formatCount(nodes), runOuts, formatCount(runOuts));
  const most = formatBytes(maxBytes);
  const rows = [
    [text.nodes, runOutsText + (runOuts < allRunOuts ? text.ofAll(formatCount(allRunOuts)) : '')],
    [text.combos, text.bothCombos(formatCount(combos[0]), formatCount(combos[1]))],
    [text.memory, text.bothBytes(formatBytes(bytes.f32), formatBytes(bytes.i16))],
    [text.storage, estimate.storage === null ? text.none(most) : text.chosen(BITS[estimate.storage], most)],
    [text.iteration, text.takes(formatLongTime(iterationMs), shards)],
  ] as const;
  const width = Math.max(...rows.map(([name]) => name.length));
  const ways = estimate.storage === null ? waysToFit(estimate, storage, maxBytes) : [];
  return [
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    ...(ways.length === 0 ? [] : ['', `  ${text.fitTitle}`, ...ways.map((way) => `  – ${way}`)]),
  ];
}

export function formatEstimateJson(estimate: SolveEstimate, { storage, maxBytes }: JobSettings): string {
  const { nodes, runOuts, allRunOuts, combos, bytes, shards, iterationMs } = estimate;
  return JSON.stringify({
    nodes,
    runOuts,
    allRunOuts,
    combosOop: combos[0],
    combosIp: combos[1],
    bytes,
    maxBytes,
    storage: estimate.storage,
    threads: shards,
    iterationMs,
    fit: estimate.storage === null ? waysToFit(estimate, storage, maxBytes) : [],
  });
}
