// Makes the orderings of one game, part by part. Stopped at any moment, it goes on from the last saved state.

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import {
  classCount,
  classSizes,
  formatOrdering,
  type Game,
  HOLE_CARDS,
  type OrderingHeader,
  orderingKeys,
} from '../../poker/src/index.ts';
import { type Part, type PartSums, SEED } from './parts.ts';

/** Deals a game's sampled ordering is made from, and in one part. */
const SAMPLED: Readonly<Record<Game, { deals: number; part: number }>> = {
  holdem: { deals: 4_000_000, part: 400_000 },
  plo4: { deals: 1_000_000, part: 40_000 },
  plo5: { deals: 1_000_000, part: 20_000 },
  plo6: { deals: 1_600_000, part: 16_000 },
};
const BOARD_CLASSES = 134_459;
const BOARDS_PER_PART = 1_000;
const SAVE_MS = 30_000;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { threads: { type: 'string' }, deals: { type: 'string' } },
});
const game = positionals[0] as Game;
if (HOLE_CARDS[game] === undefined) throw new Error('name a game: plo4, plo5, plo6 or holdem');
const threads = Number(values.threads ?? availableParallelism());

const root = new URL('../../', import.meta.url);
const stateFolder = new URL('.ploscope/orderings/', root);
mkdirSync(stateFolder, { recursive: true });

interface State {
  readonly done: Set<number>;
  /** Sums of even and of odd parts: their difference measures the error. */
  readonly halves: readonly [Float64Array[], Float64Array[]];
}

/** Does all parts that are not done yet and gives the sums. */
async function work(name: string, parts: readonly Part[], columns: number): Promise<State> {
  const file = new URL(`${name}.state`, stateFolder);
  const empty = (): Float64Array[] => Array.from({ length: columns }, () => new Float64Array(classCount(game)));
  const state: State = existsSync(file)
    ? (deserialize(readFileSync(file)) as State)
    : { done: new Set(), halves: [empty(), empty()] };
  const todo = parts.filter((part) => !state.done.has(part.index)).reverse();
  let savedAt = Date.now();
  const save = (): void => {
    const fresh = new URL(`${name}.state.new`, stateFolder);
    writeFileSync(fresh, serialize(state));
    renameSync(fresh, file);
    savedAt = Date.now();
  };
  await Promise.all(
    Array.from({ length: Math.min(threads, todo.length) }, async () => {
      const worker = new Worker(new URL('./orderings-worker.mjs', import.meta.url));
      for (let part = todo.pop(); part; part = todo.pop()) {
        const answer = await ask(worker, part);
        for (const [i, sums] of state.halves[part.index % 2 === 0 ? 0 : 1].entries()) {
          for (let c = 0; c < sums.length; c++) sums[c]! += answer.sums[i]![c]!;
        }
        state.done.add(part.index);
        if (Date.now() - savedAt > SAVE_MS) save();
        console.error(`${name}: ${state.done.size} of ${parts.length} parts`);
      }
      await worker.terminate();
    }),
  );
  save();
  return state;
}

function ask(worker: Worker, part: Part): Promise<PartSums> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (sums: PartSums) => {
      worker.off('error', reject);
      resolve(sums);
    });
    worker.postMessage(part);
  });
}

function write(header: OrderingHeader, equities: Float64Array): void {
  const file = new URL(`poker/data/${header.game}-${header.opponents}.bin`, root);
  mkdirSync(new URL('./', file), { recursive: true });
  writeFileSync(file, formatOrdering(header, orderingKeys(header.game, equities)));
  console.error(`${header.game}-${header.opponents}: ${JSON.stringify(header)}`);
}

/** Every class against one random hand, all boards and all opponents. */
async function makeExact(): Promise<void> {
  const parts: Part[] = [];
  for (let from = 0; from < BOARD_CLASSES; from += BOARDS_PER_PART) {
    const to = Math.min(BOARD_CLASSES, from + BOARDS_PER_PART);
    parts.push({ kind: 'exact', game, index: parts.length, from, to });
  }
  const startedAt = Date.now();
  const { halves } = await work(`${game}-1`, parts, 1);
  console.error(`all boards in ${((Date.now() - startedAt) / 1000).toFixed(0)} s on ${threads} threads`);
  // Integers all: the same sum of half pots per hand is the same equity.
  const equities = Float64Array.from(classSizes(game), (size, c) => (halves[0][0]![c]! + halves[1][0]![c]!) / size);
  const note = 'every board, every opposing hand, with card removal';
  write({ game, opponents: 1, exact: true, trials: null, standardError: null, note }, equities);
}

/** Every class against five random hands, and against one of the five where no exact ordering is made. */
async function makeSampled(alsoOne: boolean): Promise<void> {
  const { deals: all, part: size } = SAMPLED[game];
  const deals = Number(values.deals ?? all);
  const parts: Part[] = [];
  for (let at = 0; at < deals; at += size) parts.push({ kind: 'sampled', game, index: parts.length, deals: size });
  const { halves } = await work(`${game}-5`, parts, 3);
  const equity = (half: readonly Float64Array[], column: number, unit: number): Float64Array =>
    Float64Array.from(half[0]!, (seen, c) => half[column]![c]! / (seen * unit));
  const sum = halves[0].map((column, i) => column.map((value, c) => value + halves[1][i]![c]!));
  const trials = Math.round(sum[0]!.reduce((a, b) => a + b, 0) / classCount(game));
  for (const [opponents, column, unit] of [...(alsoOne ? ([[1, 1, 10]] as const) : []), [5, 2, 60] as const]) {
    const [a, b] = halves.map((half) => equity(half, column, unit));
    const sizes = classSizes(game);
    const combos = sizes.reduce((total, n) => total + n, 0);
    const squares = a!.reduce((total, value, c) => total + sizes[c]! * (value - b![c]!) ** 2, 0);
    // Two independent halves differ by twice the error of their mean.
    const standardError = Number((Math.sqrt(squares / combos) / 2).toFixed(6));
    const note = `sampled deals, seed ${SEED}; the error is measured from two halves`;
    write({ game, opponents, exact: false, trials, standardError, note }, equity(sum, column, unit));
  }
}

const exact = game === 'plo4' || game === 'holdem';
if (exact) await makeExact();
await makeSampled(!exact);
for (const opponents of [1, 5]) rmSync(new URL(`${game}-${opponents}.state`, stateFolder), { force: true });
