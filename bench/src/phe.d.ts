declare module 'phe' {
  /** Cards as rank·4 + suit; a smaller answer is a stronger hand. */
  export function evaluateCardCodes(cards: readonly number[]): number;
}
