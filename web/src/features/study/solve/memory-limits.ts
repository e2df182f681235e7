/**
 * How much memory a solve may take on this machine. Browsers tell roughly how much there is (`navigator.deviceMemory`,
 * in gigabytes, on secure pages only); half of that may be taken, because other tabs and the page itself need the rest.
 */

/** Gigabytes. A module's memory ends at four, and a solve has one for each worker. */
export type MemoryLimit = '1' | '2' | '4';

const LIMITS: readonly MemoryLimit[] = ['1', '2', '4'];

/** The limits to choose from, the least first; one at least. */
export function limitsOf(deviceGigabytes: number | undefined): readonly MemoryLimit[] {
  if (deviceGigabytes === undefined) return LIMITS;
  const fitting = LIMITS.filter((limit) => Number(limit) <= deviceGigabytes / 2);
  return fitting.length > 0 ? fitting : LIMITS.slice(0, 1);
}

/** The largest of the limits that is not above the one wanted. */
export function largestLimit(limits: readonly MemoryLimit[], wanted: MemoryLimit): MemoryLimit {
  return limits.filter((limit) => Number(limit) <= Number(wanted)).at(-1) ?? limits[0] ?? '1';
}

/** Undefined where the browser does not tell. */
export function deviceGigabytes(browser: Navigator): number | undefined {
  return (browser as Navigator & { readonly deviceMemory?: number }).deviceMemory;
}
