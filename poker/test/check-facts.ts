/** What holds for the tallies, the facts and the expected results of any hand. */
import { expect } from 'vitest';
import type { Replay } from '../src/hand-history/replay.ts';
import { adjustedNets, allInOf } from '../src/statistics/all-in.ts';
import { factsOf } from '../src/statistics/facts.ts';
import type { HandCourse } from '../src/statistics/hand-course.ts';
import { STATISTICS } from '../src/statistics/statistics.ts';
import { TALLY_LENGTH, talliesOf } from '../src/statistics/tally.ts';
import { settle } from '../src/table/settle.ts';
import type { Dealer } from './random.ts';
import { randomHand } from './random-hand.ts';
import { handOf } from './script-hand.ts';

/** A random hand with rake, as the replay of one that was played. */
export const randomReplay = (random: Dealer): Replay => {
  const { setup, log, states, end } = randomHand(random);
  const settled = settle(end, { kind: 'rate', perTenThousand: 500, cap: 3, noFlopNoDrop: false });
  if (!settled.ok) throw new Error(settled.error.message);
  const { stacks, ...rules } = setup;
  const hand = { ...handOf(stacks.length, '', { stacks: stacks.map(() => 1000) }), ...rules };
  const players = hand.players.map((player, index) => ({ ...player, stack: stacks[index] ?? 0 }));
  return { hand: { ...hand, players, operations: log }, states, settlement: settled.value };
};

/** Fails where figures of the hand contradict each other. */
export const checkFacts = (course: HandCourse): void => {
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
