// What the kernel's tests share: an instance, cards from text, and jobs with the defaults spelled out.

import { readFileSync } from 'node:fs';
import type { Pool } from '../host/pool.ts';
import type { EquityJob, EquityResult, PlayerRange } from '../src/job.ts';
import { type KernelExports, openKernel } from '../src/wasm.ts';

/** Compiled once, as a program does: what was made fast for one instance is fast for the next. */
const BUILT = new WebAssembly.Module(readFileSync(new URL('../build/kernel.wasm', import.meta.url)));

/** A fresh instance of the built kernel. */
export function testKernel(): KernelExports {
  return openKernel(BUILT);
}

/** Cards from text such as `AsKh9d`. */
export function cardsOf(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (card) => {
    return '23456789TJQKA'.indexOf(card[0]!) * 4 + 'cdhs'.indexOf(card[1]!);
  });
}

export function hand(text: string): PlayerRange {
  return { kind: 'hand', cards: cardsOf(text) };
}

export const RANDOM: PlayerRange = { kind: 'random' };

/** A range of combos; sorted as the kernel wants them. */
export function range(combos: readonly (readonly number[])[], weights: readonly number[] | null = null): PlayerRange {
  const order = combos.map((combo, index) => ({
    combo: [...combo].sort((a, b) => a - b),
    weight: weights?.[index] ?? 1,
  }));
  order.sort((a, b) => {
    for (let i = a.combo.length - 1; i >= 0; i--) if (a.combo[i] !== b.combo[i]) return a.combo[i]! - b.combo[i]!;
    return 0;
  });
  return {
    kind: 'range',
    cards: Uint8Array.from(order.flatMap(({ combo }) => combo)),
    weights: weights ? Uint8Array.from(order, ({ weight }) => weight) : null,
  };
}

export function testJob(job: Partial<EquityJob> & Pick<EquityJob, 'players'>): EquityJob {
  return {
    game: 'plo4',
    boards: [new Uint8Array()],
    dead: new Uint8Array(),
    method: 'auto',
    stop: { standardError: 0.001, trials: Infinity, timeMs: 20_000 },
    budgetMs: 60_000,
    seed: 7,
    detail: { madeHands: false, nextCards: false, combos: false },
    ...job,
  };
}

/** Asks a pool and insists on an answer. */
export async function equityOf(pool: Pool, job: Parameters<typeof testJob>[0]): Promise<EquityResult> {
  const answer = await pool.run(testJob(job));
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

/** Numbers from 0 up to 1 that are the same in every run. */
export function testRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    return ((mixed ^ (mixed >>> 13)) >>> 0) / 4294967296;
  };
}

/** `count` different cards that are not in `gone`. */
export function dealCards(random: () => number, count: number, gone: readonly number[] = []): number[] {
  const deck = Array.from({ length: 52 }, (_, card) => card).filter((card) => !gone.includes(card));
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (deck.length - i));
    [deck[i], deck[j]] = [deck[j]!, deck[i]!];
  }
  return deck.slice(0, count);
}
