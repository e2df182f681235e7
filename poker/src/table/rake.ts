/**
 * What the house takes, pot by pot: the one place that says how.
 *
 * A table has a rate and a cap; a source tells what was taken in all, and sometimes from which pot. A total is spread over
 * the pots in proportion to their chips, rounded so that main pot and side pots together always lose their share of it to
 * the chip.
 */
import { fail, type Result, succeed } from '../result.ts';
import type { BarePot } from './pots.ts';
import { type Refusal, refusal } from './refusal.ts';

export type Rake =
  /** So many chips in all; fees beside the rake are in it. */
  | { readonly kind: 'total'; readonly chips: number }
  /** So many chips out of each pot, main pot first. */
  | { readonly kind: 'pots'; readonly chips: readonly number[] }
  /** `perTenThousand` of the pots, rounded down, at most `cap`; nothing where no flop was dealt, if `noFlopNoDrop`. */
  | { readonly kind: 'rate'; readonly perTenThousand: number; readonly cap: number; readonly noFlopNoDrop: boolean };

export const NO_RAKE: Rake = { kind: 'total', chips: 0 };

const TEN_THOUSAND = 10_000;

/** Chips taken from each pot; refused where that is more than is in it, or less than nothing. */
export const rakeByPot = (
  pots: readonly BarePot[],
  rake: Rake,
  sawFlop: boolean,
): Result<readonly number[], Refusal> => {
  const all = pots.reduce((sum, pot) => sum + pot.chips, 0);
  if (rake.kind === 'pots') {
    const chips = pots.map((_, i) => rake.chips[i] ?? 0);
    const wrong = pots.find((pot, i) => !isTakenFrom(pot.chips, chips[i] ?? 0));
    const fits = wrong === undefined && rake.chips.slice(pots.length).every((more) => more === 0);
    return fits ? succeed(chips) : fail(refusal('rake', [wrong?.chips ?? all, sum(rake.chips)]));
  }
  const total = rake.kind === 'total' ? rake.chips : atRate(all, rake, sawFlop);
  if (!isTakenFrom(all, total)) return fail(refusal('rake', [all, total]));
  let chips = 0;
  let before = 0;
  return succeed(
    pots.map((pot) => {
      chips += pot.chips;
      const upTo = Math.round((total * chips) / all);
      const taken = upTo - before;
      before = upTo;
      return taken;
    }),
  );
};

const atRate = (all: number, rake: Extract<Rake, { kind: 'rate' }>, sawFlop: boolean): number =>
  rake.noFlopNoDrop && !sawFlop ? 0 : Math.min(rake.cap, Math.floor((all * rake.perTenThousand) / TEN_THOUSAND));

const isTakenFrom = (chips: number, taken: number): boolean =>
  Number.isSafeInteger(taken) && taken >= 0 && taken <= chips;

const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);
