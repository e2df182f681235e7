/** What `ploscope help hands` prints, in English. */

export const HANDS_HELP = `ploscope hands — played hands: imported, checked, listed, counted, exported

Usage
  ploscope hands import PATH… [--json]
  ploscope hands check PATH… [--json]
  ploscope hands list [--filter …] [--sort newest|oldest|won|lost|pot|ev-lost] [--limit N] [--json]
  ploscope hands stats [--filter …] [--player NAME] [--json]
  ploscope hands export --format phh|ohh [--filter …] [--out FILE]

A PATH is a file, a folder with all files below it, or - for standard input. What wrote a file is told by its content.
Hands that are there already are counted, not stored twice, so an import can be stopped and run again.

Hands are kept by the server that ploscope login signed in to; where nobody signed in, by one on this machine, for a
guest. check reads and replays hands here and keeps nothing.

Options
  --filter 'FIELD=VALUE …'      which hands: position=BTN,CO pot=3-bet result=50.. hand="AA:$ds"
  --player NAME                 statistics of somebody at the table
  --format phh|ohh              Poker Hand History or Open Hand History
  --out FILE                    where the export goes; standard output unless given
  --sort ORDER                  newest unless given
  --limit N                     lines of the list, 20 unless given, 100 at the most
  --json                        one line of JSON
  --help

Examples
  ploscope hands import ~/PokerStars/HandHistory
  ploscope hands stats --filter 'pot=3-bet position=BTN'
  ploscope hands export --format phh --out hands.phhs
`;
