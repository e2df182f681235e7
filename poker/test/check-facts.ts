/** What holds for the tallies, the facts and the expected results of any hand. */
import type { Replay } from '../src/hand-history/replay.ts';
import { adjustedNets, allInOf } from '../src/statistics/all-in.ts';
import { factsOf } from '../src/statistics/facts.ts';
import type { HandCourse } from '../src/statistics/hand-course.ts';
import { STATISTICS } from '../src/statistics/statistics.ts';
import { TALLY_LENGTH, type Tally, talliesOf } from '../src/statistics/tally.ts';
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

/** Throws where figures of the hand contradict each other. */
export const checkFacts = (course: HandCourse): void => {
  const { replay: played } = course;
  const players = [...played.hand.players.keys()];
  checkTallies(talliesOf(course), players.length);

  const facts = players.map((player) => factsOf(course, player));
  const [first] = facts;
  const rake = sum(played.settlement.pots.map((pot) => pot.rake));
  same('net results', sum(facts.map((fact) => fact.net)), -played.settlement.rake || 0);
  same('parts of the rake', sum(facts.map((fact) => fact.rakeShare)), rake);
  same('who saw the flop', facts.filter((fact) => fact.sawFlop).length, first?.flopPlayers);
  same('who is in position', facts.filter((fact) => fact.inPosition).length, first?.flopPlayers ? 1 : 0);
  same('positions', new Set(facts.map((fact) => fact.position)).size, players.length);
  for (const fact of facts) {
    same('showdown', fact.wentToShowdown, fact.showdown && fact.foldedOn === null);
    same('plain values', Object.keys(JSON.parse(JSON.stringify(fact))), Object.keys(fact));
  }

  const allIn = allInOf(course);
  if (allIn === null || course.final.cashedOut.some((chips) => chips !== null)) return;
  const even = allIn.jobs.map((job) => job.players.map(() => 1 / job.players.length));
  const expected = sum(adjustedNets(course, allIn, even));
  same('expected results', Math.abs(expected - (played.hand.fromHouse ?? 0) + rake) < 1e-6, true);
};

const checkTallies = (tallies: readonly Tally[], players: number): void => {
  same('tallies', tallies.length, players);
  for (const tally of tallies) {
    same('length of a tally', tally.length, TALLY_LENGTH);
    same(
      'small numbers',
      tally.filter((count) => !Number.isInteger(count) || count < 0 || count > 32_767),
      [],
    );
    const wrong = STATISTICS.filter(({ unit, counting }, index) => {
      const [chances = 0, taken = 0] = tally.slice(2 * index, 2 * index + 2);
      const isSize = unit === 'big-blinds' || unit === 'pot-percent';
      return (!isSize && taken > chances) || (counting.per !== 'action' && chances > 1);
    });
    same(
      'statistics taken too often',
      wrong.map(({ key }) => key),
      [],
    );
  }
};

const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);

const same = (what: string, found: unknown, wanted: unknown): void => {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (one !== other) throw new Error(`${what}: ${one}, not ${other}`);
};
