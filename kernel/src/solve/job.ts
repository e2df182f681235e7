/**
 * The solve job: one typed document in. Numbers only; a card is `rank * 4 + suit` as in the equity job.
 */

import type { Game } from '../job.ts';
import type { Forest } from './forest.ts';

/** Who may hold what at the start: `combos × hole cards` cards, ascending within a combo, no combo twice. */
export interface SolveRange {
  readonly cards: Uint8Array;
  /** 1…100 per combo; null when all weigh the same. */
  readonly weights: Uint8Array | null;
}

/** A strategy that is not to be learned. */
export interface NodeLock {
  /** Index of the street's forest, 0 for the first. */
  readonly street: number;
  /** An ACT node of that forest. */
  readonly node: number;
  /** What was dealt since the first street (`dealt.ts`), one for each street before `street`; -1 stands for anything. */
  readonly dealt: readonly number[];
  /**
   * f32[actions][combos of the player who acts, in the order of the job's range]: the share of each action, summing to
   * 1 over the actions; -1 at every action of a combo that stays free.
   */
  readonly shares: Float32Array;
}

/** How a strategy table is held while solving. */
export type Storage = 'f32' | 'i16';

/**
 * Who plays by himself: every combo on every street; or, on the last street, buckets of combos of one strength that block
 * about the same. Payoffs, best responses and so every figure are by combo in either case.
 */
export type SolveMethod = 'exact' | 'bucketed';

/** Buckets a player and run-out that serve well. */
export const DEFAULT_BUCKETS = 320;

export interface SolveStop {
  /** Exploitability to stop at, as a share of the pot (0.001 is 0.1 %); 0 for none. */
  readonly exploitability: number;
  readonly iterations: number;
  /** Milliseconds of solving; Infinity for none. */
  readonly timeMs: number;
}

export interface SolveJob {
  readonly game: Game;
  /** One board of three, four or five cards, or two of equally many; a flop of two boards only gets an estimate. */
  readonly boards: readonly Uint8Array[];
  /** Who acts first on every street, and the other. */
  readonly players: readonly [SolveRange, SolveRange];
  /** Chips in the middle at the start. */
  readonly pot: number;
  /** The betting of each street from the board's on: one forest for a river, two for a turn, three for a flop. */
  readonly streets: readonly Forest[];
  readonly locks: readonly NodeLock[];
  /** `auto`: exact where it fits `maxBytes`, else bucketed; on an Omaha flop bucketed unless there are locks, on a river exact. */
  readonly method: SolveMethod | 'auto';
  /** Buckets a player and run-out, about, where play is bucketed. */
  readonly buckets: number;
  /** `auto`: 16 bits when f32 does not fit `maxBytes`. */
  readonly storage: Storage | 'auto';
  /** Bytes all shards together may take. */
  readonly maxBytes: number;
}

/** Why a job cannot run. The job is checked whole before any work starts. */
export interface SolveError {
  readonly code:
    | 'cards' // a wrong number of cards, a card out of 0…51, or one card twice
    | 'board' // a number of cards no street has, or one the game is not solved on
    | 'weights'
    | 'pot'
    | 'tree' // a forest that is no forest, or streets that do not fit together
    | 'lock'
    | 'stop'
    | 'empty' // a range has no combo left once the board is out
    | 'impossible' // no two combos of the ranges can be held together
    | 'memory' // does not fit `maxBytes`; `estimate` says what it takes
    | 'checkpoint' // not a checkpoint, or one of another job
    | 'cancelled';
  /** Index of the player it is about, or null. */
  readonly player: number | null;
  readonly message: string;
  /** With `memory`. */
  readonly estimate?: SolveEstimate;
}

/** What a solve will take, known before any memory is. */
export interface SolveEstimate {
  /** ACT nodes over all run-outs that are solved. */
  readonly nodes: number;
  /** Run-outs solved: those that only rename suits count once. */
  readonly runOuts: number;
  /** Run-outs there are. */
  readonly allRunOuts: number;
  /** Combos that the board leaves each player. */
  readonly combos: readonly [number, number];
  /** Bytes of all shards by storage, tables and working memory. */
  readonly bytes: Readonly<Record<Storage, number>>;
  /** Buckets a player and run-out, about; null where every combo plays by itself. */
  readonly buckets: number | null;
  /** The storage that will be used, or null when none fits. */
  readonly storage: Storage | null;
  /** Workers that share the work. */
  readonly shards: number;
  /** Milliseconds of one iteration, from a short trial on this machine. Bucketed: half of a cycle, in which every combo meets every run-out once. */
  readonly iterationMs: number;
}

/** An exploitability without the decisions of the first street, from some of the branches below it. */
export interface SampledShare {
  /** As a share of the pot. */
  readonly share: number;
  readonly standardError: number;
  /** Next cards that were judged, and how many there are. */
  readonly judged: number;
  readonly branches: number;
}

export interface SolveProgress {
  /** Part of the run-outs that are laid out, 1 once it can iterate. */
  readonly prepared: number;
  readonly iterations: number;
  /** Of the average strategy, as a share of the pot; null before the first measurement. */
  readonly exploitability: number | null;
  /** The iteration at which it was measured. */
  readonly measuredAt: number;
  /** A later, rougher figure between two measurements; null where there is none. */
  readonly sampled: SampledShare | null;
  readonly elapsedMs: number;
  /** Milliseconds to the nearest stop rule, from the trend so far; null while unknown. */
  readonly leftMs: number | null;
}

/** What a solve came to. Two entries are one a player, first the one who acts first. */
export interface SolveFigures {
  readonly iterations: number;
  /** Solving time, pauses left out. */
  readonly elapsedMs: number;
  readonly memoryBytes: number;
  readonly storage: Storage;
  /** Buckets a player and run-out, about, by which the last street is played; null where every combo plays by itself. */
  readonly buckets: number | null;
  /** Half the sum of what either player could still gain, best response over every hand in the whole game. */
  readonly exploitability: { readonly chips: number; readonly share: number };
  /** Chips won from the pot on average, the share of the starting pot included. */
  readonly ev: readonly [number, number];
  /** Share of the pot when all is checked down. */
  readonly equity: readonly [number, number];
}
