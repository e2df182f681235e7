/** `ploscope hands`: played hands brought to a server, listed, counted and taken back; or only checked, here. */
import { HANDS_ROUTES, type HandSort, handSortSchema } from '@ploscope/contracts';
import { TALLY_VERSION } from '@ploscope/poker';
import { readWords, type Words } from '../arguments.ts';
import { type Failure, wrongInput } from '../failure.ts';
import { runImportCommand } from '../hands/import-command.ts';
import { listLines } from '../hands/list-view.ts';
import { statsJson, statsLines } from '../hands/stats-view.ts';
import { parseWhole } from '../option-values.ts';
import { attended } from '../remote/attended.ts';
import { tellNote } from '../remote/reach.ts';
import { wireFailure } from '../remote/wire-failure.ts';
import { nearest } from '../suggestion.ts';
import { outputOf } from '../terminal/output.ts';
import { say } from '../text/en.ts';
import { sayHands } from '../text/en-hands.ts';

const OPTIONS = {
  filter: 'string',
  player: 'string',
  format: 'string',
  out: 'string',
  sort: 'string',
  limit: 'string',
  json: 'boolean',
  help: 'boolean',
} as const;

type Left = Failure | number | undefined;

interface Verb {
  /** Options it takes, beside `json`. */
  readonly options: readonly string[];
  readonly takesPaths: boolean;
  readonly run: (words: Words) => Promise<Left> | Left;
}

const VERBS: Readonly<Record<string, Verb>> = {
  import: { options: ['json'], takesPaths: true, run: (words) => runImportCommand(words, false) },
  check: { options: ['json'], takesPaths: true, run: (words) => runImportCommand(words, true) },
  list: { options: ['filter', 'sort', 'limit', 'json'], takesPaths: false, run: list },
  stats: { options: ['filter', 'player', 'json'], takesPaths: false, run: stats },
  export: {
    options: ['filter', 'format', 'out'],
    takesPaths: false,
    run: async (words) => (await import('../hands/export-command.ts')).runExportCommand(words),
  },
};

export async function runHands(args: readonly string[]): Promise<Left> {
  const read = readWords(args, OPTIONS, 'hands');
  if (!read.ok) return read.error;
  const { words, values, flags } = read.value;
  const [name, ...rest] = words;
  if (name === undefined) return wrongInput(sayHands.verbs, say.seeHelp('hands'));
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (verb === undefined) {
    const meant = nearest(name, Object.keys(VERBS));
    const hint = meant === null ? sayHands.verbs : say.didYouMean(`ploscope hands ${meant}`);
    return wrongInput(sayHands.unknownVerb(name), hint);
  }
  const strange = [...values.keys(), ...flags].find((option) => !verb.options.includes(option));
  if (strange !== undefined) return wrongInput(sayHands.notWith(`--${strange}`, name), say.seeHelp('hands'));
  if (verb.takesPaths && rest.length === 0) return wrongInput(sayHands.noPath, say.seeHelp('hands'));
  if (!verb.takesPaths && rest.length > 0) return wrongInput(sayHands.noWords(name), say.seeHelp('hands'));
  return verb.run({ ...read.value, words: rest });
}

const LISTED = 20;
const MOST_LISTED = 100;

function list({ values, flags }: Words): Promise<Left> | Left {
  const text = values.get('limit');
  const limit = text === undefined ? LISTED : parseWhole(text.trim(), 1, MOST_LISTED);
  if (limit === null) return wrongInput(say.badValue('--limit', say.wantedWhole(1, MOST_LISTED)));
  const sort = handSortSchema.safeParse(values.get('sort') ?? ('newest' satisfies HandSort));
  if (!sort.success) return wrongInput(say.badValue('--sort', handSortSchema.options.join(', ')));
  const query = { limit, sort: sort.data, ...filterOf(values) };
  return attended(
    null,
    async ({ server, client, reach }) => {
      const page = await reach.hold((signal) => client.call(HANDS_ROUTES.hands, { query, signal }));
      if (!page.ok) return wireFailure(page.error, server);
      const { rows, next } = page.value;
      if (flags.has('json')) print([JSON.stringify({ hands: rows })]);
      else print(listLines(rows, outputOf(process.stdout, process.env)));
      if (next !== null && !flags.has('json')) tellNote(sayHands.more(limit));
      return undefined;
    },
    { asGuest: true },
  );
}

function stats({ values, flags }: Words): Promise<Left> {
  const player = values.get('player');
  const query = { ...filterOf(values), ...(player === undefined ? {} : { player }) };
  return attended(
    null,
    async ({ server, client, reach }) => {
      const answer = await reach.hold((signal) => client.call(HANDS_ROUTES.handStatistics, { query, signal }));
      if (!answer.ok) return wireFailure(answer.error, server);
      if (answer.value.version !== TALLY_VERSION) {
        return { exitCode: 1, message: sayHands.otherVersion, hint: null, place: null };
      }
      const output = outputOf(process.stdout, process.env);
      print(flags.has('json') ? [statsJson(answer.value)] : statsLines(answer.value, output));
      return undefined;
    },
    { asGuest: true },
  );
}

function filterOf(values: ReadonlyMap<string, string>): { filter?: string } {
  const filter = values.get('filter');
  return filter === undefined ? {} : { filter };
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
