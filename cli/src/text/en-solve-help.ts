/** What `ploscope help solve`, `estimate` and `show` print, in English. */

const SOLVE = `ploscope solve — a spot's equilibrium strategies, with their true exploitability

Usage
  ploscope solve FILE|- [options]

FILE holds a spot of JSON: game, board, pot, stack, and for oop and ip a range and sizes of bets and raises. A spot that
says nothing of sizes gets a bet tree that fits ten minutes. - reads standard input. docs/cli.md shows spots.

Options
  --target 0.1%                 stop at this exploitability, in percent of the pot; 0.3% unless a stop is given, by bucket
                                0.5% or after ten minutes
  --iterations N                stop after N iterations
  --time 60s                    stop after 60s, 5m or 1h of solving
  --out FILE                    write the strategies; ploscope show reads them
  --trunk-only                  with --out: keep the first street, and solve later ones again when they are shown
  --checkpoint FILE             save the state every minute, less often when that takes long, and go on from it when it
                                is there
  --threads N                   threads to use; all cores unless given
  --max-memory 2g               memory it may take, as 512m or 2g; 2g unless given
  --storage 16|32               bits of a stored number; 32 unless only 16 fit
  --method exact|bucketed|auto  every combo of the river by itself, or by bucket; auto unless given: exact where it fits,
                                bucketed on an Omaha flop without locks
  --buckets N                   buckets a player and run-out; 320 unless given. Asks for --method bucketed
  --preset ten-minutes          a bet tree that fits ten minutes in place of the spot's own
  --remote                      let the server solve that ploscope login signed in to; Ctrl-C leaves it solving
  --detach                      with --remote: print the id of the job and do not wait
  --json                        one line of JSON
  --help

The first stop that is reached ends it. Ctrl-C ends it after the iteration at hand and keeps what there is. A server has
its own --threads, --max-memory and checkpoints, and ends a solve after an hour where no stop is given.

Examples
  ploscope solve river.json --target 0.1%
  ploscope solve turn.json --time 5m --out turn.plos --checkpoint turn.part
  ploscope solve flop.json --preset ten-minutes --time 10m --out flop.plos
  ploscope solve - --iterations 200 --json < river.json
  ploscope solve flop.json --remote --out flop.plos
`;

const ESTIMATE = `ploscope estimate — what solving a spot will take

Usage
  ploscope estimate FILE|- [options]

Options
  --threads N                   threads to use; all cores unless given
  --max-memory 2g               memory it may take, as 512m or 2g; 2g unless given
  --storage 16|32               bits of a stored number; 32 unless only 16 fit
  --method exact|bucketed|auto  every combo of the river by itself, or by bucket; auto unless given: exact where it fits,
                                bucketed on an Omaha flop without locks
  --buckets N                   buckets a player and run-out; 320 unless given. Asks for --method bucketed
  --preset ten-minutes          a bet tree that fits ten minutes in place of the spot's own
  --json                        one line of JSON
  --help

Examples
  ploscope estimate turn.json
  ploscope estimate turn.json --max-memory 6g --json
  ploscope estimate flop.json --buckets 500
`;

const SHOW = `ploscope show — the strategies of a solved spot

Usage
  ploscope show FILE [options]

FILE is what ploscope solve --out has written.

Options
  --line x-b60-c                the way to the place: x checks, f folds, c calls, b60 bets 60, r240 raises to 240,
                                [7s] is dealt, on two boards [7s2d]; the first decision unless given
  --by category|suits|card      a row for each kind of hand, for each suitedness, or for each next card; on two boards
                                [7s*] at the end of the line compares what the second gets, [*7s] the first
  --hand AsAhKsKh               one hand
  --range 'AA$ds'               the hands of a range
  --player oop|ip               whose hands; whoever acts unless given
  --solve-again                 solve the turn or river shown again from the hands that get there, every combo by itself
  --csv                         hands, or the rows of --by, as CSV
  --json                        one line of JSON
  --help

EVs are chips won from the pot as it lies at that place: a fold is worth 0.

Examples
  ploscope show river.plos --line x-b60 --by suits
  ploscope show river.plos --hand AsAhQsQh
  ploscope show turn.plos --line x-x-[7s] --range 'AA$ds'
  ploscope show flop.plos --line x-x-[7s]-b60-c-[2d] --solve-again
  ploscope show two-boards.plos --line 'x-x-[7s*]'
  ploscope show river.plos --csv > river.csv
`;

export const SOLVE_HELP = { solve: SOLVE, estimate: ESTIMATE, show: SHOW } as const;
