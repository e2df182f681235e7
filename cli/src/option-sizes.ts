/** Values of options that carry a unit. Each reader answers null for a text that is not one. */

const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;

/** `60s`, `5m`, `1.5h`, `500ms` in milliseconds. */
export function parseTime(text: string): number | null {
  const match = /^(\d{1,9}(?:\.\d{1,6})?)\s*(ms|s|m|h)$/i.exec(text);
  if (match === null) return null;
  const value = Number(match[1]) * UNITS[(match[2] ?? '').toLowerCase() as keyof typeof UNITS];
  return value > 0 ? value : null;
}

const POWERS = { k: 1, m: 2, g: 3, t: 4 } as const;
const MOST_BYTES = 1024 ** 5;

/** `512m`, `2g`, `1.5gb` in bytes. */
export function parseBytes(text: string): number | null {
  const match = /^(\d{1,9}(?:\.\d{1,6})?)\s*([kmgt])(?:i?b)?$/i.exec(text);
  if (match === null) return null;
  const value = Math.floor(Number(match[1]) * 1024 ** POWERS[(match[2] ?? '').toLowerCase() as keyof typeof POWERS]);
  return value >= 1 && value <= MOST_BYTES ? value : null;
}

/** `0.1%` as the share 0.001; the percent sign belongs to it. */
export function parsePercent(text: string): number | null {
  const match = /^(\d{1,3}(?:\.\d{0,9})?|\.\d{1,9})\s*%$/.exec(text);
  const value = match === null ? Number.NaN : Number(match[1]) / 100;
  return value >= 0 && value <= 1 ? value : null;
}
