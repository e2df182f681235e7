/** What readers are told of the facts of a hand: names of positions, kinds of pots, and what flops are like. */
import type { Position } from '../statistics/positions.ts';
import type { PotType } from '../statistics/pot-type.ts';
import type { TEXTURES, TextureKind } from '../statistics/texture.ts';

export const POSITION_NAMES: Readonly<Record<Position, string>> = {
  SB: 'SB',
  BB: 'BB',
  UTG: 'UTG',
  UTG1: 'UTG+1',
  UTG2: 'UTG+2',
  UTG3: 'UTG+3',
  LJ: 'LJ',
  HJ: 'HJ',
  CO: 'CO',
  BTN: 'BTN',
};

export const POT_TYPE_NAMES: Readonly<Record<PotType, string>> = {
  walk: 'Walk',
  limped: 'Limped',
  'single-raised': 'Single-raised',
  '3-bet': '3-bet',
  '4-bet': '4-bet and more',
  'bomb-pot': 'Bomb pot',
};

interface TextureText {
  readonly name: string;
  readonly definition: string;
}

export const TEXTURE_TEXTS: {
  readonly [kind in TextureKind]: Readonly<Record<(typeof TEXTURES)[kind][number], TextureText>>;
} = {
  suits: {
    rainbow: { name: 'Rainbow', definition: 'Three suits on the flop: no flush draw yet.' },
    'two-tone': { name: 'Two-tone', definition: 'Two cards of one suit: flush draws.' },
    monotone: { name: 'Monotone', definition: 'Three cards of one suit: flushes.' },
  },
  pairing: {
    unpaired: { name: 'Unpaired', definition: 'Three ranks.' },
    paired: { name: 'Paired', definition: 'Two cards of one rank: full houses.' },
    trips: { name: 'Trips', definition: 'Three cards of one rank.' },
  },
  connection: {
    straight: { name: 'Straight possible', definition: 'Three ranks fit in one straight, which can be made already.' },
    wrap: {
      name: 'Wraps',
      definition:
        'No straight yet, but two ranks below the ace with at most two between them: wraps of 13 outs and more.',
    },
    dry: {
      name: 'Dry',
      definition: 'No straight, and no straight draw of more than nine outs, four flops with an ace aside.',
    },
  },
  high: {
    ace: { name: 'Ace-high', definition: 'The highest card is an ace.' },
    king: { name: 'King-high', definition: 'The highest card is a king.' },
    queen: { name: 'Queen-high', definition: 'The highest card is a queen.' },
    'jack-ten': { name: 'Jack- or ten-high', definition: 'The highest card is a jack or a ten.' },
    low: { name: 'Low', definition: 'No card above a nine.' },
  },
};
