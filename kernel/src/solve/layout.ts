// Forests and deals as records in the module's memory; `assembly/solve/layout.ts` reads the same fields.

import type { KernelExports } from '../wasm.ts';
import { ACT, DEAL, FOLD, type Forest, nodeCount, SHOWDOWN } from './forest.ts';
import { lanesOf, planMet } from './met-steps.ts';

/** Hands that go through the tree together. */
export const BLOCK = 64;

/** A count of hands filled up to whole blocks. */
export function padded(hands: number): number {
  return Math.ceil(hands / BLOCK) * BLOCK;
}

/** A forest as the passes want it. */
export interface LaidForest {
  readonly forest: Forest;
  /** Address of the record. */
  readonly at: number;
  readonly lanes: readonly number[];
  readonly batches: number;
  readonly exits: number;
  /** Most actions of a node. */
  readonly actions: number;
  readonly acts: readonly [number, number];
  readonly tableRows: readonly [number, number];
}

/** Address after a call: WebAssembly hands out signed numbers. */
export function reserve(kernel: KernelExports, bytes: number): number {
  return kernel.reserve(bytes) >>> 0;
}

export function writeInts(kernel: KernelExports, values: ArrayLike<number>): number {
  const at = reserve(kernel, Math.max(4, values.length * 4));
  new Int32Array(kernel.memory.buffer, at, values.length).set(values);
  return at;
}

export function writeFloats(kernel: KernelExports, values: ArrayLike<number>): number {
  const at = reserve(kernel, values.length * 4);
  new Float32Array(kernel.memory.buffer, at, values.length).set(values);
  return at;
}

/** Node above each node, −1 above the entries. */
export function parentsOf(forest: Forest): Int32Array {
  const parents = new Int32Array(nodeCount(forest)).fill(-1);
  for (let node = 0; node < parents.length; node++) {
    if (forest.kinds[node] !== ACT) continue;
    for (let a = 0; a < forest.counts[node]!; a++) parents[forest.first[node]! + a] = node;
  }
  return parents;
}

/** The row with a player's reach: a node's own below that player's nodes, else that of the node above. */
function reachRows(forest: Forest, parents: Int32Array, player: number): Int32Array {
  const rows = new Int32Array(parents.length);
  for (let node = 0; node < rows.length; node++) {
    const parent = parents[node]!;
    rows[node] = parent < 0 || forest.players[parent] === player ? node : rows[parent]!;
  }
  return rows;
}

/** Puts a forest into memory. `boards`: on how many boards the pot is divided; 0 while cards are to come. */
export function layForest(kernel: KernelExports, forest: Forest, boards: number): LaidForest {
  const nodes = nodeCount(forest);
  const parents = parentsOf(forest);
  const lanes = lanesOf(forest, parents);
  const batches = Math.ceil(lanes.length / 4);
  const laneNodes = new Int32Array(batches * 4).fill(-1);
  laneNodes.set(lanes);
  const reach = [reachRows(forest, parents, 0), reachRows(forest, parents, 1)] as const;
  const met = [0, 1].map((hero) => planMet(forest, parents, hero, new Set(lanes)));

  const records = new ArrayBuffer(nodes * 64);
  const ints = new Int32Array(records);
  const floats = new Float32Array(records);
  const tableRows: [number, number] = [0, 0];
  const acts: [number, number] = [0, 0];
  let exits = 0;
  let actions = 1;
  for (let node = 0; node < nodes; node++) {
    const at = node * 16;
    const kind = forest.kinds[node]!;
    const player = forest.players[node]!;
    ints[at] = kind;
    ints[at + 1] = player;
    ints[at + 2] = forest.first[node]!;
    ints[at + 3] = forest.counts[node]!;
    ints[at + 4] = reach[0][node]!;
    ints[at + 5] = reach[1][node]!;
    if (kind === ACT) {
      const which = player as 0 | 1;
      ints[at + 6] = tableRows[which];
      tableRows[which] += forest.counts[node]!;
      ints[at + 12] = acts[which]++;
      actions = Math.max(actions, forest.counts[node]!);
    }
    if (kind === DEAL) {
      ints[at + 7] = forest.first[node]!;
      exits = Math.max(exits, forest.first[node]! + 1);
    }
    if (kind === FOLD) {
      ints[at + 8] = met[0]!.rows[node]!;
      ints[at + 9] = met[1]!.rows[node]!;
      const stayed = forest.payoffs[node * 3]!;
      const folded = forest.payoffs[node * 3 + 2]!;
      floats[at + 10] = player === 0 ? folded : stayed;
      floats[at + 11] = player === 1 ? folded : stayed;
    }
  }
  const nodesAt = reserve(kernel, records.byteLength);
  new Uint8Array(kernel.memory.buffer, nodesAt, records.byteLength).set(new Uint8Array(records));

  const fields = [
    nodes,
    nodesAt,
    forest.entries.length,
    writeInts(kernel, forest.entries),
    batches,
    writeInts(kernel, laneNodes),
    boards > 0 ? writeFloats(kernel, formsOf(forest, laneNodes, boards)) : 0,
    ...met.map((plan) =>
      writeInts(
        kernel,
        laneNodes.map((node) => (plan.lanes.has(node) ? node : -1)),
      ),
    ),
    ...met.map((plan) =>
      writeInts(
        kernel,
        plan.steps.flatMap(({ row, from, sign }) => [row, from, sign]),
      ),
    ),
    ...met.map((plan) => plan.steps.length),
    ...tableRows,
    ...acts,
    exits,
  ];
  return { forest, at: writeInts(kernel, fields), lanes, batches, exits, actions, acts, tableRows };
}

/** Per batch: what a unit of reach brings that is beaten, that is beaten or tied, and that is met at all. */
function formsOf(forest: Forest, laneNodes: Int32Array, boards: number): Float32Array {
  const forms = new Float32Array(laneNodes.length * 3);
  laneNodes.forEach((node, lane) => {
    if (node < 0 || forest.kinds[node] !== SHOWDOWN) return;
    const [win, tie, lose] = forest.payoffs.subarray(node * 3, node * 3 + 3) as unknown as [number, number, number];
    const at = (lane >> 2) * 12 + (lane & 3);
    forms[at] = (win - tie) / boards;
    forms[at + 4] = (tie - lose) / boards;
    forms[at + 8] = lose / boards;
  });
  return forms;
}
