// What was stored of a flop, looked at: by combo on flop and turn, by bucket on the river, or solved again.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renameDealt } from '../../src/solve/dealt.ts';
import { ACT } from '../../src/solve/forest.ts';
import type { SolveFigures, SolveJob } from '../../src/solve/job.ts';
import { PARTS, type SolvedDeal } from '../../src/solve/result.ts';
import type { SuitRenaming } from '../../src/suits.ts';
import { cardsOf } from '../../test/kernel.ts';
import { allDealt } from '../../test/solve/expand.ts';
import { nearHost } from '../../test/solve/near-host.ts';
import { spot } from '../../test/solve/spots.ts';
import { openSolver } from './open-solver.ts';
import type { SolvedView } from './solver.ts';

const FLOP = spot({ boards: ['Td7h2c'], combos: [70, 60], stack: 60, maxRaises: 1, buckets: 20 });
const ALIKE = spot({
  boards: ['Ts7s2h'],
  combos: [60, 70],
  alike: [[1, 0, 2, 3]],
  stack: 60,
  maxRaises: 1,
  buckets: 20,
});

/** A job solved before the tests of its group, and what is seen of it: of `streets` streets what was stored, later ones anew. */
function stored(job: SolveJob) {
  const solver = openSolver(nearHost(1));
  const deals = new Map<string, SolvedDeal>();
  let figures: SolveFigures;
  beforeAll(async () => {
    const solve = await solver.open(job);
    if (!solve.ok) throw new Error(solve.error.message);
    await solve.value.run({ exploitability: 0, iterations: 12, timeMs: Infinity });
    figures = await solve.value.finish();
    for await (const deal of solve.value.deals(false)) deals.set(deal.dealt.join(), deal);
    await solve.value.close();
  });
  afterAll(() => solver.close());

  async function look(dealt: readonly number[], node: number, streets = job.streets.length): Promise<SolvedView> {
    const dealOf = async (cards: readonly number[]) => (cards.length < streets ? deals.get(cards.join())! : null);
    const answer = await solver.view(job, { dealt, node }, dealOf);
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value;
  }
  return { look, deals, figures: () => figures };
}

describe.each([
  ['a flop', FLOP],
  ['a flop with suits that are alike', ALIKE],
] as const)('%s', (_, job) => {
  const { look, deals, figures } = stored(job);

  test('EVs at the start are those of the figures, equities too', async () => {
    const view = await look([], 0);
    expect(view.bucketed).toBe(false);
    for (const player of [0, 1] as const) {
      expect(meanOf(view, player, view.ev)).toBeCloseTo(figures().ev[player], 3);
      expect(meanOf(view, player, view.equity)).toBeCloseTo(figures().equity[player], 5);
    }
  });

  const turns = cardsOf('QcQd3s');
  test('both EVs sum to the pot, on turns and on rivers', async () => {
    for (const turn of turns) {
      const view = await look([turn], actIn(job, 1));
      expect(meanOf(view, 0, view.ev) + meanOf(view, 1, view.ev)).toBeCloseTo(job.pot, 2);
      const river = await look([turn, cardsOf('5d')[0]!], actIn(job, 2));
      expect(meanOf(river, 0, river.ev) + meanOf(river, 1, river.ev)).toBeCloseTo(job.pot, 2);
    }
  });

  test('the EV of an action that deals a card is that of the street behind it, over all cards', async () => {
    // Checked through: the exit of the trunk against the turns' own views.
    const root = await look([], 0);
    const checks = await look([], checkedThrough(job));
    expect(root.player).toBe(0);
    const { ev, met, reach } = checks;
    let sum = 0;
    let mass = 0;
    for (let turn = 0; turn < 52; turn++) {
      if (job.boards[0]!.includes(turn)) continue;
      const view = await look([turn], job.streets[1]!.entries[0]!);
      const weight = massOf(view, 0);
      sum += weight * meanOf(view, 0, view.ev);
      mass += weight;
    }
    const whole = meanOf({ ev, met, reach } as SolvedView, 0, ev);
    expect(sum / mass).toBeCloseTo(whole, 2);
  });

  test('on a river combos play what their bucket was stored with, and the view says so', async () => {
    const node = actIn(job, 2);
    const player = job.streets[2]!.players[node]! as 0 | 1;
    const actions = job.streets[2]!.counts[node]!;
    for (const dealt of [cardsOf('3s5d'), cardsOf('Qd5c')].map((cards) => [...cards])) {
      const view = await look(dealt, node);
      expect(view.bucketed).toBe(true);
      expect(view.solvedAgain).toBeNull();
      const stored = [...deals.values()].filter((deal) => deal.buckets !== null);
      const columns = new Set(
        stored.flatMap((deal) => {
          const { parts } = deal.nodes.find((entry) => entry.node === node)!;
          const count = deal.buckets![player];
          return Array.from({ length: count }, (_, b) =>
            Array.from({ length: actions }, (__, a) => parts[a * count + b]).join(),
          );
        }),
      );
      const combos = view.shares.length / actions;
      let live = 0;
      for (let i = 0; i < combos; i++) {
        if (!(view.reach[player][i]! > 0)) continue;
        live++;
        const own = Array.from({ length: actions }, (_, a) => Math.round(view.shares[a * combos + i]! * PARTS));
        expect(columns).toContain(own.join());
      }
      expect(live).toBeGreaterThan(10);
    }
  });

  test('a river, or a turn, is solved again where its deals are withheld, with a figure of its own', async () => {
    const river = await look([...cardsOf('3s5d')], actIn(job, 2), 2);
    expect(river.bucketed).toBe(false);
    expect(river.solvedAgain).toBeLessThan(0.0011);
    const turn = await look([...cardsOf('3s')], actIn(job, 1), 1);
    expect(turn.bucketed).toBe(false);
    expect(turn.solvedAgain).toBeLessThan(0.0011);
  });
});

// Boards of one suit: of the pairs of rivers that differ by the names of the other three, one is stored.
describe('a turn of two boards', () => {
  const alike: readonly SuitRenaming[] = [
    [1, 0, 2, 3],
    [0, 2, 1, 3],
  ];
  const job = spot({
    boards: ['KsTs7s2s', 'QsJs9s3s'],
    combos: [90, 80],
    alike,
    stack: 60,
    maxRaises: 1,
    method: 'bucketed',
    buckets: 18,
  });
  const { look, deals, figures } = stored(job);
  const pairs = allDealt(job).slice(1);

  /** A pair of rivers under every name it has. */
  function namesOf(pair: number): number[] {
    const names = new Set([pair]);
    for (const name of names) for (const renaming of alike) names.add(renameDealt(name, renaming));
    return [...names];
  }

  test('EVs and equities at the start are those of the figures', async () => {
    const view = await look([], 0);
    for (const player of [0, 1] as const) {
      expect(meanOf(view, player, view.ev)).toBeCloseTo(figures().ev[player], 3);
      expect(meanOf(view, player, view.equity)).toBeCloseTo(figures().equity[player], 5);
    }
  });

  test('the EV of an action that deals a pair is that of the rivers behind it, over all pairs', async () => {
    const whole = await look([], checkedThrough(job));
    let sum = 0;
    let mass = 0;
    let counted = 0;
    for (const { dealt } of deals.values()) {
      if (dealt.length === 0) continue;
      const names = namesOf(dealt[0]!);
      counted += names.length;
      const view = await look(dealt, job.streets[1]!.entries[0]!);
      expect(view.bucketed).toBe(true);
      const weight = names.length * massOf(view, 0);
      sum += weight * meanOf(view, 0, view.ev);
      mass += weight;
    }
    expect(counted).toBe(pairs.length);
    expect(sum / mass).toBeCloseTo(meanOf(whole, 0, whole.ev), 2);
  });

  test('a pair under another name shows what the stored one does', async () => {
    const node = actIn(job, 1);
    const several = [...deals.values()].filter(({ dealt }) => dealt.length > 0 && namesOf(dealt[0]!).length > 2);
    for (const { dealt } of [several[0]!, several[40]!, several.at(-1)!]) {
      const view = await look(dealt, node);
      for (const name of namesOf(dealt[0]!).slice(1)) {
        const other = await look([name], node);
        expect(other.bucketed).toBe(true);
        for (const player of [0, 1] as const) {
          expect(massOf(other, player)).toBeCloseTo(massOf(view, player), 4);
          expect(meanOf(other, player, other.ev)).toBeCloseTo(meanOf(view, player, view.ev), 4);
        }
      }
    }
  });

  test('a river is solved again where its deal is withheld', async () => {
    const river = await look(pairs[100]!, actIn(job, 1), 1);
    expect(river.bucketed).toBe(false);
    expect(river.solvedAgain).toBeLessThan(0.0011);
  });
});

test('buckets that are not those of the spot are refused', async () => {
  const solver = openSolver(nearHost(1));
  const deal: SolvedDeal = { dealt: [...cardsOf('3s5d')], nodes: [], buckets: [3, 3], exitWorth: null };
  const trunk: SolvedDeal = { dealt: [], nodes: [], buckets: null, exitWorth: null };
  const place = { dealt: deal.dealt, node: actIn(FLOP, 2) };
  await expect(
    solver.view(FLOP, place, async ({ length }) => (length === 2 ? deal : { ...trunk, dealt: [] })),
  ).rejects.toThrow('buckets');
  await solver.close();
});

/** A node in the middle of a street at which somebody acts. */
function actIn(job: SolveJob, street: number): number {
  const { entries, kinds } = job.streets[street]!;
  return [...entries].find((node) => kinds[node] === ACT)!;
}

/** The node of the first street at which both have checked. */
function checkedThrough(job: SolveJob): number {
  const { first } = job.streets[0]!;
  return first[first[0]!]!;
}

function massOf({ met, reach }: SolvedView, player: 0 | 1): number {
  let mass = 0;
  met[player].forEach((others, i) => {
    if (others > 0) mass += others * reach[player][i]!;
  });
  return mass;
}

/** Mean over all pairs of combos that come here. */
function meanOf(view: SolvedView, player: 0 | 1, values: readonly [Float32Array, Float32Array]): number {
  let sum = 0;
  view.met[player].forEach((others, i) => {
    const weight = others * view.reach[player][i]!;
    if (weight > 0) sum += weight * values[player][i]!;
  });
  return sum / massOf(view, player);
}
