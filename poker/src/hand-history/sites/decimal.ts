/**
 * Numbers as documents write them, `1259450.25`, kept exact: money is never a binary fraction here. Also undoes what
 * other programs’ fractions leave behind, `2.4299999999999997`.
 */

export interface Decimal {
  readonly negative: boolean;
  /** The digits without the point; the value is `digits / 10 ** places`. */
  readonly digits: string;
  /** Digits behind the point, without noughts at the end. */
  readonly places: number;
}

/** Coins are divided no finer; what lies behind is the noise of somebody’s binary fractions. */
const FINEST_PLACES = 8;
/** More than any sum of money has, so that no number takes long. */
const MOST_DIGITS = 40;
const NUMBER = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,2}))?$/;

/** Null for what is no number, or a longer one than any amount is. */
export const parseDecimal = (text: string): Decimal | null => {
  if (text.length > MOST_DIGITS) return null;
  const parts = NUMBER.exec(text);
  if (parts === null) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts;
  const places = fraction.length - Number(exponent);
  const digits = whole + fraction + '0'.repeat(Math.max(0, -places));
  return tidied(sign === '-', digits, Math.max(0, places));
};

const tidied = (negative: boolean, digits: string, places: number): Decimal => {
  if (places > FINEST_PLACES) return tidied(negative, rounded(digits, places - FINEST_PLACES), FINEST_PLACES);
  let start = 0;
  let end = digits.length;
  let left = places;
  for (; left > 0 && end > 1 && digits.charAt(end - 1) === '0'; end--) left -= 1;
  while (start < end - 1 && digits.charAt(start) === '0') start += 1;
  const units = digits.slice(start, end);
  return units === '0' ? NOUGHT : { negative, digits: units, places: left };
};

const NOUGHT: Decimal = { negative: false, digits: '0', places: 0 };

/** Without the last `count` digits. */
const rounded = (digits: string, count: number): string => {
  const cut = 10n ** BigInt(count);
  return ((BigInt(digits) + cut / 2n) / cut).toString();
};

/** In units of `10 ** -decimals`; null where that is no whole number, or too large to count exactly. */
export const toMinor = (value: Decimal, decimals: number): number | null => {
  if (value.places > decimals) return null;
  const units = Number(value.digits + '0'.repeat(decimals - value.places));
  if (!Number.isSafeInteger(units)) return null;
  return value.negative ? -units : units;
};

/** `12.50` for 1250 with two decimals. */
export const formatMinor = (chips: number, decimals: number): string => {
  if (decimals === 0) return String(chips);
  const digits = String(Math.abs(chips)).padStart(decimals + 1, '0');
  return `${chips < 0 ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
};

/** How many digits behind the point it takes to write all of these. */
export const placesOf = (values: readonly Decimal[]): number =>
  values.reduce((most, { places }) => Math.max(most, places), 0);

/** The decimals of a money in which all of these are whole: none, or two, or more where two are too few. */
export const decimalsOf = (values: readonly Decimal[]): number => {
  const most = placesOf(values);
  return most === 1 ? 2 : most;
};
