/** Strengths and names of single hands are those of the kernel, and those of the rules on a board still to be finished. */
import { MADE_HANDS } from '@ploscope/kernel';
import { openNodePool } from '@ploscope/kernel/host/node';
import { expect, it } from 'vitest';
import { dealer } from '../../test/random.ts';
import { type Card, parseCards } from '../cards.ts';
import { GAMES, type Game, HOLE_CARDS } from '../games.ts';
import { madeHand, strengthOf } from './made-hand.ts';

const JOBS = 250;

const cards = (text: string): Card[] => {
  const read = parseCards(text);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
};

const made = (game: Game, hand: string, board: string): string => madeHand(strengthOf(game, cards(hand), cards(board)));

it.each(GAMES)('%s: random hands win, tie and are named as the kernel says', async (game) => {
  const pool = await openNodePool({ threads: 1 });
  const { deal } = dealer(20_26 + HOLE_CARDS[game]);
  for (let job = 0; job < JOBS; job++) {
    const deck = deal(5 + 6 * HOLE_CARDS[game]);
    const board = deck.slice(0, 5);
    const hands = Array.from({ length: 6 }, (_, i) =>
      deck.slice(5 + i * HOLE_CARDS[game], 5 + (i + 1) * HOLE_CARDS[game]),
    );
    const answer = await pool.run({
      game,
      players: hands.map((hand) => ({ kind: 'hand', cards: Uint8Array.from(hand) })),
      boards: [Uint8Array.from(board)],
      dead: new Uint8Array(),
      method: 'exact',
      stop: { standardError: 1, trials: 1, timeMs: Number.POSITIVE_INFINITY },
      budgetMs: 1000,
      seed: 1,
      detail: { madeHands: true, nextCards: false, combos: false },
    });
    if (!answer.ok) throw new Error(answer.error.message);
    const strengths = hands.map((hand) => strengthOf(game, hand, board));
    const best = Math.max(...strengths);
    const winners = strengths.filter((strength) => strength === best).length;
    answer.value.players.forEach((player, i) => {
      expect(player.equity, `${hands[i]} on ${board}`).toBeCloseTo(strengths[i] === best ? 1 / winners : 0, 9);
      expect(madeHand(strengths[i] ?? 0)).toBe(MADE_HANDS[player.madeHands?.[0]?.indexOf(1) ?? -1]);
    });
  }
  await pool.close();
});

it('uses two cards of an Omaha hand and three of the board, also before the river', () => {
  expect(made('plo4', 'AsKs2d3c', 'QsJsTs')).toBe('straightFlush');
  expect(made('plo4', 'As2d3c4h', 'KsQsJsTs')).toBe('highCard');
  expect(made('plo4', 'AsAhAdKc', 'AcKdKh2s')).toBe('fullHouse');
  expect(made('plo4', 'AsAhAdAc', '7c7d2h')).toBe('twoPair');
  expect(made('plo5', '5s4d9h9cKd', 'Ah2c3d')).toBe('straight');
  expect(made('plo6', '9s9h8s8h7s7h', '9d2c3d4h')).toBe('trips');
});

it('takes the best five of all cards in Hold’em, also before the river', () => {
  expect(made('holdem', 'Ad2d', 'KsQsJsTs')).toBe('straight');
  expect(made('holdem', '2d3c', 'AsAhAdAcKs')).toBe('quads');
  expect(made('holdem', '7h7d', '7s2c2d')).toBe('fullHouse');
  expect(made('holdem', 'AsKd', 'Qh7c2d')).toBe('highCard');
});
