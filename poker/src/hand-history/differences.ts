/**
 * What the rules come to beside what the source told, figure by figure. A source that has no lines for bets that came back
 * may count them among the winnings and in the pot.
 */
import type { Settlement } from '../table/settlement.ts';
import { replayMistakes as say } from '../text/en-replay.ts';
import { formatChips } from './money.ts';
import type { PlayedHand } from './played-hand.ts';

/** A sentence with both figures, or null where nothing differs. */
export const firstDifference = (hand: PlayedHand, settlement: Settlement): string | null =>
  ofPlayers(hand, settlement) ?? ofPot(hand, settlement) ?? ofPots(hand, settlement);

const ofPlayers = (hand: PlayedHand, { returned, won, stacks }: Settlement): string | null => {
  const { told, players } = hand;
  const withReturned =
    told.returned === null && (told.won?.every((chips, i) => chips === at(won, i) + at(returned, i)) ?? false);
  for (const [i, { name }] of players.entries()) {
    const found =
      differ(hand, say.returned(name), told.returned?.[i], at(returned, i)) ??
      (withReturned ? null : differ(hand, say.won(name), told.won?.[i], at(won, i))) ??
      differ(hand, say.stack(name), told.stacks?.[i], at(stacks, i));
    if (found !== null) return found;
  }
  return null;
};

const ofPot = (hand: PlayedHand, { pots, returned }: Settlement): string | null => {
  const gross = sum(pots.map((pot) => pot.chips));
  if (hand.told.returned === null && hand.told.pot === gross + sum(returned)) return null;
  return differ(hand, say.pot(), hand.told.pot, gross);
};

/** Before or after rake; a source may leave out the last of them. */
const ofPots = ({ told, money }: PlayedHand, { pots }: Settlement): string | null => {
  if (told.pots === null) return null;
  const gross = pots.map((pot) => pot.chips);
  const net = pots.map((pot) => pot.chips - pot.rake);
  if (told.pots.every((one, i) => one === net[i]) || told.pots.every((one, i) => one === gross[i])) return null;
  const inWords = (list: readonly number[]): string => list.map((chips) => formatChips(chips, money)).join(', ');
  return say.differs(say.pots(), inWords(told.pots), inWords(gross));
};

const differ = (hand: PlayedHand, what: string, was: number | null | undefined, is: number): string | null =>
  was === null || was === undefined || was === is
    ? null
    : say.differs(what, formatChips(was, hand.money), formatChips(is, hand.money));

const at = (list: readonly number[], player: number): number => list[player] ?? 0;

const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);
