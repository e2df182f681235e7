/** Percentages: `15%`, `10%-30%`, `15%6h`. The order they speak of is an ordering file of ours. */
import { say } from '../text/en.ts';
import type { RangeExpr } from './expression.ts';
import type { Reader } from './reader.ts';

const PERCENT = /(\d+(?:\.\d+)?)\s*%(?:\s*-\s*(\d+(?:\.\d+)?)\s*%)?/y;
/** `10-30%`: close enough to say what is right. */
const HALF_PERCENT = /\d+(?:\.\d+)?\s*-\s*\d+(?:\.\d+)?\s*%/y;

const matchAt = (pattern: RegExp, reader: Reader): RegExpExecArray | null => {
  pattern.lastIndex = reader.at;
  return pattern.exec(reader.text);
};

export const isPercentAhead = (reader: Reader): boolean =>
  matchAt(PERCENT, reader) !== null || matchAt(HALF_PERCENT, reader) !== null;

export const parsePercent = (reader: Reader): RangeExpr | null => {
  const { at } = reader;
  const found = matchAt(PERCENT, reader);
  if (!reader.form.percent) return reader.fail(say.noPercent(), at, at + (found?.[0].length ?? 1));
  if (found === null) {
    const half = matchAt(HALF_PERCENT, reader)?.[0] ?? '';
    return reader.fail(say.halfPercent(half), at, at + half.length);
  }
  const [whole, first = '', second] = found;
  const from = second === undefined ? 0 : Number(first);
  const to = Number(second ?? first);
  const end = at + whole.length;
  if (from > 100 || to > 100 || to === 0 || from === to) return reader.fail(say.badPercent(whole), at, end);
  reader.at = end;
  const opponents = readTable(reader);
  if (opponents === null) return null;
  return { kind: 'percent', from: Math.min(from, to), to: Math.max(from, to), opponents };
};

/** `6h` behind the percent sign: six-handed, five opponents. */
const readTable = (reader: Reader): 1 | 5 | null => {
  const { at } = reader;
  const table = /^\d+[a-z]*/i.exec(reader.text.slice(at, at + 12))?.[0];
  if (table === undefined) return 1;
  if (table.toLowerCase() !== '6h') return reader.fail(say.badTable(table), at, at + table.length);
  reader.at += table.length;
  return 5;
};
