// Spots of poker as solve jobs, with ranges drawn at random: what the tests solve in earnest.

import { HOLE_CARDS, type Game as Poker } from '../../src/job.ts';
import { DEFAULT_BUCKETS, type NodeLock, type SolveJob, type SolveRange } from '../../src/solve/job.ts';
import { renameCard, type SuitRenaming } from '../../src/suits.ts';
import { cardsOf, dealCards, testRandom } from '../kernel.ts';
import { NO_RAKE } from './toy-game.ts';
import { type Betting, bettingTree, forestsOf } from './toy-tree.ts';

export interface SpotOptions {
  readonly game?: Poker;
  /** One text a board. */
  readonly boards: readonly string[];
  /** Combos of each player; those that a board rules out are among them. */
  readonly combos: readonly [number, number];
  /** Suit renamings under which both ranges stay as they are. */
  readonly alike?: readonly SuitRenaming[];
  readonly weighted?: boolean;
  readonly seed?: number;
  readonly pot?: number;
  readonly stack?: number;
  readonly maxRaises?: number;
  readonly rake?: Betting['rake'];
  /** Part of the pot after the call that a bet or raise adds; 1 unless said. */
  readonly bet?: number;
  readonly locks?: readonly NodeLock[];
  readonly method?: SolveJob['method'];
  readonly buckets?: number;
  readonly storage?: SolveJob['storage'];
  readonly maxBytes?: number;
}

export function spot(options: SpotOptions): SolveJob {
  const { game = 'plo4', boards, combos, pot = 60, stack = 240, rake = NO_RAKE, seed = 1, bet = 1 } = options;
  const streets = 6 - boards[0]!.length / 2;
  const tree = bettingTree({
    pot,
    stack,
    streets,
    rake,
    maxRaises: options.maxRaises ?? Infinity,
    raise: (_, potAfterCall) => Math.round(bet * potAfterCall),
  });
  const range = (player: 0 | 1): SolveRange =>
    drawnRange(HOLE_CARDS[game], combos[player], 10 * seed + player, options.alike ?? [], options.weighted ?? true);
  return {
    game,
    boards: boards.map((board) => cardsOf(board)),
    players: [range(0), range(1)],
    pot,
    streets: forestsOf(tree),
    locks: options.locks ?? [],
    method: options.method ?? 'auto',
    buckets: options.buckets ?? DEFAULT_BUCKETS,
    storage: options.storage ?? 'f32',
    maxBytes: options.maxBytes ?? 4e9,
  };
}

/** At least so many random combos with what `alike` makes of them, weights 1…100 in no order but alike for such. */
function drawnRange(
  size: number,
  count: number,
  seed: number,
  alike: readonly SuitRenaming[],
  weighted: boolean,
): SolveRange {
  const random = testRandom(seed);
  const drawn = new Map<string, { combo: number[]; weight: number }>();
  while (drawn.size < count) {
    const weight = 1 + Math.floor(random() * 100);
    const open = [ascending(dealCards(random, size))];
    for (let combo = open.pop(); combo; combo = open.pop()) {
      if (drawn.has(combo.join())) continue;
      drawn.set(combo.join(), { combo, weight });
      for (const renaming of alike) open.push(renamed(combo, renaming));
    }
  }
  const combos = [...drawn.values()];
  return {
    cards: Uint8Array.from(combos.flatMap(({ combo }) => combo)),
    weights: weighted ? Uint8Array.from(combos, ({ weight }) => weight) : null,
  };
}

function ascending(cards: readonly number[]): number[] {
  return [...cards].sort((a, b) => a - b);
}

function renamed(combo: readonly number[], renaming: SuitRenaming): number[] {
  return ascending(combo.map((card) => renameCard(card, renaming)));
}

/** Combos of a range as lists of cards. */
export function combosOf(job: SolveJob, player: 0 | 1): number[][] {
  const { cards } = job.players[player];
  const size = HOLE_CARDS[job.game];
  return Array.from({ length: cards.length / size }, (_, i) => [...cards.subarray(i * size, (i + 1) * size)]);
}

/** The same spot with suits renamed; combos keep their places. */
export function renamedSpot(job: SolveJob, renaming: SuitRenaming): SolveJob {
  const range = (player: 0 | 1): SolveRange => ({
    cards: Uint8Array.from(combosOf(job, player).flatMap((combo) => renamed(combo, renaming))),
    weights: job.players[player].weights,
  });
  return {
    ...job,
    boards: job.boards.map((board) => board.map((card) => renameCard(card, renaming))),
    players: [range(0), range(1)],
  };
}

/** The same spot with the players' ranges and their parts in the tree exchanged. */
export function mirroredSpot(job: SolveJob): SolveJob {
  return {
    ...job,
    players: [job.players[1], job.players[0]],
    streets: job.streets.map((forest) => ({ ...forest, players: forest.players.map((player) => 1 - player) })),
  };
}
