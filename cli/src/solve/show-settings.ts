/** The options of `ploscope show`, read and checked. */
import type { Seat } from '@ploscope/poker';
import type { OptionTypes, Words } from '../arguments.ts';
import { wrongInput } from '../failure.ts';
import { say } from '../text/en.ts';
import { saySolve } from '../text/en-solve.ts';
import { badOption, readOption, type Settings } from './job-settings.ts';

export const SHOW_OPTIONS = {
  line: 'string',
  by: 'string',
  hand: 'string',
  range: 'string',
  player: 'string',
  'solve-again': 'boolean',
  csv: 'boolean',
  json: 'boolean',
  help: 'boolean',
} as const satisfies OptionTypes;

const BY = ['category', 'suits', 'card'] as const;
export type By = (typeof BY)[number];

export interface ShowSettings {
  readonly line: string;
  readonly by: By | undefined;
  /** One hand, as written. */
  readonly hand: string | undefined;
  /** A range, as written. */
  readonly range: string | undefined;
  readonly player: Seat | undefined;
  /** Solve the street shown again, though the file has it. */
  readonly solveAgain: boolean;
  readonly form: 'text' | 'csv' | 'json';
}

/** Each two of them ask for different things. */
const APART = [
  ['hand', 'range'],
  ['hand', 'by'],
  ['range', 'by'],
] as const;

export function readShowSettings(words: Words): Settings<ShowSettings> {
  const { values, flags } = words;
  const by = readOption(words, 'by', (text) => BY.find((name) => name === text.toLowerCase()) ?? null);
  if (by === null) return badOption(words, 'by', saySolve.wantedBy);
  const player = readOption(words, 'player', readSeat);
  if (player === null) return badOption(words, 'player', saySolve.wantedSeat);
  const clash = APART.find(([one, other]) => values.has(one) && values.has(other));
  const both = clash ?? (flags.has('csv') && flags.has('json') ? (['csv', 'json'] as const) : undefined);
  if (both !== undefined) {
    return { ok: false, error: wrongInput(saySolve.oneOf(`--${both[0]}`, `--${both[1]}`), say.seeHelp('show')) };
  }
  return {
    ok: true,
    value: {
      line: values.get('line') ?? '',
      by,
      hand: values.get('hand'),
      range: values.get('range'),
      player,
      solveAgain: flags.has('solve-again'),
      form: flags.has('json') ? 'json' : flags.has('csv') ? 'csv' : 'text',
    },
  };
}

function readSeat(text: string): Seat | null {
  const name = text.toLowerCase();
  return name === 'oop' ? 0 : name === 'ip' ? 1 : null;
}
