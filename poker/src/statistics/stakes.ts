/** The stakes of a hand as one text, by which hands of one limit are found: `USD 0.50/1`. */
import type { Money, PlayedHand } from '../hand-history/played-hand.ts';

/** Currency, small and big blind; no trailing zeros behind the point but those of cents. */
export const stakesOf = ({ money, smallBlind, bigBlind }: PlayedHand): string =>
  `${money.currency} ${formatAmount(smallBlind, money)}/${formatAmount(bigBlind, money)}`;

/** An amount in major units: 150 with two decimals is `1.50`, 200 is `2`. */
export const formatAmount = (amount: number, { decimals }: Money): string => {
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const part = digits.slice(digits.length - decimals);
  const short = decimals > 2 ? part.replace(/0+$/, '').padEnd(2, '0') : part;
  return `${amount < 0 ? '-' : ''}${whole}${/[1-9]/.test(short) ? `.${short}` : ''}`;
};
