/** Numbers of a solve as they are shown: chips with the places they need, exploitability with two figures that count. */
import { formatCount } from '../../../lib/format-number.ts';
import { bandOf, type RoughPoint } from './points.ts';

/** `12.345` → `12.35`, `1240.2` → `1,240`, `-0.5` → `−0.50`. */
export function formatChips(chips: number): string {
  if (!Number.isFinite(chips)) return '–';
  const size = Math.abs(chips);
  const text = size >= 1000 ? formatCount(size) : size.toFixed(size >= 100 ? 1 : 2);
  return chips < 0 && Number(text.replaceAll(',', '')) !== 0 ? `−${text}` : text;
}

/** Whole chips, as bets are. */
export function formatBet(chips: number): string {
  return formatCount(chips);
}

/** A share of the pot as a percentage: `0.00298` → `0.30`, `0.000021` → `0.0021`. */
export function formatExploitability(share: number): string {
  const pct = share * 100;
  if (!Number.isFinite(pct)) return '–';
  if (pct === 0) return '0';
  if (pct >= 10) return pct.toFixed(1);
  if (pct >= 0.1) return pct.toFixed(2);
  return pct >= 0.0001 ? String(Number(pct.toPrecision(2))) : '<0.0001';
}

/** Stack to pot: `9`, `4.5`, `0.75`. */
export function formatRatio(ratio: number): string {
  return String(Number(ratio.toPrecision(ratio >= 10 ? 3 : 2)));
}

/** An estimate with two standard errors to either side, in percent: `0.61 ± 0.08`. */
export function formatBand(rough: RoughPoint): string {
  const { exploitability } = rough;
  const half = (bandOf(rough).most - exploitability) * 100;
  // Two figures of the error count, and no more of what it is the error of.
  const places = half > 0 ? Math.min(4, Math.max(0, 1 - Math.floor(Math.log10(half)))) : 2;
  return `${(exploitability * 100).toFixed(places)} ± ${half.toFixed(places)}`;
}
