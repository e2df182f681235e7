/** Everything the command line says in its own words, in English. What a spot or a range says comes from poker. */
import { HANDS_HELP } from './en-hands-help.ts';
import { REMOTE_HELP } from './en-remote-help.ts';
import { SOLVE_HELP } from './en-solve-help.ts';

const GAMES = 'plo4|plo5|plo6|holdem';

export const HELP = `ploscope — equities and solved spots for Pot-Limit Omaha and Hold'em

Usage
  ploscope equity HAND HAND…   equity of two to eight hands or ranges
  ploscope range RANGE         what a range holds
  ploscope estimate FILE       what solving a spot will take
  ploscope solve FILE          a spot's equilibrium strategies
  ploscope show FILE           the strategies of a solved spot
  ploscope hands               played hands: import, check, list, statistics, export
  ploscope login               signs in to a server, which solves with --remote
  ploscope jobs                what the server computes: list, watch, fetch, cancel, delete
  ploscope whoami, logout
  ploscope serve               the web app and its HTTP interface
  ploscope help [COMMAND]
  ploscope --version

Examples
  ploscope equity AsAhKsKh 9d8d7c6c
  ploscope equity 'AA$ds' '15%' --board Ks9d4c
  ploscope range 'KK+:$ds, 9876+' --count --share
  ploscope solve river.json --target 0.1% --out river.plos
  ploscope show river.plos --line x-b60
  ploscope hands import ~/HandHistory
  ploscope help equity

On a shell put ranges in single quotes: 'AA$ds', '$ds!AA'.
`;

const EQUITY_HELP = `ploscope equity — equity of two to eight hands or ranges, on one board or two

Usage
  ploscope equity HAND HAND… [options]
  ploscope equity --batch FILE|- [options]

A HAND is cards (AsAhKsKh), a range ('AA$ds', '15%', 'KK+:$ss'), or random or '*' for any cards.

Options
  --game ${GAMES}   plo4 unless given
  --board CARDS                 flop, turn or river of the first board
  --board2 CARDS                the second board ('' when it is still to come)
  --dead CARDS                  cards known to be out of the deck; may be given more than once
  --exact                       enumerate, however long it takes
  --trials N                    sample N deals (1000000, 500k, 2M)
  --precision 0.05%             stop sampling at this standard error
  --seed N                      repeat a sampled answer
  --threads N                   threads to use; all cores unless given
  --json                        one line of JSON
  --remote                      let the server compute that ploscope login signed in to
  --detach                      with --remote: print the id of the job and do not wait
  --batch FILE|-                one spot of JSON to a line in, one answer to a line out; - reads standard input
  --help

Without --exact or --trials the answer is exact where that takes seconds, and sampled with its standard error where not.

Examples
  ploscope equity AsAhKsKh 9d8d7c6c
  ploscope equity 'AA$ds' '15%' '$ds!AA' --board Ks9d4c --precision 0.05%
  ploscope equity AsAhKsKhQd 9d8d7c6c5c --game plo5 --board 7h7c2d --board2 AdKcQs --dead 2c2h
  ploscope equity --batch spots.jsonl --json

A line of a batch: {"game":"plo4","hands":["AsAhKsKh","15%"],"board":"Ks9d4c"}
`;

const RANGE_HELP = `ploscope range — what a range holds

Usage
  ploscope range RANGE [options]

Options
  --game ${GAMES}   plo4 unless given
  --board CARDS, --dead CARDS   cards no hand can hold
  --count                       the number of combos
  --share                       the share of all hands
  --list N                      the first N hands
  --json                        one line of JSON
  --help

Without --count, --share or --list it tells the first two.

Examples
  ploscope range 'KK+:$ds, 9876+' --count --list 20 --share
  ploscope range '15%' --game plo5 --json
`;

const SERVE_HELP = `ploscope serve — the web app and its HTTP interface

Usage
  ploscope serve [--port N] [--host ADDRESS]

Options
  --port N                      3000 unless given
  --host ADDRESS                127.0.0.1 unless given; 0.0.0.0 opens it to other machines
  --help

Further settings are read from the environment; .env.example lists them.

Examples
  ploscope serve
  ploscope serve --port 8080
`;

export const COMMAND_HELP = {
  equity: EQUITY_HELP,
  range: RANGE_HELP,
  ...SOLVE_HELP,
  hands: HANDS_HELP,
  ...REMOTE_HELP,
  serve: SERVE_HELP,
} as const;

export const say = {
  unknownCommand: (name: string): string => `There is no command “${name}”.`,
  unknownOption: (name: string): string => `There is no option ${name}.`,
  didYouMean: (name: string): string => `Did you mean ${name}?`,
  seeHelp: (command: string | null): string => `See: ploscope help${command === null ? '' : ` ${command}`}`,
  needsValue: (name: string): string => `${name} needs a value.`,
  takesNoValue: (name: string): string => `${name} takes no value.`,
  givenTwice: (name: string): string => `${name} is given twice.`,
  secondOf: (name: string): string => `Did you mean --${name} the second time?`,
  badValue: (name: string, wanted: string): string => `${name} must be ${wanted}.`,
  wantedGame: 'plo4, plo5, plo6 or holdem',
  wantedPrecision: 'a standard error with its percent sign, such as 0.05%',
  wantedTrials: 'a number of deals such as 1000000, 500k or 2M',
  wantedWhole: (min: number, max: number): string => `a whole number from ${min} to ${max}`,
  exactOr: (other: string): string => `--exact and --${other} ask for opposite things; give one of them.`,
  batchTakesNoHands: 'With --batch the hands come from its lines; give no hands.',
  quoteRanges: "In a shell, put ranges in single quotes: 'AA:$ds'.",
  orderingMissing:
    'Its file is missing or damaged. Get poker/data from the repository again, then run: npm run build -- --force',
  rangeNeedsOrdering: (name: string): string => `The percentage ordering ${name} is not there.`,
  rangeTooSlow: 'The range takes too long to work out.',
  simplerRange: 'Write it with fewer or simpler terms.',
  fewHands: 'An equity needs at least two hands or ranges.',
  oneRange: "Give one range, in single quotes: ploscope range 'KK+:$ds, 9876+'",
  noArguments: (command: string): string => `ploscope ${command} takes options only.`,
  note: 'note: ',
  error: 'error: ',
  player: (number: number): string => `player ${number}: `,
  fieldNames: { board: 'board: ', board2: 'second board: ', dead: 'dead cards: ', game: '--game: ' } as Readonly<
    Record<string, string>
  >,
  unreadableFile: (file: string, reason: string): string => `${file} cannot be read: ${reason}.`,
  standardInput: 'Standard input',
  lineNotJson: 'The line is not JSON.',
  cannotWrite: (reason: string): string => `The answer cannot be written: ${reason}.`,
  internal: (reason: string): string => `Something went wrong: ${reason}`,
  portTaken: (port: string): string => `Port ${port} is already in use.`,
  otherPort: (other: number): string =>
    `Stop the program that uses it, or choose another: ploscope serve --port ${other}`,
  serverNotBuilt: 'The server is not built yet. Run this once: npm run build',

  games: { plo4: 'PLO4', plo5: 'PLO5', plo6: 'PLO6', holdem: "Hold'em" } as const,
  headBoard: (cards: string): string => `board ${cards}`,
  headBoards: (first: string, second: string): string => `boards ${first} and ${second}`,
  headDead: (cards: string): string => `dead ${cards}`,
  undealt: '(undealt)',
  columns: {
    player: 'Player',
    combos: 'Combos',
    equity: 'Equity',
    equitySoFar: 'Equity so far',
    win: 'Win',
    tie: 'Tie',
  },
  anyCards: 'any',
  boardColumn: (number: number): string => `Board ${number}`,
  shareColumns: { all: 'Scoop', threeQuarters: '3/4', half: 'Half', quarter: '1/4', none: 'None', other: 'Other' },
  potShares: 'Share of the pot',
  runOuts: (trials: number, count: string): string => `${count} ${trials === 1 ? 'run-out' : 'run-outs'}`,
  runOutPairs: (trials: number, count: string): string => `${count} ${trials === 1 ? 'pair' : 'pairs'} of run-outs`,
  deals: (trials: number, count: string): string => `${count} ${trials === 1 ? 'deal' : 'deals'}`,
  exact: (count: string, time: string): string => `Exact over ${count} in ${time}.`,
  sampled: (count: string, standardError: string, time: string): string =>
    `Sampled: ${count}, standard error ${standardError}, in ${time}.`,
  jointSampled: (error: string) =>
    `Equities are exact; wins, ties and shares of the pot are sampled, standard error ${error}.`,
  sharesSampled: (error: string): string => `Shares of the pot: standard error ${error}.`,
  progress: (done: string, count: string): string => `${done} · ${count}`,
  stoppedSampling: (done: string, count: string, standardError: string, time: string): string =>
    `Stopped at ${done}: ${count} sampled, standard error ${standardError}, in ${time}.`,
  stoppedCounting: (done: string, count: string, time: string): string =>
    `Stopped at ${done}: partial equities over the ${count} enumerated in ${time}; the whole may differ.`,
  stoppedEarly: 'Stopped before anything was known.',
  combos: 'Combos',
  share: 'Share',
  shareOf: (share: string, all: string): string => `${share} of ${all}`,
  hands: (shown: string, all: string): string => `Hands (${shown} of ${all})`,
};
