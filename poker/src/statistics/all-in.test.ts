// Expected results of all-ins: against published equities, and against every card that could have come.
import type { EquityJob } from '@ploscope/kernel';
import { openNodePool } from '@ploscope/kernel/host/node';
import { afterAll, describe, expect, it } from 'vitest';
import { fixtures, play, type Table } from '../../test/script-hand.ts';
import { NO_RAKE, type Rake as TableRake } from '../table/rake.ts';
import { settle } from '../table/settle.ts';
import { apply } from '../table/table.ts';
import type { TableState } from '../table/table-state.ts';
import { adjust, allInOf } from './all-in.ts';
import type { HandCourse } from './hand-course.ts';

const pool = await openNodePool({ threads: 1 });
afterAll(() => pool.close());

const equity = async (job: EquityJob): Promise<readonly number[]> => {
  const answer = await pool.run(job);
  if (!answer.ok) throw new Error(answer.error.message);
  expect(answer.value.exact).toBe(true);
  return answer.value.players.map((player) => player.equity);
};

const adjusted = (course: HandCourse): Promise<number[] | null> => adjust(course, equity);

const expectNets = (nets: readonly number[] | null, expected: readonly number[], digits = 7): void => {
  expect(nets).toHaveLength(expected.length);
  for (const [player, net] of expected.entries()) expect(nets?.[player]).toBeCloseTo(net, digits);
};

const NL: Table = { betting: 'no-limit' };

describe('an all-in heads-up before the flop', () => {
  // Published counts for AsAhKsKh against 9d8d7c6c: 652,186 and 433,822 of 1,086,008 boards, no ties.
  const hands = ['AsAhKsKh', '9d8d7c6c'];
  const share = 652_186 / 1_086_008;
  const run = '[Ac7d2s] [4h] [3c]';

  it('is worth its equity to the last digit, rake taken first', async () => {
    expectNets(await adjusted(play(2, `r10000 c ${run}`, { ...NL, hands })), [
      20_000 * share - 10_000,
      20_000 * (1 - share) - 10_000,
    ]);
    expectNets(await adjusted(play(2, `r10000 c ${run}`, { ...NL, hands, rake: 300 })), [
      19_700 * share - 10_000,
      19_700 * (1 - share) - 10_000,
    ]);
  });

  it('is worth the same run twice, and with what nobody called given back', async () => {
    const twice = play(2, 'r10000 c run2 [Ac7d2s|Qh9h2d] [4h|5h] [3c|3d]', {
      ...NL,
      hands,
    });
    expectNets(await adjusted(twice), [20_000 * share - 10_000, 20_000 * (1 - share) - 10_000]);
    const shorter = play(2, `r10000 c ${run}`, { ...NL, hands, stacks: [4000, 10_000] });
    expectNets(await adjusted(shorter), [8000 * share - 4000, 8000 * (1 - share) - 4000]);
  });

  it('keeps what was taken for cashing out, and the house takes the risk', async () => {
    const course = play(2, `r10000 c ${run} cash-out0:11900`, { ...NL, hands });
    expectNets(await adjusted(course), [1900, 20_000 * (1 - share) - 10_000]);
  });
});

describe('an all-in of the fixtures', () => {
  it('run twice on the turn is worth the mean of all rivers', async () => {
    const [course] = fixtures('pokerstars/plo4-run-twice-on-the-turn.txt');
    if (course === undefined) throw new Error('cannot be read');
    const nets = await adjusted(course);
    expectNets(nets, meanOverRivers(course, 1, { kind: 'total', chips: 250 }), 0);
    expect(nets?.reduce((sum, net) => sum + net, 0)).toBeCloseTo(-250, 7);
  });
});

describe('an all-in of three', () => {
  // Published for 4d5c5s3s, 7s8dJh9h and TsKh7d4c on AdQh9d: 78, 414 and 174 of 666 run-outs.
  const hands = ['4d5c5s3s', '7s8dJh9h', 'TsKh7d4c'];

  it('on the flop has the published shares', async () => {
    const course = play(3, 'c c x [AdQh9d] b9900 c c [2h] [2s]', { ...NL, hands });
    expectNets(
      await adjusted(course),
      [78, 414, 174].map((wins) => (30_000 * wins) / 666 - 10_000),
    );
  });

  it('divides side pots among those who can win them, the cards of the others being dead', async () => {
    const table: Table = { ...NL, hands, stacks: [1000, 4000, 9000], rake: 123 };
    const course = play(3, 'c c x [AdQh9d] x x x [2h] b900 r3900 c [2s]', table);
    const nets = await adjusted(course);
    expectNets(nets, meanOverRivers(course, 1, { kind: 'total', chips: 123 }), 0);
    expect(nets?.reduce((sum, net) => sum + net, 0)).toBeCloseTo(-123, 7);
    expect(allInOf(course)).toMatchObject({ street: 'turn', players: [0, 1, 2] });
    expect(allInOf(course)?.jobs.map(({ players }) => players.length)).toEqual([3, 2]);
  });
});

describe('an all-in on two boards', () => {
  it('is the mean over all pairs of rivers', async () => {
    const course = play(2, '[As8h3d|Kc9s2h] x x [Td|7h] b3800 c [2c|3s]', {
      hands: ['AhAc5d4d', 'KsKd7c6c'],
      stacks: [4000, 4000],
      bombPot: true,
      boards: 2,
      ante: 200,
      betting: 'no-limit',
    });
    expectNets(await adjusted(course), meanOverRivers(course, 2, NO_RAKE));
  });
});

describe('nothing is adjusted', () => {
  const hands = ['AsAhKsKh', '9d8d7c6c'];

  it.each([
    ['where no card came after the last decision', 'c x [Ac7d2s] x x [4h] x x [3c] b9900 c', hands],
    ['where a hand was won by folds', 'r10000 f', hands],
    ['where a hand was checked down', 'c x [Ac7d2s] x x [4h] x x [3c] x x', hands],
  ])('%s', async (_, script, shown) => {
    expect(await adjusted(play(2, script, { ...NL, hands: shown }))).toBeNull();
  });

  it('where the cards of somebody left are not known', async () => {
    const course = play(2, 'r10000 c [Ac7d2s] [4h] [3c]', { ...NL, hands });
    const unseen = { ...course, final: { ...course.final, hands: [course.final.hands[0] ?? [], []] } };
    expect(await adjusted(unseen)).toBeNull();
  });
});

/** Mean net results over every river of every board, by the rules. */
function meanOverRivers({ replay, final }: HandCourse, boards: number, rake: TableRake): number[] {
  const { operations } = replay.hand;
  const called = replay.states[operations.findLastIndex(({ kind }) => kind === 'call') + 1] as TableState;
  // Hands that are shown later count now.
  const turn = { ...called, hands: final.hands };
  const known = [...turn.boards.flat(), ...final.hands.flat()];
  const live = Array.from({ length: 52 }, (_, card) => card).filter((card) => !known.includes(card));
  const sums = final.hands.map(() => 0);
  let count = 0;
  const deal = (state: TableState, board: number): void => {
    if (board === boards) {
      const end = settle(state, rake);
      if (!end.ok) throw new Error(end.error.code);
      for (const [player, chips] of end.value.net.entries()) sums[player] = (sums[player] ?? 0) + chips;
      count += 1;
      return;
    }
    for (const card of live) {
      const next = apply(state, { kind: 'board', board, cards: [card] });
      if (next.ok) deal(next.value, board + 1);
    }
  };
  deal(turn, 0);
  expect(count).toBe(boards === 1 ? live.length : live.length * (live.length - 1));
  return sums.map((sum) => sum / count);
}
