// What comes when in a sampled solve: every cycle everything equally often, and rounds that can be played side by side.

import { describe, expect, test } from 'vitest';
import { testRandom } from '../../../test/kernel.ts';
import { type SharedSpotOptions, sharedSpot } from '../../../test/solve/sampled-spots.ts';
import { openSampled, type SampledOptions } from '../../../test/solve/sampled-value.ts';
import { type SuitRenaming, suitRenamings } from '../../suits.ts';
import type { Visit } from './schedule.ts';

const ROUND = 13;
const HEARTS_SPADES: SuitRenaming = [0, 1, 3, 2];
const DIAMONDS_HEARTS: SuitRenaming = [0, 2, 1, 3];
const ALL_BUT_SPADES = suitRenamings().filter((names) => names[3] === 3);

interface Case {
  readonly spot: SharedSpotOptions;
  readonly sampled: SampledOptions;
  readonly packs: readonly [number, number];
}

const SMALL = { stack: 60, shared: 0 };
const CASES: Readonly<Record<string, Case>> = {
  'a rainbow flop, packs enough for a round': {
    spot: { ...SMALL, boards: ['Td7h2c'], combos: [54, 56] },
    sampled: { packSize: 3, iterations: 4 },
    packs: [13, 16],
  },
  'a two-tone flop, more packs for one player': {
    spot: { ...SMALL, boards: ['Ts7s2c'], combos: [20, 60], alike: [DIAMONDS_HEARTS] },
    sampled: { packSize: 12 },
    packs: [1, 4],
  },
  'a monotone flop': {
    spot: { ...SMALL, boards: ['Js6s3s'], combos: [50, 40], alike: ALL_BUT_SPADES },
    sampled: { packSize: 8, together: 6 },
    packs: [4, 4],
  },
  'a turn': {
    spot: { ...SMALL, boards: ['Td7h2c9d'], combos: [60, 50] },
    sampled: { packSize: 10 },
    packs: [4, 4],
  },
  'a turn with bundles of unlike size': {
    spot: { ...SMALL, boards: ['Td7h2c9d'], combos: [56, 56] },
    sampled: { packSize: 10, together: 5 },
    packs: [4, 4],
  },
  'a turn whose suits are alike': {
    spot: { ...SMALL, boards: ['KdKc7s7h'], combos: [56, 56], alike: [HEARTS_SPADES] },
    sampled: { packSize: 10 },
    packs: [4, 4],
  },
};

describe.each(Object.keys(CASES))('%s', (name) => {
  const { spot, sampled, packs } = CASES[name]!;
  const local = openSampled(sharedSpot(spot), sampled);
  const { schedule, branches } = local;
  const names = branches.flatMap(({ branch }, number) =>
    [-1, ...branch.images.keys()].map((image) => `${number} ${image}`),
  );
  const parts = sampled.iterations ?? 2;
  const cycle = parts * schedule.iteration;
  const visits = Array.from({ length: 3 * cycle }, (_, visit) => schedule.at(visit));
  const nameOf = ({ branch: { number, image } }: Visit): string => `${number} ${image}`;

  function counted(keys: Iterable<string>): Map<string, number> {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  }

  test('there are packs and names enough to be a test', () => {
    expect(local.common.packs.counts).toEqual(packs);
    expect(cycle % schedule.lap).toBe(0);
    expect(schedule.lap).toBe(names.length);
  });

  test('a branch has all its run-outs, each under every name', () => {
    for (const { deck, runOuts } of branches) {
      const all = runOuts.flatMap(({ branch }, number) =>
        [-1, ...branch.images.keys()].map((image) => `${number} ${image}`),
      );
      expect(deck.map(({ number, image }) => `${number} ${image}`).toSorted()).toEqual(all.toSorted());
    }
  });

  test('every lap takes every branch under every name once', () => {
    for (let first = 0; first < visits.length; first += schedule.lap) {
      const taken = visits.slice(first, first + schedule.lap).map(nameOf);
      expect(taken.toSorted()).toEqual(names.toSorted());
    }
  });

  test('every cycle every run-out of every branch meets every pack equally often', () => {
    const most = Math.max(...local.common.packs.counts);
    for (let first = 0; first < visits.length; first += cycle) {
      const some = visits.slice(first, first + cycle);
      for (const player of [0, 1] as const) {
        const count = local.common.packs.counts[player];
        if (count < most) continue;
        const met = counted(
          some.flatMap((visit) =>
            [...visit.runOuts].map((place) => `${visit.hero}, ${nameOf(visit)}, ${visit.packs[player]}, ${place}`),
          ),
        );
        const wanted = names.reduce((sum, key) => sum + branches[Number.parseInt(key, 10)]!.deck.length, 0) * count * 2;
        expect(met.size).toBe(wanted);
        expect(new Set(met.values())).toEqual(new Set([1]));
      }
    }
  });

  test('players take turns, and learn from the same deals', () => {
    for (let first = 0; first < visits.length; first += 2 * schedule.lap) {
      const [one, other] = [first, first + schedule.lap].map((from) => visits.slice(from, from + schedule.lap));
      expect(one!.every(({ hero }) => hero === 0)).toBe(true);
      const dealt = ({ branch, packs, runOuts }: Visit) => ({ branch, packs, runOuts });
      expect(other!.every(({ hero }) => hero === 1)).toBe(true);
      expect(other!.map(dealt)).toEqual(one!.map(dealt));
    }
  });

  test('the packs of the player with fewer come equally often, give or take one', () => {
    const some = visits.slice(0, cycle);
    for (const player of [0, 1] as const) {
      const met = counted(some.map((visit) => `${visit.hero}, ${nameOf(visit)}, ${visit.packs[player]}`));
      expect(met.size).toBe(2 * names.length * local.common.packs.counts[player]);
      expect(Math.max(...met.values()) - Math.min(...met.values())).toBeLessThanOrEqual(1);
    }
  });

  test('an iteration is its part of a cycle', () => {
    for (const [visit, { iteration }] of visits.entries()) expect(iteration).toBe(Math.floor((parts * visit) / cycle));
  });

  test('cycles are not dealt alike', () => {
    const said = (from: number): string =>
      visits
        .slice(from, from + cycle)
        .map((visit) => `${nameOf(visit)} ${visit.packs} ${visit.runOuts}`)
        .join();
    expect(said(0)).not.toBe(said(cycle));
  });

  test('a visit is the same whenever it is asked for', () => {
    const fresh = openSampled(sharedSpot(spot), sampled).schedule;
    const random = testRandom(1);
    for (let i = 0; i < 300; i++) {
      const visit = Math.floor(random() * visits.length);
      expect(fresh.at(visit)).toEqual(visits[visit]);
    }
  });

  test('rounds fill laps, and take no branch twice, nor a pack where there are enough', () => {
    for (let visit = 0; visit < visits.length; ) {
      const count = schedule.round(visit);
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThanOrEqual(ROUND);
      const round = visits.slice(visit, visit + count);
      expect(Math.floor(visit / schedule.lap)).toBe(Math.floor((visit + count - 1) / schedule.lap));
      expect(new Set(round.map(({ branch }) => branch.number)).size).toBe(count);
      for (const player of [0, 1] as const) {
        if (local.common.packs.counts[player] < ROUND) continue;
        expect(new Set(round.map((one) => one.packs[player])).size).toBe(count);
      }
      // What is left of a round is a round.
      if (count > 1) expect(schedule.round(visit + 1)).toBe(count - 1);
      visit += count;
    }
  });
});
