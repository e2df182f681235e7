/**
 * One spelling for what was played, from whatever text it was read: the same hand from a site, from an export of ours or
 * from another program's file gives the same JSON, whose SHA-256 is the hand's digest.
 *
 * Left out is what forms may tell or not: which form it was, what the source says of the end (the rules come to that
 * anyway), how many could sit, whose hand it is (known cards tell it), and what a call came to. Cards that come together
 * are sorted.
 */
import { formatHand } from '../hands.ts';
import type { Operation } from '../table/operation.ts';
import type { PlayedHand } from './played-hand.ts';

/** Canonical JSON: fixed keys in fixed order, no space. */
export const formatCanonicalHand = (hand: PlayedHand): string =>
  JSON.stringify([
    hand.hand,
    hand.id,
    hand.playedAt,
    hand.tournament?.id ?? null,
    [hand.money.currency, hand.money.decimals],
    [hand.game, hand.betting, hand.opening, hand.boards],
    [hand.smallBlind, hand.bigBlind],
    hand.players.map(({ name, seat, stack }) => [name, seat, stack]),
    hand.operations.map(canonicalOperation),
  ]);

const canonicalOperation = (operation: Operation): readonly unknown[] => {
  switch (operation.kind) {
    case 'post':
      return ['post', operation.player, operation.as, operation.chips];
    case 'deal':
    case 'show':
      return [operation.kind, operation.player, formatHand(operation.cards)];
    case 'board':
      return ['board', operation.board, formatHand(operation.cards)];
    case 'bet':
      return ['bet', operation.player, operation.to];
    case 'run':
      return ['run', operation.times];
    case 'cash-out':
      return ['cash-out', operation.player, operation.chips];
    case 'fold':
    case 'check':
    case 'call':
    case 'muck':
      return [operation.kind, operation.player];
  }
};
