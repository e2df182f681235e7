/** A precision as players write it: the standard error at which sampling may stop, `0.05%` or the share `0.0005`. */

/** Reads `0.05%`, `.05%` or `0.0005` as a share between 0 and 1, both excluded; null for anything else. */
export function parsePrecision(text: string): number | null {
  const match = /^\s*(\d{1,6}(?:\.\d{0,12})?|\.\d{1,12})\s*(%?)\s*$/.exec(text);
  if (match === null) return null;
  const share = Number(match[1]) / (match[2] === '%' ? 100 : 1);
  return share > 0 && share < 1 ? share : null;
}

/** Writes a share as a percentage, without trailing zeros: 0.0005 is `0.05%`. */
export function formatPrecision(share: number): string {
  return `${Number((share * 100).toPrecision(12))}%`;
}
