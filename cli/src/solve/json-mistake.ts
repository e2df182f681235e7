/**
 * Where a text stops being JSON. Node tells a position only sometimes, and differently from version to version.
 */

const BLANK = /[ \t\r\n]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** The end of what a pattern takes from `at` on. */
function pass(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** From the opening quote to the first character that cannot stand in a text: its closing quote, when all is well. */
function passText(text: string, opening: number): number {
  let at = opening + 1;
  while (at < text.length && text[at] !== '"' && text.charCodeAt(at) >= 0x20) {
    const next = text[at] === '\\' ? pass(ESCAPE, text, at) : at + 1;
    if (next === at) return at;
    at = next;
  }
  return at;
}

type Wanted = 'value' | 'value or end' | 'name' | 'name or end' | 'colon' | 'comma or end';

/** Index of the first character that cannot stand where it is, the length where something is missing; null for JSON. */
export function jsonMistake(text: string): number | null {
  const open: ('[' | '{')[] = [];
  let wanted: Wanted = 'value';
  let at = pass(BLANK, text, 0);
  for (;;) {
    const sign = text[at];
    if (wanted === 'comma or end' && open.length === 0) return sign === undefined ? null : at;
    if (sign === undefined) return at;
    const end = open.at(-1) === '[' ? ']' : '}';
    if (sign === end && wanted.endsWith('or end')) {
      open.pop();
      wanted = 'comma or end';
      at += 1;
    } else if (wanted === 'comma or end' || wanted === 'colon') {
      if (sign !== (wanted === 'colon' ? ':' : ',')) return at;
      wanted = wanted === 'colon' || open.at(-1) === '[' ? 'value' : 'name';
      at += 1;
    } else if (sign === '"') {
      const close = passText(text, at);
      // A text that runs to the end of its line was never closed: its beginning says more than its end.
      if (text[close] !== '"')
        return close === text.length || text[close] === '\n' || text[close] === '\r' ? at : close;
      wanted = wanted.startsWith('name') ? 'colon' : 'comma or end';
      at = close + 1;
    } else if (wanted.startsWith('name')) {
      return at;
    } else if (sign === '[' || sign === '{') {
      open.push(sign);
      wanted = sign === '[' ? 'value or end' : 'name or end';
      at += 1;
    } else {
      const past = pass(PLAIN, text, at);
      if (past === at) return at;
      wanted = 'comma or end';
      at = past;
    }
    at = pass(BLANK, text, at);
  }
}

/** The line an index is in, both counted from 1, and the text of that line. */
export function linePlace(text: string, at: number): { line: number; column: number; text: string } {
  const before = text.slice(0, at).split(/\r\n|\n|\r/);
  const start = at - (before.at(-1)?.length ?? 0);
  const rest = text.slice(start).split(/\r\n|\n|\r/, 1)[0] ?? '';
  return { line: before.length, column: at - start + 1, text: rest };
}
