// Whether a solve job can run, judged whole before any work starts.

import { choose } from '../equity/cards.ts';
import { HOLE_CARDS } from '../job.ts';
import { comboIndex } from '../suits.ts';
import { isDeal } from './dealt.ts';
import { ACT, DEAL, FOLD, type Forest, nodeCount, SHOWDOWN } from './forest.ts';
import type { NodeLock, SolveError, SolveJob, SolveMethod, SolveRange, SolveStop } from './job.ts';
import { startWeights } from './start-weights.ts';

/** Buckets a player and run-out that may be asked for. */
const MOST_BUCKETS = 4096;
/** What f32 still has room for, many times over. */
const MOST_CHIPS = 1e15;

/** Null when the job can run. */
export function checkSolveJob(job: SolveJob, method: SolveMethod = 'exact'): SolveError | null {
  const holeCards = HOLE_CARDS[job.game];
  if (holeCards === undefined) return error('board', 'there is no such game');
  const board = boardError(job);
  if (board) return board;
  if (!(job.pot > 0 && job.pot <= MOST_CHIPS)) return error('pot', 'the pot must be more than nothing');
  if (!['exact', 'bucketed', 'auto'].includes(job.method)) return error('memory', 'there is no such method');
  if (!(Number.isInteger(job.buckets) && job.buckets > 0 && job.buckets <= MOST_BUCKETS)) {
    return error('memory', `there are 1 to ${MOST_BUCKETS} buckets`);
  }
  if (!['f32', 'i16', 'auto'].includes(job.storage)) return error('memory', 'there is no such storage');
  if (!(job.maxBytes > 0)) return error('memory', 'there must be some memory');
  for (const player of [0, 1] as const) {
    const range = rangeError(job.players[player], holeCards, player, job.boards);
    if (range) return range;
  }
  const wrong = treeError(job) ?? job.locks.map((lock) => lockError(job, lock)).find((found) => found !== null);
  if (wrong) return wrong;
  if (method === 'bucketed' && job.locks.length > 0) {
    return error('lock', 'locks are kept only where every combo plays by itself');
  }
  const held = startWeights(job)[0].some((weight) => weight > 0);
  return held ? null : error('impossible', 'no two combos of the ranges can be held together');
}

/** Null when the rules can be met. */
export function checkSolveStop({ exploitability, iterations, timeMs }: SolveStop): SolveError | null {
  if (!(exploitability >= 0) || !(iterations > 0) || !(timeMs > 0)) return error('stop', 'a stop rule is out of range');
  if (exploitability === 0 && iterations === Infinity && timeMs === Infinity) {
    return error('stop', 'without a target, a number of iterations or a time it would never end');
  }
  return null;
}

function error(code: SolveError['code'], message: string, player: number | null = null): SolveError {
  return { code, player, message };
}

function boardError({ boards }: SolveJob): SolveError | null {
  const cards = boards.flatMap((board) => [...board]);
  if (cards.some((card) => !(card < 52)) || new Set(cards).size < cards.length) {
    return error('cards', 'a board holds a card twice, or one that there is not');
  }
  const [board, other] = boards;
  if (!board || boards.length > 2) return error('board', 'there are one or two boards');
  if (other && other.length !== board.length) return error('board', 'two boards have equally many cards');
  return board.length >= 3 && board.length <= 5 ? null : error('board', 'boards of 3 to 5 cards are solved');
}

function rangeError(
  { cards, weights }: SolveRange,
  holeCards: number,
  player: 0 | 1,
  boards: readonly Uint8Array[],
): SolveError | null {
  const combos = cards.length / holeCards;
  if (!Number.isInteger(combos)) return error('cards', 'a combo has a wrong number of cards', player);
  if (weights && (weights.length !== combos || weights.some((weight) => weight < 1 || weight > 100))) {
    return error('weights', 'a weight is not a whole number from 1 to 100', player);
  }
  const gone = new Uint8Array(256);
  for (const board of boards) for (const card of board) gone[card] = 1;
  /** A bit a combo. */
  const seen = new Uint8Array(Math.ceil(choose(52, holeCards) / 8));
  const combo = new Uint8Array(holeCards);
  let live = 0;
  for (let i = 0; i < cards.length; i += holeCards) {
    let blocked = false;
    for (let c = 0; c < holeCards; c++) {
      const card = cards[i + c]!;
      if (card > 51 || (c > 0 && card <= cards[i + c - 1]!)) return error('cards', 'a combo is not ascending', player);
      if (gone[card]) blocked = true;
      combo[c] = card;
    }
    const number = comboIndex(combo);
    if ((seen[number >> 3]! >> (number & 7)) & 1) return error('cards', 'a combo comes twice', player);
    seen[number >> 3]! |= 1 << (number & 7);
    if (!blocked) live++;
  }
  return live > 0 ? null : error('empty', 'the board leaves nothing of the range', player);
}

function treeError({ boards, streets }: SolveJob): SolveError | null {
  if (streets.length !== 6 - boards[0]!.length) return error('tree', 'there must be a forest for each street');
  let entries = 1;
  for (const [street, forest] of streets.entries()) {
    const last = street === streets.length - 1;
    const wrong = forestError(forest, entries, last);
    if (wrong) return error('tree', `street ${street + 1}: ${wrong}`);
    entries = forest.kinds.filter((kind) => kind === DEAL).length;
  }
  return null;
}

function forestError(forest: Forest, entries: number, last: boolean): string | null {
  const nodes = nodeCount(forest);
  const { kinds, players, first, counts, payoffs } = forest;
  if ([players, first, counts].some(({ length }) => length !== nodes) || payoffs.length !== nodes * 3) {
    return 'its arrays differ in length';
  }
  if (forest.entries.length !== entries) return 'an entry is missing, or nothing leads to one';
  const parents = new Uint32Array(nodes);
  for (const entry of forest.entries) {
    if (!(entry >= 0 && entry < nodes)) return 'an entry is no node';
    parents[entry]!++;
  }
  const exits = new Set<number>();
  for (let node = 0; node < nodes; node++) {
    const kind = kinds[node]!;
    if (players[node]! > 1) return `node ${node} has no player`;
    if (kind === ACT) {
      if (counts[node] === 0 || first[node]! <= node || first[node]! + counts[node]! > nodes) {
        return `node ${node} has no children, or they do not come after it`;
      }
      for (let a = 0; a < counts[node]!; a++) parents[first[node]! + a]!++;
    } else if (kind === DEAL) {
      if (last) return `node ${node} deals a card after the last street`;
      exits.add(first[node]!);
    } else if (kind === SHOWDOWN || kind === FOLD) {
      if (kind === SHOWDOWN && !last) return `node ${node} compares hands before the last street`;
      if (!payoffs.subarray(node * 3, node * 3 + 3).every((chips) => Math.abs(chips) <= MOST_CHIPS)) {
        return `node ${node} pays no number`;
      }
    } else return `node ${node} is of no kind`;
  }
  if (parents.some((count) => count !== 1)) return 'a node has no way to it, or two';
  const dealt = kinds.filter((kind) => kind === DEAL).length;
  return exits.size === dealt && [...exits].every((exit) => exit >= 0 && exit < dealt)
    ? null
    : 'its exits are not 0, 1, 2 …';
}

function lockError(
  { boards, streets, players, game }: SolveJob,
  { street, node, dealt, shares }: NodeLock,
): SolveError | null {
  const forest = streets[street];
  if (!forest || forest.kinds[node] !== ACT) return error('lock', 'a lock is not at a node where somebody acts');
  if (dealt.length !== street || !dealt.every((next) => next === -1 || isDeal(next, boards.length))) {
    return error('lock', 'a lock does not name what is dealt on each street before it');
  }
  const actions = forest.counts[node]!;
  const combos = players[forest.players[node] as 0 | 1].cards.length / HOLE_CARDS[game];
  if (shares.length !== actions * combos) return error('lock', 'a lock has not a share for every combo and action');
  for (let i = 0; i < combos; i++) {
    let sum = 0;
    let free = 0;
    for (let a = 0; a < actions; a++) {
      const share = shares[a * combos + i]!;
      if (share === -1) free++;
      else if (!(share >= 0 && share <= 1)) return error('lock', 'a share is not from 0 to 1');
      else sum += share;
    }
    if (free !== actions && (free > 0 || Math.abs(sum - 1) > 1e-4)) {
      return error('lock', 'the shares of a combo are not 1 together');
    }
  }
  return null;
}
