/** Which money a site's sign or abbreviation means, and how finely it is written. */
import type { Money } from '../played-hand.ts';

const BY_SIGN: readonly (readonly [sign: string, currency: string])[] = [
  ['₮', 'USDT'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₹', 'INR'],
  ['Rs', 'INR'],
  ['¥', 'CNY'],
  ['$', 'USD'],
];

const WRITTEN_OUT = /\b(USD|EUR|GBP|CAD|INR|CNY|JPY|AUD|BRL|SEK|DKK|NOK|CHF|PLN|RON|MXN|USDT|USDC|mBTC|BTC)\b/;

const MONEY_DECIMALS = 2;

/** The abbreviation where there is one, else the sign; null where the text names no money. */
const currencyOf = (text: string): string | null => {
  const written = WRITTEN_OUT.exec(text);
  if (written !== null) return written[1]!;
  for (const [sign, currency] of BY_SIGN) if (text.includes(sign)) return currency;
  return null;
};

/**
 * Of a cash game, by its stakes: `$0.50/$1.00 USD`. Without any currency it is play money, which has fractions only where
 * somebody writes them.
 */
export const cashMoney = (stakes: string, hasFractions = false): Money => {
  const currency = currencyOf(stakes);
  if (currency !== null) return { currency, decimals: MONEY_DECIMALS };
  return { currency: 'play', decimals: hasFractions || /\.\d/.test(stakes) ? MONEY_DECIMALS : 0 };
};

/** Chips of a tournament. Some sites have halves of them, where stacks were split. */
export const tournamentChips = (hasFractions: boolean): Money => ({
  currency: 'chips',
  decimals: hasFractions ? MONEY_DECIMALS : 0,
});
