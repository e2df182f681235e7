/** What is said when the rules of the table do not allow something. Amounts and names come written already. */

type Sentence = (chips: readonly string[], named: string, players: readonly string[]) => string;

/** In the order of play after the flop, from 1. */
export const playerName = (player: number): string => `player ${player + 1}`;

export const tableRefusals = {
  /** The setup */
  players: (_, found) => `A hand has two to ten players, and cards for all of them; this has ${found}.`,
  stacks: (_, found) => `A stack is a whole number of chips above zero; this is ${found}.`,
  blinds: ([small, big]) => `The blinds are whole numbers, the big one above zero; these are ${small} and ${big}.`,

  /** Any operation */
  operation: (_, found) => `There is no operation “${found}”.`,
  'no-player': (_, found) => `There is no player ${found} in this hand.`,
  chips: (_, found) => `An amount is a whole number of chips above zero; this is ${found}.`,
  'not-now': (_, named) => `This is not the time to ${named}.`,
  turn: (_chips, _named, [whose, other]) => `It is the turn of ${whose}, not of ${other}.`,

  /** Posts and cards */
  stack: ([wanted, stack]) => `This puts in ${wanted}; the player has ${stack}.`,
  blind: ([wanted, found], named) => `The ${named} is ${wanted}, or all that is left; this is ${found}.`,
  'posted-twice': ([before, found], named) =>
    `The ${named} was posted before, as ${before}; this is another of ${found}.`,
  straddle: ([highest, found]) =>
    `A straddle is more than the ${highest} that lies there, or all-in; this is ${found}.`,
  'bomb-pot': ([found], named) =>
    `Where betting opens on the flop everybody pays an ante; this is a ${named} of ${found}.`,
  'dealt-twice': (_, named) => `The player has cards already; ${named} are more.`,
  'card-count': (_, named) => `${named}.`,
  card: (_, named) => `${named} is no card that can still come: it is not in the deck any more.`,
  board: (_, named) => `${named}.`,
  run: (_, named) => `What is left of the board is dealt as often as there are cards for it; this is ${named}.`,

  /** Decisions */
  check: ([call]) => `A check is not possible: a call adds ${call}.`,
  call: () => 'There is nothing to call.',
  'call-chips': ([wanted, found]) => `A call adds ${wanted} here; this adds ${found}.`,
  'bet-closed': ([highest, found]) => `Nothing more can be bet here than ${highest}; this is to ${found}.`,
  'bet-small': ([least, found]) => `The least here is to ${least}; this is to ${found}.`,
  'bet-large': ([most, found]) => `The most here is to ${most}; this is to ${found}.`,

  /** The showdown */
  'shown-otherwise': (_, named) => `These are other cards than the player has: ${named}.`,
  shown: () => 'The player’s cards lie open.',
  folded: () => 'The player has folded.',
  mucked: () => 'The player has given up the pot already.',
  'last-contender': () => 'Nobody else is left who could win a pot of this player.',
  'cash-out': () => 'The player has cashed out already.',

  /** Settling */
  'not-over': () => 'The hand is not over.',
  unknown: (_, named) => `The cards of ${named} players are not known, and the pot cannot be divided without them.`,
  rake: ([pot, found]) => `No more can be taken than the ${pot} in the middle; this is ${found}.`,
} as const satisfies Record<string, Sentence>;
