/** The stakes of a hand as players say them, by which hands of one limit are found: `$0.50/$1`. */
import type { Money, PlayedHand } from '../hand-history/played-hand.ts';

/**
 * Small and big blind: `$0.50/$1`, `50/100` in a tournament, `0.50/1 USDT` for money without a sign of its own. Games are
 * not named.
 */
export const stakesOf = ({ money, smallBlind, bigBlind }: PlayedHand): string => {
  const sign = SIGNS[money.currency] ?? '';
  const blinds = `${sign}${formatAmount(smallBlind, money)}/${sign}${formatAmount(bigBlind, money)}`;
  return sign !== '' || money.currency === 'chips' ? blinds : `${blinds} ${money.currency}`;
};

const SIGNS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', INR: '₹', CNY: '¥' };

/** An amount in major units: 150 with two decimals is `1.50`, 200 is `2`. */
const formatAmount = (amount: number, { decimals }: Money): string => {
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const part = digits.slice(digits.length - decimals);
  const short = decimals > 2 ? part.replace(/0+$/, '').padEnd(2, '0') : part;
  return `${amount < 0 ? '-' : ''}${whole}${/[1-9]/.test(short) ? `.${short}` : ''}`;
};
