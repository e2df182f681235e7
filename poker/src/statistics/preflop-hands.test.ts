// Hands decided or shaped before the flop, every statistic of every player worked out on paper.
import { describe, expect, it } from 'vitest';
import { counted } from '../../test/counted.ts';
import { fixtures, play } from '../../test/script-hand.ts';
import { factsOf } from './facts.ts';
import type { HandCourse } from './hand-course.ts';

const fixture = (name: string): HandCourse => fixtures(`pokerstars/${name}`)[0] as HandCourse;

// Six players: 0 SB, 1 BB, 2 UTG, 3 HJ, 4 CO, 5 BTN. Blinds 50/100, stacks 10,000.

describe('a walk', () => {
  const course = play(6, 'f f f f f');

  it('is no hand for the VPIP of the big blind, and one for everybody else', () => {
    expect(counted(course, 1)).toBe('saw-flop 0/1');
    expect(counted(course, 0)).toBe('vpip 0/1, pfr 0/1, limp 0/1, rfi 0/1, rfi-sb 0/1, steal 0/1, saw-flop 0/1');
    expect(counted(course, 2)).toBe('vpip 0/1, pfr 0/1, limp 0/1, rfi 0/1, rfi-early 0/1, saw-flop 0/1');
    expect(counted(course, 3)).toBe('vpip 0/1, pfr 0/1, limp 0/1, rfi 0/1, rfi-hj 0/1, saw-flop 0/1');
  });

  it('brings the small blind', () => {
    expect(factsOf(course, 1)).toMatchObject({
      position: 'BB',
      potType: 'walk',
      flopPlayers: 0,
      street: 'preflop',
      lastStreet: 'preflop',
      foldedOn: null,
      showdown: false,
      pot: 100,
      won: 100,
      net: 50,
      netBb: 0.5,
      sawFlop: false,
      inPosition: null,
      line: '',
      boards: [],
      made: {},
    });
    expect(factsOf(course, 0)).toMatchObject({ position: 'SB', foldedOn: 'preflop', net: -50, line: 'F' });
  });
});

describe('a squeeze that is 4-bet', () => {
  // UTG opens, HJ calls, SB squeezes by the pot, UTG 4-bets by the pot, both fold.
  const course = play(6, 'r300 c f f r1300 f r4300 f f');

  it('is counted for each', () => {
    expect(counted(course, 2)).toBe(
      'vpip 1/1, pfr 1/1, limp 0/1, rfi 1/1, rfi-early 1/1, fold-to-3-bet 0/1, 4-bet 1/1, saw-flop 0/1, open-size 300/1',
    );
    expect(counted(course, 3)).toBe('vpip 1/1, pfr 0/1, cold-call 1/1, 3-bet 0/1, saw-flop 0/1');
    expect(counted(course, 4)).toBe('vpip 0/1, pfr 0/1, cold-call 0/1, 3-bet 0/1, squeeze 0/1, saw-flop 0/1');
    expect(counted(course, 0)).toBe(
      'vpip 1/1, pfr 1/1, 3-bet 1/1, squeeze 1/1, fold-to-4-bet 1/1, saw-flop 0/1, 3-bet-size 1300/1',
    );
    expect(counted(course, 1)).toBe('vpip 0/1, pfr 0/1, 4-bet 0/1, saw-flop 0/1');
  });

  it('wins what lay there', () => {
    expect(factsOf(course, 2)).toMatchObject({ potType: '4-bet', pot: 3000, net: 1700, line: 'R3 c r13 R43' });
    expect(factsOf(course, 0)).toMatchObject({ net: -1300, line: 'r3 c R13 r43 F' });
  });
});

describe('a straddled hand', () => {
  // UTG straddles 200, the button raises first in, the straddler folds last.
  const course = play(6, 'f f r600 f f f', { straddles: [200] });

  it('has no steals, and the straddle is no choice of its player', () => {
    expect(counted(course, 5)).toBe('vpip 1/1, pfr 1/1, limp 0/1, rfi 1/1, rfi-btn 1/1, saw-flop 0/1');
    expect(counted(course, 1)).toBe('vpip 0/1, pfr 0/1, 3-bet 0/1, saw-flop 0/1');
    expect(counted(course, 2)).toBe('vpip 0/1, pfr 0/1, 3-bet 0/1, saw-flop 0/1');
    expect(factsOf(course, 2)).toMatchObject({ straddled: true, potType: 'single-raised', net: -200 });
  });
});

describe('limps raised by the big blind', () => {
  // UTG and CO limp, BB makes it 450, UTG folds, CO calls, BB bets half the pot on the flop, CO folds.
  const course = play(6, 'c f c f f r450 f c [Ks7d2c] b525 f');

  it('are limps, folded and called, and the raise counts as an open', () => {
    expect(counted(course, 2)).toBe(
      'vpip 1/1, pfr 0/1, limp 1/1, limp-fold 1/1, rfi 0/1, rfi-early 0/1, 3-bet 0/1, saw-flop 0/1',
    );
    expect(counted(course, 4)).toBe(
      'vpip 1/1, pfr 0/1, limp 1/1, limp-fold 0/1, 3-bet 0/1, fold-to-cbet-flop 1/1, raise-cbet-flop 0/1, ' +
        'aggression-frequency 0/1, aggression-frequency-flop 0/1, saw-flop 1/1, wtsd 0/1, wwsf 0/1',
    );
    expect(counted(course, 1)).toBe(
      'vpip 1/1, pfr 1/1, cbet-flop 1/1, aggression-frequency 1/1, aggression-frequency-flop 1/1, ' +
        'aggression-factor 1/1, aggression-factor-flop 1/1, saw-flop 1/1, wtsd 0/1, wwsf 1/1, ' +
        'open-size 450/1, cbet-size-flop 50/1',
    );
    // Behind a limper nobody is first in: no chance to open or to steal.
    expect(counted(course, 5)).toBe('vpip 0/1, pfr 0/1, limp 0/1, saw-flop 0/1');
    expect(factsOf(course, 1)).toMatchObject({ potType: 'single-raised', inPosition: false, net: 600 });
  });
});

describe('an all-in before the flop with a side pot', () => {
  // Three players: SB has 2,000, BB 10,000, BTN 5,000. Open, 3-bet, 4-bet, all-in for less than a full raise, calls.
  const course = play(3, 'r350 r1150 r3800 r5000 c c [As7d2c] [9h] [3s]', {
    stacks: [2000, 10_000, 5000],
    hands: ['KsKhQsJh', 'AhAdTs9s', '8h7h6s5s'],
  });

  it('gives chances to those who come to act, and none afterwards', () => {
    expect(counted(course, 2)).toBe(
      'vpip 1/1, pfr 1/1, limp 0/1, rfi 1/1, rfi-btn 1/1, steal 1/1, saw-flop 1/1, wtsd 1/1, w$sd 0/1, wwsf 0/1, ' +
        'open-size 350/1',
    );
    expect(counted(course, 0)).toBe(
      'vpip 1/1, pfr 1/1, 3-bet 1/1, fold-sb-to-steal 0/1, saw-flop 1/1, wtsd 1/1, w$sd 0/1, wwsf 0/1, 3-bet-size 1150/1',
    );
    expect(counted(course, 1)).toBe('vpip 1/1, pfr 1/1, 4-bet 1/1, saw-flop 1/1, wtsd 1/1, w$sd 1/1, wwsf 1/1');
  });

  it('says who was all-in where, and what everybody held in the end', () => {
    const [sb, bb, btn] = [0, 1, 2].map((player) => factsOf(course, player));
    expect(sb).toMatchObject({ allIn: 'preflop', net: -2000, madeAtEnd: ['pair'], line: 'r3.5 R11.5 r38 r50! C! c' });
    expect(btn).toMatchObject({ allIn: 'preflop', net: -5000, madeAtEnd: ['pair'], street: 'river' });
    expect(bb).toMatchObject({ allIn: null, net: 7000, pot: 12_000, potType: '4-bet', madeAtEnd: ['trips'] });
    expect(bb?.made).toEqual({ flop: ['trips'], turn: ['trips'], river: ['trips'] });
  });
});

describe('an opener who is all-in', () => {
  // BTN is all-in for his open; both blinds call and check the flop down.
  const course = play(3, 'r350 c c [Ks7d2c] x x [9h] x x [3s] x x', {
    stacks: [10_000, 10_000, 350],
    hands: ['AsAhQsJh', 'QdQcTs9s', '8h8s6s5s'],
  });

  it('has no continuation bet, and nobody can donk into him or probe', () => {
    expect(counted(course, 2)).not.toContain('cbet');
    expect(counted(course, 0)).toBe(
      'vpip 1/1, pfr 0/1, 3-bet 0/1, fold-sb-to-steal 0/1, saw-flop 1/1, wtsd 1/1, w$sd 1/1, wwsf 1/1',
    );
    // The small blind called: the big blind faces no steal alone, but may squeeze.
    expect(counted(course, 1)).toBe(
      'vpip 1/1, pfr 0/1, 3-bet 0/1, squeeze 0/1, saw-flop 1/1, wtsd 1/1, w$sd 0/1, wwsf 0/1',
    );
  });
});

describe('hands of the fixtures', () => {
  it('give nobody a chance to open behind a late blind that is played', () => {
    const course = fixture('plo5-dead-and-late-blinds-uncalled-bet.txt');
    // HJ posted dead and late, CO late; both check. BTN folds, SB completes.
    expect(counted(course, 4)).toBe('vpip 0/1, pfr 0/1, limp 0/1, saw-flop 0/1');
    expect(counted(course, 0)).toBe(
      'vpip 1/1, pfr 0/1, limp 1/1, check-raise-flop 0/1, aggression-frequency 0/1, aggression-frequency-flop 0/1, ' +
        'saw-flop 1/1, wtsd 0/1, wwsf 0/1',
    );
    expect(factsOf(course, 3)).toMatchObject({ position: 'CO', net: 655, potType: 'limped', flopPlayers: 4, rake: 45 });
  });

  it('count a showdown lost as lost, though the house paid for it', () => {
    const course = fixture('plo6-heads-up-all-in-cash-out.txt');
    expect(factsOf(course, 0)).toMatchObject({ allIn: 'flop', net: -858, line: 'r3.5 C / X b75 R90 r98 R11! c' });
    expect(counted(course, 0)).toContain('w$sd 0/1');
    expect(counted(course, 3)).toContain('w$sd 1/1');
  });
});
