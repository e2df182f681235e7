// What holds for any hand: random ones of every kind, and those of the fixtures.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dealer } from '../../test/random.ts';
import { randomHand } from '../../test/random-hand.ts';
import { fixtures, handOf } from '../../test/script-hand.ts';
import type { Replay } from '../hand-history/replay.ts';
import { settle } from '../table/settle.ts';
import { adjustedNets, allInOf } from './all-in.ts';
import { factsOf } from './facts.ts';
import { courseOf, type HandCourse } from './hand-course.ts';
import { STATISTICS } from './statistics.ts';
import { statisticsOf } from './statistics-of.ts';
import { addTally, emptyTally, TALLY_LENGTH, talliesOf } from './tally.ts';

const RANDOM_HANDS = 150;

/** All files of fixtures. */
const everyFixture = (): HandCourse[] =>
  readdirSync(new URL('../../golden/hands/', import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name) && !name.endsWith('index.json'))
    .flatMap(fixtures);

const random = dealer(11);
const randomReplay = (): Replay => {
  const { setup, log, states, end } = randomHand(random);
  const settled = settle(end, { kind: 'rate', perTenThousand: 500, cap: 3, noFlopNoDrop: false });
  if (!settled.ok) throw new Error(settled.error.message);
  const { stacks, ...rules } = setup;
  const hand = { ...handOf(stacks.length, '', { stacks: stacks.map(() => 1000) }), ...rules };
  const players = hand.players.map((player, index) => ({ ...player, stack: stacks[index] ?? 0 }));
  return { hand: { ...hand, players, operations: log }, states, settlement: settled.value };
};

const check = (course: HandCourse): void => {
  const { replay: played } = course;
  const players = [...played.hand.players.keys()];
  const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);

  const tallies = talliesOf(course);
  expect(tallies).toHaveLength(players.length);
  for (const tally of tallies) {
    expect(tally).toHaveLength(TALLY_LENGTH);
    expect(tally.every((count) => Number.isInteger(count) && count >= 0 && count <= 32_767)).toBe(true);
    const wrong = STATISTICS.filter(({ unit, counting }, index) => {
      const [chances = 0, taken = 0] = tally.slice(2 * index, 2 * index + 2);
      const isSize = unit === 'big-blinds' || unit === 'pot-percent';
      return (!isSize && taken > chances) || (counting.per !== 'action' && chances > 1);
    });
    expect(wrong.map(({ key }) => key)).toEqual([]);
  }

  const facts = players.map((player) => factsOf(course, player));
  const rake = sum(played.settlement.pots.map((pot) => pot.rake));
  expect(sum(facts.map((fact) => fact.net))).toBe(-played.settlement.rake || 0);
  expect(sum(facts.map((fact) => fact.rakeShare))).toBe(rake);
  expect(facts.filter((fact) => fact.sawFlop)).toHaveLength(facts[0]?.flopPlayers ?? -1);
  expect(facts.filter((fact) => fact.inPosition === true)).toHaveLength(facts[0]?.flopPlayers ? 1 : 0);
  expect(new Set(facts.map((fact) => fact.position)).size).toBe(players.length);
  for (const fact of facts) {
    expect(fact.wentToShowdown).toBe(fact.showdown && fact.foldedOn === null);
    expect(JSON.parse(JSON.stringify(fact))).toEqual(fact);
  }

  const allIn = allInOf(course);
  if (allIn === null || course.final.cashedOut.some((chips) => chips !== null)) return;
  const even = allIn.jobs.map((job) => job.players.map(() => 1 / job.players.length));
  expect(sum(adjustedNets(course, allIn, even))).toBeCloseTo((played.hand.fromHouse ?? 0) - rake, 6);
};

describe('of any hand', () => {
  it(`statistics are taken no oftener than they can be, facts fit together (${RANDOM_HANDS} random hands)`, () => {
    for (let hand = 0; hand < RANDOM_HANDS; hand++) check(courseOf(randomReplay()));
  });

  it('so they do of the fixtures', () => {
    const courses = everyFixture();
    expect(courses.length).toBeGreaterThan(8);
    for (const course of courses) check(course);
  });

  it('the statistics of a sum are those of the hands together', () => {
    const whole = emptyTally();
    const halves = [emptyTally(), emptyTally()];
    for (let hand = 0; hand < 40; hand++) {
      for (const tally of talliesOf(courseOf(randomReplay()))) {
        addTally(whole, tally);
        addTally(halves[hand % 2] ?? [], tally);
      }
    }
    const joined = emptyTally();
    for (const half of halves) addTally(joined, half);
    expect(joined).toEqual(whole);
    for (const [index, { chances, taken }] of statisticsOf(whole).entries()) {
      const parts = halves.map((half) => statisticsOf(half)[index]);
      expect(chances).toBe(parts.reduce((sum, part) => sum + (part?.chances ?? 0), 0));
      expect(taken).toBe(parts.reduce((sum, part) => sum + (part?.taken ?? 0), 0));
    }
  });
});
