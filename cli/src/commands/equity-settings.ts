/** The options of `ploscope equity`, read and checked, in the form of an equity request. */
import type { EquityRequest } from '@ploscope/contracts';
import { parsePrecision } from '@ploscope/contracts/options';
import { isGame } from '@ploscope/poker';
import type { OptionTypes, Words } from '../arguments.ts';
import { type Failure, wrongInput } from '../failure.ts';
import { parseTrials, parseWhole } from '../option-values.ts';
import { say } from '../text/en.ts';

export const EQUITY_OPTIONS = {
  game: 'string',
  board: 'string',
  board2: 'string',
  dead: 'list',
  exact: 'boolean',
  trials: 'string',
  precision: 'string',
  seed: 'string',
  threads: 'string',
  json: 'boolean',
  remote: 'boolean',
  detach: 'boolean',
  batch: 'string',
  help: 'boolean',
} as const satisfies OptionTypes;

const MAX_SEED = 0xffffffff;
const MAX_THREADS = 256;

export interface EquitySettings {
  /** Everything but the hands: what the options say of the spot and of the calculation. */
  readonly request: Partial<Omit<EquityRequest, 'hands'>>;
  /** Undefined for all cores. */
  readonly threads: number | undefined;
  readonly json: boolean;
  /** File of the batch, `-` for standard input. */
  readonly batch: string | undefined;
}

/** Checks each option's value. */
export function readEquitySettings({
  values,
  flags,
}: Words): { ok: true; value: EquitySettings } | { ok: false; error: Failure } {
  const wrong = (name: keyof typeof EQUITY_OPTIONS, wanted: string) => {
    const text = values.get(name) ?? '';
    return { ok: false, error: wrongInput(say.badValue(`--${name}`, wanted), null, { text, at: 0 }) } as const;
  };
  const read = <T>(name: string, reader: (text: string) => T | null): T | null | undefined => {
    const text = values.get(name);
    return text === undefined ? undefined : reader(text.trim());
  };
  const game = read('game', (text) =>
    isGame(text.toLowerCase()) ? (text.toLowerCase() as EquityRequest['game']) : null,
  );
  const trials = read('trials', parseTrials);
  // A bare 0.05 would be 5 %, which nobody means; the sign settles it.
  const precision = read('precision', (text) => (text.endsWith('%') ? parsePrecision(text) : null));
  const seed = read('seed', (text) => parseWhole(text, 0, MAX_SEED));
  const threads = read('threads', (text) => parseWhole(text, 1, MAX_THREADS));
  if (game === null) return wrong('game', say.wantedGame);
  if (trials === null) return wrong('trials', say.wantedTrials);
  if (precision === null) return wrong('precision', say.wantedPrecision);
  if (seed === null) return wrong('seed', say.wantedWhole(0, MAX_SEED));
  if (threads === null) return wrong('threads', say.wantedWhole(1, MAX_THREADS));
  for (const [name, value] of Object.entries({ trials, precision })) {
    if (!flags.has('exact') || value === undefined) continue;
    return { ok: false, error: wrongInput(say.exactOr(name), say.seeHelp('equity')) };
  }
  const given = {
    game,
    board: values.get('board'),
    board2: values.get('board2'),
    dead: values.get('dead'),
    method: flags.has('exact') ? ('exact' as const) : undefined,
    trials,
    precision,
    seed,
  };
  const request = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { ok: true, value: { request, threads, json: flags.has('json'), batch: values.get('batch') } };
}
