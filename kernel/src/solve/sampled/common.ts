// What every part of a sampled solve in one instance of the module works with.

import type { KernelExports } from '../../wasm.ts';
import type { Forest } from '../forest.ts';
import type { Branch, Game } from '../game.ts';
import { roundingOf } from '../instance.ts';
import type { Storage } from '../job.ts';
import { type LaidForest, layForest, writeFloats, writeInts } from '../layout.ts';
import { BoardRoom, type HandPlaces } from './board-room.ts';
import { LaidPacks, liveCards } from './laid-packs.ts';
import type { Packs } from './packs.ts';
import { TwoBoards } from './two-boards.ts';

/** Most buckets that an index of buckets has to name. */
const MOST_BUCKETS = 8192;

export interface Settings {
  /** Buckets a player and run-out, about. */
  readonly buckets: number;
  /** Run-outs of a visit, about. */
  readonly together: number;
  /** Iterations of a cycle. */
  readonly iterations: number;
  readonly storage: Storage;
}

export class Common {
  readonly kernel: KernelExports;
  readonly game: Game;
  readonly packs: Packs;
  readonly settings: Settings;
  readonly laid: LaidPacks;
  readonly boards: BoardRoom;
  /** Null where there is one board. */
  readonly twoBoards: TwoBoards | null;
  readonly weights: readonly [Float32Array, Float32Array];
  /** Addresses of the same. */
  readonly weightsAt: readonly [number, number];
  /** Of the start, of branches and of run-outs. */
  readonly forests: readonly [LaidForest, LaidForest, LaidForest];
  /** Address of 0, 1, 2 … */
  readonly identity: number;

  /** `game` has branches of branches. */
  constructor(kernel: KernelExports, game: Game, packs: Packs, settings: Settings) {
    this.kernel = kernel;
    this.game = game;
    this.packs = packs;
    this.settings = settings;
    kernel.setStorage(settings.storage === 'f32');
    kernel.setRounding(roundingOf(game));
    const live = countBits(liveCards(game));
    kernel.reserveLanes(live, game.handSize);
    this.laid = new LaidPacks(kernel, game, packs);
    const boards = boardsOf(game);
    this.boards = new BoardRoom(kernel, game, placesOf(game, packs), live, boards);
    this.twoBoards = boards > 1 ? new TwoBoards(kernel, game, this.boards, this.laid.counts, runOutsOf(game)) : null;
    this.weights = [0, 1].map((player) =>
      Float32Array.from(packs.hands[player]!, (hand) => (hand < 0 ? 0 : game.hands[player]!.weights[hand]!)),
    ) as [Float32Array, Float32Array];
    this.weightsAt = this.weights.map((own) => writeFloats(kernel, own)) as [number, number];
    const forests = forestsOf(game);
    this.forests = forests.map((forest, depth) => layForest(kernel, forest, depth === 2 ? boards : 0)) as [
      LaidForest,
      LaidForest,
      LaidForest,
    ];
    kernel.reserveRows(
      Math.max(...forests.map(({ kinds }) => kinds.length)),
      Math.max(...this.forests.map(({ actions }) => actions)),
    );
    const most = Math.max(MOST_BUCKETS, ...this.laid.counts);
    this.identity = writeInts(
      kernel,
      Uint32Array.from({ length: most }, (_, i) => i),
    );
  }
}

/** Where each hand stands, −1 for hands that no pack has. */
function placesOf({ hands }: Game, packs: Packs): HandPlaces {
  return packs.hands.map((dealt, player) => {
    const places = new Int32Array(hands[player]!.weights.length).fill(-1);
    dealt.forEach((hand, place) => {
      if (hand >= 0) places[hand] = place;
    });
    return places;
  }) as unknown as HandPlaces;
}

function forestsOf({ start }: Game): [Forest, Forest, Forest] {
  const branch = start.branches![0]!.position();
  return [start.forest, branch.forest, branch.branches![0]!.position().forest];
}

function runOutsOf({ start }: Game): Branch[] {
  return start.branches!.flatMap((branch) => [...branch.position().branches!]);
}

function boardsOf({ start }: Game): number {
  return start.branches![0]!.position().branches![0]!.position().boards;
}

export function countBits(mask: bigint): number {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1n) count++;
  return count;
}
