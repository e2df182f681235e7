/**
 * Amounts of money and chips as sites write them, in minor units: `$1,234.50`, `1.50€`, `₹1,00,000`, `24,940`, `T$5`.
 *
 * Which sign separates thousands differs by site and country, so it is told by what follows: what has one or two digits
 * behind it at the end is a fraction, anything else stands between groups. Read sign by sign, because a hand has dozens.
 */

/** So many digits fit a whole number exactly. */
const MOST_DIGITS = 15;

/**
 * Signs and letters that stand before a figure: currencies, `T$`, `Rs.`, spaces and brackets, and the sign that stands for
 * one that could not be decoded.
 */
const BEFORE_FIGURES = '$€£₹¥₮ \u00a0\uFFFD([TRUSsC';

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/**
 * The first amount of `text` from `from` on; of what stands behind it only the next sign is looked at. Null for what is no
 * amount, has a minus, goes on with letters (a shortened `15.5k`), or has more digits behind the point than the money.
 */
export const readAmount = (text: string, decimals: number, from = 0): number | null => {
  let at = from;
  while (at < text.length && !isDigit(text.charCodeAt(at))) {
    // `Rs.` is the only word with a point in it.
    if (!BEFORE_FIGURES.includes(text.charAt(at)) && !(text.charAt(at) === '.' && text.charAt(at - 1) === 's'))
      return null;
    at += 1;
  }
  const start = at;
  let digits = 0;
  let value = 0;
  let separator = -1;
  let separators = 0;
  let digitsBehind = 0;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) {
      value = value * 10 + (code - 48);
      digits += 1;
      digitsBehind += 1;
    } else if ((code === 44 || code === 46) && isDigit(text.charCodeAt(at + 1))) {
      separators = separator >= 0 && text.charCodeAt(separator) === code ? separators + 1 : 1;
      separator = at;
      digitsBehind = 0;
    } else break;
  }
  if (at === start || digits > MOST_DIGITS || goesOn(text, at)) return null;
  const isFraction = separator >= 0 && separators === 1 && isPoint(text.charCodeAt(separator), digitsBehind, decimals);
  if (!isFraction) return value * 10 ** decimals;
  // Of whole chips `2.000` is two thousand in some countries and two in others.
  if (decimals === 0 && digitsBehind === 3) return null;
  if (digitsBehind <= decimals) return value * 10 ** (decimals - digitsBehind);
  const whole = value / 10 ** (digitsBehind - decimals);
  return Number.isInteger(whole) ? whole : null;
};

/** A comma with three digits behind it stands between thousands; a point never does, unless there are several. */
const isPoint = (code: number, digitsBehind: number, decimals: number): boolean =>
  code === 46 ? true : digitsBehind !== 3 && digitsBehind <= Math.max(2, decimals);

/** Whether the figure is not over there, but damaged or shortened. */
const goesOn = (text: string, at: number): boolean =>
  /[a-zA-Z:]/.test(text.charAt(at)) || (/[.,$€£₹¥]/.test(text.charAt(at)) && /[\d.,]/.test(text.charAt(at + 1)));

const BEHIND_FIGURES = /^[\d.,]+[€£$₹¥₮\uFFFD]?$/;

/** The text is this amount and nothing else, as the stack of a seat is. */
export const readWholeAmount = (text: string, decimals: number): number | null => {
  const figures = text.search(/\d/);
  return figures >= 0 && BEHIND_FIGURES.test(text.slice(figures)) ? readAmount(text, decimals) : null;
};
