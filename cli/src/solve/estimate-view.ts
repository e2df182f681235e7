/** What a solve will take: a few lines for people, and one line of JSON. */
import type { SolveEstimate } from '@ploscope/kernel';
import { isFlopOfTwoBoards, type SolveSpot, type SpotError, solveErrorText } from '@ploscope/poker';
import { formatBytes, formatCount, formatLongTime } from '../terminal/numbers.ts';
import { saySolve } from '../text/en-solve.ts';
import type { JobSettings } from './job-settings.ts';
import { BITS, waysToFit } from './memory.ts';
import type { Prepared } from './prepare.ts';
import { iterationsInTenMinutes } from './preset-offer.ts';
import { formatTree } from './tree-text.ts';

export interface Estimated {
  readonly prepared: Pick<Prepared, 'spot' | 'isPreset'>;
  readonly estimate: SolveEstimate;
  /** What the tree that fits ten minutes would take; null where there is no need for it. */
  readonly offer: SolveEstimate | null;
}

type Limits = Pick<JobSettings, 'storage' | 'maxBytes'>;

/** The lines, without line ends; with what would make it fit where it does not. */
export function formatEstimate({ prepared, estimate, offer }: Estimated, limits: Limits): string[] {
  const { nodes, runOuts, allRunOuts, combos, bytes, buckets, shards, iterationMs } = estimate;
  const text = saySolve.estimate;
  const runOutsText = text.nodesOver(formatCount(nodes), runOuts, formatCount(runOuts));
  const most = formatBytes(limits.maxBytes);
  // No memory is enough for it.
  const isVast = isFlopOfTwoBoards(prepared.spot);
  const takes = text.takes(formatLongTime(iterationMs), shards);
  const rows = [
    ...(prepared.isPreset ? [[text.tree, text.presetTree(formatTree(prepared.spot))] as const] : []),
    [text.method, buckets === null ? text.exactMethod : text.bucketedMethod(formatCount(buckets))],
    [text.nodes, runOutsText + (runOuts < allRunOuts ? text.ofAll(formatCount(allRunOuts)) : '')],
    [text.combos, text.bothCombos(formatCount(combos[0]), formatCount(combos[1]))],
    [text.memory, text.bothBytes(formatBytes(bytes.f32), formatBytes(bytes.i16))],
    ...(isVast
      ? []
      : [
          [
            text.storage,
            estimate.storage === null ? text.none(most) : text.chosen(BITS[estimate.storage], most),
          ] as const,
        ]),
    [
      text.iteration,
      buckets === null ? takes : text.inTenMinutes(takes, formatCount(iterationsInTenMinutes(estimate))),
    ],
  ] as const;
  const width = Math.max(...rows.map(([name]) => name.length));
  const ways = isVast ? [] : waysOf({ prepared, estimate, offer }, limits);
  return [
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    ...(ways.length === 0 ? [] : ['', `  ${text.fitTitle}`, ...ways.map((way) => `  – ${way}`)]),
    ...(offer === null || estimate.storage === null ? [] : ['', `  ${offerText(offer)}`]),
  ];
}

/** Why a flop of two boards is not solved, and what is instead. */
export function vastFlop({ spot }: Estimated['prepared'], estimate: SolveEstimate): SpotError {
  return solveErrorText({ code: 'board', player: null, message: '', estimate }, spot);
}

function waysOf({ prepared, estimate, offer }: Estimated, { storage, maxBytes }: Limits): string[] {
  if (isFlopOfTwoBoards(prepared.spot)) return [vastFlop(prepared, estimate).hint ?? ''];
  if (estimate.storage !== null) return [];
  const preset = offer?.storage
    ? [saySolve.fit.preset(formatBytes(offer.bytes[offer.storage]), BITS[offer.storage])]
    : [];
  return [...preset, ...waysToFit(estimate, storage, maxBytes)];
}

function offerText({ iterationMs, bytes, storage }: SolveEstimate): string {
  return saySolve.offer(formatLongTime(iterationMs), formatBytes(bytes[storage ?? 'i16']));
}

export function formatEstimateJson({ prepared, estimate, offer }: Estimated, limits: Limits): string {
  const { combos } = estimate;
  return JSON.stringify({
    preset: prepared.isPreset ? treeOf(prepared.spot) : null,
    ...methodOf(estimate),
    nodes: estimate.nodes,
    runOuts: estimate.runOuts,
    allRunOuts: estimate.allRunOuts,
    combosOop: combos[0],
    combosIp: combos[1],
    bytes: estimate.bytes,
    maxBytes: limits.maxBytes,
    storage: estimate.storage,
    threads: estimate.shards,
    iterationMs: estimate.iterationMs,
    fit: waysOf({ prepared, estimate, offer }, limits),
    tenMinutes: offer === null ? null : { bytes: offer.bytes, storage: offer.storage, iterationMs: offer.iterationMs },
  });
}

function methodOf({ buckets }: SolveEstimate): { readonly method: string; readonly buckets: number | null } {
  return { method: buckets === null ? 'exact' : 'bucketed', buckets };
}

/** The fields of a document that say what the tree is, for another spot. */
function treeOf({ oop, ip, addAllIn, forceAllIn, merge, maxRaises }: SolveSpot): object {
  return {
    oop: { bets: oop.bets, raises: oop.raises, donks: oop.donks },
    ip: { bets: ip.bets, raises: ip.raises },
    addAllIn,
    forceAllIn,
    merge,
    maxRaises,
  };
}
