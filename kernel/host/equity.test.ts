// Exact equities against independent programs, and against themselves.

import { afterAll, describe, expect, test } from 'vitest';
import golden from '../golden/omaha-exact-equity.json' with { type: 'json' };
import type { EquityResult, Game } from '../src/job.ts';
import { cardsOf, dealCards, equityOf, hand, RANDOM, range, type testJob, testRandom } from '../test/kernel.ts';
import { naiveShares, naiveStrength, subsets } from '../test/naive.ts';
import { openNodePool } from './node.ts';

const pool = await openNodePool({ threads: 2 });
afterAll(() => pool.close());

const equity = (job: Parameters<typeof testJob>[0]): Promise<EquityResult> => equityOf(pool, job);

describe('single hands', () => {
  const rows = (
    [
      ['plo4', golden.plo4_hi],
      ['plo5', golden.plo5_hi],
      ['plo6', golden.plo6_hi],
    ] as const
  ).flatMap(([game, list]) => list.map((row) => ({ game: game as Game, ...row })));

  test.each(rows)('$game $hands on "$board" without "$dead": the counts of other programs', async (row) => {
    const job = { game: row.game, players: row.hands.map(hand), boards: [cardsOf(row.board)], dead: cardsOf(row.dead) };
    const result = await equity(job);
    expect(result.exact).toBe(true);
    expect(result.trials).toBe(row.total);
    for (const [index, player] of row.players.entries()) {
      expect(result.players[index]).toMatchObject({ wins: player.win, ties: player.tie });
      expect(result.players[index]!.equity).toBeCloseTo(player.equity, 11);
    }
  });

  test("Hold'em: counts of a plain enumeration on every street, and the known preflop figure", async () => {
    const random = testRandom(5);
    for (const known of [3, 4, 5, 3, 3]) {
      const cards = dealCards(random, known + 6);
      const board = cards.slice(0, known);
      const hands = [cards.slice(known, known + 2), cards.slice(known + 2, known + 4), cards.slice(known + 4)];
      const result = await equity({
        game: 'holdem',
        players: hands.map((two) => ({ kind: 'hand', cards: Uint8Array.from(two) })),
        boards: [Uint8Array.from(board)],
      });
      const live = Array.from({ length: 52 }, (_, card) => card).filter((card) => !cards.includes(card));
      const shares = [0, 0, 0];
      const runOuts = subsets(live, 5 - known);
      for (const runOut of runOuts) {
        for (const [player, share] of naiveShares(hands, [...board, ...runOut]).entries()) shares[player]! += share;
      }
      expect(result.trials).toBe(runOuts.length);
      for (const [player, share] of shares.entries()) {
        expect(result.players[player]!.equity).toBeCloseTo(share / runOuts.length, 10);
      }
    }
    // Aces of two suits against kings of the same two suits: published as 82.637 %.
    const aces = await equity({ game: 'holdem', players: [hand('AsAh'), hand('KsKh')] });
    expect(aces.trials).toBe(1_712_304);
    expect(aces.players[0]!.equity).toBeCloseTo(0.82637, 5);
  });

  test('made hands and next cards add up to the whole', async () => {
    const players = [hand('AsAhKdQd'), hand('JcTc9h8h'), hand('2s2h5s5h')];
    for (const board of ['', 'Ks9s4c', 'Ks9s4c2d']) {
      const detail = { madeHands: true, nextCards: true, combos: false };
      const result = await equity({ players, boards: [cardsOf(board)], detail });
      for (const player of result.players) {
        expect(player.madeHands![0]!.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        if (board === '') continue;
        const next = [...player.nextCards![0]!].filter((share) => !Number.isNaN(share));
        expect(next).toHaveLength(board.length === 6 ? 37 : 36);
        expect(next.reduce((sum, share) => sum + share, 0) / next.length).toBeCloseTo(player.equity, 12);
      }
    }
  });

  test.each(['plo4', 'plo6', 'holdem'] as const)(
    '%s: made hands and next cards are those of a plain enumeration',
    async (game) => {
      const random = testRandom(21);
      const holeCards = game === 'holdem' ? 2 : Number(game.at(-1));
      const cards = dealCards(random, 3 + 2 * holeCards);
      const [board, one, two] = [cards.slice(0, 3), cards.slice(3, 3 + holeCards), cards.slice(3 + holeCards)];
      const players = [one, two].map((list) => ({ kind: 'hand' as const, cards: Uint8Array.from(list) }));
      const detail = { madeHands: true, nextCards: true, combos: false };
      const result = await equity({ game, players, boards: [Uint8Array.from(board)], detail });
      const live = Array.from({ length: 52 }, (_, card) => card).filter((card) => !cards.includes(card));
      const made = [new Array<number>(9).fill(0), new Array<number>(9).fill(0)];
      const next = new Map<number, number[]>();
      const runOuts = subsets(live, 2);
      for (const runOut of runOuts) {
        const five = [...board, ...runOut];
        const [share] = naiveShares([one, two], five);
        for (const card of runOut) next.set(card, [...(next.get(card) ?? []), share!]);
        for (const [seat, hole] of [one, two].entries())
          made[seat]![Math.floor(naiveStrength(hole, five) / 16 ** 5)]!++;
      }
      for (const [seat, player] of result.players.entries()) {
        expect([...player.madeHands![0]!].map((part) => Math.round(part * runOuts.length))).toEqual(made[seat]);
      }
      for (const [card, shares] of next) {
        const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
        expect(result.players[0]!.nextCards![0]![card]).toBeCloseTo(mean, 12);
      }
    },
  );

  test('the check values of two known hands', async () => {
    const connected = await equity({ players: [hand('AsAhKsKh'), hand('8c9cTdJd')] });
    expect(connected.players[0]!.equity).toBeCloseTo(0.614813, 6);
    const rundown = await equity({ players: [hand('AsAdKsQd'), hand('7h8h9cTc')] });
    expect(rundown.players[0]!.equity).toBeCloseTo(0.583171, 6);
  });

  test('suits and seats have no names: renaming either changes nothing', async () => {
    const random = testRandom(11);
    for (let i = 0; i < 12; i++) {
      const cards = dealCards(random, 15);
      const rename = (card: number): number => (card & ~3) | ((card + 1) & 3);
      const hands = [cards.slice(0, 4), cards.slice(4, 8), cards.slice(8, 12)];
      const job = (list: number[][], board: number[]): Parameters<typeof testJob>[0] => ({
        players: list.map((four) => ({ kind: 'hand' as const, cards: Uint8Array.from(four) })),
        boards: [Uint8Array.from(board)],
      });
      const result = await equity(job(hands, cards.slice(12)));
      const renamed = await equity(
        job(
          hands.map((four) => four.map(rename)),
          cards.slice(12).map(rename),
        ),
      );
      const turned = await equity(job([hands[2]!, hands[0]!, hands[1]!], cards.slice(12)));
      expect(renamed.players.map(({ wins, ties }) => [wins, ties])).toEqual(
        result.players.map(({ wins, ties }) => [wins, ties]),
      );
      expect([1, 2, 0].map((seat) => turned.players[seat]!.equity)).toEqual(
        result.players.map((player) => player.equity),
      );
      expect(result.players.reduce((sum, player) => sum + player.equity, 0)).toBeCloseTo(1, 12);
    }
  });
});

describe('two boards', () => {
  test('hands on two flops: the joint shares of a plain enumeration', async () => {
    const hands = ['AsAhKdQd', 'JcTc9h8h', 'AcAdKs2s'];
    const boards = ['Ks9d4c2h', '7s7c2d6d'].map((text) => cardsOf(text.replace('Ks', 'Kc')));
    const result = await equity({ players: hands.map(hand), boards });
    const known = [...hands.flatMap((text) => [...cardsOf(text)]), ...boards.flatMap((board) => [...board])];
    const live = Array.from({ length: 52 }, (_, card) => card).filter((card) => !known.includes(card));
    const lists = hands.map((text) => [...cardsOf(text)]);
    const tally = hands.map(() => ({ equity: 0, all: 0, none: 0, half: 0, other: 0, threeQuarters: 0, quarter: 0 }));
    let deals = 0;
    for (const a of live) {
      const first = naiveShares(lists, [...boards[0]!, a]);
      for (const b of live) {
        if (a === b) continue;
        deals++;
        for (const [player, share] of naiveShares(lists, [...boards[1]!, b]).entries()) {
          const whole = (share + first[player]!) / 2;
          const entry = tally[player]!;
          entry.equity += whole;
          const key =
            ({ 1: 'all', 0.75: 'threeQuarters', 0.5: 'half', 0.25: 'quarter', 0: 'none' } as const)[whole] ?? 'other';
          entry[key]++;
        }
      }
    }
    expect(result).toMatchObject({ exact: true, jointExact: true, trials: deals });
    for (const [player, entry] of tally.entries()) {
      expect(result.players[player]!.equity).toBeCloseTo(entry.equity / deals, 12);
      for (const key of ['all', 'threeQuarters', 'half', 'quarter', 'none', 'other'] as const) {
        expect(result.players[player]!.joint![key]).toBeCloseTo(entry[key] / deals, 12);
      }
    }
  });

  test('two flops take 442,890 run-outs', async () => {
    const result = await equity({
      players: [hand('AsAhKdQd'), hand('JcTc9h8h')],
      boards: [cardsOf('Ks9s4c'), cardsOf('7s7c2d')],
    });
    expect(result.trials).toBe(442_890);
  });

  test('before the flop each board is the one-board equity and the joint is sampled', async () => {
    const players = [hand('AsAhKdQd'), hand('JcTc9h8h')];
    const one = await equity({ players });
    const two = await equity({ players, boards: [cardsOf(''), cardsOf('')] });
    expect(two).toMatchObject({ exact: true, jointExact: false });
    for (const seat of [0, 1]) {
      expect(two.players[seat]!.boards.map((board) => board.equity)).toEqual(Array(2).fill(one.players[seat]!.equity));
    }
  });

  test('ranges: each board is swept with the other one dead', async () => {
    const players = [range(subsets([...cardsOf('AcAdAhAsQcQd')], 4)), RANDOM];
    const [first, second] = [cardsOf('Ks9s4c2h'), cardsOf('7s7c2d3d')];
    const both = await equity({ players, boards: [first, second] });
    expect(both).toMatchObject({ method: 'sweep-two-boards', exact: true, jointExact: false });
    const alone = await Promise.all([
      equity({ players, boards: [first], dead: second }),
      equity({ players, boards: [second], dead: first }),
    ]);
    for (const seat of [0, 1]) {
      for (const board of [0, 1]) {
        expect(both.players[seat]!.boards[board]!.equity).toBe(alone[board]!.players[seat]!.equity);
      }
    }
  });
});
