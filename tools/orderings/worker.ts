// One thread of the orderings' generator.

import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { type KernelExports, openKernel } from '../../kernel/src/wasm.ts';
import { classCount, classHands, classOfEveryCombo, classSizes, type Game, HOLE_CARDS } from '../../poker/src/index.ts';
import { type ExactPart, type Part, type PartSums, type SampledPart, SEED } from './parts.ts';

const port = parentPort!;
const wasm = readFileSync(new URL('../../kernel/build/kernel.wasm', import.meta.url));
const kernel: KernelExports = openKernel(new WebAssembly.Module(wasm));
let classOf: Uint16Array | Uint32Array = new Uint16Array();
let boards = new Uint8Array();
let boardSizes = new Uint8Array();

port.on('message', (part: Part) => {
  const answer = part.kind === 'exact' ? exact(part) : sampled(part);
  port.postMessage(
    answer,
    answer.sums.map((sums) => sums.buffer as ArrayBuffer),
  );
});

/** Every combo of the deck for both players, each with weight 1: loaded once. */
function openExact(game: Game): void {
  if (classOf.length > 0) return;
  classOf = classOfEveryCombo(game);
  boards = classHands('plo5');
  boardSizes = classSizes('plo5');
  const holeCards = HOLE_CARDS[game];
  kernel.reserveSweep(classOf.length, holeCards, true);
  const bytes = new Uint8Array(kernel.memory.buffer);
  const hand = Array.from({ length: holeCards }, (_, i) => i);
  for (let combo = 0, at = kernel.handsAt(); combo < classOf.length; combo++, at += 8) {
    bytes.fill(0, at, at + 8);
    bytes.set(hand, at);
    let i = 0;
    for (; i + 1 < holeCards && hand[i]! + 1 === hand[i + 1]!; i++) hand[i] = i;
    hand[i]!++;
  }
  new Uint32Array(kernel.memory.buffer, kernel.weightsAt(), classOf.length * 2).fill(1);
}

/** Boards that differ by names of suits only give the same sums to the same classes: one of them, so many times. */
function exact({ game, index, from, to }: ExactPart): PartSums {
  openExact(game);
  const sums = new Float64Array(classCount(game));
  let times = 0;
  const flush = (): void => {
    const halfPots = new Float64Array(kernel.memory.buffer, kernel.halfPotsAt(), classOf.length * 2);
    for (let combo = 0; combo < classOf.length; combo++) sums[classOf[combo]!]! += halfPots[combo * 2]! * times;
    kernel.clearCombos();
  };
  for (let board = from; board < to; board++) {
    if (boardSizes[board] !== times) {
      if (times > 0) flush();
      times = boardSizes[board]!;
    }
    const cards = boards.subarray(board * 5, board * 5 + 5);
    const holdem = game === 'holdem';
    kernel.setBoard(0, holdem, cards[0]!, cards[1]!, cards[2]!, cards[3]!, cards[4]!);
    kernel.buildPairs(0, holdem);
    kernel.sweep(
      cards.reduce((mask, card) => mask | (1n << BigInt(card)), 0n),
      1,
    );
  }
  flush();
  return { index, sums: [sums] };
}

function sampled({ game, index, deals }: SampledPart): PartSums {
  const classes = classCount(game);
  if (classOf.length === 0) {
    classOf = classOfEveryCombo(game);
    kernel.openOrdering(HOLE_CARDS[game], classOf.length, classes);
    new Uint32Array(kernel.memory.buffer, kernel.classOfAt(), classOf.length).set(classOf);
  }
  kernel.sampleOrdering(SEED, index, deals);
  const counts = new Uint32Array(kernel.memory.buffer, kernel.classCountsAt(), classes * 4);
  const column = (i: number): Float64Array => Float64Array.from({ length: classes }, (_, c) => counts[c * 4 + i]!);
  return { index, sums: [column(0), column(1), column(2)] };
}
