/**
 * Which game and which betting the words of a site mean: `5 Card Omaha Pot Limit`, `PLO-5`, `Holdem no limit`. Games we do
 * not play are told apart from words that name no game at all.
 */
import type { Game } from '../../games.ts';
import type { Betting } from '../../table/setup.ts';

export interface NamedGame {
  readonly game: Game;
  readonly betting: Betting;
}

/** Each of these in a name makes it a game we do not play, whatever else stands there. */
const UNPLAYED =
  /hi[-/ ]?lo|\bh\/l\b|omaha ?8|omaha5? ?h\/l|8 or better|stud|razz|draw|badugi|badacey|badeucey|lowball|courchevel|fusion|split|irish|pineapple|tahoe|telesina|short ?deck|6 ?\+|six plus|drawmaha|big o\b|archie|nlo-?8|plo-?8|flip\b|cap\b|horse|8-?game|post-?flop/i;
const GAME_WORD = /omaha|hold.?em|\bplo|\bnlo|stud|razz|draw|badugi|courchevel|short ?deck/i;
const FIVE_CARDS = /\b5[- ]?card|\b5 cards|omaha[- ]?5|pl?o-?5|nlo-?5|five card/i;
const SIX_CARDS = /\b6[- ]?card|\b6 cards|omaha[- ]?6|pl?o-?6|nlo-?6|six card/i;
const POT_LIMIT = /pot[- ]?limit|\bplo|\bplh|\bPL\b/i;
const NO_LIMIT = /no[- ]?limit|\bnlo|\bnlh|\bNL\b/i;

/** 'unplayed' for a game or a betting that we do not have, null where the words name none. */
export const namedGame = (words: string): NamedGame | 'unplayed' | null => {
  if (!GAME_WORD.test(words)) return null;
  if (UNPLAYED.test(words)) return 'unplayed';
  const betting = bettingOf(words);
  if (betting === null) return 'unplayed';
  return { game: gameOf(words), betting };
};

/** Null for fixed limits, and for betting that changes between streets. */
const bettingOf = (words: string): Betting | null => {
  const isPotLimit = POT_LIMIT.test(words);
  const isNoLimit = NO_LIMIT.test(words);
  if (isPotLimit === isNoLimit) return null;
  return isPotLimit ? 'pot-limit' : 'no-limit';
};

const gameOf = (words: string): Game => {
  if (!/omaha|\bplo|\bnlo/i.test(words)) return 'holdem';
  if (FIVE_CARDS.test(words)) return 'plo5';
  return SIX_CARDS.test(words) ? 'plo6' : 'plo4';
};
