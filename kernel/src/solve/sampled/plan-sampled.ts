// What a sampled solve takes, counted without laying anything out.

import { choose } from '../../equity/cards.ts';
import { cardOn } from '../dealt.ts';
import type { Forest } from '../forest.ts';
import type { Game } from '../game.ts';
import { HandCounter } from '../hand-counter.ts';
import { padded, parentsOf } from '../layout.ts';
import { lanesOf } from '../met-steps.ts';
import { MODULE_BYTES, type SolvePlan, shapeOf } from '../plan.ts';
import { BUNDLE, bundledGame } from './bundles.ts';
import type { Settings } from './common.ts';
import { liveCards } from './laid-packs.ts';
import { packsOfHands } from './packs.ts';
import { Schedule } from './schedule.ts';
import { scheduleShape } from './schedule-shape.ts';

/** Boards have a few more buckets than they were asked for, since a strength has one at least. */
const EXTRA_BUCKETS = 1.1;
/** Part of the work that falls to the start. */
const START_WORK = 0.06;

export interface SampledPlan extends SolvePlan {
  /** Visits of an iteration. */
  readonly visits: number;
  /** Hands of the larger player's packs, about. */
  readonly packHands: number;
}

export function planSampled(whole: Game, settings: Settings): SampledPlan {
  const game = bundledGame(whole, settings.together);
  const counter = new HandCounter(game);
  const combos = counter.count(game.start);
  const packs = combos.map(packsOfHands) as [number, number];
  const stride = padded(Math.max(...combos.map((count, player) => Math.ceil(count / packs[player]!))) + 1);
  const places = packs.map((count) => count * stride) as [number, number];
  const branches = game.start.branches!;
  const first = branches[0]!.position();
  const forests = [game.start.forest, first.forest, first.branches![0]!.position().forest] as const;
  const shapes = forests.map(shapeOf);
  const rows = (depth: number, counts: readonly number[]): number =>
    counts.reduce((sum, count, player) => sum + count * shapes[depth]!.rows[player]!, 0);
  const all = places[0] + places[1];
  const buckets = combos.map((count) => padded(Math.min(count, settings.buckets * EXTRA_BUCKETS))) as [number, number];
  const above = (depth: number) => ({ f32: rows(depth, places) * 8, i16: rows(depth, places) * 4 * 1.05 });
  const runOutBytes = all * 2 + rows(2, buckets) * 8 + 4096;

  const total = { nodes: shapes[0]!.acts[0] + shapes[0]!.acts[1], runOuts: 0, allRunOuts: 0 };
  const bytes = branches.map((branch) => {
    const runOuts = branch.position().branches!;
    const names = branch.images.length + 1;
    total.runOuts += runOuts.length;
    total.allRunOuts += runOuts.reduce((sum, { images }) => sum + names * (images.length + 1), 0);
    total.nodes += acts(shapes[1]!) + runOuts.length * acts(shapes[2]!);
    const below = runOuts.length * runOutBytes;
    const { f32, i16 } = branch.dealt === BUNDLE ? { f32: 0, i16: 0 } : above(1);
    return { f32: f32 + below, i16: i16 + below };
  });
  const work = branches.map(({ images }) => images.length + 1);
  const schedule = new Schedule(scheduleShape(game, packs, settings));
  return {
    ...total,
    combos,
    common: commonBytes(game, places, stride, Math.max(...buckets), forests) + boardBytes(game, places, stride),
    start: above(0),
    branches: bytes,
    work,
    startWork: START_WORK * work.reduce((sum, own) => sum + own, 0),
    visits: schedule.iteration,
    packHands: Math.max(...combos.map((count, player) => count / packs[player]!)),
    order: schedule.order,
  };
}

function acts({ acts }: ReturnType<typeof shapeOf>): number {
  return acts[0] + acts[1];
}

/** What a second board adds: classes by card on both, orders to seat and to judge by. */
function boardBytes({ start, handSize }: Game, places: readonly [number, number], stride: number): number {
  const pairs = start.branches!.flatMap((branch) => branch.position().branches!);
  if (pairs[0]!.position().boards < 2) return 0;
  const cards = [0, 1].reduce((sum, board) => sum + new Set(pairs.map(({ dealt }) => cardOn(board, dealt))).size, 0);
  const all = places[0] + places[1];
  const most = Math.max(...places);
  const hand = handSize > 4 ? 8 : 4;
  return all * (2 * cards + 2 * hand + 20) + most * (48 + 48) + stride * 48;
}

/** Hands and their order, rooms to play and to judge in. */
function commonBytes(
  game: Game,
  places: readonly [number, number],
  stride: number,
  buckets: number,
  forests: readonly [Forest, Forest, Forest],
): number {
  const { handSize } = game;
  const [start, branch, runOut] = forests.map((forest) => {
    const { exits, rows } = shapeOf(forest);
    return { exits, rows, batches: Math.ceil(lanesOf(forest, parentsOf(forest)).length / 4) };
  });
  let cards = 0;
  for (let live = liveCards(game); live; live &= live - 1n) cards++;
  let sums = 0;
  for (let size = 1; size < handSize; size++) sums += choose(cards, size) * 16;
  const most = Math.max(...places);
  const room = (hands: number, batches: number, exits: number): number => hands * (48 * batches + 20 * exits);
  const hand = (handSize > 4 ? 8 : 4) * 2 + 68;
  const judging =
    2 * room(most, branch!.batches, branch!.exits) +
    2 * room(most, start!.batches, start!.exits) +
    room(most, runOut!.batches, 0) +
    40 * start!.exits * most +
    places[0] * runOut!.rows[0] * 4 +
    places[1] * runOut!.rows[1] * 4;
  const visiting =
    stride * (48 * runOut!.batches + 48 + 16 * 200) +
    buckets * runOut!.batches * 16 * 8 +
    room(stride, branch!.batches, branch!.exits);
  return (
    MODULE_BYTES + sums + choose(cards, handSize) * 4 + (places[0] + places[1]) * hand + most * 50 + judging + visiting
  );
}
