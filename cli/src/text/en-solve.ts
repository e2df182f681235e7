/** What `ploscope solve`, `estimate` and `show` say in their own words, in English. */
import type { Street } from '@ploscope/poker';

const counted = (count: number, text: string, one: string): string => `${text} ${count === 1 ? one : `${one}s`}`;

export const saySolve = {
  oneSpot: (command: string): string => `Give one file with a spot of JSON, or -: ploscope ${command} spot.json`,
  oneResult: 'Give one file that ploscope solve has written: ploscope show spot.plos',
  wantedTarget: 'a share of the pot with its percent sign, such as 0.1%',
  wantedTime: 'a time with its unit, such as 60s, 5m or 1h',
  wantedMemory: 'an amount of memory with its unit, such as 512m or 2g',
  wantedStorage: '16 or 32',
  wantedMethod: 'exact, bucketed or auto',
  exactHasNoBuckets: 'With --method exact every combo plays by itself: there are no buckets.',
  oneOfBoth: (first: string, second: string): string => `Leave out ${first} or ${second}.`,
  riverByCombo: 'A river is solved by combo: buckets are for rivers that are still to come.',
  leaveOutMethod: 'Leave out --method and --buckets.',
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
  notSaved: (reason: string, isEarlierThere: boolean): string =>
    `${reason} The state is not saved${isEarlierThere ? '; the one before is still there' : ''}.`,
  asksForEquities: 'This spot has hands: it asks for equities and is not to be solved.',
  equityInstead: 'A spot to solve has oop and ip, with ranges and sizes. For equities: ploscope equity --batch FILE',
  notAFile: 'it is there and is no file',
  sameFile: '--out and --checkpoint name the same file.',
  overSpot: '--out names the file of the spot.',
  badCheckpoint: (file: string): string => `${file} is no checkpoint of this spot, or one of another version.`,
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
  /** An estimate from some of the next cards, without the decisions before them. */
  sampled: (share: string, error: string): string => `≈ ${share} ± ${error}`,
  sampledShort: (figure: string): string => `${figure} estimated`,
  sampledTurns: (figure: string, judged: number, all: number): string =>
    `${figure}, turn and river only, ${judged} of ${counted(all, String(all), 'turn')}`,
  sampledRivers: (figure: string, judged: number, all: number): string =>
    `${figure}, river only, ${judged} of ${counted(all, String(all), 'bundle')} of rivers`,
  preparing: (done: string): string => `Preparing ${done}`,
  starting: 'Preparing',
  measuringStored: (time: string): string => `Measuring what is stored · ${time}`,
  nothingYet: 'Stopped before anything was solved: nothing is written.',
  finishing: 'The result is being measured and written; Ctrl-C again gives it up.',
  solvingAgain: (time: string): string => `Solving this street again · ${time}`,
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
    deals: { 1: 'Card', 2: 'Cards' } as const,
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
  byBuckets: (buckets: string): string =>
    `Rivers are played by about ${buckets} buckets a player; the exploitability is over every hand.`,
  lowTarget: (target: string, buckets: string): string =>
    `With ${buckets} buckets a target of ${target} may never be reached; --time ends the solve in any case.`,
  took: (memory: string, bits: number): string => `Memory ${memory}, ${bits} bits a number.`,
  wrote: (file: string, size: string): string => `Written to ${file}, ${size}.`,

  estimate: {
    tree: 'Tree',
    presetTree: (tree: string): string => `the one that fits ten minutes: ${tree}`,
    method: 'Method',
    exactMethod: 'every combo by itself',
    bucketedMethod: (buckets: string): string =>
      `river by ${buckets} buckets a player and run-out, everything else by combo; figures by combo`,
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
    inTenMinutes: (takes: string, count: string): string => `${takes}, ${count} in ten minutes`,
    fitTitle: 'It would fit',
  },
  fit: {
    narrow: (bytes: string): string => `with --storage 16, in ${bytes}`,
    memory: (option: string, bits: number): string => `with --max-memory ${option}, at ${bits} bits a number`,
    smaller: (share: string): string =>
      `with about ${share} of the combos or of the sizes: narrower ranges, fewer sizes`,
    preset: (bytes: string, bits: number): string => `with --preset ten-minutes, in ${bytes} at ${bits} bits a number`,
  },
  offer: (time: string, memory: string): string =>
    `A tree that fits ten minutes would take about ${time} an iteration and ${memory}: --preset ten-minutes`,
  tree: {
    bets: (sizes: string): string => `bets ${sizes}`,
    raises: (sizes: string): string => `raises ${sizes}`,
    none: 'none',
    sizes: (sizes: readonly string[]): string => sizes.join(' and '),
    on: (sizes: string, streets: readonly Street[]): string => `${sizes} on ${streets.join(' and ')}`,
    maxRaises: (most: number): string => `${most === 1 ? 'one raise' : `${most} raises`} a street`,
    addAllIn: (pots: number): string =>
      pots === 1 ? 'all-in where a pot or less is left' : `all-in where ${pots} pots or less are left`,
    noDonks: 'no bets into a bettor of the street before',
  },

  place: {
    start: 'Start',
    acts: (seat: string): string => `${seat} to act`,
    dealt: { 1: 'the next card comes', 2: 'a card comes on each board' } as const,
    over: 'play is over',
    toCall: (chips: string): string => `${chips} to call`,
  },
  streets: { flop: 'Flop', turn: 'Turn', river: 'River' } as const,
  solvedTo: (share: string): string => `Solved to ${share} of the pot.`,
  solvedAgain: (share: string): string =>
    `This street is not in the file and was solved again for this view, to ${share} of the pot.`,
  solvedAgainWanted: (share: string): string =>
    `This street was solved again for this view, every combo by itself, to ${share} of the pot.`,
  solvedAgainCardsWanted: (share: string): string =>
    `These streets were solved again for this view, every combo by itself, to ${share} of the pot at worst.`,
  bucketed: (buckets: string): string =>
    `Strategies here are those of about ${buckets} buckets, figures are by combo; --solve-again solves this street by combo.`,
  firstStreetAgain: 'The first street is in the file as it was solved; --solve-again is for later ones.',
  lineToStreet: 'Give a --line that leads to a turn or a river, as x-x-[7s], or x-x-[7s2d] on two boards.',
  solvedAgainCards: (share: string): string =>
    `These streets are not in the file and were solved again for this view, to ${share} of the pot at worst.`,
  shown: (shown: string, all: string): string =>
    `${shown} of ${all} hands, those of the highest EV; --csv writes all of them.`,
  comparePairs: (line: string): string =>
    `To compare what the second board gets, give a card of the first: --line '${line}'. --by card compares all pairs.`,
  shownPairs: (shown: string, all: string, seat: string): string =>
    `${shown} of ${all} pairs of cards, those of the highest EV for ${seat}; --csv writes all of them.`,
  nobodyComes: (seat: string): string => `No hand of ${seat} comes here.`,
  /** By how many boards there are. */
  openDeal: {
    1: {
      wanted: 'This place is seen after one card, not after every card.',
      advice: 'Write a card such as [7s], or end the line before it to compare the cards.',
    },
    2: {
      wanted: 'This place is seen after one card on each board, not after whatever comes.',
      advice:
        'Write both in the order of the boards, as [7s2d], or end the line with [7s*] to compare the cards of the other board.',
    },
  } as const,
  handsElsewhere: 'A card on one board and whatever comes on the other compares cards, not hands.',
  handsElsewhereAdvice: 'Name both cards, as [9s2c], to look at hands after them.',
  byCardElsewhere: 'No card is dealt at the end of this line.',
  byCardAdvice: 'End the line where the street is over, such as x-x.',
  noNextStreet: 'This file keeps the first street only, and what follows this place was not kept.',
  solveWhole: 'Solve the spot again without --trunk-only to look at it.',
  lineNames: 'Actions are x, f, c, b60, r240; a card is written [7s], one for each of two boards [7s2d].',
  oneOf: (first: string, second: string): string =>
    `${first} and ${second} ask for different things; give one of them.`,
  cardOut: (card: string): string => `${card} is on the board, dead, or dealt.`,
  otherCard: 'Write a card that can come.',
  otherHand: 'Name a hand of other cards.',
  notHeld: (seat: string, hand: string): string => `${seat} does not hold ${hand} in this spot.`,
  seatRange: (range: string): string => `The range is ${range}.`,
  rangeNotHeld: (seat: string): string => `${seat} holds none of these hands here.`,
  /** By how many boards there are. */
  comingDeals: {
    1: (done: number, all: number): string => `${done} of ${all} cards`,
    2: (done: number, all: number): string => `${done} of ${all} pairs of cards`,
  } as const,
};
