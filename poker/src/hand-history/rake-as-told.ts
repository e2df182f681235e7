/**
 * What the house took from each pot, as far as a source tells: in all, or what was left of each pot. Where there are
 * several pots and it tells the total alone, there is more than one way in which houses split it; all of them are given,
 * and what each player got tells which one it was.
 */
import type { BarePot } from '../table/pots.ts';
import type { Rake } from '../table/rake.ts';
import { settle } from '../table/settle.ts';
import type { TableState } from '../table/table-state.ts';
import type { PlayedHand } from './played-hand.ts';

/** At least one; the likeliest first. */
export function* rakesAsTold(
  hand: PlayedHand,
  end: TableState,
  pots: readonly BarePot[],
  won: readonly number[] | null,
): Generator<Rake> {
  const gross = pots.map((pot) => pot.chips);
  const chips = takenAsTold(hand, end, gross, won);
  const left = hand.told.pots;
  if (left !== null && left.length === pots.length && sum(left) === sum(gross) - chips) {
    yield { kind: 'pots', chips: gross.map((all, i) => all - (left[i] ?? 0)) };
    return;
  }
  yield { kind: 'total', chips };
  if (pots.length < 2 || chips === 0) return;
  const byWinner = rakeByWinner(end, gross, chips, won);
  if (byWinner !== null) yield byWinner;
  yield fromMainPot(gross, chips);
}

const takenAsTold = (
  { told }: PlayedHand,
  end: TableState,
  gross: readonly number[],
  won: readonly number[] | null,
): number => {
  if (told.rake !== null || told.fees !== null) return (told.rake ?? 0) + (told.fees ?? 0);
  if (won === null || end.cashedOut.some((chips) => chips !== null)) return 0;
  // Winnings may have in them what came back; then more seems to be won than there is.
  const missing = Math.max(0, sum(gross) - sum(won));
  return missing > MOST_UNTOLD * sum(gross) + ROUNDING ? 0 : missing;
};

/** No house takes a larger part of the pots; where more is missing, what somebody won is not told, or told wrong. */
const MOST_UNTOLD = 0.2;
/** Small pots of which a least rake is taken. */
const ROUNDING = 1;

/** A pot whose only winner won no other pot was as much as that player got; the other pots share the rest of the rake. */
const rakeByWinner = (
  end: TableState,
  gross: readonly number[],
  chips: number,
  won: readonly number[] | null,
): Rake | null => {
  const settled = settle(end);
  if (won === null || !settled.ok) return null;
  const { awards } = settled.value;
  const winners = gross.map(
    (_, pot) => new Set(awards.filter((award) => award.pot === pot).map(({ player }) => player)),
  );
  const taken = gross.map((all, pot) => {
    const [winner, ...others] = winners[pot] ?? [];
    if (winner === undefined || others.length > 0) return null;
    return winners.some((players, other) => other !== pot && players.has(winner)) ? null : all - (won[winner] ?? 0);
  });
  const open = taken.indexOf(null);
  const known = sum(taken.map((one) => one ?? 0));
  const byPot = taken.map((one, pot) => one ?? (pot === open ? chips - known : 0));
  return sum(byPot) === chips ? { kind: 'pots', chips: byPot } : null;
};

const fromMainPot = (gross: readonly number[], chips: number): Rake => {
  let left = chips;
  return {
    kind: 'pots',
    chips: gross.map((all) => {
      const taken = Math.min(all, left);
      left -= taken;
      return taken;
    }),
  };
};

const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);
