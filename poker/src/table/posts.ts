/**
 * Chips that go in before anybody decides: antes, blinds, straddles, and what players pay who come in late. `openingPosts`
 * are those that a table asks for; a hand history has the ones that were really posted, in any order.
 *
 * A straddle takes the place of the big blind: it is more than what lies there, betting begins to its left, and its size
 * is what must be called and the least raise (Robert's Rules of Poker, no-limit rule 3). After the flop the smallest bet is
 * the big blind again. How high straddles are, and who may make them, is the matter of each table.
 */
import { at, putIn, withValue } from './betting.ts';
import type { Operation, PlayerIndex, PostKind } from './operation.ts';
import { type Refusal, refusal } from './refusal.ts';
import type { TableSetup } from './setup.ts';
import type { TableState } from './table-state.ts';

export type Post = Extract<Operation, { readonly kind: 'post' }>;

/** What a table asks for beside the blinds. */
export interface TablePosts {
  /** `everybody` pays the ante, or the player in the big blind for all, after the blind. */
  readonly ante: { readonly chips: number; readonly by: 'everybody' | 'big-blind' };
  /** Chips of each straddle, from the player to the left of the big blind on. */
  readonly straddles: readonly number[];
}

export const NO_POSTS: TablePosts = { ante: { chips: 0, by: 'everybody' }, straddles: [] };

/** The posts of a hand in order; less where a stack is less, none where nothing is left. Bomb pots have antes only. */
export const openingPosts = (setup: TableSetup, { ante, straddles }: TablePosts = NO_POSTS): Post[] => {
  const left = [...setup.stacks];
  const posts: Post[] = [];
  const post = (player: PlayerIndex, as: PostKind, wanted: number): void => {
    const chips = Math.min(wanted, left[player] ?? 0);
    if (!(chips > 0)) return;
    left[player] = at(left, player) - chips;
    posts.push({ kind: 'post', player, as, chips });
  };
  const [small, big] = blindsOf(setup);
  if (ante.by === 'everybody' || setup.opening === 'flop') {
    for (const player of left.keys()) post(player, 'ante', ante.chips);
  }
  if (setup.opening === 'flop') return posts;
  post(small, 'small-blind', setup.smallBlind);
  post(big, 'big-blind', setup.bigBlind);
  // The big blind itself does not straddle.
  for (const [i, chips] of straddles.slice(0, left.length - 1).entries()) {
    post((big + 1 + i) % left.length, 'straddle', chips);
  }
  if (ante.by === 'big-blind') post(big, 'ante', ante.chips);
  return posts;
};

/** Who posts the small and who the big blind: the two to the left of the button, or of two players the button and the other. */
export const blindsOf = (setup: TableSetup): readonly [PlayerIndex, PlayerIndex] =>
  setup.stacks.length === 2 ? [1, 0] : [0, 1];

/** Does the state allow this post? */
export const refusePost = (state: TableState, { player, as, chips }: Post): Refusal | null => {
  const stack = at(state.stacks, player);
  if (chips > stack) return refusal('stack', [chips, stack]);
  const { setup } = state;
  const isBet = as !== 'ante' && as !== 'dead';
  if (isBet && setup.opening === 'flop') return refusal('bomb-pot', [chips], POST_NAMES[as]);
  switch (as) {
    case 'ante':
      return at(state.antes, player) === 0 ? null : refusal('posted-twice', [at(state.antes, player), chips], 'ante');
    case 'small-blind':
    case 'big-blind': {
      if (as === 'big-blind' && state.lastBlind !== null) {
        return refusal('posted-twice', [at(state.bets, state.lastBlind), chips], POST_NAMES[as]);
      }
      if (as === 'small-blind' && at(state.bets, player) > 0) {
        return refusal('posted-twice', [at(state.bets, player), chips], POST_NAMES[as]);
      }
      const wanted = as === 'small-blind' ? setup.smallBlind : setup.bigBlind;
      return chips === Math.min(wanted, stack) ? null : refusal('blind', [wanted, chips], POST_NAMES[as]);
    }
    case 'straddle': {
      const to = at(state.bets, player) + chips;
      return to > state.highest || chips === stack ? null : refusal('straddle', [state.highest, to]);
    }
    default:
      return null;
  }
};

/** The state after an allowed post. */
export const post = (state: TableState, { player, as, chips }: Post): TableState => {
  if (as === 'ante' || as === 'dead') return putAside(state, player, chips, as);
  const paid = putIn(state, player, chips);
  const bet = at(paid.bets, player);
  switch (as) {
    case 'big-blind':
      return { ...paid, highest: Math.max(state.highest, state.setup.bigBlind), lastBlind: player };
    case 'straddle': {
      const leastRaise = Math.max(state.leastRaise, bet);
      return { ...paid, highest: Math.max(state.highest, bet), leastRaise, lastBlind: player };
    }
    default:
      return { ...paid, highest: Math.max(state.highest, bet) };
  }
};

/**
 * Once all posts are in: a big blind that could not be posted, because its player had nothing left after the ante, is
 * there all the same for those who call it, and for the order of play. Without any blind there is none.
 */
export const withBigBlind = (state: TableState): TableState => {
  const [, big] = blindsOf(state.setup);
  const isDue = state.bets.some((chips) => chips > 0) || at(state.stacks, big) === 0;
  if (state.lastBlind !== null || !isDue) return state;
  return { ...state, highest: Math.max(state.highest, state.setup.bigBlind), lastBlind: big };
};

const putAside = (state: TableState, player: PlayerIndex, chips: number, as: 'ante' | 'dead'): TableState => ({
  ...state,
  stacks: withValue(state.stacks, player, at(state.stacks, player) - chips),
  paid: withValue(state.paid, player, at(state.paid, player) + chips),
  ...(as === 'ante'
    ? { antes: withValue(state.antes, player, at(state.antes, player) + chips) }
    : { dead: withValue(state.dead, player, at(state.dead, player) + chips) }),
});

const POST_NAMES: Readonly<Record<PostKind, string>> = {
  ante: 'ante',
  'small-blind': 'small blind',
  'big-blind': 'big blind',
  straddle: 'straddle',
  late: 'late blind',
  dead: 'dead blind',
};
