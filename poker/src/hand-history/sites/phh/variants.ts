/**
 * PHH’s codes of games. It has one for Omaha, of four cards, and none for five or six: such hands are `PO` too, and
 * their number of hole cards says which. Pot-limit Hold’em and no-limit Omaha have no code either; a field of ours says
 * how they are bet.
 */
import type { Game } from '../../../games.ts';
import type { Betting } from '../../../table/setup.ts';

export interface Variant {
  readonly code: 'PO' | 'NT';
  readonly betting: Betting;
  readonly game: (holeCards: number) => Game | null;
}

const OMAHA: Readonly<Record<number, Game>> = { 4: 'plo4', 5: 'plo5', 6: 'plo6' };

export const VARIANTS: readonly Variant[] = [
  { code: 'PO', betting: 'pot-limit', game: (holeCards) => OMAHA[holeCards] ?? null },
  { code: 'NT', betting: 'no-limit', game: (holeCards) => (holeCards === 2 ? 'holdem' : null) },
];

/** Of the others, for the sentence that refuses them. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  FT: 'fixed-limit Hold’em',
  NS: 'no-limit short-deck',
  'FO/8': 'fixed-limit Omaha hi-lo',
  F7S: 'fixed-limit stud',
  'F7S/8': 'fixed-limit stud hi-lo',
  FR: 'fixed-limit razz',
  N2L1D: 'no-limit 2-7 single draw',
  F2L3D: 'fixed-limit 2-7 triple draw',
  FB: 'fixed-limit badugi',
};

export const variantName = (code: string): string => {
  const name = OTHER_NAMES[code];
  return name === undefined ? code : `${code}, ${name}`;
};

export const codeOf = (game: Game): Variant['code'] => (game === 'holdem' ? 'NT' : 'PO');

export const usualBetting = (game: Game): Betting => (game === 'holdem' ? 'no-limit' : 'pot-limit');
