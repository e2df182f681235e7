/** Result files for tests: deals as the kernel leaves them, with numbers that look random and are the same every time. */
import { cardsDealt, PARTS, type SolvedDeal, type SolveFigures, sourceOfBytes } from '@ploscope/kernel';
import { HOLE_CARDS } from '../../../games.ts';
import { parseSolveSpot } from '../../../spot/parse-solve-spot.ts';
import type { SolveSpot } from '../../../spot/solve-spot.ts';
import { type PreparedSolve, type SolveOptions, solveJob } from '../../solve-job.ts';
import { openPlos } from '../open-plos.ts';
import type { Plos } from '../plos.ts';
import { writePlos } from '../write-plos.ts';

export const FIGURES: SolveFigures = {
  iterations: 312,
  elapsedMs: 4113.25,
  memoryBytes: 123_456_789,
  storage: 'f32',
  buckets: null,
  exploitability: { chips: 0.0588, share: 0.00098 },
  ev: [29.123, 30.877],
  equity: [0.49, 0.51],
};

export const spotOf = (value: unknown): SolveSpot => {
  const read = parseSolveSpot(value);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
};

export const preparedOf = (spot: SolveSpot, options?: SolveOptions): PreparedSolve => {
  const made = solveJob(spot, options);
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
};

export const randomOf = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

/** All parts divided, zeros where a combo holds a card that is out. `buckets`: how many each player has, for a last street. */
export const dealOf = (
  { job }: PreparedSolve,
  dealt: readonly number[],
  random: () => number,
  buckets: readonly [number, number] | null = null,
): SolvedDeal => {
  const size = HOLE_CARDS[job.game];
  const gone = new Set([...job.boards.flatMap((board) => [...board]), ...dealt.flatMap(cardsDealt)]);
  const combos = job.players.map(({ cards }) =>
    Array.from({ length: cards.length / size }, (_, combo) =>
      cards.subarray(combo * size, (combo + 1) * size).every((card) => !gone.has(card)),
    ),
  );
  const live = buckets?.map((count) => new Array<boolean>(count).fill(true)) ?? combos;
  const forest = job.streets[dealt.length]!;
  const nodes = [...forest.kinds.keys()].flatMap((node) => {
    if (forest.kinds[node] !== 0) return [];
    const held = live[forest.players[node]!]!;
    const parts = new Uint8Array(forest.counts[node]! * held.length);
    for (const [place, isLive] of held.entries()) {
      let rest = isLive ? PARTS : 0;
      for (let action = 0; action < forest.counts[node]!; action++) {
        const last = action === forest.counts[node]! - 1;
        const part = last ? rest : Math.floor(random() * (rest + 1));
        parts[action * held.length + place] = part;
        rest -= part;
      }
    }
    return [{ node, parts }];
  });
  if (dealt.length + 1 === job.streets.length) return { dealt, nodes, buckets, exitWorth: null };
  const exits = job.streets[dealt.length + 1]!.entries.length;
  const worth = (player: 0 | 1): Float32Array =>
    Float32Array.from({ length: exits * live[player]!.length }, (_, i) =>
      live[player]![i % live[player]!.length] ? Math.fround(random() * 200 - 100) : 0,
    );
  return { dealt, nodes, buckets: null, exitWorth: [worth(0), worth(1)] };
};

export async function* listed(deals: Iterable<SolvedDeal>): AsyncGenerator<SolvedDeal> {
  yield* deals;
}

/** The bytes of a file. */
export const bytesOf = async (
  spot: SolveSpot,
  { job }: PreparedSolve,
  deals: AsyncIterable<SolvedDeal>,
  { figures = FIGURES, firstOnly = false } = {},
): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  const sink = { write: async (bytes: Uint8Array) => void parts.push(bytes.slice()) };
  const size = await writePlos(sink, { program: '0.1.0', spot, job, figures, firstOnly }, deals);
  const bytes = Uint8Array.from(parts.flatMap((part) => [...part]));
  if (bytes.length !== size) throw new Error('the size told is not the size written');
  return bytes;
};

export const opened = async (bytes: Uint8Array): Promise<Plos> => {
  const plos = await openPlos(sourceOfBytes(bytes));
  if (!plos.ok) throw new Error(plos.error.message);
  return plos.value;
};

/** Everything a file gives, or the code of the first thing that is wrong with it. */
export const readAll = async (bytes: Uint8Array) => {
  const plos = await openPlos(sourceOfBytes(bytes));
  if (!plos.ok) return plos.error.code;
  const { deal, ...head } = plos.value;
  const deals: unknown[] = [];
  for (const dealt of head.deals) {
    const read = await deal(dealt);
    if (!read.ok) return read.error.code;
    deals.push(read.value);
  }
  return { ...head, deals };
};
