// What holds of any solved spot, on spots of real size: nothing is won that is not lost, and suits and seats have no names.

import { describe, expect, test } from 'vitest';
import { openLocal, solveHere } from '../../test/solve/local.ts';
import { combosOf, mirroredSpot, renamedSpot, spot } from '../../test/solve/spots.ts';
import { ACT } from './forest.ts';
import type { SolveJob } from './job.ts';
import { type NodeShares, PARTS, type SolvedDeal } from './result.ts';

/** Where hundreds of thousands of pairs of combos are summed up in f32. */
const F32 = 2e-5;

const RIVER = () => spot({ boards: ['Ks9d4c2h7s'], combos: [27000, 20000], stack: 540 });
const TURN = () => spot({ boards: ['QsJs5s5d'], combos: [300, 250], stack: 120 });
const TWO = () => spot({ boards: ['Td7h2c9dKs', 'QsJs5s5d2h'], combos: [2000, 2500] });
const PLO5 = () => spot({ game: 'plo5', boards: ['Ks9d4c2h7s'], combos: [1500, 1200] });
const PLO6 = () => spot({ game: 'plo6', boards: ['Td7h2c9dKs'], combos: [800, 900] });
const HOLDEM = () => spot({ game: 'holdem', boards: ['Td9d6hQc'], combos: [300, 200], stack: 300 });

const SPOTS: [string, SolveJob, number][] = [
  ['a river of thousands of combos', RIVER(), 40],
  ['a turn', TURN(), 40],
  ['two boards', TWO(), 60],
  ['PLO5', PLO5(), 40],
  ['PLO6', PLO6(), 40],
  ["a Hold'em turn", HOLDEM(), 60],
];

describe.each(SPOTS)('%s', (_, job, iterations) => {
  const { at, deals } = solveHere(job, iterations);

  test('it gets solved, and no player gains by staying as they are', () => {
    expect(at.exploitability / job.pot).toBeLessThan(0.03);
    for (const player of [0, 1] as const) expect(at.best[player]).toBeGreaterThan(at.worth[player] - F32 * job.pot);
  });

  test('what both win is the pot', () => {
    expect(Math.abs(at.worth[0] + at.worth[1])).toBeLessThan(F32 * job.pot);
  });

  test('there is a deal for every card that may come', () => {
    expect(deals).toHaveLength(job.streets.length === 1 ? 1 : 49);
    expect(new Set(deals.map(({ dealt }) => dealt.join())).size).toBe(deals.length);
  });

  test('a combo that can be held plays every part of its strategy, one that cannot plays none', () => {
    for (const deal of deals) {
      const forest = job.streets[deal.dealt.length]!;
      const known = new Set([...job.boards.flatMap((board) => [...board]), ...deal.dealt]);
      expect(deal.nodes.map(({ node }) => node)).toEqual(
        [...forest.kinds.keys()].filter((node) => forest.kinds[node] === ACT),
      );
      for (const { node, parts } of deal.nodes) {
        const sums = partSums({ node, parts }, forest.counts[node]!);
        const wanted = combosOf(job, forest.players[node] as 0 | 1).map((combo) =>
          combo.some((card) => known.has(card)) ? 0 : PARTS,
        );
        expect(sums).toEqual(wanted);
      }
    }
  });
});

function partSums({ parts }: NodeShares, actions: number): number[] {
  const combos = parts.length / actions;
  return Array.from({ length: combos }, (_, i) => {
    let sum = 0;
    for (let a = 0; a < actions; a++) sum += parts[a * combos + i]!;
    return sum;
  });
}

describe('rake', () => {
  test('a rake that is always the same is what both lack to the pot', () => {
    const rake = { rate: 0.5, cap: 3 };
    const river = spot({ boards: ['Ks9d4c2h7s'], combos: [900, 700], rake });
    const turn = spot({ boards: ['QsJs5s5d'], combos: [200, 200], stack: 120, rake });
    for (const job of [river, turn]) {
      const { at } = solveHere(job, 20);
      expect(Math.abs(at.worth[0] + at.worth[1] + 3)).toBeLessThan(F32 * job.pot);
    }
  });

  test('a rake in proportion is between its part of the pot and that of all chips', () => {
    const job = spot({ boards: ['Ks9d4c2h7s'], combos: [900, 700], rake: { rate: 0.05, cap: 30 } });
    const { at } = solveHere(job, 40);
    const raked = -(at.worth[0] + at.worth[1]);
    expect(raked).toBeGreaterThan(0.05 * job.pot);
    expect(raked).toBeLessThan(0.05 * (job.pot + 2 * 240));
  });
});

describe('names of suits', () => {
  const turn = spot({ boards: ['QsJs5s5d'], combos: [200, 200], stack: 120, seed: 3 });
  const jobs = [RIVER(), turn, PLO5(), TWO()];
  const renaming = [2, 0, 3, 1];

  /** A spot and the same under other suits, both after so many iterations. */
  function both(job: SolveJob, iterations: number) {
    return [solveHere(job, iterations), solveHere(renamedSpot(job, renaming), iterations)] as const;
  }

  test.each(jobs)('renamed suits give the same figures (%#)', (job) => {
    const [plain, other] = both(job, 12);
    for (const player of [0, 1] as const) {
      expect(Math.abs(other.at.worth[player] - plain.at.worth[player])).toBeLessThan(1e-3 * job.pot);
    }
    expect(Math.abs(other.at.exploitability - plain.at.exploitability)).toBeLessThan(1e-3 * job.pot);
  });

  // Later on a combo that has nothing to choose by, because nobody comes, may fall on either side by rounding.
  test.each(jobs)('renamed suits give the same play, renamed (%#)', (job) => {
    const [plain, other] = both(job, 1);
    const far = apart(plain.deals, other.deals, (dealt) => dealt.map((card) => (card & ~3) | renaming[card & 3]!));
    expect(far).toBe(0);
  });
});

/** Part of all shares that differ by more than a hundredth. */
function apart(
  deals: readonly SolvedDeal[],
  others: readonly SolvedDeal[],
  rename: (dealt: readonly number[]) => readonly number[],
): number {
  const known = new Map(others.map((deal) => [deal.dealt.join(), deal]));
  let far = 0;
  let all = 0;
  for (const { dealt, nodes } of deals) {
    const other = known.get(rename(dealt).join())!;
    for (const [n, { parts }] of nodes.entries()) {
      const theirs = other.nodes[n]!.parts;
      all += parts.length;
      for (const [i, part] of parts.entries()) if (Math.abs(part - theirs[i]!) > PARTS / 100) far++;
    }
  }
  return far / all;
}

describe('seats', () => {
  test.each([RIVER(), TURN(), PLO6()])('exchanged seats exchange the figures (%#)', (job) => {
    const { at } = solveHere(job, 60);
    const { at: mirror } = solveHere(mirroredSpot(job), 60);
    const both = 2 * (at.exploitability + mirror.exploitability);
    expect(Math.abs(at.worth[0] - mirror.worth[1])).toBeLessThan(both + F32 * job.pot);
    expect(Math.abs(at.worth[1] - mirror.worth[0])).toBeLessThan(both + F32 * job.pot);
  });

  test('a table that nobody has played at is the same from either seat', () => {
    const job = RIVER();
    const at = openLocal(job, false).measure();
    const mirror = openLocal(mirroredSpot(job), false).measure();
    for (const player of [0, 1] as const) {
      const other = player === 0 ? 1 : 0;
      expect(Math.abs(at.worth[player] - mirror.worth[other])).toBeLessThan(F32 * job.pot);
      expect(Math.abs(at.best[player] - mirror.best[other])).toBeLessThan(F32 * job.pot);
    }
  });
});
