// Tests the committed orderings against their generator's promise, in seconds.
//
// Hold'em against one hand is made again and must be the same file. The others take minutes to make, so hands from top
// to bottom of each are dealt afresh by another method (the kernel's sampled equities): they must come out in order.

import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { openEquityRun } from '../../kernel/src/equity/engine.ts';
import { planEquity } from '../../kernel/src/equity/plan.ts';
import { readTally } from '../../kernel/src/equity/result.ts';
import { addTally, TallyLayout } from '../../kernel/src/equity/tally.ts';
import { type EquityJob, HOLE_CARDS, type PlayerRange } from '../../kernel/src/job.ts';
import { openKernel } from '../../kernel/src/wasm.ts';
import {
  classHands,
  classSizes,
  type Game,
  type Ordering,
  orderingKeys,
  parseOrdering,
} from '../../poker/src/index.ts';
import type { PartSums } from './parts.ts';

const ROOT = new URL('../../', import.meta.url);
const BOARD_CLASSES = 134_459;
/** Hands looked at in an ordering, evenly spread over all hands. */
const PLACES = [0.005, 0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95, 0.995];
const STANDARD_ERROR = 0.0015;
/** Deviations beyond so many errors do not happen by chance in so few comparisons. */
const TOLERANCE = 4;

const kernel = openKernel(new WebAssembly.Module(readFileSync(new URL('kernel/build/kernel.wasm', ROOT))));

function readOrdering(game: Game, opponents: 1 | 5): Ordering {
  const ordering = parseOrdering(readFileSync(new URL(`poker/data/${game}-${opponents}.bin`, ROOT)));
  if (!ordering.ok) throw new Error(`${game}-${opponents}: ${ordering.error.message}`);
  const { header } = ordering.value;
  if (header.game !== game || header.opponents !== opponents)
    throw new Error(`${game}-${opponents}: its header is another's`);
  return ordering.value;
}

/** Equity of one hand against so many random ones. */
function equity(game: Game, hand: Uint8Array, opponents: number): { equity: number; standardError: number } {
  const players: PlayerRange[] = [{ kind: 'hand', cards: hand }];
  for (let i = 0; i < opponents; i++) players.push({ kind: 'random' });
  const job: EquityJob = {
    game,
    players,
    boards: [new Uint8Array()],
    dead: new Uint8Array(),
    method: 'sampled',
    stop: { standardError: STANDARD_ERROR, trials: Infinity, timeMs: Infinity },
    budgetMs: 0,
    seed: 4,
    detail: { madeHands: false, nextCards: false, combos: false },
  };
  const plan = planEquity(job);
  if ('code' in plan) throw new Error(plan.message);
  const run = openEquityRun(kernel, job, plan);
  const layout = new TallyLayout(job);
  const sum = new Float64Array(layout.size);
  for (let part = 0; ; part++) {
    addTally(sum, run.part(part).tally);
    const [first] = readTally(job, plan, layout, sum, null, 0).players;
    if (first!.standardError! <= STANDARD_ERROR) {
      run.close();
      return { equity: first!.equity, standardError: first!.standardError! };
    }
  }
}

/** The class in which the hand at a place from the top stands. */
function classAt(ordering: Ordering, place: number): number {
  const sizes = classSizes(ordering.header.game);
  const order = Uint32Array.from(sizes, (_, index) => index).sort(
    (a, b) => ordering.keys[a]! - ordering.keys[b]! || a - b,
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let before = 0;
  for (const index of order) {
    before += sizes[index]!;
    if (before >= place * total) return index;
  }
  throw new Error('a place beyond the last hand');
}

function checkOrder(ordering: Ordering): string[] {
  const { game, opponents } = ordering.header;
  const hands = classHands(game);
  const holeCards = HOLE_CARDS[game];
  const found = PLACES.map((place) => {
    const index = classAt(ordering, place);
    return equity(game, hands.slice(index * holeCards, (index + 1) * holeCards), opponents);
  });
  return found.flatMap((lower, i) => {
    const upper = found[i - 1];
    if (!upper || upper.equity - lower.equity > -TOLERANCE * Math.hypot(upper.standardError, lower.standardError))
      return [];
    return [
      `${ordering.name}: the hand at ${PLACES[i - 1]} has ${upper.equity}, the one at ${PLACES[i]} ${lower.equity}`,
    ];
  });
}

/** Hold'em against one hand, made again. */
async function checkExact(): Promise<string[]> {
  const worker = new Worker(new URL('./orderings-worker.mjs', import.meta.url));
  const answer = await new Promise<PartSums>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.postMessage({ kind: 'exact', game: 'holdem', index: 0, from: 0, to: BOARD_CLASSES });
  });
  await worker.terminate();
  const keys = orderingKeys(
    'holdem',
    Float64Array.from(classSizes('holdem'), (size, c) => answer.sums[0]![c]! / size),
  );
  const committed = readOrdering('holdem', 1).keys;
  return keys.every((key, i) => key === committed[i]) ? [] : ['holdem-1: the generator makes another file'];
}

const problems = await checkExact();
for (const game of ['holdem', 'plo4', 'plo5', 'plo6'] as const) {
  for (const opponents of [1, 5] as const) problems.push(...checkOrder(readOrdering(game, opponents)));
}
for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);
