/** What the solve screen says about the spot: its tools, its form, opening, the worked examples. */

const SEATS = { oop: 'OOP', ip: 'IP' } as const;
const STREET_NAMES = { flop: 'Flop', turn: 'Turn', river: 'River' } as const;

export const solveSpotText = {
  tools: {
    open: 'Open…',
    download: 'Download',
    spotName: 'Spot',
    spotNote: 'The document, as JSON',
    solveName: 'Solve',
    solveNote: 'Strategies and figures, as .plos',
    solveMissing: 'When it is solved',
    downloaded: (file: string) => `${file} is in your downloads.`,
    notWhole: 'Mend the marked fields first; a spot is downloaded when it reads.',
    spotFile: 'spot.json',
    solveFile: 'spot.plos',
  },

  spot: {
    title: 'Spot to solve',
    board: 'Board',
    boardPlaceholder: 'Ks9d4c: flop, turn or river',
    boardPlaceholderTwo: 'Ks9d4c2h: turn or river',
    board2: 'Board 2',
    dead: 'Dead cards',
    deadPlaceholder: 'On the river only',
    chips: 'Chips',
    pot: 'Pot',
    stack: 'Stack',
    stackNote: 'Effective stack left behind, in the same whole chips',
    spr: 'Stack to pot',
    sprOf: (ratio: string) => `SPR ${ratio}`,
    noSpr: 'SPR –',
    seats: {
      oop: 'Out of position',
      ip: 'In position',
    },
    seat: (name: 'oop' | 'ip') => SEATS[name],
    acts: { oop: 'acts first', ip: 'acts last' },
    range: (name: 'oop' | 'ip') => `Range of ${SEATS[name]}`,
    rangePlaceholder: 'AA$ds, 15%, or * for any hand',
    sizes: 'Bet sizes',
    sizesNote:
      'Parts of the pot with commas between: 50%, pot. In raises 2.5x too; 60c is 60 chips, e is geometric, a all-in. Donks left empty are as bets; none turns them off.',
    street: (street: keyof typeof STREET_NAMES) => STREET_NAMES[street],
    kinds: { bets: 'Bets', raises: 'Raises', donks: 'Donks' },
    sizesOf: (kind: 'bets' | 'raises' | 'donks', name: 'oop' | 'ip', street: keyof typeof STREET_NAMES) =>
      `${{ bets: 'Bets', raises: 'Raises', donks: 'Donk bets' }[kind]} of ${SEATS[name]} on the ${street}`,
    sizesPlaceholder: { bets: 'none', raises: 'none', donks: 'as bets' },
    copy: (from: 'oop' | 'ip') => (from === 'oop' ? 'Same sizes for IP' : 'Same sizes for OOP'),
    tenMinutes: 'Ten-minute tree',
    tenMinutesNote:
      'Fills in the fullest sizes that are solved in about ten minutes at this depth, with ranges of some 10%.',
    tenMinutesTaken: 'The sizes are filled in. Undo brings yours back.',
    tenMinutesThere: 'These sizes are there already.',
    advanced: 'Rake, limits and thresholds',
    rakeRate: 'Rake',
    rakeCap: 'Rake cap',
    addAllIn: 'Add all-in below',
    forceAllIn: 'Force all-in below',
    merge: 'Merge sizes within',
    maxRaises: 'Most raises a street',
    minBet: 'Smallest bet',
    placeholders: {
      rate: '0%',
      cap: 'no cap',
      off: 'off',
      noLimit: 'no limit',
      one: '1',
    },
    advancedNotes: {
      'rake.rate': 'Of the matched pot, folded pots too',
      'rake.cap': 'In chips',
      addAllIn: 'Adds the all-in where it is at most this many pots',
      forceAllIn: 'Bets all-in where at most this many pots would be left behind',
      merge: 'Drops a size where the next larger makes the pot hardly larger',
      maxRaises: 'After the bet',
      minBet: 'In chips',
    },
    locks: (count: number) =>
      count === 1 ? 'One node is locked by the document.' : `${count} nodes are locked by the document.`,
    clearLocks: 'Unlock',
    others: 'The spot cannot be solved as it stands',
  },

  open: {
    title: 'Open a spot',
    intro: 'Paste a spot document, choose a file, or drop one anywhere on this page.',
    paste: 'Spot document',
    placeholder: '{"ploscope":"spot/1","game":"plo4","board":"Ks9d4c2h7s","pot":60,"stack":540,"oop":{…},"ip":{…}}',
    file: 'Choose a file…',
    take: 'Open',
    drop: 'Drop the file to open it',
    opened: (name: string) => `${name} opened. Undo brings back the spot before.`,
    pasted: 'Spot opened. Undo brings back the one before.',
    empty: 'There is nothing here to open.',
    emptyHint: 'A spot is a document such as {"board":"Ks9d4c2h7s","pot":60,"stack":540,"oop":{…},"ip":{…}}.',
    tooLong: 'This is far longer than any spot.',
    notJson: (place: { line: number; character: number } | null) =>
      place === null
        ? 'This is not JSON.'
        : `This is not JSON: it breaks off at line ${place.line}, character ${place.character}.`,
    notJsonHint: 'Copy the whole document, from { to }.',
    notASpot: 'This is JSON, but no spot.',
    equitySpot: 'This spot asks for equities: it has hands, not the ranges and bet sizes of two players.',
    equitySpotHint: 'Open it in Study → Equity, or give it oop and ip.',
    unreadable: 'The file could not be read.',
    brokenLink: (why: string) => `The link could not be read (${why}) so the last spot is shown.`,
  },

  examples: {
    river: { name: 'River, ranges', note: '20% against 30%, two bet sizes: a second or two' },
    fullRiver: { name: 'River, any two hands', note: 'Every hand against every hand' },
    smallFlop: { name: 'Flop, narrow ranges', note: 'Rundowns against aces, SPR 1: some seconds' },
    flop: { name: 'Flop, 10% ranges', note: 'SPR 4, pot bets and raises: some minutes to 0.5%' },
    turn: { name: 'Turn', note: '10% ranges, every river card' },
    boards: { name: 'Double-board river', note: 'Two boards, half of the pot each' },
    boardsTurn: { name: 'Double-board turn', note: 'A river card on each board, 1,892 pairs: some seconds' },
    five: { name: 'PLO5 river', note: '5% ranges, two bet sizes' },
    holdem: { name: 'Hold’em turn', note: 'Button against big blind' },
  },
} as const;
