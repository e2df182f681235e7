/** Percentages: `15%`, `10%-30%`, `15%6h`. The order they speak of is an ordering file of ours. */
import { say } from '../text/en.ts';
import type { RangeExpr } from './expression.ts';
import type { Reader } from './reader.ts';

const PERCENT = /(\d+(?:\.\d+)?)\s*%(?:\s*-\s*(\d+(?:\.\d+)?)\s*%)?/y;
/** `10-30%` and `10%-30`: close enough to say what is right. */
const HALF_PERCENT =
  /(\d+(?:\.\d+)?)\s*-\s*(\d+(?:\.\d+)?)\s*%|(\d+(?:\.\d+)?)\s*%\s*-\s*(\d+(?:\.\d+)?)(?![\d.]|\s*%)/y;

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
  const half = matchAt(HALF_PERCENT, reader);
  if (half !== null || found === null) {
    const [text = '', from = '', to = '', otherFrom = from, otherTo = to] = half ?? [];
    return reader.fail(say.halfPercent(text, otherFrom, otherTo), at, at + text.length);
  }
  const [whole, first = '', second] = found;
  const ends = second === undefined ? [0, Number(first)] : [Number(first), Number(second)];
  const from = Math.min(...ends);
  const to = Math.max(...ends);
  const end = at + whole.length;
  if (to > 100) return reader.fail(say.pastHundred(), at, end);
  if (from === to) return reader.fail(say.badPercent(whole), at, end);
  reader.at = end;
  const opponents = readTable(reader, whole);
  if (opponents === null) return null;
  return { kind: 'percent', from, to, opponents };
};

/** `6h` behind the percent sign: six-handed, five opponents. */
const readTable = (reader: Reader, percent: string): 1 | 5 | null => {
  const { at } = reader;
  const table = /^\d+[a-z]*/i.exec(reader.text.slice(at, at + 12))?.[0];
  if (table === undefined) {
    const apart = /^\s+(6h)(?![a-z0-9])/i.exec(reader.text.slice(at, at + 40));
    if (apart === null) return 1;
    const end = at + apart[0].length;
    return reader.fail(say.tableApart(percent, apart[1] ?? ''), end - 2, end);
  }
  if (table.toLowerCase() !== '6h') return reader.fail(say.badTable(table), at, at + table.length);
  reader.at += table.length;
  return 5;
};
