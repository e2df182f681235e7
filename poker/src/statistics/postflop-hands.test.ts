// Hands with play after the flop, every statistic worked out on paper.
import { describe, expect, it } from 'vitest';
import { counted } from '../../test/counted.ts';
import { play } from '../../test/script-hand.ts';
import { factsOf } from './facts.ts';

// Six players: 0 SB, 1 BB, 2 UTG, 3 HJ, 4 CO, 5 BTN. Blinds 50/100, stacks 10,000.

describe('a steal and a continuation bet', () => {
  // BTN opens by the pot, BB calls, checks the flop and folds to half the pot.
  const course = play(6, 'f f f r350 f c [Ks7d2c] x b375 f', { hands: ['', '', '', '', '', 'AsAhKdQd'] });

  it('is counted for the button and both blinds', () => {
    expect(counted(course, 5)).toBe(
      'vpip 1/1, pfr 1/1, limp 0/1, rfi 1/1, rfi-btn 1/1, steal 1/1, cbet-flop 1/1, ' +
        'aggression-frequency 1/1, aggression-frequency-flop 1/1, aggression-factor 1/1, aggression-factor-flop 1/1, ' +
        'saw-flop 1/1, wtsd 0/1, wwsf 1/1, open-size 350/1, cbet-size-flop 50/1',
    );
    expect(counted(course, 1)).toBe(
      'vpip 1/1, pfr 0/1, 3-bet 0/1, fold-bb-to-steal 0/1, fold-to-cbet-flop 1/1, raise-cbet-flop 0/1, donk-flop 0/1, ' +
        'check-raise-flop 0/1, aggression-frequency 0/1, aggression-frequency-flop 0/1, ' +
        'saw-flop 1/1, wtsd 0/1, wwsf 0/1',
    );
    expect(counted(course, 0)).toBe('vpip 0/1, pfr 0/1, 3-bet 0/1, fold-sb-to-steal 1/1, saw-flop 0/1');
    expect(counted(course, 4)).toBe('vpip 0/1, pfr 0/1, limp 0/1, rfi 0/1, rfi-co 0/1, steal 0/1, saw-flop 0/1');
  });

  it('gives the facts of both', () => {
    expect(factsOf(course, 5)).toMatchObject({
      site: 'pokerstars',
      game: 'plo4',
      stakes: '$0.50/$1',
      players: 6,
      position: 'BTN',
      potType: 'single-raised',
      straddled: false,
      flopPlayers: 2,
      inPosition: true,
      street: 'flop',
      lastStreet: 'flop',
      foldedOn: null,
      wentToShowdown: false,
      pot: 750,
      won: 750,
      net: 400,
      netBb: 4,
      allIn: null,
      cards: 'AsAhKdQd',
      made: { flop: ['pair'] },
      madeAtEnd: ['pair'],
      boards: ['Ks7d2c'],
      textures: [{ suits: 'rainbow', pairing: 'unpaired', connection: 'dry', high: 'king' }],
      line: 'R3.5 c / x B50 f',
    });
    expect(factsOf(course, 1)).toMatchObject({
      position: 'BB',
      inPosition: false,
      foldedOn: 'flop',
      net: -350,
      cards: '',
      made: {},
      line: 'r3.5 C / X b50 F',
    });
  });
});

describe('a 3-bet pot in which the flop is checked through', () => {
  // HJ opens, BTN 3-bets, HJ calls; check, check; HJ bets half the turn, BTN folds.
  const course = play(6, 'f r300 f r1000 f f c [Ks7d2c] x x [9h] b1075 f');

  it('has a continuation bet not made, and a probe', () => {
    expect(counted(course, 3)).toBe(
      'vpip 1/1, pfr 1/1, limp 0/1, rfi 1/1, rfi-hj 1/1, fold-to-3-bet 0/1, 4-bet 0/1, donk-flop 0/1, probe-turn 1/1, ' +
        'aggression-frequency 1/1, aggression-frequency-turn 1/1, aggression-factor 1/1, aggression-factor-turn 1/1, ' +
        'saw-flop 1/1, wtsd 0/1, wwsf 1/1, open-size 300/1',
    );
    expect(counted(course, 5)).toBe(
      'vpip 1/1, pfr 1/1, cold-call 0/1, 3-bet 1/1, cbet-flop 0/1, aggression-frequency 0/1, ' +
        'aggression-frequency-turn 0/1, saw-flop 1/1, wtsd 0/1, wwsf 0/1, 3-bet-size 1000/1',
    );
    expect(factsOf(course, 3)).toMatchObject({ potType: '3-bet', net: 1150, line: 'R3 r10 C / X x / B50 f' });
  });
});

describe('a limped pot, check-raised', () => {
  // Four players: 0 SB, 1 BB, 2 CO, 3 BTN. CO limps, SB completes; BB bets, CO calls, SB check-raises by the pot.
  const course = play(4, 'c f c x [As8h3d] x b300 c r1500 f c [2c] x x [Jd] x b1800 c', {
    hands: ['8s8d7c6c', '', 'AhKhQd9d', ''],
  });

  it('counts a check-raise, no donks and no continuation bets', () => {
    expect(counted(course, 0)).toBe(
      'vpip 1/1, pfr 0/1, limp 1/1, fold-to-river-bet 0/1, check-raise-flop 1/1, check-raise-river 0/1, ' +
        'aggression-frequency 1/2, aggression-frequency-flop 1/1, aggression-frequency-river 0/1, ' +
        'aggression-factor 1/2, aggression-factor-flop 1/1, aggression-factor-river 0/1, ' +
        'saw-flop 1/1, wtsd 1/1, w$sd 1/1, wwsf 1/1, raise-size 100/1',
    );
    expect(counted(course, 2)).toBe(
      'vpip 1/1, pfr 0/1, limp 1/1, rfi 0/1, rfi-co 0/1, steal 0/1, aggression-frequency 1/3, ' +
        'aggression-frequency-flop 0/2, aggression-frequency-river 1/1, aggression-factor 1/3, ' +
        'aggression-factor-flop 0/2, aggression-factor-river 1/1, saw-flop 1/1, wtsd 1/1, w$sd 0/1, wwsf 0/1',
    );
    expect(counted(course, 1)).toBe(
      'vpip 0/1, pfr 0/1, fold-to-raise-flop 1/1, aggression-frequency 1/2, aggression-frequency-flop 1/2, ' +
        'aggression-factor 1/1, aggression-factor-flop 1/1, saw-flop 1/1, wtsd 0/1, wwsf 0/1',
    );
    expect(counted(course, 3)).toBe('vpip 0/1, pfr 0/1, limp 0/1, saw-flop 0/1');
  });

  it('is a multiway limped pot that goes to the showdown', () => {
    expect(factsOf(course, 0)).toMatchObject({
      potType: 'limped',
      flopPlayers: 3,
      inPosition: false,
      showdown: true,
      wentToShowdown: true,
      pot: 7200,
      net: 3800,
      made: { flop: ['trips'], turn: ['trips'], river: ['trips'] },
      line: 'c C x / X b100 c R100 f c / X x / X b50 C',
    });
    expect(factsOf(course, 2)).toMatchObject({ net: -3400, inPosition: true, madeAtEnd: ['pair'] });
    expect(factsOf(course, 1)).toMatchObject({ net: -400, showdown: true, wentToShowdown: false, foldedOn: 'flop' });
  });
});

describe('heads-up', () => {
  // 0 is the big blind, 1 the button. BB donks the pot, BTN raises by the pot, BB folds.
  const course = play(2, 'r300 c [Ks7d2c] b600 r2400 f');

  it('has no positions to open or steal from, and a donk takes the continuation bet away', () => {
    expect(counted(course, 1)).toBe(
      'vpip 1/1, pfr 1/1, limp 0/1, aggression-frequency 1/1, aggression-frequency-flop 1/1, aggression-factor 1/1, ' +
        'aggression-factor-flop 1/1, saw-flop 1/1, wtsd 0/1, wwsf 1/1, open-size 300/1, raise-size 100/1',
    );
    expect(counted(course, 0)).toBe(
      'vpip 1/1, pfr 0/1, 3-bet 0/1, fold-to-raise-flop 1/1, donk-flop 1/1, aggression-frequency 1/2, aggression-frequency-flop 1/2, ' +
        'aggression-factor 1/1, aggression-factor-flop 1/1, saw-flop 1/1, wtsd 0/1, wwsf 0/1',
    );
    expect(factsOf(course, 1)).toMatchObject({ position: 'BTN', inPosition: true, pot: 1800, net: 900 });
    expect(factsOf(course, 0)).toMatchObject({ position: 'BB', inPosition: false, net: -900 });
  });
});

describe('continuation bets on three streets', () => {
  // CO opens, BB calls down half-pot bets; 300 of rake.
  const script = 'f f r350 f f c [Ac7d2s] x b375 c [4h] x b750 c [3c] x b1500 c';
  const course = play(6, script, { hands: ['', 'JsTs9h8h', '', '', 'AsAhKdQd', ''], rake: 300 });

  it('are counted street by street, for both', () => {
    expect(counted(course, 4)).toBe(
      'vpip 1/1, pfr 1/1, limp 0/1, rfi 1/1, rfi-co 1/1, steal 1/1, cbet-flop 1/1, cbet-turn 1/1, cbet-river 1/1, ' +
        'aggression-frequency 3/3, aggression-frequency-flop 1/1, aggression-frequency-turn 1/1, ' +
        'aggression-frequency-river 1/1, aggression-factor 3/3, aggression-factor-flop 1/1, aggression-factor-turn 1/1, ' +
        'aggression-factor-river 1/1, saw-flop 1/1, wtsd 1/1, w$sd 1/1, wwsf 1/1, open-size 350/1, ' +
        'cbet-size-flop 50/1, cbet-size-turn 50/1, cbet-size-river 50/1',
    );
    expect(counted(course, 1)).toBe(
      'vpip 1/1, pfr 0/1, 3-bet 0/1, fold-bb-to-steal 0/1, fold-to-cbet-flop 0/1, fold-to-cbet-turn 0/1, ' +
        'fold-to-cbet-river 0/1, raise-cbet-flop 0/1, raise-cbet-turn 0/1, raise-cbet-river 0/1, fold-to-river-bet 0/1, ' +
        'donk-flop 0/1, donk-turn 0/1, donk-river 0/1, check-raise-flop 0/1, check-raise-turn 0/1, check-raise-river 0/1, ' +
        'aggression-frequency 0/3, aggression-frequency-flop 0/1, aggression-frequency-turn 0/1, ' +
        'aggression-frequency-river 0/1, aggression-factor 0/3, aggression-factor-flop 0/1, aggression-factor-turn 0/1, ' +
        'aggression-factor-river 0/1, saw-flop 1/1, wtsd 1/1, w$sd 0/1, wwsf 0/1',
    );
  });

  it('share the rake by what was put in', () => {
    // 2,975 + 2,975 + 50 put in; 300 × 2,975 / 6,000 = 148.75, and 2.5 for the small blind.
    expect([0, 1, 4].map((player) => factsOf(course, player).rakeShare)).toEqual([2, 149, 149]);
    expect(factsOf(course, 4)).toMatchObject({ pot: 6000, rake: 300, net: 2725, won: 5700 });
  });
});

describe('a float', () => {
  // HJ opens, BTN calls; HJ bets half the flop, BTN calls; HJ checks the turn, BTN bets half, HJ folds.
  const course = play(6, 'f r300 f c f f [Ks7d2c] b375 c [9h] x b750 f');

  it('is a bet in position after the continuation bet stops', () => {
    expect(counted(course, 5)).toBe(
      'vpip 1/1, pfr 0/1, cold-call 1/1, 3-bet 0/1, fold-to-cbet-flop 0/1, raise-cbet-flop 0/1, float-turn 1/1, ' +
        'aggression-frequency 1/2, aggression-frequency-flop 0/1, aggression-frequency-turn 1/1, ' +
        'aggression-factor 1/2, aggression-factor-flop 0/1, aggression-factor-turn 1/1, ' +
        'saw-flop 1/1, wtsd 0/1, wwsf 1/1',
    );
    expect(counted(course, 3)).toBe(
      'vpip 1/1, pfr 1/1, limp 0/1, rfi 1/1, rfi-hj 1/1, cbet-flop 1/1, cbet-turn 0/1, check-raise-turn 0/1, ' +
        'aggression-frequency 1/2, aggression-frequency-flop 1/1, aggression-frequency-turn 0/1, ' +
        'aggression-factor 1/1, aggression-factor-flop 1/1, saw-flop 1/1, wtsd 0/1, wwsf 0/1, ' +
        'open-size 300/1, cbet-size-flop 50/1',
    );
  });
});

describe('a delayed continuation bet', () => {
  // CO opens, BB calls; the flop is checked through; BB checks the turn, CO bets half, BB folds.
  const course = play(6, 'f f r350 f f c [Ks7d2c] x x [9h] x b375 f');

  it('is made on the turn, where the big blind did not probe', () => {
    expect(counted(course, 4)).toBe(
      'vpip 1/1, pfr 1/1, limp 0/1, rfi 1/1, rfi-co 1/1, steal 1/1, cbet-flop 0/1, delayed-cbet 1/1, ' +
        'aggression-frequency 1/1, aggression-frequency-turn 1/1, aggression-factor 1/1, aggression-factor-turn 1/1, ' +
        'saw-flop 1/1, wtsd 0/1, wwsf 1/1, open-size 350/1',
    );
    expect(counted(course, 1)).toBe(
      'vpip 1/1, pfr 0/1, 3-bet 0/1, fold-bb-to-steal 0/1, donk-flop 0/1, check-raise-turn 0/1, probe-turn 0/1, ' +
        'aggression-frequency 0/1, aggression-frequency-turn 0/1, saw-flop 1/1, wtsd 0/1, wwsf 0/1',
    );
  });
});

describe('a continuation bet that is missed out of position', () => {
  // HJ opens, BTN calls; HJ checks the flop, BTN bets half, HJ raises by the pot, BTN folds.
  const course = play(6, 'f r300 f c f f [Ks7d2c] x b375 r1875 f');

  it('gives the button a bet against it, and a raise to fold to', () => {
    expect(counted(course, 5)).toBe(
      'vpip 1/1, pfr 0/1, cold-call 1/1, 3-bet 0/1, fold-to-raise-flop 1/1, bet-missed-cbet 1/1, ' +
        'aggression-frequency 1/2, aggression-frequency-flop 1/2, aggression-factor 1/1, aggression-factor-flop 1/1, ' +
        'saw-flop 1/1, wtsd 0/1, wwsf 0/1',
    );
    expect(counted(course, 3)).toBe(
      'vpip 1/1, pfr 1/1, limp 0/1, rfi 1/1, rfi-hj 1/1, cbet-flop 0/1, check-raise-flop 1/1, ' +
        'aggression-frequency 1/1, aggression-frequency-flop 1/1, aggression-factor 1/1, aggression-factor-flop 1/1, ' +
        'saw-flop 1/1, wtsd 0/1, wwsf 1/1, open-size 300/1, raise-size 100/1',
    );
  });
});

describe('a bomb pot with two boards', () => {
  // Antes of 200. P2 bets, P1 calls; checked down. Aces win the first board, kings the second.
  const course = play(4, '[As8h3d|Kc9s2h] x x b400 f f c [Td|7h] x x [2c|3s] x x', {
    bombPot: true,
    boards: 2,
    ante: 200,
    hands: ['', 'AhAc5d4d', 'KsKd7c6c', ''],
  });

  it('has nothing before the flop to count, and nobody with the initiative until somebody bets', () => {
    expect(counted(course, 1)).toBe(
      'donk-turn 0/1, check-raise-flop 0/1, probe-river 0/1, aggression-frequency 0/1, aggression-frequency-flop 0/1, ' +
        'aggression-factor 0/1, aggression-factor-flop 0/1, saw-flop 1/1, wtsd 1/1, w$sd 1/1, wwsf 1/1',
    );
    expect(counted(course, 2)).toBe(
      'aggression-frequency 1/1, aggression-frequency-flop 1/1, aggression-factor 1/1, aggression-factor-flop 1/1, ' +
        'saw-flop 1/1, wtsd 1/1, w$sd 1/1, wwsf 1/1',
    );
    expect(counted(course, 3)).toBe(
      'aggression-frequency 0/1, aggression-frequency-flop 0/1, saw-flop 1/1, wtsd 0/1, wwsf 0/1',
    );
  });

  it('has facts by board', () => {
    expect(factsOf(course, 1)).toMatchObject({
      potType: 'bomb-pot',
      flopPlayers: 4,
      pot: 1600,
      net: 200,
      boards: ['As8h3dTd2c', 'Kc9s2h7h3s'],
      made: { flop: ['trips', 'pair'], turn: ['trips', 'pair'], river: ['straight', 'pair'] },
      line: 'x X b50 f f C / X x / X x',
    });
    expect(factsOf(course, 1).textures.map(({ high }) => high)).toEqual(['ace', 'king']);
  });
});
