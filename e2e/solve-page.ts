/** Study → Solve as a player handles it: opening a spot, writing into its fields, solving it, reading what was found. */
import type { Locator } from 'playwright-core';
import type { Journey } from './harness.ts';

/** Shared cores are slow at times; what takes longer is a failure all the same. */
const ESTIMATED_WITHIN_MS = 30_000;
const SOLVED_WITHIN_MS = 90_000;

export interface SolvePageHandle {
  readonly field: (label: string) => Locator;
  readonly button: (name: string | RegExp) => Locator;
  readonly words: (words: string | RegExp, options?: { readonly exact: boolean }) => Locator;
  readonly strategy: Locator;
  /** Chooses among a few options by their words. */
  readonly choose: (words: string) => Promise<void>;
  /** Waits for the estimate of the spot as it stands. */
  readonly estimated: () => Promise<void>;
  readonly solved: () => Promise<void>;
  /** Waits for the place that was last asked for. */
  readonly seen: () => Promise<void>;
}

/** A river of some hundred hands a player: solved in a moment. */
export const SMALL_RIVER = [
  'board=Ks9d4c2h7s&pot=60&stack=180',
  'oop=AA$ds,KK$ds&oop.bets.river=50%25,pot&oop.raises.river=pot',
  'ip=9987%2b,JT98$ds&ip.bets.river=pot&ip.raises.river=pot',
  'game=plo4&spot=1',
].join('&');

/** A flop of a dozen hands against twice as many, deep enough that a bet on each street leaves something behind. */
export const SMALL_FLOP = [
  'board=Td7h2c&pot=60&stack=240',
  'oop=AAKK$ds,KKQQ$ds&oop.bets.flop=50%25&oop.bets.turn=50%25&oop.bets.river=50%25',
  'ip=JT98$ds&ip.bets.flop=50%25&ip.bets.turn=50%25&ip.bets.river=50%25',
  'game=plo4&spot=1',
].join('&');

/** Two boards of four cards, a few dozen hands a player: every pair of rivers by combo, in some seconds. */
export const SMALL_TURN_OF_TWO = [
  'board=Td7h2c3s&board2=Qs8d5hJc&pot=60&stack=120',
  'oop=AAKQ$ds,KQJT$ds&oop.bets.turn=pot&oop.bets.river=pot',
  'ip=T987$ds,QQJJ$ds&ip.bets.turn=pot&ip.bets.river=pot',
  'game=plo4&spot=1',
].join('&');

/** `fragment` is what stands behind the `#`, or nothing for a first visit. */
export async function openSolve({ page, baseUrl }: Journey, fragment = ''): Promise<SolvePageHandle> {
  await page.goto(`${baseUrl}/study/solve${fragment === '' ? '' : `#${fragment}`}`);
  const solve = solveOn({ page });
  await solve.field('Range of OOP').waitFor();
  return solve;
}

function solveOn({ page }: Pick<Journey, 'page'>): SolvePageHandle {
  return {
    field: (label) => page.getByLabel(label, { exact: true }),
    button: (name) => page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }),
    words: (words, options) => page.getByText(words, options),
    strategy: page.getByRole('region', { name: 'Strategy' }),
    choose: (words) => page.locator('label').getByText(words, { exact: true }).click(),
    estimated: () => page.getByText('Iteration', { exact: true }).waitFor({ timeout: ESTIMATED_WITHIN_MS }),
    solved: () => page.getByText(/^Solved to /).waitFor({ timeout: SOLVED_WITHIN_MS }),
    seen: () => page.locator('[aria-busy="false"]').waitFor(),
  };
}
