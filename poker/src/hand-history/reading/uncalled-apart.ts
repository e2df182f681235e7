/**
 * Some sites count a bet that nobody called as won: the big blind who is folded to “collects” all of the blind. Where more
 * is said to be won than the pots hold without that bet, it is taken out of what was won, and stands with what came back.
 */
import type { PostKind } from '../../table/operation.ts';
import type { PlayedHand, Told } from '../played-hand.ts';

export const uncalledApart = (hand: PlayedHand): PlayedHand => {
  const { told } = hand;
  if (told.won === null) return hand;
  const { bets, aside } = paidIn(hand);
  const highest = Math.max(...bets);
  const player = bets.indexOf(highest);
  const second = Math.max(0, ...bets.filter((_, other) => other !== player));
  const uncalled = highest - second;
  const pots = bets.reduce((sum, chips) => sum + chips, aside) - uncalled;
  const won = told.won.reduce((sum, chips) => sum + chips, 0);
  if (uncalled === 0 || won <= pots || (told.won[player] ?? 0) < uncalled) return hand;
  const apart: Told = {
    ...told,
    won: told.won.map((chips, other) => (other === player ? chips - uncalled : chips)),
    returned: bets.map((_, other) => (other === player ? uncalled : 0)),
    pot: told.pot === pots + uncalled ? pots : told.pot,
  };
  return { ...hand, told: apart };
};

/** What each player bet in the whole hand, and all that went in beside bets. */
const paidIn = (hand: PlayedHand): { readonly bets: readonly number[]; readonly aside: number } => {
  const bets = hand.players.map(() => 0);
  let street = hand.players.map(() => 0);
  let aside = 0;
  const add = (player: number, chips: number): void => {
    bets[player] = (bets[player] ?? 0) + chips;
    street[player] = (street[player] ?? 0) + chips;
  };
  for (const operation of hand.operations) {
    if (operation.kind === 'board') street = street.map(() => 0);
    else if (operation.kind === 'post' && isAside(operation.as)) aside += operation.chips;
    else if (operation.kind === 'post' || operation.kind === 'call') add(operation.player, operation.chips ?? 0);
    else if (operation.kind === 'bet') add(operation.player, operation.to - (street[operation.player] ?? 0));
  }
  return { bets, aside };
};

const isAside = (as: PostKind): boolean => as === 'ante' || as === 'dead';
