/** Amounts as a source writes them: chips are minor units, 150 with two digits is `1.50`. Without the currency. */
import type { Money } from './played-hand.ts';

/** `1.50`; `12000` where there are no digits behind the point. */
export const formatChips = (chips: number, { decimals }: Pick<Money, 'decimals'>): string =>
  decimals === 0 ? String(chips) : (chips / 10 ** decimals).toFixed(decimals);
