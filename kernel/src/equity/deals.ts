// Sampled deals: any players, any boards, with a standard error. See `assembly/deals.ts` for why it is unbiased.

import { type EquityJob, HOLE_CARDS, MADE_HANDS, type PlayerRange } from '../job.ts';
import { addressOf, type KernelExports } from '../wasm.ts';
import { aliasTable } from './alias.ts';
import { knownCards, maskOfCards } from './cards.ts';
import { withoutCards, writeCombos } from './combos.ts';
import type { TallyLayout } from './tally.ts';

/** Run-outs of the first part; every further one has so many more, up to the most. */
const FIRST_CLUSTERS = 64;
const MOST_CLUSTERS = 4096;
/** Draws of tail players that a part may take: some ten milliseconds. */
const MOST_TAIL_DRAWS = 1_000_000;
const HANDS_ONLY = 8;
/** Rotations of sixteen draws. More make more deals a second and learn less from each: four is where wide and narrow
 * ranges both reach an error soonest. */
const ROTATIONS = 4;
const BLOCK_SIZE = 16;

const HAND = 0;
const BLOCK = 1;
const TAIL = 2;
const LATE = 3;

/** Trial deals that decide how many players draw in blocks. */
const PILOT_DEALS = 4000;
/** A block whose deals are rejected more often than this wastes more than it shares. */
const LEAST_ACCEPTED = 0.01;
/** Fits a tail player's draws should find, and the most draws that may cost. */
const TAIL_FITS = 4;
const MOST_TRIES = 20_000;
/** Accepted pilot deals that make a measurement. */
const LEAST_COUNTED = 20;

/** Parts of plain jobs that together sample so many clusters (single hands: eight times as many). */
export function partsOfClusters(clusters: number): number {
  const growing = MOST_CLUSTERS / FIRST_CLUSTERS;
  const grown = (FIRST_CLUSTERS * growing * (growing + 1)) / 2;
  if (clusters <= grown) return Math.max(1, Math.ceil(Math.sqrt((2 * clusters) / FIRST_CLUSTERS)));
  return growing + Math.ceil((clusters - grown) / MOST_CLUSTERS);
}

export interface DealSampler {
  sample(index: number): Float64Array;
  close(): void;
}

/** Loads a job's ranges into the kernel. */
export function openDealSampler(kernel: KernelExports, job: EquityJob, layout: TallyLayout): DealSampler {
  const mark = kernel.mark();
  const holeCards = HOLE_CARDS[job.game];
  kernel.openDeals(job.players.length, job.boards.length, holeCards, maskOfCards(knownCards(job)));
  for (const [index, board] of job.boards.entries()) {
    const at = addressOf(kernel.BOARDS) + 8 * index;
    const bytes = new Uint8Array(kernel.memory.buffer);
    bytes.set(board, at);
    bytes[at + 7] = board.length;
  }
  const gone = knownCards(job);
  const loaded = job.players.map((player) => loadPlayer(kernel, player, gone, holeCards));
  const { roles, accepted } = castRoles(kernel, job, loaded);
  for (const [index, player] of loaded.entries()) setPlayer(kernel, index, roles[index]!, player);
  const drawing = roles.filter(({ role }) => role !== HAND).length;
  const rotations = drawing > 1 ? ROTATIONS : drawing;
  const tailDraws = roles.reduce((sum, { tries }) => sum + tries, 0) * accepted * BLOCK_SIZE * rotations;
  const most = Math.max(8, Math.min(MOST_CLUSTERS, Math.round(MOST_TAIL_DRAWS / (tailDraws + 1))));

  return {
    sample(index) {
      // A cluster of single hands has but one deal.
      const clusters = Math.min(most, FIRST_CLUSTERS * (index + 1)) * (drawing === 0 ? HANDS_ONLY : 1);
      kernel.sampleDeals(job.seed, index, clusters, rotations, job.detail.madeHands);
      return readSample(kernel, job, layout);
    },
    close: () => kernel.release(mark),
  };
}

interface LoadedPlayer {
  readonly kind: PlayerRange['kind'];
  readonly combos: number;
  readonly list: number;
  readonly cuts: number;
  readonly alias: number;
}

function loadPlayer(kernel: KernelExports, whole: PlayerRange, gone: Uint8Array, holeCards: number): LoadedPlayer {
  if (whole.kind === 'random') return { kind: 'random', combos: 0, list: 0, cuts: 0, alias: 0 };
  const player = whole.kind === 'range' ? withoutCards(whole, gone, holeCards) : whole;
  const cards = player.kind === 'hand' ? Uint8Array.from(player.cards).sort() : player.cards;
  const combos = cards.length / holeCards;
  const list = kernel.reserve(combos * 8);
  const weights = player.kind === 'range' ? player.weights : null;
  const cuts = weights ? kernel.reserve(combos * 4) : 0;
  const alias = weights ? kernel.reserve(combos * 4) : 0;
  writeCombos(new Uint8Array(kernel.memory.buffer), list, cards, holeCards);
  if (weights) {
    const table = aliasTable(weights);
    new Uint32Array(kernel.memory.buffer).set(table.cuts, cuts >> 2);
    new Uint32Array(kernel.memory.buffer).set(table.alias, alias >> 2);
  }
  return { kind: player.kind, combos, list, cuts, alias };
}

function setPlayer(kernel: KernelExports, index: number, { role, tries }: Role, player: LoadedPlayer): void {
  kernel.setPlayer(index, role, player.combos, player.list, player.cuts, player.alias, tries);
}

/**
 * Who draws how. Ranges draw in blocks as long as their deals are accepted often enough, the narrowest first; random
 * players join the block when it stays good, else they come last, which costs nothing.
 */
function castRoles(kernel: KernelExports, job: EquityJob, loaded: readonly LoadedPlayer[]): Cast {
  const roles = loaded.map(
    ({ kind }): Role => ({ role: kind === 'hand' ? HAND : kind === 'random' ? LATE : TAIL, tries: 0 }),
  );
  const order = [...loaded.keys()]
    .filter((index) => loaded[index]!.kind !== 'hand')
    .sort((a, b) => (loaded[a]!.combos || Infinity) - (loaded[b]!.combos || Infinity));
  for (const [index, player] of loaded.entries()) setPlayer(kernel, index, roles[index]!, player);
  const at = kernel.reserve(8);
  new Uint8Array(kernel.memory.buffer).set(order, at);
  const holeCards = HOLE_CARDS[job.game];
  const known = knownCards(job).length + job.boards.reduce((sum, board) => sum + 5 - board.length, 0);
  let accepted = PILOT_DEALS;
  let inBlock = PILOT_DEALS;
  for (const [place, index] of order.entries()) {
    const before = accepted;
    accepted = kernel.acceptedDeals(job.seed, at, place + 1, PILOT_DEALS);
    // One player draws in a block whatever it costs: somebody must be first.
    if (place === 0 || accepted >= LEAST_ACCEPTED * PILOT_DEALS) {
      roles[index] = { role: BLOCK, tries: 0 };
      inBlock = accepted;
    } else if (loaded[index]!.kind === 'range') {
      // Too few accepted to measure how often he fits: take him to be as lucky as a random hand.
      const fit = accepted >= LEAST_COUNTED ? accepted / before : fitOfRandomHand(known + place * holeCards, holeCards);
      roles[index] = { role: TAIL, tries: Math.min(MOST_TRIES, Math.ceil(TAIL_FITS / fit)) };
    }
  }
  return { roles, accepted: inBlock / PILOT_DEALS };
}

/** Chance that `holeCards` random cards miss `used` cards of the deck. */
function fitOfRandomHand(used: number, holeCards: number): number {
  let fit = 1;
  for (let i = 0; i < holeCards; i++) fit *= (52 - used - i) / (52 - i);
  return fit;
}

interface Cast {
  readonly roles: readonly Role[];
  /** Share of the block players' deals that use no card twice. */
  readonly accepted: number;
}

interface Role {
  readonly role: number;
  /** Draws of a tail player. */
  readonly tries: number;
}

function readSample(kernel: KernelExports, job: EquityJob, layout: TallyLayout): Float64Array {
  const tally = new Float64Array(layout.size);
  const doubles = new Float64Array(kernel.memory.buffer);
  const from = (global: { readonly value: number }, index = 0): number => (addressOf(global) >> 3) + index;
  const copy = (to: number, at: number, count: number): void => tally.set(doubles.subarray(at, at + count), to);

  const sums = from(kernel.SUMS);
  const weight = doubles[sums + 1]!;
  tally[layout.trials] = doubles[sums]!;
  tally[layout.clusters] = doubles[sums + 2]!;
  tally[layout.weightSquares] = doubles[sums + 3]!;
  tally[layout.jointDeals] = weight;
  for (let player = 0; player < job.players.length; player++) {
    tally[layout.shareSquares(player)] = doubles[from(kernel.SHARE_SQUARES, player)]!;
    tally[layout.shareWeights(player)] = doubles[from(kernel.SHARE_WEIGHTS, player)]!;
    copy(layout.joint(player), from(kernel.JOINT, player * 6), 6);
    copy(layout.jointSquares(player), from(kernel.JOINT_SQUARES, player * 6), 6);
    copy(layout.jointWeights(player), from(kernel.JOINT_WEIGHTS, player * 6), 6);
  }
  for (let board = 0; board < job.boards.length; board++) {
    tally[layout.deals(board)] = weight;
    if (job.detail.nextCards) copy(layout.nextDeals(board), from(kernel.NEXT_DEALS, board * 52), 52);
    for (let player = 0; player < job.players.length; player++) {
      const row = board * 8 + player;
      copy(layout.shares(board, player), from(kernel.BOARD_SHARES, row * 3), 3);
      if (job.detail.madeHands) {
        copy(layout.madeHands(board, player), from(kernel.DEAL_MADE, row * MADE_HANDS.length), MADE_HANDS.length);
      }
      if (job.detail.nextCards) copy(layout.nextShares(board, player), from(kernel.NEXT_SHARES, row * 52), 52);
    }
  }
  return tally;
}
