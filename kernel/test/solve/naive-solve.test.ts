// The second opinion, held to figures of other programs and to what can be counted out by hand.

import { describe, expect, test } from 'vitest';
import golden from '../../golden/kuhn-leduc.json' with { type: 'json' };
import { enumerateBestResponse } from './enumerate.ts';
import { naiveCfr } from './naive-cfr.ts';
import { bestResponse, evaluate, exploitability } from './naive-solve.ts';
import { meet } from './run-out.ts';
import { firstActionStrategy, randomStrategy, type Strategy, uniformStrategy } from './strategies.ts';
import { kuhn, leduc, smallDeckOmaha, smallDeckTwoBoards, smallHoldem, type ToyGame } from './toy-game.ts';
import { act, deal, fold, forestsOf, showdown } from './toy-tree.ts';

// The figures of OpenSpiel: NashConv is twice our exploitability, and winnings are counted without the antes.
const KUHN = golden.values.kuhn_poker_2p;
const LEDUC = golden.values.leduc_poker_2p;

/** What all games without rake keep: nothing is won that the other does not lose. */
function expectZeroSum(game: ToyGame, strategy: Strategy): void {
  const { ev } = evaluate(game, strategy);
  expect(ev[0] + ev[1]).toBeCloseTo(game.pot, 10);
}

describe('Kuhn', () => {
  const game = kuhn();

  test('uniform play can be exploited as published', () => {
    const uniform = uniformStrategy(game);
    expect(2 * exploitability(game, uniform)).toBeCloseTo(KUHN.nash_conv_uniform_random, 10);
    expect(bestResponse(game, uniform, 0) - game.pot / 2).toBeCloseTo(KUHN.uniform_best_response_value_p0, 10);
    expect(bestResponse(game, uniform, 1) - game.pot / 2).toBeCloseTo(KUHN.uniform_best_response_value_p1, 10);
  });

  test('who always checks and folds can be exploited as published', () => {
    const nashConv = 2 * exploitability(game, firstActionStrategy(game));
    expect(nashConv).toBeCloseTo(KUHN['nash_conv_first_action(always fold/pass)'], 10);
  });

  test.each([0, 0.2, 1 / 3])('the known equilibrium with alpha %d wins the value and cannot be exploited', (alpha) => {
    // Share of the bet or call, by hand: first to act, then facing a bet.
    const aggression = [
      { 0: [alpha, 0, 3 * alpha], 4: [0, alpha + 1 / 3, 1] },
      { 1: [1 / 3, 0, 1], 2: [0, 1 / 3, 1] },
    ] as readonly Record<number, readonly number[]>[];
    const known: Strategy = (player, _depth, node, _dealt, hand) => {
      const share = aggression[player]![node]![hand]!;
      return [1 - share, share];
    };
    expect(evaluate(game, known).ev[0] - game.pot / 2).toBeCloseTo(KUHN.game_value_player0, 10);
    expect(exploitability(game, known)).toBeCloseTo(0, 10);
  });

  test.each([1, 2, 3, 4, 5])('the best response is the best of all pure strategies (%d)', (seed) => {
    const strategy = randomStrategy(game, seed);
    for (const player of [0, 1] as const) {
      const best = bestResponse(game, strategy, player);
      expect(best).toBeCloseTo(enumerateBestResponse(game, strategy, player), 10);
      expect(best).toBeGreaterThan(evaluate(game, strategy).ev[player]);
    }
  });

  test('CFR finds the value', () => {
    const strategy = naiveCfr(game, 2000);
    expect(exploitability(game, strategy)).toBeLessThan(2e-4);
    expect(evaluate(game, strategy).ev[0] - game.pot / 2).toBeCloseTo(KUHN.game_value_player0, 5);
  });
});

describe('a card to come', () => {
  /** Two hands each, uneven weights, a bet before the card and a bet after it. */
  const street = (stake: number) => act(0, showdown(stake), act(1, fold(1, stake), showdown(stake + 2)));
  const forests = forestsOf(act(1, deal(street(1)), act(0, fold(0, 1), deal(street(3)))));
  const game: ToyGame = {
    handSize: 1,
    deck: [0, 1, 2, 3, 4],
    hands: [
      [[0], [3]],
      [[0], [2]],
    ],
    weights: [
      [1, 3],
      [5, 2],
    ],
    forests,
    deals: 1,
    pot: 2,
    strength: ([card], [dealt]) => (card! * dealt! + 2 * dealt!) % 5,
  };

  test.each([1, 2])('the best response is the best of all pure strategies (%d)', (seed) => {
    const strategy = randomStrategy(game, seed);
    expectZeroSum(game, strategy);
    const one = { ...game, hands: [[[3]], game.hands[1]], weights: [[3], [5, 2]] } as const;
    expect(bestResponse(one, strategy, 0)).toBeCloseTo(enumerateBestResponse(one, strategy, 0), 10);
    const other = { ...game, hands: [game.hands[0], [[2]]], weights: [[1, 3], [2]] } as const;
    expect(bestResponse(other, strategy, 1)).toBeCloseTo(enumerateBestResponse(other, strategy, 1), 10);
  });
});

describe('Leduc', () => {
  const game = leduc();

  test('uniform play can be exploited as published', () => {
    const nashConv = 2 * exploitability(game, uniformStrategy(game));
    expect(nashConv).toBeCloseTo(LEDUC.nash_conv_uniform_random, 10);
  });

  test('who always checks and folds can be exploited as published', () => {
    expect(2 * exploitability(game, firstActionStrategy(game))).toBeCloseTo(LEDUC.nash_conv_first_action, 10);
  });

  test('CFR finds the value', () => {
    const strategy = naiveCfr(game, 1000);
    expect(exploitability(game, strategy)).toBeLessThan(5e-4);
    expect(Math.abs(evaluate(game, strategy).ev[0] - game.pot / 2 - LEDUC.game_value_player0)).toBeLessThan(5e-5);
  });
});

describe('checked down', () => {
  /** Strength against strength, counted without a tree: the share of the pot of player 0. */
  function equity(game: ToyGame, strength: ToyGame['strength']): number {
    let won = 0;
    let total = 0;
    for (const [i, hand] of game.hands[0].entries()) {
      for (const [j, other] of game.hands[1].entries()) {
        if (!meet(hand, other)) continue;
        const stub = game.deck.filter((card) => !hand.includes(card) && !other.includes(card));
        for (const dealt of game.deals === 0 ? [[]] : stub.map((card) => [card])) {
          const weight = game.weights[0][i]! * game.weights[1][j]!;
          const lead = strength(hand, dealt) - strength(other, dealt);
          won += weight * (lead > 0 ? 1 : lead < 0 ? 0 : 0.5);
          total += weight;
        }
      }
    }
    return won / total;
  }

  test('the EV is the equity', () => {
    for (const game of [smallDeckOmaha('river'), smallDeckOmaha('turn')]) {
      const { ev } = evaluate(game, firstActionStrategy(game));
      expect(ev[0]).toBeCloseTo(game.pot * equity(game, game.strength), 10);
      expect(ev[1]).toBeCloseTo(game.pot - ev[0], 10);
    }
  });

  test('two boards pay half the pot each', () => {
    const game = smallDeckTwoBoards();
    const mean = (equity(game, game.strength) + equity(game, game.boards!)) / 2;
    expect(equity(game, game.strength)).not.toBeCloseTo(equity(game, game.boards!), 2);
    expect(evaluate(game, firstActionStrategy(game)).ev[0]).toBeCloseTo(game.pot * mean, 10);
  });

  test('rake is what both EVs lack to the pot', () => {
    const game = smallDeckOmaha('river', { rate: 0.05, cap: 3 });
    const { ev } = evaluate(game, firstActionStrategy(game));
    expect(ev[0] + ev[1]).toBeCloseTo(game.pot - 0.5, 10);
  });
});

describe('a small deck', () => {
  test.each([
    ['Omaha on the river', smallDeckOmaha('river'), 100],
    ['Omaha on the river, raked', smallDeckOmaha('river', { rate: 0.05, cap: 3 }), 100],
    ['Omaha on the turn', smallDeckOmaha('turn'), 60],
    ['Omaha on two boards', smallDeckTwoBoards(), 60],
  ] as const)('%s: CFR falls under a hundredth of the pot', (_, game, iterations) => {
    const start = exploitability(game, uniformStrategy(game));
    const end = exploitability(game, naiveCfr(game, iterations));
    expect(start).toBeGreaterThan(0.5 * game.pot);
    expect(end).toBeLessThan(0.01 * game.pot);
    expect(end).toBeGreaterThanOrEqual(0);
  });

  test("Hold'em with two cards to come: no strategy beats the best response to the other", () => {
    const game = smallHoldem();
    const strategy = randomStrategy(game, 1);
    expectZeroSum(game, strategy);
    const uniform = uniformStrategy(game);
    const mixed: Strategy = (player, ...at) => (player === 0 ? strategy(0, ...at) : uniform(1, ...at));
    expect(evaluate(game, mixed).ev[0]).toBeLessThan(bestResponse(game, uniform, 0));
    expect(evaluate(game, mixed).ev[1]).toBeLessThan(bestResponse(game, strategy, 1));
  });
});
