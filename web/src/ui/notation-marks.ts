/** Cuts notation into pieces to colour: cards by suit, and the span that is wrong. Not a parser; it only paints. */
export interface Span {
  readonly at: number;
  readonly end: number;
}

export interface Piece {
  readonly at: number;
  readonly text: string;
  /** c d h s = 0 1 2 3, or null for what is no card. */
  readonly suit: number | null;
  readonly wrong: boolean;
}

/** A number is no card: neither the players of `15%6h` nor the chips of `14982c`. */
const CARD = /(?<!%|\d{3})(?:10|[2-9TJQKA])([cdhs♣♦♥♠♧♢♡♤])/gi;
const SUITS = ['c♣♧', 'd♦♢', 'h♥♡', 's♠♤'];

/**
 * The pieces joined give the text again; a mistake at the end of the text adds one no-break space to mark. Nothing is
 * marked in an empty field: the mark would lie on its placeholder.
 */
export function markNotation(text: string, wrong: Span | null): Piece[] {
  const suitAt: (number | null)[] = Array.from({ length: text.length }, () => null);
  for (const match of text.matchAll(CARD)) {
    const suit = SUITS.findIndex((letters) => letters.includes((match[1] ?? '').toLowerCase()));
    suitAt.fill(suit, match.index, match.index + match[0].length);
  }
  const end = wrong === null ? 0 : Math.max(wrong.end, wrong.at + 1);
  const isWrong = (at: number): boolean => wrong !== null && at >= wrong.at && at < end;
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; ) {
    let to = at + 1;
    while (to < text.length && suitAt[to] === suitAt[at] && isWrong(to) === isWrong(at)) to += 1;
    pieces.push({ at, text: text.slice(at, to), suit: suitAt[at] ?? null, wrong: isWrong(at) });
    at = to;
  }
  if (wrong !== null && text !== '' && wrong.at >= text.length)
    pieces.push({ at: text.length, text: '\u00a0', suit: null, wrong: true });
  return pieces;
}
