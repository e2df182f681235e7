/**
 * What 888poker writes in the language and manner of the player's country: amounts (`$1,234.50`, `1.234,50 €`, `5 000 $`)
 * and the letters of cards (`Hc` is the king of clubs in Dutch, `Knh` the jack of hearts in Swedish).
 */
import { type Card, cardOf, RANKS, suitOfLetter } from '../../../cards.ts';
import { parseDecimal, toMinor } from '../decimal.ts';

const AMOUNT = /\d[\d.,\s\u00A0\u202F]*/;
/** Never followed by three digits unless thousands are meant, because no amount has three behind the point. */
const BETWEEN_THOUSANDS = /[.,\s\u00A0\u202F](?=\d{3}(?!\d))/g;
const LONGEST = 60;

/** In minor units; null where there is no amount. */
export const readChips = (text: string, decimals: number): number | null => {
  if (text.length > LONGEST) return null;
  const written = AMOUNT.exec(text)?.[0].trim();
  if (written === undefined) return null;
  const amount = parseDecimal(written.replace(BETWEEN_THOUSANDS, '').replace(',', '.'));
  return amount === null ? null : toMinor(amount, decimals);
};

const SEAT = /^Seat (\d{1,2}): (.{1,60}) \( ?([^()]{1,40}?) ?\)$/;

export const readSeatLine = (
  line: string,
  decimals: number,
): { readonly seat: number; readonly name: string; readonly stack: number } | null => {
  const [, seat, name = '', chips = ''] = SEAT.exec(line) ?? [];
  const stack = readChips(chips, decimals);
  return seat === undefined || stack === null ? null : { seat: Number(seat), name, stack };
};

/** Letters of ranks beside the English ones. */
type Letters = Readonly<Record<string, string>>;

const DUTCH: Letters = { H: 'K', V: 'Q', B: 'J' };
const GERMAN: Letters = { D: 'Q', B: 'J' };
const FRENCH: Letters = { R: 'K', D: 'Q', V: 'J' };
const SWEDISH: Letters = { E: 'A', D: 'Q', KN: 'J' };

/**
 * Suits where `t` stands for trefoil: spades are `p`, and `c` are hearts. Seen in Spanish files; ten is a letter there that
 * elsewhere is a queen, so that letters of ranks are not read in them.
 */
const SPANISH_SUITS: Letters = { T: 'c', P: 's', D: 'd', C: 'h' };

export type CardReader = (text: string) => Card[] | null;

/**
 * Reads `[ Hc, 8h, Td ]` in the language of a hand, which is told by its letters: `H` is Dutch, `Kn` and `E` Swedish, `R`
 * French, the suit `t` Spanish. A `V` alone may be a queen or a jack, and is not guessed at.
 */
export const cardReader = (lines: readonly string[]): CardReader => {
  const ranks = new Set<string>();
  const suits = new Set<string>();
  for (const line of lines) {
    const at = line.indexOf('[ ');
    if (at < 0 || line.length > 300) continue;
    for (const card of cardTexts(line.slice(at))) {
      ranks.add(rankText(card));
      suits.add(card.slice(-1).toUpperCase());
    }
  }
  const isSpanish = suits.has('T');
  const language = isSpanish ? {} : languageOf(ranks);
  return (text) => {
    const cards: Card[] = [];
    for (const card of cardTexts(text)) {
      const letter = rankText(card);
      const sign = card.slice(-1);
      const rank = RANKS.indexOf(language[letter] ?? letter);
      const suit = suitOfLetter(isSpanish ? (SPANISH_SUITS[sign.toUpperCase()] ?? '') : sign);
      if (rank < 0 || letter === '' || suit < 0) return null;
      cards.push(cardOf(rank, suit));
    }
    return cards.length === 0 || new Set(cards).size < cards.length ? null : cards;
  };
};

const languageOf = (letters: ReadonlySet<string>): Letters => {
  if (letters.has('KN') || letters.has('E')) return SWEDISH;
  if (letters.has('H')) return DUTCH;
  if (letters.has('R')) return FRENCH;
  if (letters.has('V')) return letters.has('B') ? DUTCH : letters.has('D') ? FRENCH : {};
  return letters.has('B') || letters.has('D') ? GERMAN : {};
};

/** What stands between brackets and commas. */
const cardTexts = (text: string): string[] =>
  text
    .replace(/[[\]]/g, ' ')
    .split(/[\s,]+/)
    .filter((card) => card !== '');

const rankText = (card: string): string => card.slice(0, -1).toUpperCase().replace('10', 'T');
