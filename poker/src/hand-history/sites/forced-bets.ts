/**
 * Antes, blinds and straddles as arrays by player, the way documents write them (PHH, OHH), and as the posts of the log.
 * A player who has less posts what is there. Heads-up the button posts the small blind, so that there the blinds stand
 * the other way round.
 */
import type { PlayerIndex, PostKind } from '../../table/operation.ts';
import type { Post } from '../../table/posts.ts';
import type { PlayedHand } from '../played-hand.ts';

export interface ForcedBets {
  /** By player. */
  readonly antes: readonly number[];
  /** Small blind, big blind, then what others straddle, by player from the left of the button. */
  readonly blinds: readonly number[];
}

/** Who posts what stands at `index` of the blinds. */
const posterOf = (index: number, players: number): PlayerIndex =>
  players === 2 ? ((1 - index) as PlayerIndex) : index;

const kindAt = (index: number): PostKind => (index === 0 ? 'small-blind' : index === 1 ? 'big-blind' : 'straddle');

/** Antes first, then blinds, then straddles, in the order of the players. */
export const postsOf = ({ antes, blinds }: ForcedBets, stacks: readonly number[]): readonly Post[] => {
  const behind = [...stacks];
  const posts: Post[] = [];
  const post = (player: PlayerIndex, as: PostKind, wanted: number): void => {
    const chips = Math.min(wanted, behind[player] ?? 0);
    if (wanted <= 0 || chips <= 0) return;
    behind[player] = (behind[player] ?? 0) - chips;
    posts.push({ kind: 'post', player, as, chips });
  };
  stacks.forEach((_, index) => {
    const player = posterOf(index, stacks.length);
    post(player, 'ante', antes[index] ?? 0);
  });
  stacks.forEach((_, index) => {
    post(posterOf(index, stacks.length), kindAt(index), blinds[index] ?? 0);
  });
  return posts;
};

/**
 * The arrays of a hand. Where somebody posts what the arrays have no place for, dead chips stand with the antes and a
 * blind out of turn with the straddles, so that at least the chips are right.
 */
export const forcedBetsOf = (hand: PlayedHand): ForcedBets => {
  const count = hand.players.length;
  const antes = hand.players.map(() => 0);
  const blinds = hand.players.map(() => 0);
  const left = hand.players.map(({ stack }) => stack);
  const full = { ante: hand.ante, 'small-blind': hand.smallBlind, 'big-blind': hand.bigBlind };
  for (const operation of hand.operations) {
    if (operation.kind !== 'post') continue;
    const { player, as, chips } = operation;
    const behind = (left[player] ?? 0) - chips;
    left[player] = behind;
    // The array has what everybody pays; a player who is all-in for less is no exception to it.
    const known = as === 'ante' || as === 'small-blind' || as === 'big-blind' ? full[as] : chips;
    const wanted = behind <= 0 ? Math.max(chips, known) : chips;
    const isDead = as === 'ante' || as === 'dead';
    const index = as === 'small-blind' ? 0 : as === 'big-blind' ? 1 : posterOf(player, count);
    const array = isDead ? antes : blinds;
    array[index] = (array[index] ?? 0) + wanted;
  }
  return { antes, blinds };
};
