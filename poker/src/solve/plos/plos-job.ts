/** The job of a solved spot, with the combos its file holds, so that orderings are not needed for the ranges. */
import { DEFAULT_BUCKETS, type SolveJob } from '@ploscope/kernel';
import { parseCards } from '../../cards.ts';
import type { Orderings } from '../../ordering/ordering.ts';
import { type Result, succeed } from '../../result.ts';
import type { SpotError } from '../../spot/spot.ts';
import { nodeLocks } from '../node-locks.ts';
import type { PreparedSolve } from '../solve-job.ts';
import { buildTree } from '../tree/build-tree.ts';
import { flatten } from '../tree/flatten.ts';
import type { Plos } from './plos.ts';

const DEFAULT_MAX_BYTES = 2 * 1024 ** 3;

export interface PlosJobOptions {
  /** Those that locks speak of (`orderingsOfSolveSpot`). */
  readonly orderings?: Orderings;
  /** Bytes that solving a street again may take; 2 GiB by default. */
  readonly maxBytes?: number;
}

/** The job plays as the file was solved: by the same buckets, or every combo by itself. Codes: those of `buildTree` and of locks. */
export const plosJob = (
  { spot, players, wantedBuckets }: Pick<Plos, 'spot' | 'players' | 'wantedBuckets'>,
  options: PlosJobOptions = {},
): Result<PreparedSolve, SpotError> => {
  const tree = buildTree(spot);
  if (!tree.ok) return tree;
  const { known } = tree.value;
  const locks = nodeLocks(spot, { tree: tree.value, players, known, orderings: options.orderings });
  if (!locks.ok) return locks;
  const job: SolveJob = {
    game: spot.game,
    boards: [spot.board, ...(spot.board2 === null ? [] : [spot.board2])].map((text) => {
      const cards = parseCards(text);
      return Uint8Array.from(cards.ok ? cards.value : []);
    }),
    players,
    pot: spot.pot,
    streets: flatten(tree.value, spot.rake),
    locks: locks.value,
    method: wantedBuckets === null ? 'exact' : 'bucketed',
    buckets: wantedBuckets ?? DEFAULT_BUCKETS,
    storage: 'auto',
    maxBytes: options.maxBytes ?? DEFAULT_MAX_BYTES,
  };
  return succeed({ tree: tree.value, job });
};
