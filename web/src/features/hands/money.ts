/**
 * Chips as they are shown: in big blinds, which compares stakes, or in the hand's own money. Figures that can be won or
 * lost carry their sign; a true minus stands as wide as a plus.
 */
import type { Money } from '@ploscope/poker';

export type Unit = 'bb' | 'money';

/** What is needed to show an amount in either unit. */
export interface Scale extends Money {
  /** Minor units. */
  readonly bigBlind: number;
}

const SYMBOLS: Readonly<Record<string, string>> = {
  USD: '$',
  EUR: '€',
  GBP: '£',
  CNY: '¥',
  INR: '₹',
  USDT: '₮',
  BTC: '₿',
};
const MINUS = '\u2212';

/** `12.5 bb`, `$6.25`, `1,250`; of whole amounts no decimals in money. */
export function formatChips(chips: number, scale: Scale, unit: Unit): string {
  return `${formatFigure(chips, scale, unit)}${unit === 'bb' ? ' bb' : ''}`;
}

/** The figure alone, for a column whose head names the unit. */
export function formatFigure(chips: number, scale: Scale, unit: Unit): string {
  const figure = unit === 'bb' ? bigBlinds(Math.abs(chips), scale) : inMoney(Math.abs(chips), scale);
  return chips < 0 ? `${signOf(chips, figure)}${figure}` : figure;
}

/** `+12.5`, `−3.0`, `0.0`. */
export function formatSigned(chips: number, scale: Scale, unit: Unit): string {
  const figure = formatFigure(Math.abs(chips), scale, unit);
  return `${signOf(chips, figure)}${figure}`;
}

/** A figure in big blinds, signed. */
export function formatSignedBb(bb: number, places = 1): string {
  const figure = Math.abs(bb).toFixed(places);
  return `${signOf(bb, figure)}${grouped(figure)}`;
}

/** What rounds to nothing has no sign. */
function signOf(value: number, figure: string): string {
  if (!/[1-9]/.test(figure)) return '';
  return value < 0 ? MINUS : '+';
}

function bigBlinds(chips: number, { bigBlind }: Scale): string {
  const bb = bigBlind === 0 ? 0 : chips / bigBlind;
  return grouped(bb.toFixed(Math.abs(bb) >= 1000 ? 0 : 1));
}

function inMoney(chips: number, { currency, decimals }: Scale): string {
  const major = chips / 10 ** decimals;
  const figure = grouped(major.toFixed(Number.isInteger(major) ? 0 : decimals));
  const symbol = SYMBOLS[currency];
  if (symbol !== undefined) return `${symbol}${figure}`;
  return currency === 'chips' || currency === 'play' ? figure : `${figure} ${currency}`;
}

function grouped(figure: string): string {
  const [whole = '', rest] = figure.split('.');
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return rest === undefined ? parted : `${parted}.${rest}`;
}
