// What the run-outs of a visit share: reach by lane, worth by lane, and room for buckets; `assembly/solve/sampled/visit.ts`
// reads the same fields.

import type { KernelExports } from '../../wasm.ts';
import { ACT } from '../forest.ts';
import { BOTH } from '../hand-lists.ts';
import { type LaidForest, parentsOf, reserve, writeInts } from '../layout.ts';
import { layRoom } from '../rooms.ts';
import type { LaidPacks } from './laid-packs.ts';

export interface VisitRoom {
  /** Address of the record. */
  readonly at: number;
  readonly seats: readonly number[];
  /** Addresses of u8[stride]: how many run-outs of the visit left each hand. */
  readonly met: readonly [number, number];
}

/** `buckets`: the most that any run-out has, filled up to whole blocks. */
export function layVisitRoom(
  laid: LaidPacks,
  forest: LaidForest,
  runOuts: number,
  buckets: number,
  twoBoards: boolean,
): VisitRoom {
  const { kernel, packs } = laid;
  const { stride } = packs;
  const { batches } = forest;
  const entries = forest.forest.entries.length;
  const lanes = (hands: number): number => reserve(kernel, batches * hands * 16);
  const size = { hands: buckets, batches, exits: 0, boards: 1 };
  const ones = reserve(kernel, entries * buckets * 4);
  new Float32Array(kernel.memory.buffer, ones, entries * buckets).fill(1);
  const { laneEntries, entryLanes, nodeEntries } = entriesOf(forest);
  const nothing = reserve(kernel, stride * 4);
  new Uint8Array(kernel.memory.buffer, nothing, stride * 4).fill(0);
  const at = writeInts(kernel, [
    lanes(stride),
    lanes(stride),
    lanes(stride),
    stride,
    reserve(kernel, stride * 16),
    reserve(kernel, stride * 16),
    reserve(kernel, stride * 16),
    layRoom(kernel, size).at,
    layRoom(kernel, size).at,
    lanes(buckets),
    ones,
    reserve(kernel, entries * buckets * 4),
    buckets,
    writeInts(kernel, laneEntries),
    writeInts(kernel, entryLanes),
    writeInts(kernel, nodeEntries),
    nothing,
    ...[0, 0, 0].map(() => (twoBoards ? reserve(kernel, stride * 16) : 0)),
  ]);
  return {
    at,
    seats: Array.from({ length: runOuts }, () => laySeat(kernel, laid, buckets, twoBoards)),
    met: BOTH.map(() => reserve(kernel, stride)) as [number, number],
  };
}

function laySeat(kernel: KernelExports, laid: LaidPacks, buckets: number, twoBoards: boolean): number {
  const { packs, seatedBytes } = laid;
  const { stride } = packs;
  const boards = [0, 1].map(() => (twoBoards ? layBoardSeat(kernel, laid) : 0));
  const each = (bytes: number): number[] => BOTH.map(() => reserve(kernel, bytes));
  return writeInts(kernel, [
    ...each(stride * 4),
    ...each(stride * seatedBytes),
    ...each(stride * 4),
    ...each((buckets + 1) * 4),
    reserve(kernel, MOST_ENDS),
    0,
    0,
    ...boards,
    ...new Array<number>(3).fill(0),
  ]);
}

/** Room for the order of one of two boards. */
function layBoardSeat(kernel: KernelExports, { packs: { stride }, seatedBytes }: LaidPacks): number {
  const each = (bytes: number): number[] => BOTH.map(() => reserve(kernel, bytes));
  return writeInts(kernel, [
    ...each(stride * 4),
    ...each(stride * seatedBytes),
    ...each(stride * 4),
    reserve(kernel, MOST_ENDS),
    0,
  ]);
}

const MOST_ENDS = 7464 * 8;

/** Entry of each lane, −1 for one that pads; a lane of each entry; entry of each node. */
function entriesOf({ forest, lanes, batches }: LaidForest) {
  const parents = parentsOf(forest);
  const nodeEntries = new Int32Array(parents.length).fill(-1);
  forest.entries.forEach((node, entry) => {
    if (node >= 0) nodeEntries[node] = entry;
  });
  for (let node = 0; node < parents.length; node++) {
    if (forest.kinds[node] !== ACT) continue;
    for (let a = 0; a < forest.counts[node]!; a++) nodeEntries[forest.first[node]! + a] = nodeEntries[node]!;
  }
  const laneEntries = new Int32Array(batches * 4).fill(-1);
  const entryLanes = new Int32Array(forest.entries.length);
  lanes.forEach((node, lane) => {
    laneEntries[lane] = nodeEntries[node]!;
    entryLanes[nodeEntries[node]!] = lane;
  });
  return { laneEntries, entryLanes, nodeEntries };
}
