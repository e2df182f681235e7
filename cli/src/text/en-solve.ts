/** What `ploscope solve`, `estimate` and `show` say in their own words, in English. */

const SOLVE = `ploscope solve — a spot's equilibrium strategies, with their true exploitability

Usage
  ploscope solve FILE|- [options]

FILE holds a spot of JSON: game, board, pot, stack, and for oop and ip a range and sizes of bets and raises.
- reads standard input. docs/cli.md shows spots.

Options
  --target 0.1%                 stop at this exploitability, in percent of the pot; 0.3% unless a stop is given
  --iterations N                stop after N iterations
  --time 60s                    stop after 60s, 5m or 1h of solving
  --out FILE                    write the strategies; ploscope show reads them
  --trunk-only                  with --out: keep the first street, and solve later ones again when they are shown
  --checkpoint FILE             save the state every minute, and go on from it when it is there
  --threads N                   threads to use; all cores unless given
  --max-memory 2g               memory it may take, as 512m or 2g; 2g unless given
  --storage 16|32               bits of a stored number; 32 unless only 16 fit
  --json                        one line of JSON
  --help

The first stop that is reached ends it. Ctrl-C ends it after the iteration at hand and keeps what there is.

Examples
  ploscope solve river.json --target 0.1%
  ploscope solve turn.json --time 5m --out turn.plos --checkpoint turn.part
  ploscope solve - --iterations 200 --json < river.json
`;

const ESTIMATE = `ploscope estimate — what solving a spot will take

Usage
  ploscope estimate FILE|- [options]

Options
  --threads N                   threads to use; all cores unless given
  --max-memory 2g               memory it may take, as 512m or 2g; 2g unless given
  --storage 16|32               bits of a stored number; 32 unless only 16 fit
  --json                        one line of JSON
  --help

Examples
  ploscope estimate turn.json
  ploscope estimate turn.json --max-memory 6g --json
`;

const SHOW = `ploscope show — the strategies of a solved spot

Usage
  ploscope show FILE [options]

FILE is what ploscope solve --out has written.

Options
  --line x-b60-c                the way to the place: x checks, f folds, c calls, b60 bets 60, r240 raises to 240,
                                [7s] is dealt; the first decision unless given
  --by category|suits|card      a row for each kind of hand, for each suitedness, or for each next card
  --hand AsAhKsKh               one hand
  --range 'AA$ds'               the hands of a range
  --player oop|ip               whose hands; whoever acts unless given
  --csv                         hands, or the rows of --by, as CSV
  --json                        one line of JSON
  --help

EVs are chips won from the pot as it lies at that place: a fold is worth 0.

Examples
  ploscope show river.plos --line x-b60 --by suits
  ploscope show river.plos --hand AsAhQsQh
  ploscope show turn.plos --line x-x-[7s] --range 'AA$ds'
  ploscope show river.plos --csv > river.csv
`;

export const SOLVE_HELP = { solve: SOLVE, estimate: ESTIMATE, show: SHOW } as const;

const counted = (count: number, text: string, one: string): string => `${text} ${count === 1 ? one : `${one}s`}`;

export const saySolve = {
  oneSpot: (command: string): string => `Give one file with a spot of JSON, or -: ploscope ${command} spot.json`,
  oneResult: 'Give one file that ploscope solve has written: ploscope show spot.plos',
  wantedTarget: 'a share of the pot with its percent sign, such as 0.1%',
  wantedTime: 'a time with its unit, such as 60s, 5m or 1h',
  wantedMemory: 'an amount of memory with its unit, such as 512m or 2g',
  wantedStorage: '16 or 32',
  wantedSeat: 'oop or ip',
  wantedBy: 'category, suits or card',
  trunkNeedsOut: '--trunk-only says what --out keeps; there is no --out.',
  noStop: 'With --target 0% nothing ends the solve.',
  giveStop: 'Give --iterations or --time with it.',

  unreadable: (file: string, reason: string): string => `${file} cannot be read: ${reason}.`,
  checkPath: 'Check its name and its folder.',
  spotTooLong: (file: string, most: string): string => `${file} is longer than ${most}, which no spot is.`,
  giveSpot: 'Give the file with the spot of JSON; ploscope show reads what a solve has written.',
  notJson: (file: string, line: number, column: number): string =>
    `${file} is not JSON: line ${line}, column ${column}.`,
  jsonAdvice: 'Texts and names of fields stand in double quotes, and no comma comes after the last one.',
  field: (name: string): string => `${name}: `,
  unwritable: (file: string, reason: string): string => `${file} cannot be written: ${reason}.`,
  otherFile: 'Choose another file or folder.',
  notSaved: (reason: string): string => `${reason} The solve goes on without saving its state.`,
  asksForEquities: 'This spot has hands: it asks for equities and is not to be solved.',
  equityInstead: 'A spot to solve has oop and ip, with ranges and sizes. For equities: ploscope equity --batch FILE',
  notAFile: 'it is there and is no file',
  sameFile: '--out and --checkpoint name the same file.',
  badCheckpoint: (file: string): string => `${file} is no checkpoint of this spot.`,
  checkpointAdvice: 'Solve the spot it was made of, or choose another file for this one.',
  needsMemory: (most: string): string => `This solve does not fit the memory it may take, ${most}.`,

  inField: (file: string, message: string): string => `${file}: ${message}`,
  head: { pot: (chips: string): string => `pot ${chips}`, stacks: (chips: string): string => `stacks ${chips}` },
  seats: { oop: 'OOP', ip: 'IP' } as const,
  actions: {
    check: (): string => 'Check',
    fold: (): string => 'Fold',
    call: (): string => 'Call',
    bet: (chips: string): string => `Bet ${chips}`,
    raise: (chips: string): string => `Raise ${chips}`,
  } as const,
  allIn: (action: string): string => `${action} all-in`,

  progress: (iterations: number, count: string): string => counted(iterations, count, 'iteration'),
  soFar: (share: string): string => `${share} of the pot`,
  left: (time: string): string => `about ${time} left`,
  savedCheckpoint: (file: string): string => `The state is in ${file}; the same command goes on from it.`,
  rootTitle: (seat: string): string => `${seat} at the start`,
  columns: {
    player: 'Player',
    combos: 'Combos',
    ev: 'EV',
    equity: 'Equity',
    action: 'Action',
    often: 'Often',
    hand: 'Hand',
    card: 'Card',
    share: 'Share',
    reach: 'Reach',
    kinds: { category: 'Category', suits: 'Suits' } as const,
    evOf: (action: string): string => `EV ${action}`,
    seatEv: (seat: string): string => `${seat} EV`,
    seatEquity: (seat: string): string => `${seat} equity`,
  },
  exploitability: (chips: string, share: string, iterations: string, time: string): string =>
    `Exploitability ${chips} chips, ${share} of the pot, after ${iterations} in ${time}.`,
  stopped: 'Stopped before a target was reached.',
  took: (memory: string, bits: number): string => `Memory ${memory}, ${bits} bits a number.`,
  wrote: (file: string, size: string): string => `Written to ${file}, ${size}.`,

  estimate: {
    nodes: 'Nodes',
    nodesOver: (nodes: string, runOuts: number, count: string): string =>
      runOuts === 1 ? nodes : `${nodes} over ${counted(runOuts, count, 'run-out')}`,
    ofAll: (all: string): string => ` (of ${all}; the others only rename suits)`,
    combos: 'Combos',
    bothCombos: (oop: string, ip: string): string => `OOP ${oop}, IP ${ip}`,
    memory: 'Memory',
    bothBytes: (wide: string, narrow: string): string => `${wide} with 32 bits a number, ${narrow} with 16`,
    storage: 'Storage',
    chosen: (bits: number, most: string): string => `${bits} bits, which fits ${most}`,
    none: (most: string): string => `none fits ${most}`,
    iteration: 'Iteration',
    takes: (time: string, threads: number): string =>
      `about ${time} on ${threads} ${threads === 1 ? 'thread' : 'threads'}`,
    fitTitle: 'It would fit',
  },
  fit: {
    narrow: (bytes: string): string => `with --storage 16, in ${bytes}`,
    memory: (option: string, bits: number): string => `with --max-memory ${option}, at ${bits} bits a number`,
    smaller: (share: string): string =>
      `with about ${share} of the combos or of the sizes: narrower ranges, fewer sizes`,
  },

  place: {
    start: 'Start',
    acts: (seat: string): string => `${seat} to act`,
    dealt: 'the next card comes',
    over: 'play is over',
    toCall: (chips: string): string => `${chips} to call`,
  },
  streets: { flop: 'Flop', turn: 'Turn', river: 'River' } as const,
  solvedTo: (share: string): string => `Solved to ${share} of the pot.`,
  solvedAgain: (share: string): string =>
    `This street is not in the file and was solved again for this view, to ${share} of the pot.`,
  solvedAgainCards: (share: string): string =>
    `These streets are not in the file and were solved again for this view, to ${share} of the pot at worst.`,
  shown: (shown: string, all: string): string =>
    `${shown} of ${all} hands, those of the highest EV; --csv writes all of them.`,
  nobodyComes: (seat: string): string => `No hand of ${seat} comes here.`,
  cardWanted: 'This place is seen after one card, not after every card.',
  cardAdvice: 'Write a card such as [7s], or end the line before it to compare the cards.',
  byCardElsewhere: 'No card is dealt at the end of this line.',
  byCardAdvice: 'End the line where the street is over, such as x-x.',
  noNextStreet: 'This file keeps the first street only, and what follows this place was not kept.',
  solveWhole: 'Solve the spot again without --trunk-only to look at it.',
  lineNames: 'Actions are x, f, c, b60, r240; a card is written [7s].',
  oneOf: (first: string, second: string): string =>
    `${first} and ${second} ask for different things; give one of them.`,
  cardOut: (card: string): string => `${card} is on the board, dead, or dealt.`,
  otherHand: 'Name a hand of other cards.',
  notHeld: (seat: string, hand: string): string => `${seat} does not hold ${hand} in this spot.`,
  seatRange: (range: string): string => `The range is ${range}.`,
  rangeNotHeld: (seat: string): string => `${seat} holds none of these hands here.`,
  comingCards: (done: number, all: number): string => `${done} of ${all} cards`,
};
