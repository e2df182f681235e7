/**
 * Every mistake of a draft at once. Poker's parser names the first one; so each mistake found is replaced by something
 * harmless and the document is read again, until it reads. Then the bet tree is built, which shows what no text shows:
 * raises above the pot, trees too large, trees without a bet.
 */
import { buildTree, parseSolveSpot, type Result, type SolveSpot, type SpotError } from '@ploscope/poker';
import { type SolveDraft, type SolveField, sizesIn, textOf, toDocument } from './draft.ts';

export interface DraftProblem {
  readonly field: SolveField;
  readonly message: string;
  readonly hint: string | null;
  /** Characters of the field's text. */
  readonly at: number;
  readonly end: number;
}

export interface Judged {
  /** The spot, where nothing is wrong with it. */
  readonly spot: SolveSpot | null;
  /** By field, at most one each. */
  readonly problems: readonly DraftProblem[];
  /** What no field can show. */
  readonly others: readonly SpotError[];
}

/** More than there are fields. */
const MOST_MISTAKES = 60;

export function judge(draft: SolveDraft): Judged {
  const problems = new Map<SolveField, DraftProblem>();
  const others: SpotError[] = [];
  let document = toDocument(draft);
  let read: Result<SolveSpot, SpotError> = parseSolveSpot(document);
  for (let i = 0; i < MOST_MISTAKES && !read.ok; i++) {
    place(draft, read.error, problems, others);
    const mended = without(document, read.error.field);
    if (mended === null) return { spot: null, problems: [...problems.values()], others };
    document = mended;
    read = parseSolveSpot(document);
  }
  if (problems.size === 0 && others.length === 0 && read.ok) {
    const tree = buildTree(read.value);
    if (tree.ok) return { spot: read.value, problems: [], others: [] };
    place(draft, tree.error, problems, others);
  }
  return { spot: null, problems: [...problems.values()], others };
}

/** Puts a mistake at its field. Also for mistakes that show later, such as a range that the board leaves empty. */
export function place(
  draft: SolveDraft,
  error: SpotError,
  problems: Map<SolveField, DraftProblem>,
  others: SpotError[],
): void {
  const found = inField(draft, error);
  if (found === null) others.push(error);
  else if (!problems.has(found.field)) problems.set(found.field, found);
}

const SIZES = /^((?:oop|ip)\.(?:bets|raises|donks)\.(?:flop|turn|river))(?:\[(\d+)\])?$/;
const PLAIN =
  /^(?:board2?|dead|pot|stack|rake\.(?:rate|cap)|addAllIn|forceAllIn|merge|maxRaises|minBet|(?:oop|ip)\.range)$/;

/** The field an error is about and the characters there; null where the form has no such field. */
function inField(draft: SolveDraft, error: SpotError): DraftProblem | null {
  const { message, hint } = error;
  const sizes = SIZES.exec(error.field);
  if (sizes !== null) {
    const field = sizes[1] as SolveField;
    return { field, message, hint, ...spanOfSize(textOf(draft, field), sizes[2], error) };
  }
  if (!PLAIN.test(error.field)) return null;
  const field = error.field as SolveField;
  const written = textOf(draft, field);
  const lead = written.length - written.trimStart().length;
  // A number's mistake is about all of it.
  const whole = error.at === 0 && error.end === 0;
  return { field, message, hint, at: error.at + lead, end: whole ? written.length : error.end + lead };
}

/** Where the n-th size stands between the commas. */
function spanOfSize(written: string, index: string | undefined, error: SpotError): { at: number; end: number } {
  if (index === undefined || sizesIn(written).length === 0) return { at: 0, end: written.length };
  const before = written.split(',').slice(0, Number(index));
  const own = written.split(',')[Number(index)] ?? '';
  const from = before.reduce((sum, part) => sum + part.length + 1, 0) + (own.length - own.trimStart().length);
  return { at: from + error.at, end: from + Math.max(error.end, error.at) };
}

/** The document with a harmless value in place of a field; null where there is none. */
function without(document: Readonly<Record<string, unknown>>, field: string): Record<string, unknown> | null {
  const next = structuredClone(document) as Record<string, unknown>;
  const sizes = SIZES.exec(field);
  const path = (sizes?.[1] ?? field).split('.');
  const key = path.pop() ?? '';
  const parent = path.reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], next);
  if (typeof parent !== 'object' || parent === null) return null;
  const own = parent as Record<string, unknown>;
  if (sizes !== null) {
    const list = own[key];
    if (!Array.isArray(list)) return null;
    if (sizes[2] === undefined) delete own[key];
    else own[key] = list.filter((_, at) => at !== Number(sizes[2]));
    return next;
  }
  if (!PLAIN.test(field)) return null;
  if (field === 'board' || field === 'board2') Object.assign(next, { board: HARMLESS_BOARD, board2: null, dead: '' });
  else own[key] = HARMLESS[field] ?? (key === 'range' ? '*' : null);
  return next;
}

const HARMLESS_BOARD = '2c3d4h5s6c';
const HARMLESS: Readonly<Record<string, unknown>> = { pot: 100, stack: 100, dead: '' };
