/** What `ploscope hands` says in its own words, in English. What is wrong with a hand comes from poker. */
import { formatCount } from '../terminal/numbers.ts';

const hands = (count: number): string => (count === 1 ? 'one hand' : `${formatCount(count)} hands`);
const files = (count: number): string => (count === 1 ? 'one file' : `${formatCount(count)} files`);

export const sayHands = {
  verbs: 'There are import, check, list, stats and export.',
  unknownVerb: (name: string): string => `There is no ploscope hands ${name}.`,
  noPath: 'Say which files or folders.',
  noWords: (verb: string): string => `ploscope hands ${verb} takes options only.`,
  notWith: (option: string, verb: string): string => `${option} does not go with ploscope hands ${verb}.`,
  unreadable: (path: string, reason: string): string => `${path} cannot be read: ${reason}.`,
  noFiles: 'There are no files.',
  progress: (done: number, file: number, of: number, errors: number): string =>
    [
      `${formatCount(done)} hands`,
      `file ${formatCount(file)} of ${formatCount(of)}`,
      ...(errors === 0 ? [] : [`${formatCount(errors)} errors`]),
    ].join(' · '),
  imported: (count: number, duplicates: number, of: number): string =>
    `${hands(count)[0]?.toUpperCase()}${hands(count).slice(1)} imported from ${files(of)}${duplicates === 0 ? '' : `; ${formatCount(duplicates)} were there already`}.`,
  checked: (count: number, of: number): string =>
    `${hands(count)[0]?.toUpperCase()}${hands(count).slice(1)} of ${files(of)} can be read, and the rules come to their results.`,
  notRead: (count: number): string =>
    count === 1 ? 'One could not be read:' : `${formatCount(count)} could not be read:`,
  moreErrors: (count: number): string => `… and ${formatCount(count)} more; --json has all.`,
  stopped: 'Stopped. What was sent stays; run it again for the rest: no hand is stored twice.',
  wantedFormat: 'phh or ohh',
  needsFormat: 'Say in which form: --format phh or --format ohh.',
  exported: (path: string, size: string): string => `Wrote ${path}, ${size}.`,
  exportCut: 'The export ended before it was whole.',
  tryAgain: 'Try again.',
  noHands: 'There are no hands.',
  otherVersion: 'The server counts otherwise than this program. Update the older of them.',
  summary: (count: number, bbPer100: string, adjusted: string): string =>
    `${hands(count)[0]?.toUpperCase()}${hands(count).slice(1)} · ${bbPer100} BB/100 · ${adjusted} BB/100 with all-ins at their expected share`,
  columns: { name: 'Statistic', value: 'Value', sample: 'Sample', band: 'Usual', definition: 'What it is' },
  listColumns: {
    played: 'Played (UTC)',
    stakes: 'Stakes',
    position: 'Seat',
    cards: 'Cards',
    board: 'Board',
    net: 'Net BB',
    line: 'Line',
  },
  more: (limit: number): string => `Only the first ${limit} are shown; --limit shows up to 100.`,
} as const;
