/**
 * The Wilson score interval: between which shares the true one lies with 95 % confidence, when `taken` of `chances` were
 * seen. Right for few chances and for shares near 0 and 1, where the plain normal interval is not.
 * Source: E. B. Wilson, Probable inference, J. Am. Stat. Assoc. 22 (1927).
 */
export const wilson = (taken: number, chances: number): readonly [number, number] | null => {
  if (chances <= 0) return null;
  const share = taken / chances;
  const z2 = Z_95 * Z_95;
  const middle = share + z2 / (2 * chances);
  const half = Z_95 * Math.sqrt((share * (1 - share)) / chances + z2 / (4 * chances * chances));
  const scale = 1 + z2 / chances;
  // At the ends the formula gives them exactly, which rounding would miss.
  return [taken === 0 ? 0 : (middle - half) / scale, taken === chances ? 1 : (middle + half) / scale];
};

/** Standard deviations to either side that hold 95 % of a normal distribution. */
export const Z_95 = 1.959963984540054;
