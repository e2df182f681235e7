/**
 * A bet size as it is written: `50%` of the pot, `pot`, `2.5x` the bet that is raised, `60c` chips, `a` all-in,
 * `e` geometric.
 *
 * A size says what is meant; how many chips that is, `tree/amounts.ts` knows at each node. In pot limit `a` and `e` stop
 * at the pot, while a size that says more than the pot is a mistake. Chips say one amount of the street, as a line does
 * (`b60`, `r240`): they are for what was really bet, and where that cannot be bet or raised to, there is no such action.
 */
import { plainText } from '../plain-text.ts';
import { fail, type Result, succeed, type TextError, textError } from '../result.ts';
import { say } from '../text/en.ts';

export type Size =
  /** Percent of the pot; for a raise, of the pot after the call. */
  | { readonly kind: 'percent'; readonly percent: number }
  /** Raises to so many times the opponent's bets of the street. */
  | { readonly kind: 'times'; readonly times: number }
  /** Bets or raises to exactly so many chips on the street; nothing where that is not allowed. */
  | { readonly kind: 'chips'; readonly chips: number }
  | { readonly kind: 'allIn' }
  /** The same part of the pot on every street left, so that the last bet on the river is all-in. */
  | { readonly kind: 'geometric' };

export interface SizeUse {
  readonly raise: boolean;
  readonly potLimit: boolean;
}

const NUMBER = /^(\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})\s*([%xc])$/;
const PERCENT = { least: 0.01, most: 100_000 } as const;
/** A raise is more than the bet it raises. */
const TIMES = { above: 1, most: 1000 } as const;
const CHIPS = { least: 1, most: 1_000_000_000 } as const;

/** Upper and lower case make no difference. Codes: `size`, `size-above-pot`. */
export const parseSize = (written: string, use: SizeUse): Result<Size, TextError> => {
  const text = plainText(written).trim().toLowerCase();
  if (text === 'pot') return succeed({ kind: 'percent', percent: 100 });
  if (text === 'a') return succeed({ kind: 'allIn' });
  if (text === 'e') return succeed({ kind: 'geometric' });
  const wrong = (said: Parameters<typeof textError>[0]): Result<Size, TextError> =>
    fail(textError(said, 0, written.length));
  const [, digits, unit] = NUMBER.exec(text) ?? [];
  if (digits === undefined) return wrong(say.badSize(written, use.raise));
  const number = Number(digits);
  if (unit === 'x') {
    if (!use.raise) return wrong(say.timesOfNothing(written));
    if (number <= TIMES.above || number > TIMES.most) {
      return wrong(say.sizeOutside(written, `above ${TIMES.above}x`, `${TIMES.most}x`));
    }
    return succeed({ kind: 'times', times: number });
  }
  if (unit === 'c') {
    if (!Number.isInteger(number)) return wrong(say.brokenChips(written));
    if (number < CHIPS.least || number > CHIPS.most) {
      return wrong(say.sizeOutside(written, `${CHIPS.least}c`, `${CHIPS.most}c`));
    }
    return succeed({ kind: 'chips', chips: number });
  }
  if (number < PERCENT.least || number > PERCENT.most) {
    return wrong(say.sizeOutside(written, `${PERCENT.least}%`, `${PERCENT.most}%`));
  }
  if (use.potLimit && number > 100) return wrong(say.sizeAbovePot(written));
  return succeed({ kind: 'percent', percent: number });
};

/** The one spelling of a size. */
export const formatSize = (size: Size): string => {
  switch (size.kind) {
    case 'percent':
      return size.percent === 100 ? 'pot' : `${size.percent}%`;
    case 'times':
      return `${size.times}x`;
    case 'chips':
      return `${size.chips}c`;
    case 'allIn':
      return 'a';
    case 'geometric':
      return 'e';
  }
};

const KINDS: readonly Size['kind'][] = ['percent', 'times', 'chips', 'geometric', 'allIn'];

/** Percentages first, each kind from the smallest; a size written twice stands once. */
export const orderSizes = (sizes: readonly Size[]): readonly Size[] => {
  const sorted = [...sizes].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || amountOf(a) - amountOf(b));
  return sorted.filter((size, at) => at === 0 || formatSize(size) !== formatSize(sorted[at - 1] ?? size));
};

const amountOf = (size: Size): number => {
  switch (size.kind) {
    case 'percent':
      return size.percent;
    case 'times':
      return size.times;
    case 'chips':
      return size.chips;
    default:
      return 0;
  }
};
