// Which cards and which hands come when: everything is dealt from shuffled decks, without replacement.
//
// A visit takes one branch, one pack of each player and some of the branch's run-outs, and one player learns from it: the
// hero. Players take turns, a lap of every branch each. Visits are a pure function of their number: a solve goes on from
// any of them, and any number of shards makes the same ones.

import { shuffled } from './shuffle.ts';

/** A branch or run-out under one of its names: number among those that are solved, and image, −1 for itself. */
export interface Named {
  readonly number: number;
  readonly image: number;
}

export interface Visit {
  /** Who learns; of the other's play the average is taken. */
  readonly hero: 0 | 1;
  readonly branch: Named;
  readonly packs: readonly [number, number];
  /** Places in the branch's deck of run-outs. */
  readonly runOuts: Uint32Array;
  /** What the visit discounts by: a part of a cycle, in which every run-out meets every hand once for either hero. */
  readonly iteration: number;
}

/** All that a schedule depends on. */
export interface ScheduleShape {
  /** Images of each branch. */
  readonly images: readonly number[];
  /** Packs of each player. */
  readonly packs: readonly [number, number];
  /** Run-outs of each branch under all their names. */
  readonly runOuts: readonly number[];
  /** How many of them a visit takes, about. */
  readonly together: number;
  /** Iterations of a cycle. */
  readonly iterations: number;
}

/** At most so many visits set out together: each from the play that the one before has left. */
const ROUND = 13;
const SEED = 3;
const PACK_DECK = 1 << 20;

export class Schedule {
  /** Visits that take every branch once. */
  readonly lap: number;
  /** Visits in which every run-out meets every hand once for either hero. */
  readonly cycle: number;
  /** Visits of an iteration. */
  readonly iteration: number;
  private readonly branches: readonly Named[];
  private readonly packs: readonly [number, number];
  private readonly runOuts: readonly number[];
  private readonly groups: number;
  private readonly decks = new Map<number, Uint32Array>();

  constructor({ images, packs, runOuts, together, iterations }: ScheduleShape) {
    this.branches = namesOf(images);
    this.packs = packs;
    this.runOuts = runOuts;
    this.groups = groupsOf(runOuts, together);
    this.lap = this.branches.length;
    this.cycle = 2 * this.lap * Math.max(...packs) * this.groups;
    this.iteration = Math.max(1, Math.ceil(this.cycle / iterations));
  }

  /** Branches in the order in which visits take them. */
  get order(): readonly number[] {
    return [...new Set(this.branches.map(({ number }) => number))];
  }

  at(visit: number): Visit {
    const lap = Math.floor(visit / this.lap);
    // Both players learn from the same deal, one lap after the other.
    const deal = Math.floor(lap / 2);
    const place = visit % this.lap;
    const [first, second] = this.packs;
    const round = Math.floor(deal / Math.max(first, second));
    const branch = this.branches[place]!;
    const runOuts = this.runOuts[branch.number]!;
    const deck = this.deck(place, Math.floor(round / this.groups), runOuts);
    const group = round % this.groups;
    const cut = (part: number): number => Math.floor((part * runOuts) / this.groups);
    return {
      hero: lap % 2 === 0 ? 0 : 1,
      branch,
      packs: [this.pack(0, deal, place + deal), this.pack(1, deal, deal - place)],
      runOuts: deck.subarray(cut(group), cut(group + 1)),
      iteration: Math.floor(visit / this.iteration),
    };
  }

  /** Visits that set out together with this one, from it on: never past a lap, and no pack of a player twice. */
  round(visit: number): number {
    const place = visit % this.lap;
    const rounds = Math.ceil(this.lap / Math.min(ROUND, ...this.packs));
    const here = Math.floor((place * rounds) / this.lap);
    return Math.ceil(((here + 1) * this.lap) / rounds) - place;
  }

  private pack(player: 0 | 1, deal: number, turn: number): number {
    const count = this.packs[player];
    const order = this.deck(PACK_DECK + player, Math.floor(deal / count), count);
    return order[((turn % count) + count) % count]!;
  }

  private deck(name: number, deal: number, count: number): Uint32Array {
    const known = this.decks.get(name);
    if (known && this.dealOf.get(name) === deal) return known;
    const deck = shuffled(count, SEED + name, deal);
    this.decks.set(name, deck);
    this.dealOf.set(name, deal);
    return deck;
  }

  private readonly dealOf = new Map<number, number>();
}

/** Visits that all run-outs of a branch are divided among, each with `together` of them or a few more. */
export function groupsOf(runOuts: readonly number[], together: number): number {
  return Math.max(1, Math.floor(Math.min(...runOuts) / together));
}

/** The most run-outs of a visit. */
export function mostTogether({ runOuts, together }: Pick<ScheduleShape, 'runOuts' | 'together'>): number {
  return Math.ceil(Math.max(...runOuts) / groupsOf(runOuts, together));
}

/** Every branch under every name; the first names of all come first, so that neighbours are different ones. */
function namesOf(images: readonly number[]): Named[] {
  const order = [...shuffled(images.length, SEED, 0)];
  order.sort((a, b) => images[b]! - images[a]!);
  const most = Math.max(...images);
  const named: Named[] = [];
  for (let image = -1; image < most; image++) {
    for (const number of order) if (images[number]! > image) named.push({ number, image });
  }
  return named;
}
