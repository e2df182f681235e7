/** What goes in before anybody decides. */
import { describe, expect, it } from 'vitest';
import { play, setupWith } from '../../test/play.ts';
import { can } from './betting.ts';
import { openingPosts } from './posts.ts';
import { openTable, verify, verifySetup } from './table.ts';

const inShort = (...asked: Parameters<typeof openingPosts>) =>
  openingPosts(...asked)
    .map(({ as, player, chips }) => `${as} ${player} ${chips}`)
    .join(', ');

describe('a table asks for', () => {
  it('the blinds of the two to the left of the button', () => {
    expect(inShort(setupWith([100, 100, 100]))).toBe('small-blind 0 1, big-blind 1 2');
  });

  it('the small blind of the button, of two players', () => {
    expect(inShort(setupWith([100, 100]))).toBe('small-blind 1 1, big-blind 0 2');
  });

  it('an ante of everybody before the blinds, and straddles after them', () => {
    const posts = { ante: { chips: 1, by: 'everybody' }, straddles: [4] } as const;
    expect(inShort(setupWith([100, 2, 100]), posts)).toBe(
      'ante 0 1, ante 1 1, ante 2 1, small-blind 0 1, big-blind 1 1, straddle 2 4',
    );
  });

  it('the ante of the big blind after the blind', () => {
    const posts = { ante: { chips: 2, by: 'big-blind' }, straddles: [] } as const;
    expect(inShort(setupWith([100, 3, 100]), posts)).toBe('small-blind 0 1, big-blind 1 2, ante 1 1');
  });

  it('antes alone in a bomb pot', () => {
    const posts = { ante: { chips: 5, by: 'big-blind' }, straddles: [4] } as const;
    expect(inShort(setupWith([100, 3], { opening: 'flop' }), posts)).toBe('ante 0 5, ante 1 3');
  });
});

describe('a post is refused', () => {
  const open = openTable(setupWith([100, 100, 1]));
  const why = (text: string, state = open) => {
    const [as, player, chips] = text.split(' ');
    return verify(state, { kind: 'post', as: as as 'ante', player: Number(player), chips: Number(chips) })?.message;
  };

  it('that is no blind of this table, unless it is all that is left', () => {
    expect(why('big-blind 1 3')).toBe('The big blind is 2, or all that is left; this is 3.');
    expect(why('big-blind 2 1')).toBeUndefined();
    expect(why('small-blind 0 2')).toBe('The small blind is 1, or all that is left; this is 2.');
  });

  it('that is made twice, or of more than there is', () => {
    expect(why('big-blind 0 2', play(open.setup, 'bb 1 2'))).toBe(
      'The big blind was posted before, as 2; this is another of 2.',
    );
    expect(why('small-blind 0 1', play(open.setup, 'sb 0 1'))).toBe(
      'The small blind was posted before, as 1; this is another of 1.',
    );
    expect(why('ante 0 2', play(open.setup, 'ante 0 1'))).toBe(
      'The ante was posted before, as 1; this is another of 2.',
    );
    expect(why('ante 0 101')).toBe('This puts in 101; the player has 100.');
  });

  it('that is a straddle of no more than lies there', () => {
    expect(why('straddle 0 2', play(open.setup, 'bb 1 2'))).toBe(
      'A straddle is more than the 2 that lies there, or all-in; this is 2.',
    );
  });

  it('that is a bet in a bomb pot', () => {
    expect(why('big-blind 0 2', openTable(setupWith([9, 9], { opening: 'flop' })))).toBe(
      'Where betting opens on the flop everybody pays an ante; this is a big blind of 2.',
    );
  });

  it('when cards are out', () => {
    expect(why('ante 0 1', play(open.setup, 'sb 0 1, bb 1 2, unseen'))).toBe('This is not the time to post.');
  });
});

it('a big blind that is all-in for the ante is there for those who call it', () => {
  const state = play(setupWith([100, 1, 100, 100]), 'ante 0 1, ante 1 1, ante 2 1, ante 3 1, sb 0 1, unseen');
  expect(can(state)).toMatchObject({ player: 2, call: 2, bet: { least: 4 } });
  const nobody = play(setupWith([100, 100, 100]), 'ante 0 1, ante 1 1, ante 2 1, unseen');
  expect(can(nobody)).toMatchObject({ player: 0, check: true, bet: { least: 2, most: 3 } });
});

it('a setup is refused that no hand could be played with', () => {
  expect(verifySetup(setupWith([1]))?.code).toBe('players');
  expect(verifySetup(setupWith(Array<number>(8).fill(5), { game: 'plo6' }))?.code).toBe('players');
  expect(verifySetup(setupWith([5, 0]))?.code).toBe('stacks');
  expect(verifySetup(setupWith([5, 1.5]))?.code).toBe('stacks');
  expect(verifySetup(setupWith([5, 5], { bigBlind: 0 }))?.code).toBe('blinds');
  expect(verifySetup(setupWith([5, 5], { smallBlind: 0 }))).toBeNull();
  expect(verifySetup(setupWith(Array<number>(10).fill(5)))).toBeNull();
});
