/** Values of options, read from text. Each reader answers null for a text that is not one. */

/** A whole number between `min` and `max`. */
export function parseWhole(text: string, min: number, max: number): number | null {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : null;
}

/** A number of deals: `1000000`, `1,000,000`, `500k`, `2M`, `1.5m`. */
export function parseTrials(text: string): number | null {
  const match = /^(\d{1,15}(?:\.\d{1,6})?)([km]?)$/i.exec(text.replace(/[,_]/g, ''));
  if (match === null) return null;
  const unit = { '': 1, k: 1e3, m: 1e6 }[(match[2] ?? '').toLowerCase()] ?? 1;
  const value = Number(match[1]) * unit;
  return Number.isInteger(value) && value >= 1 && value <= 1e12 ? value : null;
}
