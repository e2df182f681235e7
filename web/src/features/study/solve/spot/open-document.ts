/**
 * A document opened for editing: from a file, a paste, a link or an example. A document of the wrong form is refused
 * with poker's words; one whose texts are wrong opens all the same, and its fields say what is wrong with them.
 */
import { isGame, isSolveForm, parseSolveSpot, type SpotLock, STREETS } from '@ploscope/poker';
import { solveText } from '../../../../text/solve.ts';
import { NO_DONK, type SideName, type SizesName, type SolveDraft, type SolveField } from './draft.ts';

export type Opened =
  | { readonly ok: true; readonly draft: SolveDraft }
  | { readonly ok: false; readonly message: string; readonly hint: string | null };

/** Mistakes of form: the draft has no field that could show them. */
const FORM_CODES = new Set(['spot', 'unknown-field', 'version', 'field-type', 'lock', 'game']);
const MAX_LENGTH = 5_000_000;

export function openText(written: string): Opened {
  const text = written.trim();
  const refuse = (message: string, hint: string | null): Opened => ({ ok: false, message, hint });
  if (text === '') return refuse(solveText.open.empty, solveText.open.emptyHint);
  if (text.length > MAX_LENGTH) return refuse(solveText.open.tooLong, null);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refuse(solveText.open.notJson(placeOf(error, text)), solveText.open.notJsonHint);
  }
  return openDocument(value);
}

function openDocument(value: unknown): Opened {
  if (!isFields(value)) return { ok: false, message: solveText.open.notASpot, hint: solveText.open.emptyHint };
  if (!isSolveForm(value) && value.hands !== undefined) {
    return { ok: false, message: solveText.open.equitySpot, hint: solveText.open.equitySpotHint };
  }
  const read = parseSolveSpot(value);
  if (!read.ok && FORM_CODES.has(read.error.code)) {
    const { field, message, hint } = read.error;
    return { ok: false, message: field === '' ? message : `${field}: ${message}`, hint };
  }
  return { ok: true, draft: toDraft(read.ok ? { ...read.value } : value) };
}

/** A draft of a document: everything that is of its type is taken, the rest stays empty. */
export function toDraft(fields: Fields): SolveDraft {
  const texts: Partial<Record<SolveField, string>> = {};
  const put = (field: SolveField, value: unknown): void => {
    if (typeof value === 'string') texts[field] = value;
    else if (typeof value === 'number') texts[field] = String(value);
  };
  for (const field of ['board', 'board2', 'dead', 'pot', 'stack', 'maxRaises'] as const) put(field, fields[field]);
  // Off is shown as an empty field, which says so itself.
  for (const field of ['addAllIn', 'forceAllIn', 'merge'] as const) if (fields[field] !== 0) put(field, fields[field]);
  if (fields.minBet !== 1) put('minBet', fields.minBet);
  const rake = isFields(fields.rake) ? fields.rake : {};
  if (typeof rake.rate === 'number') {
    if (rake.rate !== 0) texts['rake.rate'] = `${Number((rake.rate * 100).toPrecision(10))}%`;
  } else put('rake.rate', rake.rate);
  put('rake.cap', rake.cap);
  for (const name of ['oop', 'ip'] as const) {
    const side = isFields(fields[name]) ? fields[name] : {};
    put(`${name}.range`, side.range);
    for (const sizes of ['bets', 'raises', 'donks'] as const) putSizes(texts, name, sizes, side[sizes]);
  }
  return {
    game: isGame(fields.game) ? fields.game : 'plo4',
    twoBoards: typeof fields.board2 === 'string',
    texts,
    locks: Array.isArray(fields.locks) ? (fields.locks as SpotLock[]) : [],
  };
}

function putSizes(texts: Partial<Record<SolveField, string>>, name: SideName, sizes: SizesName, by: unknown): void {
  if (!isFields(by)) return;
  for (const street of STREETS) {
    const list = by[street];
    if (!Array.isArray(list)) continue;
    const written = list.filter((size) => typeof size === 'string').join(', ');
    if (sizes === 'donks' && written === '') texts[`${name}.donks.${street}`] = NO_DONK;
    else if (written !== '') texts[`${name}.${sizes}.${street}`] = written;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `line 3, character 12` where the browser says where it stopped reading; null elsewhere. */
function placeOf(error: unknown, text: string): { readonly line: number; readonly character: number } | null {
  const message = error instanceof Error ? error.message : '';
  const at = /position (\d+)/.exec(message)?.[1];
  if (at === undefined) return null;
  const before = text.slice(0, Number(at)).split('\n');
  return { line: before.length, character: (before.at(-1) ?? '').length + 1 };
}
