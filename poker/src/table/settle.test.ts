/** Who gets what at the end of a hand. */
import { describe, expect, it } from 'vitest';
import { play, setupWith } from '../../test/play.ts';
import { can } from './betting.ts';
import type { Rake } from './rake.ts';
import { settle } from './settle.ts';
import type { Settlement } from './settlement.ts';
import { showOrder } from './showdown.ts';
import { verify, verifySetup } from './table.ts';
import type { TableState } from './table-state.ts';

const settled = (state: TableState, rake?: Rake): Settlement => {
  const answer = settle(state, rake);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
};

const BLINDS = 'sb 0 1, bb 1 2';
/** Aces full, four kings, and nothing on AsKsKc4s9h. */
const ACES = 'AhAd3h3d';
const KINGS = 'KhKd5h5d';
const AIR = '2h7c8dTd';
const noLimit = { betting: 'no-limit' } as const;

describe('a hand won by folds', () => {
  it('gives back what nobody called, and needs no cards', () => {
    const end = play(setupWith([100, 100, 100]), `${BLINDS}, unseen, b 2 7, f 0, f 1`);
    expect(settled(end)).toEqual({
      returned: [0, 0, 5],
      pots: [{ chips: 5, rake: 0, contenders: [2] }],
      awards: [{ pot: 0, board: 0, player: 2, chips: 5 }],
      won: [0, 0, 5],
      stacks: [99, 98, 103],
      net: [-1, -2, 3],
      rake: 0,
    });
  });

  it('gives the big blind what is above the small one back when all fold', () => {
    expect(settled(play(setupWith([9, 9, 9]), `${BLINDS}, unseen, f 2, f 0`))).toMatchObject({
      returned: [0, 1, 0],
      won: [0, 2, 0],
    });
  });

  it('keeps an ante that one player paid for all in the pot', () => {
    expect(settled(play(setupWith([9, 9, 9]), `${BLINDS}, ante 1 2, unseen, f 2, f 0`))).toMatchObject({
      returned: [0, 1, 0],
      won: [0, 4, 0],
    });
  });
});

describe('chips that the house put into the pot', () => {
  const setup = setupWith([20, 50, 90], { fromHouse: 10 });

  it('count for the pot limit', () => {
    const opened = play(setup, `${BLINDS}, unseen`);
    expect(can(opened)?.bet?.most).toBe(17);
  });

  it('go to whoever wins the main pot, and are what the house did not keep', () => {
    const end = play(setup, `${BLINDS}, unseen, b 2 7, f 0, f 1`);
    expect(settled(end)).toMatchObject({ returned: [0, 0, 5], won: [0, 0, 15], net: [-1, -2, 13], rake: -10 });
    expect(settled(end, { kind: 'total', chips: 2 })).toMatchObject({ won: [0, 0, 13], rake: -8 });
  });

  it('are a whole number above zero', () => {
    expect(verifySetup({ ...setup, fromHouse: 0 })).toMatchObject({ code: 'chips' });
    expect(verifySetup(setup)).toBe(null);
  });
});

describe('side pots', () => {
  const deal = `deal 0 ${ACES}, deal 1 ${KINGS}, deal 2 ${AIR}`;
  const all = play(
    setupWith([20, 50, 90], noLimit),
    `${BLINDS}, ${deal}, b 2 90, c 0, c 1, board AsKsKc, board 4s, board 9h`,
  );

  it('are above each player who is all-in for less', () => {
    const { pots, returned } = settled(all);
    expect(pots).toEqual([
      { chips: 60, rake: 0, contenders: [0, 1, 2] },
      { chips: 60, rake: 0, contenders: [1, 2] },
    ]);
    expect(returned).toEqual([0, 0, 40]);
  });

  it('are won by the best of those who are in them', () => {
    expect(settled(all).stacks).toEqual([0, 120, 40]);
  });

  it('are given to the last one who did not give up', () => {
    const mucked = play(
      setupWith([20, 50, 90], noLimit),
      `${BLINDS}, unseen, b 2 90, c 0, c 1, board AsKsKc, board 4s, board 9h, show 0 ${ACES}, muck 2`,
    );
    expect(verify(mucked, { kind: 'muck', player: 1 })?.code).toBe('last-contender');
    expect(settle(mucked)).toMatchObject({ ok: false, error: { code: 'unknown' } });
  });

  it('hold chips of folded players who had put in more', () => {
    const end = play(
      setupWith([30, 500, 500], noLimit),
      `${BLINDS}, deal 0 ${ACES}, deal 1 ${AIR}, deal 2 ${KINGS}, b 2 100, c 0, c 1,
       board AsKc4s, b 1 50, f 2, board 7s, board 9h`,
    );
    expect(settled(end)).toMatchObject({
      returned: [0, 50, 0],
      pots: [
        { chips: 90, contenders: [0, 1] },
        { chips: 140, contenders: [1] },
      ],
      won: [90, 140, 0],
    });
  });

  it('have dead chips in the first of them, even for one who is all-in for an ante', () => {
    const end = play(
      setupWith([2, 60, 60], { smallBlind: 0 }),
      `ante 0 2, bb 1 2, dead 2 3, deal 0 ${ACES}, deal 1 ${AIR}, deal 2 2d7d8cTc,
       b 2 7, c 1, board AsKc4s, x 1, x 2, board 7s, x 1, x 2, board 9h, x 1, x 2`,
    );
    expect(settled(end).pots).toEqual([
      { chips: 5, rake: 0, contenders: [0, 1, 2] },
      { chips: 14, rake: 0, contenders: [1, 2] },
    ]);
  });
});

describe('odd chips', () => {
  const tie = 'deal 0 QhQd7h7d, deal 1 QsQc7s7c, deal 2 2h2d3h3d';

  it('of a pot go to the first tied player to the left of the button', () => {
    const end = play(
      setupWith([10, 10, 5], noLimit),
      `${BLINDS}, ${tie}, b 2 5, c 0, f 1, board AsKsKc, board 4s, board 9h`,
    );
    expect(settled(end).won).toEqual([12, 0, 0]);
    const three = play(
      setupWith([5, 5, 5], noLimit),
      `${BLINDS}, dead 2 1, deal 0 QhQd7h7d, deal 1 QsQc7s7c, deal 2 JhJd3h3d, b 2 4, c 0, c 1, board AsKsKc, x 0, x 1, board 4d, x 0, x 1, board 9h, x 0, x 1`,
    );
    expect(settled(three).won).toEqual([7, 6, 0]);
  });

  it('of two boards go to the first', () => {
    const end = play(
      setupWith([100, 100, 100], { opening: 'flop', boards: 2 }),
      `ante 0 5, ante 1 5, ante 2 5, deal 0 ${ACES}, deal 1 ${KINGS}, deal 2 ${AIR},
       board 0 AsQsQc, board 1 KsJsJc, x 0, x 1, f 2, board 0 4s, board 1 4d, x 0, x 1, board 0 9h, board 1 9s, x 0, x 1`,
    );
    expect(settled(end).awards).toEqual([
      { pot: 0, board: 0, player: 0, chips: 8 },
      { pot: 0, board: 1, player: 1, chips: 7 },
    ]);
  });
});

describe('a rest dealt several times', () => {
  const allIn = `${BLINDS}, deal 0 ${ACES}, deal 1 ${KINGS}, unseen, f 2, b 0 50, c 1`;
  const heads = setupWith([50, 50, 50], noLimit);

  it('has a board for each time, from any street', () => {
    const preflop = play(
      heads,
      `${allIn}, run 2, board 0 AsQsQc, board 0 4s, board 0 9h, board 1 KsJsJc, board 1 4d, board 1 9s`,
    );
    expect(settled(preflop).won).toEqual([50, 50, 0]);
    const turn = play(heads, `${allIn}, board AsKs2c, board 3s, run 3, board 0 Ac, board 1 Kc, board 2 2d`);
    expect(turn.boards.map((board) => board.length)).toEqual([5, 5, 5]);
    expect(settled(turn).awards).toHaveLength(3);
  });

  it('is dealt again from both boards where there are two', () => {
    const end = play(
      setupWith([10, 10], { boards: 2, opening: 'flop' }),
      `ante 0 10, ante 1 10, deal 0 ${ACES}, deal 1 ${KINGS}, board 0 AsQsQc, board 1 KsJsJc, run 2,
       board 0 2s, board 0 3s, board 1 4s, board 1 6s, board 2 7s, board 2 8s, board 3 9s, board 3 Ts`,
    );
    expect(settled(end).won).toEqual([10, 10]);
  });

  it('needs cards for it, and nobody who can still act', () => {
    const full = play(
      setupWith(Array<number>(10).fill(2)),
      'bb 1 2, unseen, c 2, c 3, c 4, c 5, c 6, c 7, c 8, c 9, c 0',
    );
    expect(verify(full, { kind: 'run', times: 2 })).toBeNull();
    expect(verify(full, { kind: 'run', times: 3 })?.code).toBe('run');
    const open = play(heads, `${BLINDS}, unseen, c 2, c 0, x 1`);
    expect(verify(open, { kind: 'run', times: 2 })?.code).toBe('not-now');
  });
});

describe('a showdown', () => {
  const river = `${BLINDS}, deal 0 ${ACES}, deal 1 ${KINGS}, unseen, c 2, c 0, x 1, board AsKsKc, x 0, x 1, x 2, board 4s, x 0, x 1, x 2, board 9h`;

  it('is shown from the last to bet, or from the left of the button', () => {
    const heads = setupWith([90, 90, 90]);
    expect(showOrder(play(heads, `${river}, x 0, x 1, x 2`))).toEqual([0, 1, 2]);
    expect(showOrder(play(heads, `${river}, x 0, b 1 4, c 2, c 0`))).toEqual([1, 2, 0]);
    expect(showOrder(play(heads, `${river}, x 0, b 1 4, c 2, c 0, show 1 ${KINGS}, muck 2`))).toEqual([0]);
  });

  it('is over when everybody has shown or given up', () => {
    const shown = play(setupWith([90, 90, 90]), `${river}, x 0, x 1, x 2, muck 2, show 0 ${ACES}`);
    expect(shown.phase).toBe('showdown');
    expect(verify(shown, { kind: 'muck', player: 0 })?.message).toBe('The player’s cards lie open.');
    const over = play(setupWith([90, 90, 90]), `${river}, x 0, x 1, x 2, muck 2, show 0 ${ACES}, show 1 ${KINGS}`);
    expect(over.phase).toBe('over');
    expect(settled(over).won).toEqual([0, 6, 0]);
  });

  it('is not waited for where all hands lie open before the board does', () => {
    const open = play(
      setupWith([50, 50, 50], noLimit),
      `${BLINDS}, deal 0 ${ACES}, unseen, f 2, b 0 50, c 1, show 1 ${KINGS}, show 0 ${ACES}, board AsKsKc, board 4s, board 9h`,
    );
    expect(open.phase).toBe('over');
  });

  it('refuses other cards than were dealt, and cards that lie elsewhere', () => {
    const state = play(setupWith([90, 90, 90]), `${river}, x 0, x 1, x 2`);
    const show = (player: number, cards: number[]) => verify(state, { kind: 'show', player, cards })?.message;
    expect(show(0, [0, 1, 2, 3])).toBe('These are other cards than the player has: 2c2d2h2s, not AhAd3h3d.');
    expect(show(2, [51, 1, 2, 3])).toBe('As is no card that can still come: it is not in the deck any more.');
    expect(show(2, [1, 1, 2, 3])).toBe('2d is no card that can still come: it is not in the deck any more.');
    expect(show(2, [1, 2])).toBe('A hand has 4 cards; this has 2.');
  });

  it('pays a player who cashed out from the house, which gets what the hand wins', () => {
    const state = play(
      setupWith([90, 90, 90]),
      `${river}, x 0, x 1, x 2, muck 2, cash 1 5, show 0 ${ACES}, show 1 ${KINGS}`,
    );
    expect(settled(state)).toMatchObject({ won: [0, 5, 0], rake: 1, net: [-2, 3, -2] });
  });
});

describe('rake', () => {
  const state = play(
    setupWith([20, 50, 90], noLimit),
    `${BLINDS}, deal 0 ${ACES}, deal 1 ${KINGS}, deal 2 ${AIR}, b 2 50, c 0, c 1, board AsKsKc, board 4s, board 9h`,
  );
  const taken = (rake: Rake) => settled(state, rake).pots.map((pot) => pot.rake);

  it('is spread over the pots in proportion to them', () => {
    expect(taken({ kind: 'total', chips: 7 })).toEqual([4, 3]);
    expect(taken({ kind: 'pots', chips: [1, 2] })).toEqual([1, 2]);
  });

  it('has a rate and a cap, and is nothing without a flop where that is the rule', () => {
    const rate = { kind: 'rate', perTenThousand: 500, cap: 5, noFlopNoDrop: true } as const;
    expect(taken(rate)).toEqual([3, 2]);
    expect(taken({ ...rate, cap: 100 })).toEqual([3, 3]);
    const folded = play(setupWith([90, 90, 90]), `${BLINDS}, unseen, b 2 7, f 0, f 1`);
    expect(settled(folded, rate).rake).toBe(0);
  });

  it('is refused where it is more than there is', () => {
    expect(settle(state, { kind: 'total', chips: 121 })).toMatchObject({
      error: { message: 'No more can be taken than the 120 in the middle; this is 121.' },
    });
    expect(settle(state, { kind: 'pots', chips: [61, 0] })).toMatchObject({ error: { code: 'rake' } });
  });
});
