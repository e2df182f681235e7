/**
 * Operations as PHH’s actions. What there is no action for is a comment, `# run 2`, which other programs pass over and
 * `read-actions.ts` reads; every player is dealt cards, as the format wants it, and those that the source did not
 * mention are marked `# not told`.
 */

import { formatCards } from '../../../cards.ts';
import { HOLE_CARDS } from '../../../games.ts';
import type { Operation, PlayerIndex } from '../../../table/operation.ts';
import type { Post } from '../../../table/posts.ts';
import type { PlayedHand } from '../../played-hand.ts';
import { BetsSoFar } from '../../reading/bets-so-far.ts';
import { formatMinor } from '../decimal.ts';
import { formatSeenCards } from '../seen-cards.ts';

type Deal = Extract<Operation, { readonly kind: 'deal' }>;

/** From the operation `from` on, before which there are only posts. */
export const writeActions = (hand: PlayedHand, from: number): readonly string[] => {
  const bets = new BetsSoFar(
    hand.players.map(({ stack }) => stack),
    hand.bigBlind,
  );
  for (const post of hand.operations.slice(0, from)) bets.follow(post);
  const rest = hand.operations.slice(from);
  const dealt = firstDeals(rest);
  const actions = [...writeDeals(hand, dealt, rest)];
  for (const operation of rest.slice(dealt.length)) {
    actions.push(writeAction(hand, operation, bets));
    bets.follow(operation);
  }
  return actions;
};

const firstDeals = (operations: readonly Operation[]): readonly Deal[] => {
  const end = operations.findIndex(({ kind }) => kind !== 'deal');
  return operations
    .slice(0, end < 0 ? operations.length : end)
    .filter((operation): operation is Deal => operation.kind === 'deal');
};

/** In the order of the players where the hand has it so, with deals that were not told in their places. */
const writeDeals = (hand: PlayedHand, dealt: readonly Deal[], rest: readonly Operation[]): readonly string[] => {
  const told = new Set(rest.flatMap((operation) => (operation.kind === 'deal' ? [operation.player] : [])));
  const inOrder = dealt.every(({ player }, i) => i === 0 || player > (dealt[i - 1]?.player ?? 0));
  const deals = dealt.map((deal) => ({ player: deal.player, text: writeAction(hand, deal, NO_BETS) }));
  const added = hand.players.flatMap((_, player) =>
    told.has(player) ? [] : [{ player, text: `d dh p${player + 1} ${unseen(hand)} # not told` }],
  );
  const all = [...deals, ...added];
  if (inOrder) all.sort((a, b) => a.player - b.player);
  return all.map(({ text }) => text);
};

const NO_BETS = new BetsSoFar([], 0);

const writeAction = (hand: PlayedHand, operation: Operation, bets: BetsSoFar): string => {
  switch (operation.kind) {
    case 'post':
      return `# post ${formatPost(hand, operation)}`;
    case 'deal':
      return `d dh ${name(operation)} ${formatSeenCards(operation.cards, HOLE_CARDS[hand.game])}`;
    case 'board':
      return operation.board === 0
        ? `d db ${formatCards(operation.cards)}`
        : `# board ${operation.board + 1} ${formatCards(operation.cards)}`;
    case 'fold':
      return `${name(operation)} f`;
    case 'check':
      return `${name(operation)} cc${bets.faces(operation.player) ? ' # check' : ''}`;
    case 'call':
      return `${name(operation)} cc${callNote(hand, operation, bets)}`;
    case 'bet':
      return `${name(operation)} cbr ${formatMinor(operation.to, hand.money.decimals)}`;
    case 'run':
      return `# run ${operation.times}`;
    case 'show':
      return `${name(operation)} sm ${formatSeenCards(operation.cards, HOLE_CARDS[hand.game])}`;
    case 'muck':
      return `${name(operation)} sm`;
    case 'cash-out':
      return `# cash-out ${name(operation)} ${formatMinor(operation.chips, hand.money.decimals)}`;
  }
};

const callNote = (hand: PlayedHand, call: Extract<Operation, { kind: 'call' }>, bets: BetsSoFar): string => {
  if (call.chips !== undefined) return ` # call ${formatMinor(call.chips, hand.money.decimals)}`;
  return bets.faces(call.player) ? '' : ' # call';
};

/** `p3 late 1.00`. */
export const formatPost = ({ money }: PlayedHand, { player, as, chips }: Post): string =>
  `p${player + 1} ${as} ${formatMinor(chips, money.decimals)}`;

const name = ({ player }: { readonly player: PlayerIndex }): string => `p${player + 1}`;

const unseen = ({ game }: PlayedHand): string => formatSeenCards([], HOLE_CARDS[game]);
