// The toys themselves: forests laid out as the kernel wants them, hands that are hands.

import { describe, expect, test } from 'vitest';
import { ACT, DEAL, FOLD, SHOWDOWN } from '../../src/solve/forest.ts';
import { kuhn, leduc, smallDeckOmaha, smallDeckTwoBoards, smallHoldem } from './toy-game.ts';
import { act, bettingTree, deal, fold, forestsOf, showdown } from './toy-tree.ts';

const TOYS = {
  kuhn: kuhn(),
  leduc: leduc(),
  river: smallDeckOmaha('river'),
  turn: smallDeckOmaha('turn'),
  'two boards': smallDeckTwoBoards(),
  holdem: smallHoldem(),
};

describe('forests', () => {
  test('a tree becomes arrays, children together and one entry a deal', () => {
    const tree = act(0, deal(showdown(1)), act(1, fold(1, 3, -4), deal(act(0, showdown(5, -1, -6)))));
    const [first, second, ...more] = forestsOf(tree);
    expect(more).toEqual([]);
    expect(first).toEqual({
      entries: Int32Array.of(0),
      kinds: Uint8Array.of(ACT, DEAL, ACT, FOLD, DEAL),
      players: Uint8Array.of(0, 0, 1, 1, 0),
      first: Int32Array.of(1, 0, 3, 0, 1),
      counts: Uint8Array.of(2, 0, 2, 0, 0),
      payoffs: Float64Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, -4, 0, 0, 0),
    });
    expect(second).toEqual({
      entries: Int32Array.of(0, 1),
      kinds: Uint8Array.of(SHOWDOWN, ACT, SHOWDOWN),
      players: Uint8Array.of(0, 0, 0),
      first: Int32Array.of(0, 2, 0),
      counts: Uint8Array.of(0, 1, 0),
      payoffs: Float64Array.of(1, 0, -1, 0, 0, 0, 5, -1, -6),
    });
  });

  test.each(Object.entries(TOYS))('%s: every node but an entry is the child of one node before it', (_, game) => {
    expect(game.forests).toHaveLength(game.deals + 1);
    for (const [depth, { entries, kinds, first, counts }] of game.forests.entries()) {
      const parents = new Array<number>(kinds.length).fill(0);
      for (const entry of entries) parents[entry]!++;
      const dealt: number[] = [];
      for (const [node, kind] of kinds.entries()) {
        if (kind === DEAL) dealt.push(first[node]!);
        if (kind === ACT) expect(first[node]).toBeGreaterThan(node);
        if (kind === SHOWDOWN) expect(depth).toBe(game.deals);
        for (let child = 0; child < counts[node]!; child++) parents[first[node]! + child]!++;
      }
      expect(parents.every((count) => count === 1)).toBe(true);
      expect(dealt).toEqual([...(game.forests[depth + 1]?.entries.keys() ?? [])]);
    }
  });

  test('bets are capped at the stack, and with both all in nothing but cards is left', () => {
    const betting = { pot: 10, streets: 2, stack: 25, maxRaises: 3, rake: { rate: 0.1, cap: 5 } };
    const [flop, turn] = forestsOf(bettingTree({ ...betting, raise: (_, pot) => pot }));
    // Check or bet 10; over the bet fold, call, or raise, which the stack makes 15.
    expect([...flop!.counts.slice(0, 3)]).toEqual([2, 2, 3]);
    const won = Array.from({ length: flop!.kinds.length }, (_, node) => node)
      .filter((node) => flop!.kinds[node] === FOLD)
      .map((node) => [...flop!.payoffs.slice(3 * node, 3 * node + 3)]);
    // The bet is folded to: 10 of pot, 1 of rake. The raise is folded to: 10 more from either, 3 of rake.
    expect(new Set(won.map((row) => row.join(' ')))).toEqual(new Set(['4 0 -5', '12 0 -15']));
    const allIn = [...turn!.entries].filter((entry) => turn!.kinds[entry] === SHOWDOWN);
    expect(allIn.length).toBeGreaterThan(0);
    for (const node of allIn) expect([...turn!.payoffs.slice(3 * node, 3 * node + 3)]).toEqual([25, -2.5, -30]);
  });
});

describe('hands', () => {
  test.each(Object.entries(TOYS))('%s: every hand is a set of cards of the deck, no hand comes twice', (_, game) => {
    for (const player of [0, 1] as const) {
      const hands = game.hands[player];
      expect(game.weights[player]).toHaveLength(hands.length);
      expect(new Set(hands.map((hand) => hand.join())).size).toBe(hands.length);
      for (const hand of hands) {
        expect(hand).toHaveLength(game.handSize);
        expect(hand.every((card, i) => game.deck.includes(card) && (i === 0 || card > hand[i - 1]!))).toBe(true);
      }
    }
  });
});
