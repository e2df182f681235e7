// Room to work in: one for each street, as large as the largest of its deals wants it.

import type { KernelExports } from '../wasm.ts';
import type { LaidDeal } from './deal.ts';
import { padded, reserve, writeInts } from './layout.ts';

export interface Room {
  /** Address of the record. */
  readonly at: number;
  /** Address of f32x4[batches][hands]. */
  readonly laneReach: number;
  /** Address of f32[exits][stride]. */
  readonly exitReach: number;
  /** Addresses of f64[exits][stride]. */
  readonly exitWorth: number;
  readonly exitBest: number;
  readonly stride: number;
  readonly exits: number;
}

export interface RoomSize {
  /** Hands, filled up to whole blocks. */
  hands: number;
  batches: number;
  exits: number;
  boards: number;
}

/** Bytes of a room. */
export function roomBytes({ hands, batches, exits, boards }: RoomSize): number {
  return hands * (48 * batches + 20 * exits + (boards > 1 ? 48 : 0));
}

/** What the streets below a deal want, by depth. */
function roomSizes(start: LaidDeal): RoomSize[] {
  const sizes: RoomSize[] = [];
  const add = (deal: LaidDeal): void => {
    const own = sizes[deal.depth] ?? { hands: 0, batches: 0, exits: 0, boards: 0 };
    sizes[deal.depth] = {
      hands: Math.max(own.hands, padded(Math.max(...deal.counts))),
      batches: Math.max(own.batches, deal.forest.batches),
      exits: Math.max(own.exits, deal.forest.exits),
      boards: Math.max(own.boards, deal.position.boards),
    };
    for (const child of deal.children) add(child);
  };
  add(start);
  return sizes;
}

export function openRooms(kernel: KernelExports, start: LaidDeal): Room[] {
  return roomSizes(start).map((size) => layRoom(kernel, size));
}

export function layRoom(kernel: KernelExports, { hands, batches, exits, boards }: RoomSize): Room {
  const lanes = [0, 0, 0].map(() => reserve(kernel, hands * batches * 16));
  const exitReach = reserve(kernel, hands * exits * 4);
  const exitWorth = reserve(kernel, hands * exits * 8);
  const exitBest = reserve(kernel, hands * exits * 8);
  const other = [0, 0, 0].map(() => (boards > 1 ? reserve(kernel, hands * 16) : 0));
  const at = writeInts(kernel, [...lanes, exitReach, exitWorth, exitBest, hands, ...other]);
  return { at, laneReach: lanes[0]!, exitReach, exitWorth, exitBest, stride: hands, exits };
}
