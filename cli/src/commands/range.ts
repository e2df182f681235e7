/** `ploscope range`: how many hands a range holds, what share of all that is, and which they are. */
import {
  comboCount,
  countRange,
  DEFAULT_GAME,
  isGame,
  listRange,
  orderingsOf,
  parseCards,
  parseRange,
  type Range,
  type RangeView,
} from '@ploscope/poker';
import { readWords } from '../arguments.ts';
import { type Failure, wrongInput } from '../failure.ts';
import { parseWhole } from '../option-values.ts';
import { loadOrderings } from '../ordering-files.ts';
import { writeHints } from '../range-hints.ts';
import { RANGE_LIMIT_MS, rangeDeadline } from '../range-limit.ts';
import { adviseQuotes } from '../shell-quotes.ts';
import { spotFailure } from '../spot-failure.ts';
import { formatCount, formatPct } from '../terminal/numbers.ts';
import { outputOf } from '../terminal/output.ts';
import { print } from '../terminal/print.ts';
import { say } from '../text/en.ts';

const OPTIONS = {
  game: 'string',
  board: 'string',
  dead: 'list',
  count: 'boolean',
  share: 'boolean',
  list: 'string',
  json: 'boolean',
  help: 'boolean',
} as const;

const LONGEST_LIST = 1_000_000_000;
/** Hands made at a time. */
const PAGE = 50_000;

/** `limitMs` is how long counting may take; what can be counted can be listed. */
export async function runRange(args: readonly string[], limitMs = RANGE_LIMIT_MS): Promise<Failure | undefined> {
  const read = readWords(args, OPTIONS, 'range');
  if (!read.ok) return read.error;
  const { values, flags, words } = read.value;
  const [text] = words;
  if (text === undefined || words.length > 1) return wrongInput(say.oneRange, say.seeHelp('range'));
  const game = (values.get('game') ?? DEFAULT_GAME).trim().toLowerCase();
  if (!isGame(game)) return wrongInput(say.badValue('--game', say.wantedGame), null, { text: game, at: 0 });
  const listText = values.get('list');
  const limit = listText === undefined ? 0 : parseWhole(listText.trim(), 0, LONGEST_LIST);
  if (limit === null) return wrongInput(say.badValue('--list', say.wantedWhole(0, LONGEST_LIST)));

  const known: number[] = [];
  for (const field of ['board', 'dead'] as const) {
    const cards = parseCards(values.get(field) ?? '');
    if (!cards.ok) return spotFailure({ ...cards.error, field }, { hands: [], [field]: values.get(field) });
    known.push(...cards.value);
  }
  const range = parseRange(text, game);
  if (!range.ok) {
    const { message, hint, at } = range.error;
    return wrongInput(message, adviseQuotes(text, hint), { text, at });
  }
  writeHints(range.value, outputOf(process.stderr, process.env));

  const orderings = loadOrderings(orderingsOf(range.value));
  const missing = orderingsOf(range.value).find((name) => !orderings.has(name));
  if (missing !== undefined) return wrongInput(say.rangeNeedsOrdering(missing), say.orderingMissing);
  const view = { known, orderings };
  const isOver = rangeDeadline(limitMs);
  const { combos, share } = countRange(range.value, { ...view, isOver });
  if (isOver()) return wrongInput(say.rangeTooSlow, say.simplerRange);
  const shown = Math.min(limit, combos);
  const pages = listText === undefined ? null : pagesOf(range.value, view, shown);
  if (flags.has('json')) {
    const head = JSON.stringify({ game, combos, share });
    await (pages === null ? print(`${head}\n`) : printJsonList(head, pages));
    return undefined;
  }
  const all = !flags.has('count') && !flags.has('share') && pages === null;
  const lines: string[] = [];
  if (all || flags.has('count')) lines.push(`${say.combos}  ${formatCount(combos)}`);
  if (all || flags.has('share')) {
    const deck = formatCount(comboCount(game, new Set(known).size));
    lines.push(`${say.share}   ${say.shareOf(formatPct(share), deck)}`);
  }
  if (pages !== null && lines.length > 0) lines.push(say.hands(formatCount(shown), formatCount(combos)));
  for (const line of lines) await print(`${line}\n`);
  for (const page of pages ?? []) await print(`${page.join('\n')}\n`);
  return undefined;
}

/** The first hands of a range, some at a time: PLO6 has 20 million. */
function* pagesOf(range: Range, view: RangeView, limit: number): Generator<string[]> {
  for (let offset = 0; offset < limit; offset += PAGE) {
    yield listRange(range, { ...view, offset, limit: Math.min(PAGE, limit - offset) });
  }
}

/** The object `head` with the list `hands` added, written as it is made. */
async function printJsonList(head: string, pages: Iterable<string[]>): Promise<void> {
  await print(`${head.slice(0, -1)},"hands":[`);
  let comma = '';
  for (const page of pages) {
    await print(comma + page.map((hand) => JSON.stringify(hand)).join(','));
    comma = ',';
  }
  await print(']}\n');
}
