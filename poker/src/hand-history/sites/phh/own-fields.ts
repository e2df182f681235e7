/** Names of the fields in which a PHH file says what the format has no field for. The first tells that it is ours. */

export const OWN = {
  marker: '_ploscope',
  site: '_ploscope_site',
  tournament: '_ploscope_tournament',
  buyIn: '_ploscope_buy_in',
  currency: '_ploscope_currency',
  decimals: '_ploscope_decimals',
  betting: '_ploscope_betting',
  opening: '_ploscope_opening',
  boards: '_ploscope_boards',
  blinds: '_ploscope_blinds',
  ante: '_ploscope_ante',
  fromHouse: '_ploscope_from_house',
  posts: '_ploscope_posts',
  hero: '_ploscope_hero',
  pot: '_ploscope_pot',
  rake: '_ploscope_rake',
  fees: '_ploscope_fees',
  returned: '_ploscope_returned',
  pots: '_ploscope_pots',
} as const;
