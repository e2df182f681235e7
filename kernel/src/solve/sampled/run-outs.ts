// Run-outs whose play is kept by bucket: which hand is in which bucket, and the buckets' tables.

import type { Tables } from '../deal.ts';
import type { Branch, Position } from '../game.ts';
import { BOTH } from '../hand-lists.ts';
import { padded, reserve, writeInts } from '../layout.ts';
import { GONE } from './board-room.ts';
import type { Common } from './common.ts';
import { reserveTables } from './packed-deal.ts';
import type { BoardClasses } from './two-boards.ts';

export interface LaidRunOut {
  readonly branch: Branch;
  readonly position: Position;
  /** Address of a deal's record that has buckets for hands. */
  readonly at: number;
  readonly tables: readonly [Tables, Tables];
  /** Addresses of u16[places]: bucket of each hand, 65535 where it cannot be held. */
  readonly ids: readonly [number, number];
  /** Buckets of each player, and the same filled up to whole blocks. */
  readonly buckets: readonly [number, number];
  readonly rows: readonly [number, number];
  /** Address of u32[segments][2]: buckets of each player up to the end of a strength; none on two boards. */
  readonly bucketEnds: number;
  readonly segments: number;
  /** Strengths on each of two boards; null where there is one, and buckets are in its order. */
  readonly classes: readonly [BoardClasses, BoardClasses] | null;
}

export function layRunOut(common: Common, branch: Branch): LaidRunOut {
  const { kernel, laid, forests, identity } = common;
  const forest = forests[2];
  const position = branch.position();
  const ids = BOTH.map((player) => {
    const at = reserve(kernel, laid.counts[player] * 2);
    new Uint16Array(kernel.memory.buffer, at, laid.counts[player]).fill(GONE);
    return at;
  }) as [number, number];
  const { buckets, bucketEnds, segments, classes } = bucketsOf(common, branch, position, ids);
  const rows: [number, number] = [padded(buckets[0]), padded(buckets[1])];
  const tables = reserveTables(kernel, forest, rows);
  const [first, second] = tables;
  const at = writeInts(kernel, [
    forest.at,
    ...rows,
    ...[0, 0],
    ...[identity, identity],
    ...[0, 0],
    ...[0, 0],
    ...[first.regrets, second.regrets],
    ...[first.averages, second.averages],
    ...new Array<number>(9).fill(0),
  ]);
  return {
    branch,
    position,
    at,
    tables,
    ids,
    buckets,
    rows,
    bucketEnds: writeInts(kernel, bucketEnds),
    segments,
    classes,
  };
}

type Bucketed = Pick<LaidRunOut, 'buckets' | 'segments' | 'classes'> & { readonly bucketEnds: Int32Array };

function bucketsOf(
  { boards, twoBoards, settings }: Common,
  branch: Branch,
  position: Position,
  ids: readonly [number, number],
): Bucketed {
  if (!twoBoards) {
    const { order, buckets, bucketEnds } = boards.makeBuckets(position, settings.buckets, ids);
    return { buckets, bucketEnds, segments: order.segments, classes: null };
  }
  const buckets = twoBoards.makeBuckets(position, branch.dealt, settings.buckets, ids);
  return { buckets, bucketEnds: new Int32Array(), segments: 0, classes: twoBoards.classesOf(branch.dealt) };
}
