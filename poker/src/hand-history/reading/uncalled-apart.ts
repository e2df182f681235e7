/**
 * Some sites count a bet that nobody called as won: the big blind who is folded to “collects” all of the blind. Where more
 * is said to be won than the pots hold without that bet, it is taken out of what was won, and stands with what came back.
 */
import type { PlayedHand, Told } from '../played-hand.ts';
import { BetsSoFar } from './bets-so-far.ts';

export const uncalledApart = (hand: PlayedHand): PlayedHand => {
  const { told } = hand;
  if (told.won === null) return hand;
  const { bets, aside } = paidIn(hand);
  const highest = Math.max(...bets);
  const player = bets.indexOf(highest);
  const second = Math.max(0, ...bets.filter((_, other) => other !== player));
  const uncalled = highest - second;
  const pots = bets.reduce((sum, chips) => sum + chips, aside + (hand.fromHouse ?? 0)) - uncalled;
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
  const stacks = hand.players.map(({ stack }) => stack);
  const soFar = new BetsSoFar(stacks, hand.bigBlind);
  const beside = stacks.map(() => 0);
  for (const operation of hand.operations) {
    soFar.follow(operation);
    if (operation.kind === 'post' && (operation.as === 'ante' || operation.as === 'dead')) {
      beside[operation.player] = (beside[operation.player] ?? 0) + operation.chips;
    }
  }
  return {
    bets: stacks.map((stack, player) => stack - soFar.behind(player) - (beside[player] ?? 0)),
    aside: beside.reduce((sum, chips) => sum + chips, 0),
  };
};
