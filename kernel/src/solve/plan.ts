// What a solve takes, counted without laying anything out: nodes, hands, bytes.

import { choose } from '../equity/cards.ts';
import { HOLE_CARDS } from '../job.ts';
import { cardsDealt } from './dealt.ts';
import { ACT, DEAL, type Forest, nodeCount } from './forest.ts';
import type { Branch, Game, Position } from './game.ts';
import { cardsIn, HandCounter } from './hand-counter.ts';
import type { SolveJob, Storage } from './job.ts';
import { BLOCK, padded, parentsOf } from './layout.ts';
import { lanesOf } from './met-steps.ts';
import { partedGame } from './parted.ts';
import { maskOf, postflopGame } from './postflop.ts';
import { type RoomSize, roomBytes } from './rooms.ts';

/** What a fresh instance of the module takes. */
export const MODULE_BYTES = 1.8e6;

/** More branches than cards: pairs of them, of which two streets are not gone through one by one. */
const MANY_BRANCHES = 64;

type Bytes = Readonly<Record<Storage, number>>;

export interface SolvePlan {
  readonly nodes: number;
  readonly runOuts: number;
  readonly allRunOuts: number;
  readonly combos: readonly [number, number];
  /** Bytes that every shard takes, that the start's tables take, and that each branch of the start takes. */
  readonly common: number;
  readonly start: Bytes;
  readonly branches: readonly Bytes[];
  /** Lanes times hands of each branch of the start, and of the start itself: what its time goes with. */
  readonly work: readonly number[];
  readonly startWork: number;
  /** Branches in the order in which they are worked on, where one goes after the other; null where all go at once. */
  readonly order: readonly number[] | null;
}

/** A forest's shape. */
export interface Shape {
  readonly rows: readonly [number, number];
  readonly acts: readonly [number, number];
  readonly lanes: number;
  readonly exits: number;
}

export function planSolve(job: SolveJob): SolvePlan {
  return planGame(partedGame(postflopGame(job)));
}

export function planGame(game: Game): SolvePlan {
  const counter = new HandCounter(game);
  const shapes = new Map<Forest, Shape>();
  const rooms: RoomSize[] = [];
  const total = { nodes: 0, runOuts: 0, allRunOuts: 0 };

  const shapeAt = (forest: Forest): Shape => {
    const shape = shapes.get(forest) ?? shapeOf(forest);
    shapes.set(forest, shape);
    return shape;
  };

  /** Bytes and work of a position without what follows. */
  const own = (
    position: Position,
    depth: number,
    counts: readonly [number, number],
  ): { bytes: Bytes; work: number } => {
    const shape = shapeAt(position.forest);
    const room = rooms[depth] ?? { hands: 0, batches: 0, exits: 0, boards: 0 };
    rooms[depth] = {
      hands: Math.max(room.hands, padded(Math.max(...counts))),
      batches: Math.max(room.batches, Math.ceil(shape.lanes / 4)),
      exits: Math.max(room.exits, shape.exits),
      boards: Math.max(room.boards, position.boards),
    };
    total.nodes += shape.acts[0] + shape.acts[1];
    const fixed =
      counts.reduce((sum, count) => sum + count * handBytes(game.handSize, position), 0) + segmentBytes(counts);
    const rows = counts.reduce((sum, count, player) => sum + padded(count) * shape.rows[player]!, 0);
    const scales = counts.reduce(
      (sum, count, player) => sum + (padded(count) / BLOCK) * scaleBytes(shape.acts[player]!),
      0,
    );
    const lanes = Math.ceil(shape.lanes / 4) * 4 * Math.max(1, position.boards);
    return {
      bytes: { f32: fixed + rows * 8, i16: fixed + rows * 4 + scales },
      work: (counts[0] + counts[1]) * (lanes + (shape.rows[0] + shape.rows[1]) / 4),
    };
  };

  /** Bytes and work of a position with all that follows. */
  const below = (position: Position, depth: number, images: number): { bytes: Bytes; work: number } => {
    let { bytes, work } = own(position, depth, counter.count(position));
    if (!position.branches) {
      total.runOuts++;
      total.allRunOuts += images;
    }
    for (const branch of position.branches ?? []) {
      const next = below(branch.position(), depth + 1, images * (branch.images.length + 1));
      bytes = { f32: bytes.f32 + next.bytes.f32, i16: bytes.i16 + next.bytes.i16 };
      work += next.work;
    }
    return { bytes, work };
  };

  /** The same where run-outs go by millions: by one of them, with the combos that they leave on average. */
  const belowByOne = (branch: Branch, like: Position): { bytes: Bytes; work: number } => {
    const runOut = like.branches![0]!.position();
    const runOuts = like.branches!.length;
    const counts = counter.count({ gone: game.start.gone | maskOf(cardsDealt(branch.dealt)) });
    const stay = partThatStays(game.handSize, like, runOut);
    const turn = own(like, 1, counts);
    const one = own(runOut, 2, [Math.round(counts[0] * stay), Math.round(counts[1] * stay)]);
    const { acts } = shapeAt(runOut.forest);
    total.nodes += (runOuts - 1) * (acts[0] + acts[1]);
    total.runOuts += runOuts;
    total.allRunOuts += namesOf(like.branches!) * (branch.images.length + 1);
    return {
      bytes: { f32: turn.bytes.f32 + runOuts * one.bytes.f32, i16: turn.bytes.i16 + runOuts * one.bytes.i16 },
      work: turn.work + runOuts * one.work,
    };
  };

  const combos = counter.count(game.start);
  const start = own(game.start, 0, combos);
  const next = game.start.branches ?? [];
  // One that no suits are alike after, as after most.
  const plain = next.reduce((most, branch) => (branch.images.length > most.images.length ? branch : most), next[0]!);
  const first = next.length > MANY_BRANCHES ? plain.position() : null;
  const branches = next.map((branch) =>
    first?.branches ? belowByOne(branch, first) : below(branch.position(), 1, branch.images.length + 1),
  );
  const isCut = next[0]?.dealt === -1;
  if (!game.start.branches || isCut) total.allRunOuts = total.runOuts = 1;
  const forestBytes = [...shapes.keys()].reduce((sum, forest) => sum + nodeCount(forest) * (64 + 5 * 256), 0);
  return {
    ...total,
    combos,
    common: commonBytes(game) + rooms.reduce((sum, room) => sum + roomBytes(room), 0) + forestBytes,
    start: start.bytes,
    branches: branches.map(({ bytes }) => bytes),
    work: branches.map(({ work }) => work),
    startWork: start.work,
    order: null,
  };
}

/** How many there are under all their names. */
function namesOf(branches: readonly Branch[]): number {
  return branches.reduce((sum, { images }) => sum + 1 + images.length, 0);
}

/** Part of the combos that what is dealt between two positions leaves, on average over all that may be dealt. */
function partThatStays(handSize: number, above: Position, below: Position): number {
  const live = 52 - cardsIn(above.gone).length;
  let part = 1;
  cardsIn(below.gone & ~above.gone).forEach((_, i) => {
    part *= (live - i - handSize) / (live - i);
  });
  return part;
}

/** Ends of the strengths, of which a board has some hundreds, fewer where hands are few; and the records. */
function segmentBytes([first, second]: readonly [number, number]): number {
  return 512 + 8 * Math.min((first + second) / 3, 1000);
}

/** Scales of a block of both 16-bit tables: one a node, filled up to 16 bytes. */
function scaleBytes(acts: number): number {
  return 2 * ((acts * 4 + 15) & ~15);
}

function handBytes(handSize: number, { branches, boards }: Position): number {
  const hand = handSize > 4 ? 8 : 4;
  return (hand + 8) * Math.max(1, boards) + (boards > 1 ? 4 : 0) + (branches ? 8 : 0);
}

/** The module's own tables, the game's hands, and what laying a game needs for a while. */
function commonBytes({ hands, handSize, start }: Game): number {
  const counts = hands.map(({ weights }) => weights.length);
  const cards = liveCards(hands, start.gone);
  // Subsets of one to handSize − 1 cards, four lanes each.
  let lanes = 0;
  for (let size = 1; size < handSize; size++) lanes += choose(cards, size) * 16;
  const laying = Math.max(...counts) * 22 + choose(cards, handSize) * 4;
  return MODULE_BYTES + lanes + laying + counts.reduce((sum, count) => sum + count * 12, 0);
}

/** Cards that some hand holds and the board does not. */
function liveCards(hands: Game['hands'], gone: bigint): number {
  const held = new Uint8Array(64);
  for (const { cards } of hands) for (const card of cards) held[card] = 1;
  return held.filter((there, card) => there && !((gone >> BigInt(card)) & 1n)).length;
}

export function shapeOf(forest: Forest): Shape {
  const rows: [number, number] = [0, 0];
  const acts: [number, number] = [0, 0];
  let exits = 0;
  for (let node = 0; node < nodeCount(forest); node++) {
    if (forest.kinds[node] === ACT) {
      rows[forest.players[node] as 0 | 1] += forest.counts[node]!;
      acts[forest.players[node] as 0 | 1]++;
    }
    if (forest.kinds[node] === DEAL) exits = Math.max(exits, forest.first[node]! + 1);
  }
  return { rows, acts, lanes: lanesOf(forest, parentsOf(forest)).length, exits };
}

/** The first branch of a game alone, with few enough run-outs for a trial of its speed. */
export function shortened(game: Game): Game {
  const branches = game.start.branches?.slice(0, 1).map((branch): Branch => {
    const position = branch.position();
    const short = { ...position, branches: position.branches?.slice(0, MANY_BRANCHES) ?? null };
    return { ...branch, position: () => short };
  });
  return { ...game, start: { ...game.start, branches: branches ?? null } };
}

/** The job with ranges thinned to at most `combos` a player, for a trial of its speed. */
export function thinned(job: SolveJob, combos: number): SolveJob {
  const holeCards = HOLE_CARDS[job.game];
  const thin = (cards: Uint8Array): Uint8Array => {
    const count = cards.length / holeCards;
    const step = Math.max(1, Math.floor(count / combos));
    const kept = Array.from({ length: Math.ceil(count / step) }, (_, i) => i * step);
    const out = new Uint8Array(kept.length * holeCards);
    kept.forEach((combo, i) => {
      out.set(cards.subarray(combo * holeCards, (combo + 1) * holeCards), i * holeCards);
    });
    return out;
  };
  const [first, second] = job.players;
  const players = [
    { cards: thin(first.cards), weights: null },
    { cards: thin(second.cards), weights: null },
  ] as const;
  return { ...job, players, locks: [] };
}
