// A second opinion on what play is worth on a spot, and what could be won against it: hand by hand, pair by pair, card by
// card, hands ranked by trying all sixty ways to make five cards. Shares nothing with the kernel but the bet tree.

import { HOLE_CARDS } from '../../src/job.ts';
import { cardsDealt, dealsOf } from '../../src/solve/dealt.ts';
import { ACT, DEAL, FOLD } from '../../src/solve/forest.ts';
import type { SolveJob } from '../../src/solve/job.ts';
import { naiveFive, naiveStrength } from '../naive.ts';
import type { Play } from './sampled-play.ts';
import { combosOf } from './spots.ts';

export interface Opinion {
  /** Chips beyond half the pot, by player: as both play, and under the best response. */
  readonly worth: readonly [number, number];
  readonly best: readonly [number, number];
  /** Weight of all pairs of hands that can meet. */
  readonly mass: number;
}

interface Worths {
  readonly worth: readonly number[];
  readonly best: readonly number[];
}

interface Table {
  readonly job: SolveJob;
  readonly play: Play;
  readonly hero: 0 | 1;
  /** By player and card, the hands that hold it. */
  readonly holders: readonly [readonly (readonly number[])[], readonly (readonly number[])[]];
  /** Opposing hands that each of the hero's hands can meet. */
  readonly meets: readonly (readonly number[])[];
  readonly strengths: (board: readonly number[]) => readonly [readonly number[], readonly number[]];
}

export function naiveOpinion(job: SolveJob, play: Play): Opinion {
  const board = job.boards.flatMap((cards) => [...cards]);
  const cards = [combosOf(job, 0), combosOf(job, 1)] as const;
  const weights = ([0, 1] as const).map((player) =>
    cards[player].map((hand, i) =>
      hand.some((card) => board.includes(card)) ? 0 : (job.players[player].weights?.[i] ?? 100) / 100,
    ),
  );
  const holders = cards.map((hands) =>
    Array.from({ length: 52 }, (_, card) => [...hands.keys()].filter((i) => hands[i]!.includes(card))),
  ) as [number[][], number[][]];
  const strengths = strengthsOf(cards);
  let mass = 0;
  const sides = ([0, 1] as const).map((hero) => {
    const other = hero === 0 ? 1 : 0;
    const meets = cards[hero].map((own) =>
      [...cards[other].keys()].filter((j) => !cards[other][j]!.some((card) => own.includes(card))),
    );
    const table: Table = { job, play, hero, holders, meets, strengths };
    const { worth, best } = from(table, 0, job.streets[0]!.entries[0]!, [], weights[other]!);
    const sum = (values: readonly number[]): number => values.reduce((all, x, i) => all + weights[hero]![i]! * x, 0);
    mass = meets.reduce(
      (all, those, i) => those.reduce((part, j) => part + weights[hero]![i]! * weights[other]![j]!, all),
      0,
    );
    return { worth: sum(worth) / mass, best: sum(best) / mass };
  });
  return { worth: [sides[0]!.worth, sides[1]!.worth], best: [sides[0]!.best, sides[1]!.best], mass };
}

/** What each of the hero's hands is worth from a node on, the opponent coming there with `reach`. */
function from(table: Table, street: number, node: number, dealt: readonly number[], reach: readonly number[]): Worths {
  const { job, hero, play, meets } = table;
  const { kinds, players, first, counts } = job.streets[street]!;
  const below = first[node]!;
  if (kinds[node] === DEAL) return afterCards(table, street, job.streets[street + 1]!.entries[below]!, dealt, reach);
  if (kinds[node] !== ACT) {
    const worth = ends(table, street, node, dealt, reach);
    return { worth, best: worth };
  }
  const shares = play(street, dealt, node);
  const hands = meets.length;
  const worth = new Array<number>(hands).fill(0);
  const best = new Array<number>(hands).fill(players[node] === hero ? -Infinity : 0);
  for (let a = 0; a < counts[node]!; a++) {
    if (players[node] === hero) {
      const child = from(table, street, below + a, dealt, reach);
      for (let i = 0; i < hands; i++) {
        worth[i]! += shares[a * hands + i]! * child.worth[i]!;
        best[i] = Math.max(best[i]!, child.best[i]!);
      }
    } else {
      const there = new Array<number>(reach.length);
      for (let j = 0; j < reach.length; j++) there[j] = reach[j]! * shares[a * reach.length + j]!;
      const child = from(table, street, below + a, dealt, there);
      for (let i = 0; i < hands; i++) {
        worth[i]! += child.worth[i]!;
        best[i]! += child.best[i]!;
      }
    }
  }
  return { worth, best };
}

/** Every next card, or pair of cards on two boards, is as likely as another among those that two hands leave. */
function afterCards(
  table: Table,
  street: number,
  entry: number,
  dealt: readonly number[],
  reach: readonly number[],
): Worths {
  const { job, hero, holders, meets } = table;
  const known = [...job.boards.flatMap((board) => [...board]), ...dealt.flatMap(cardsDealt)];
  const open = 52 - known.length - 2 * HOLE_CARDS[job.game];
  const chance = job.boards.length > 1 ? 1 / (open * (open - 1)) : 1 / open;
  const worth = new Array<number>(meets.length).fill(0);
  const best = new Array<number>(meets.length).fill(0);
  for (const next of dealsOf((card) => !known.includes(card), job.boards.length)) {
    const cards = cardsDealt(next);
    const left = [...reach];
    for (const j of cards.flatMap((card) => holders[1 - hero]![card]!)) left[j] = 0;
    const child = from(table, street + 1, entry, [...dealt, next], left);
    const blocked = cards.flatMap((card) => holders[hero][card]!);
    for (let i = 0; i < worth.length; i++) {
      if (blocked.includes(i)) continue;
      worth[i]! += chance * child.worth[i]!;
      best[i]! += chance * child.best[i]!;
    }
  }
  return { worth, best };
}

function ends(
  { job, hero, meets, strengths }: Table,
  street: number,
  node: number,
  dealt: readonly number[],
  reach: readonly number[],
): number[] {
  const { kinds, players, payoffs } = job.streets[street]!;
  const [most, tie, least] = payoffs.subarray(3 * node, 3 * node + 3) as unknown as [number, number, number];
  if (kinds[node] === FOLD) {
    const pay = players[node] === hero ? least : most;
    return meets.map((those) => {
      let met = 0;
      for (const j of those) met += reach[j]!;
      return met * pay;
    });
  }
  const boards = job.boards.map((board, b) => strengths([...board, ...dealt.map((next) => cardsDealt(next)[b]!)]));
  return meets.map((those, i) => {
    let worth = 0;
    for (const both of boards) {
      const own = both[hero][i]!;
      const theirs = both[1 - hero]!;
      for (const j of those) worth += reach[j]! * (own > theirs[j]! ? most : own < theirs[j]! ? least : tie);
    }
    return worth / boards.length;
  });
}

/** Strengths of both players' hands by board, whatever the order it was dealt in; −1 for hands with a card of it. */
function strengthsOf(
  cards: readonly [readonly number[][], readonly number[][]],
): (board: readonly number[]) => readonly [readonly number[], readonly number[]] {
  const boards = new Map<string, [number[], number[]]>();
  const five = rememberedFive();
  return (board) => {
    const sorted = [...board].sort((a, b) => a - b);
    const key = sorted.join();
    const known = boards.get(key);
    if (known) return known;
    const found = cards.map((hands) =>
      hands.map((hand) => (hand.some((card) => board.includes(card)) ? -1 : naiveStrength(hand, sorted, five))),
    ) as [number[], number[]];
    boards.set(key, found);
    return found;
  };
}

/** The naive rank of five cards, worked out once for each five. */
function rememberedFive(): (a: number, b: number, c: number, d: number, e: number) => number {
  const known = new Map<number, number>();
  return (a, b, c, d, e) => {
    // Two hole cards in a number of their own, three of the board in another: both come in order.
    const key = (((a * 52 + b) * 52 + c) * 52 + d) * 52 + e;
    const there = known.get(key);
    if (there !== undefined) return there;
    const rank = naiveFive([a, b, c, d, e]);
    known.set(key, rank);
    return rank;
  };
}
