/** Sentences of the filter of hands. Positions, pots and flops have their names in the poker room. */
import { GAME_NAMES, POSITION_NAMES, POT_TYPE_NAMES, TEXTURE_TEXTS } from '@ploscope/poker';
import { text } from './en.ts';

const textures = (kind: keyof typeof TEXTURE_TEXTS): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(TEXTURE_TEXTS[kind]).map(([word, { name }]) => [word, name]));

const STREET_NAMES = { preflop: 'Preflop', flop: 'Flop', turn: 'Turn', river: 'River' };

export const filterText = {
  label: 'Filter',
  placeholder: 'position=BTN pot=3-bet result=..-20 hand=AA',
  text: 'Filter as text',
  apply: 'Apply',
  clear: 'Clear',
  open: 'Filters',
  active: (count: number) => `${count} on`,
  any: 'Any',
  yes: 'Yes',
  no: 'No',
  least: (field: string) => `${field}: from`,
  most: (field: string) => `${field}: to`,
  to: 'to',
  fields: {
    from: 'From',
    to: 'To',
    site: 'Site',
    game: 'Game',
    stakes: 'Stakes',
    tournament: 'Tournament',
    player: 'Player at the table',
    players: 'Players',
    position: 'Position',
    pot: 'Pot',
    straddled: 'Straddled',
    flopPlayers: 'Saw the flop',
    inPosition: 'In position',
    street: 'Last street',
    showdown: 'Showdown',
    allIn: 'All-in',
    outcome: 'Outcome',
    result: 'Result, bb',
    potSize: 'Pot size, bb',
    made: 'Made hand',
    suits: 'Flop: suits',
    pairing: 'Flop: pairs',
    connection: 'Flop: straights',
    high: 'Flop: high card',
    hand: 'Hand or range',
  },
  hints: { stakes: '$0.50/$1', player: 'name', hand: 'AA$ds, KK' } as Readonly<Record<string, string>>,
  words: {
    site: {
      pokerstars: 'PokerStars',
      gg: 'GG',
      ignition: 'Ignition',
      '888': '888',
      winamax: 'Winamax',
      phh: 'PHH',
      ohh: 'OHH',
    },
    game: GAME_NAMES,
    position: POSITION_NAMES,
    pot: POT_TYPE_NAMES,
    street: STREET_NAMES,
    allIn: { no: 'No', ...STREET_NAMES },
    outcome: { won: 'Won', lost: 'Lost', even: 'Even' },
    made: text.detail.made,
    suits: textures('suits'),
    pairing: textures('pairing'),
    connection: textures('connection'),
    high: textures('high'),
  } as Readonly<Record<string, Readonly<Record<string, string>>>>,
} as const;
