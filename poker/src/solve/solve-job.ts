/**
 * From a spot to the kernel's solve job: ranges become combos, the bet tree becomes forests, locks become shares.
 *
 * When to stop is not the spot's business and not the job's: whoever runs it says so.
 */
import { DEFAULT_BUCKETS, type SolveJob, type SolveRange } from '@ploscope/kernel';
import { type Card, parseCards } from '../cards.ts';
import type { OrderingName, Orderings } from '../ordering/ordering.ts';
import { orderingsOf } from '../range/orderings-of.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { SolveSpot } from '../spot/solve-spot.ts';
import type { SpotError } from '../spot/spot.ts';
import { atField } from '../spot/spot-form.ts';
import { say } from '../text/en.ts';
import { nodeLocks } from './node-locks.ts';
import { entryRange, excludeEachOther, sideRange } from './side-range.ts';
import type { BetTree } from './tree/bet-tree.ts';
import { buildTree } from './tree/build-tree.ts';
import { flatten } from './tree/flatten.ts';

export interface SolveOptions {
  /** What `orderingsOfSolveSpot` names. */
  readonly orderings?: Orderings;
  /** Bytes the solve may take; 2 GiB by default. */
  readonly maxBytes?: number;
  /** `auto` by default. */
  readonly method?: SolveJob['method'];
  /** Buckets a player and run-out, about; `DEFAULT_BUCKETS` by default. */
  readonly buckets?: number;
  /** `auto` by default. */
  readonly storage?: SolveJob['storage'];
}

/** A job and the tree its forests are made of: `tree.streets[s].nodes[n]` is node `n` of `job.streets[s]`. */
export interface PreparedSolve {
  readonly job: SolveJob;
  readonly tree: BetTree;
}

const DEFAULT_MAX_BYTES = 2 * 1024 ** 3;

/** The orderings a spot's ranges and locks speak of; load them before `solveJob`. */
export const orderingsOfSolveSpot = ({ game, oop, ip, locks }: SolveSpot): OrderingName[] => {
  const names = new Set<OrderingName>();
  const texts = [oop.range, ip.range, ...locks.flatMap(({ hands }) => hands.map(({ range }) => range))];
  for (const text of texts) {
    const range = entryRange(text, game);
    if (range.ok) for (const name of orderingsOf(range.value)) names.add(name);
  }
  return [...names];
};

/**
 * The job of a spot that `parseSolveSpot` accepted. Codes: those of `buildTree`, `ordering-missing`, `empty`,
 * `impossible`, `lock`, `line`, and those of cards and ranges for a spot that was not parsed.
 */
export const solveJob = (spot: SolveSpot, options: SolveOptions = {}): Result<PreparedSolve, SpotError> => {
  const tree = buildTree(spot);
  if (!tree.ok) return tree;
  const { known } = tree.value;
  const oop = rangeOf(spot, 'oop', known, options.orderings);
  if (!oop.ok) return oop;
  const ip = rangeOf(spot, 'ip', known, options.orderings);
  if (!ip.ok) return ip;
  const players = [oop.value, ip.value] as const;
  if (excludeEachOther(...players, spot.game)) return fail(atField('ip.range', say.nothingTogether(), spot.ip.range));
  const locks = nodeLocks(spot, { tree: tree.value, players, known, orderings: options.orderings });
  if (!locks.ok) return locks;
  const boards = [spot.board, ...(spot.board2 === null ? [] : [spot.board2])].map((text) => {
    const cards = parseCards(text);
    return Uint8Array.from(cards.ok ? cards.value : []);
  });
  return succeed({
    tree: tree.value,
    job: {
      game: spot.game,
      boards,
      players,
      pot: spot.pot,
      streets: flatten(tree.value, spot.rake),
      locks: locks.value,
      method: options.method ?? 'auto',
      buckets: options.buckets ?? DEFAULT_BUCKETS,
      storage: options.storage ?? 'auto',
      maxBytes: options.maxBytes ?? DEFAULT_MAX_BYTES,
    },
  });
};

const rangeOf = (
  spot: SolveSpot,
  side: 'oop' | 'ip',
  known: readonly Card[],
  orderings: Orderings | undefined,
): Result<SolveRange, SpotError> => {
  const range = sideRange(spot[side].range, spot.game, known, orderings);
  return range.ok ? range : fail({ ...range.error, field: `${side}.range` });
};
