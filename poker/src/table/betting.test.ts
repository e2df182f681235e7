/** What may be bet, called and raised, by whom and when. */
import { describe, expect, it } from 'vitest';
import { play, playOn, setupWith } from '../../test/play.ts';
import { can } from './betting.ts';
import type { Operation } from './operation.ts';
import { verify } from './table.ts';
import type { TableState } from './table-state.ts';

const BLINDS = 'sb 0 1, bb 1 2, unseen';
const FLOP = 'board Ks9d4c';
const deep = (players: number) => Array.from({ length: players }, () => 1000);
const noLimit = { betting: 'no-limit' } as const;

const refused = (state: TableState, operation: Operation) => verify(state, operation)?.code ?? null;

describe('turns', () => {
  it('go from the left of the big blind before the flop, from the left of the button after it', () => {
    const state = play(setupWith(deep(4)), BLINDS);
    expect(state.actor).toBe(2);
    const flop = playOn(state, `c 2, f 3, c 0, x 1, ${FLOP}`);
    expect(flop).toMatchObject({ street: 'flop', actor: 0 });
  });

  it('of two players begin with the button, and after the flop with the other', () => {
    const state = play(setupWith(deep(2)), 'sb 1 1, bb 0 2, unseen');
    expect(state.actor).toBe(1);
    expect(playOn(state, `c 1, x 0, ${FLOP}`).actor).toBe(0);
  });

  it('end with the big blind, who may raise what everybody called', () => {
    const state = play(setupWith(deep(3)), `${BLINDS}, c 2, c 0`);
    expect(can(state)).toEqual({ player: 1, check: true, call: null, bet: { least: 4, most: 8 } });
  });

  it('begin to the left of the last straddle, and end with it', () => {
    const state = play(setupWith(deep(5)), 'sb 0 1, bb 1 2, straddle 2 4, straddle 3 8, unseen');
    expect(state.actor).toBe(4);
    expect(can(playOn(state, 'c 4, f 0, f 1, c 2'))).toMatchObject({ player: 3, check: true });
  });

  it('are not changed by chips of a player who comes in late', () => {
    const state = play(setupWith(deep(5)), 'sb 0 1, bb 1 2, late 3 2, dead 3 1, unseen');
    expect(state.actor).toBe(2);
    expect(can(playOn(state, 'f 2'))).toMatchObject({ player: 3, check: true, bet: { least: 4 } });
  });

  it('begin on the flop in a bomb pot', () => {
    const bomb = setupWith(deep(3), { opening: 'flop' });
    const state = play(bomb, 'ante 0 5, ante 1 5, ante 2 5, unseen');
    expect(state).toMatchObject({ phase: 'dealing', street: 'preflop' });
    expect(can(playOn(state, FLOP))).toEqual({ player: 0, check: true, call: null, bet: { least: 2, most: 15 } });
  });

  it('wait until both boards have their flop', () => {
    const bomb = setupWith(deep(2), { opening: 'flop', boards: 2 });
    const state = play(bomb, 'ante 0 5, ante 1 5, unseen, board 0 Ks9d4c');
    expect(state.phase).toBe('dealing');
    expect(refused(state, { kind: 'board', board: 0, cards: [0] })).toBe('board');
    expect(playOn(state, 'board 1 2s2d2c').phase).toBe('betting');
  });

  it('pass by players who are all-in, and end when one is left with chips and nothing to call', () => {
    const state = play(setupWith([50, 1000, 1000], noLimit), `${BLINDS}, b 2 100, c 0, c 1, ${FLOP}`);
    expect(state.actor).toBe(1);
    expect(playOn(state, 'b 1 300, f 2')).toMatchObject({ phase: 'dealing', actor: null });
  });
});

describe('pot limit', () => {
  it('allows the pot as it is after calling', () => {
    const state = play(setupWith(deep(3)), BLINDS);
    expect(can(state)).toEqual({ player: 2, check: false, call: 2, bet: { least: 4, most: 7 } });
    expect(can(playOn(state, 'b 2 7'))).toMatchObject({ call: 6, bet: { least: 12, most: 23 } });
  });

  it('counts antes, dead chips and straddles', () => {
    const state = play(setupWith(deep(4)), 'ante 1 2, sb 0 1, bb 1 2, dead 3 1, straddle 2 4, unseen');
    expect(can(state)).toEqual({ player: 3, check: false, call: 4, bet: { least: 8, most: 18 } });
  });

  it('allows the smallest bet where the pot is less', () => {
    const bomb = setupWith(deep(2), { opening: 'flop', bigBlind: 20 });
    expect(can(play(bomb, `ante 0 1, ante 1 1, unseen, ${FLOP}`))?.bet).toEqual({ least: 20, most: 20 });
  });

  it('allows all-in for less', () => {
    const state = play(setupWith([1000, 1000, 3]), BLINDS);
    expect(can(state)?.bet).toEqual({ least: 3, most: 3 });
  });
});

describe('the least raise', () => {
  const flop = play(setupWith([1000, 1000, 1000], noLimit), `${BLINDS}, c 2, c 0, x 1, ${FLOP}`);

  it('is the size of the last bet or raise', () => {
    expect(can(flop)?.bet).toEqual({ least: 2, most: 998 });
    expect(can(playOn(flop, 'b 0 10'))?.bet?.least).toBe(20);
    expect(can(playOn(flop, 'b 0 10, b 1 35'))?.bet?.least).toBe(60);
  });

  it('stays what it was after an all-in for less', () => {
    const state = play(setupWith([1000, 162, 1000], noLimit), `${BLINDS}, c 2, c 0, x 1, ${FLOP}, b 0 100, b 1 160`);
    expect(can(state)).toMatchObject({ player: 2, call: 160, bet: { least: 260 } });
  });

  it('over a straddle is the size of the straddle', () => {
    expect(can(play(setupWith(deep(4)), 'sb 0 1, bb 1 2, straddle 2 6, unseen'))?.bet?.least).toBe(12);
  });
});

describe('an all-in for less than a raise', () => {
  const short = setupWith([1000, 1000, 152, 202], noLimit);
  const state = play(short, `${BLINDS}, c 2, c 3, c 0, x 1, ${FLOP}, b 0 100, c 1, b 2 150`);

  it('does not let those raise again who acted before', () => {
    expect(can(playOn(state, 'f 3'))).toEqual({ player: 0, check: false, call: 50, bet: null });
  });

  it('lets those raise who have not acted', () => {
    expect(can(state)).toMatchObject({ player: 3, bet: { least: 200, most: 200 } });
  });

  it('lets everybody raise again when it comes to a full raise with others of its kind', () => {
    expect(can(playOn(state, 'b 3 200'))).toMatchObject({ player: 0, call: 100, bet: { least: 300 } });
  });
});

describe('a call', () => {
  it('is of all that is left where that is less', () => {
    expect(can(play(setupWith([5, 1000, 1000]), `${BLINDS}, b 2 7`))).toMatchObject({ player: 0, call: 4, bet: null });
  });

  it('comes to the whole big blind though that is short', () => {
    const state = play(setupWith([1000, 1, 1000]), 'sb 0 1, bb 1 1, unseen');
    expect(can(state)).toMatchObject({ player: 2, call: 2, bet: { least: 4 } });
  });

  it('comes to no more than anybody else can put in', () => {
    const state = play(setupWith([10, 1000], { smallBlind: 8, bigBlind: 16 }), 'sb 1 8, bb 0 10, unseen');
    expect(can(state)).toEqual({ player: 1, check: false, call: 2, bet: null });
    expect(play(setupWith([1, 1000]), 'sb 1 1, bb 0 1, unseen').phase).toBe('dealing');
  });

  it('is compared with what the source says it added', () => {
    const state = play(setupWith(deep(3)), `${BLINDS}, b 2 7`);
    expect(verify(state, { kind: 'call', player: 0, chips: 7 })).toMatchObject({
      code: 'call-chips',
      message: 'A call adds 6 here; this adds 7.',
    });
  });
});

it('a raise that nobody could answer is not offered', () => {
  const state = play(setupWith([30, 1000, 1000], noLimit), `${BLINDS}, f 2, b 0 30`);
  expect(can(state)).toEqual({ player: 1, check: false, call: 28, bet: null });
});

it('what is not allowed is refused with both figures', () => {
  const state = play(setupWith(deep(3)), BLINDS);
  const say = (operation: Operation) => verify(state, operation)?.message;
  expect(say({ kind: 'bet', player: 2, to: 3 })).toBe('The least here is to 4; this is to 3.');
  expect(say({ kind: 'bet', player: 2, to: 8 })).toBe('The most here is to 7; this is to 8.');
  expect(say({ kind: 'check', player: 2 })).toBe('A check is not possible: a call adds 2.');
  expect(say({ kind: 'fold', player: 0 })).toBe('It is the turn of player 3, not of player 1.');
  expect(say({ kind: 'board', board: 0, cards: [1, 2, 3] })).toBe('This is not the time to deal the board.');
});
