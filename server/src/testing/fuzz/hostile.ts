/** What a client may send that no form asks for: values, texts, bytes. */
import type { Random } from './random.ts';

const LONG = 'x'.repeat(5000);

export const HOSTILE_TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\u0001\u0008\u001b[2J',
  '\ud800',
  '\udfff\ud800',
  '😀'.repeat(200),
  'e\u0301\u0301\u0301',
  '\u202eabc',
  '\ufeff',
  'İı',
  '__proto__',
  'constructor',
  'toString',
  "' or 1=1 --",
  '"; drop table jobs.jobs; --',
  '{{7*7}}<%= 7 %>#{7*7}',
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  '%s%s%n',
  '\r\nx-injected: yes',
  'null',
  'undefined',
  'NaN',
  '-0',
  '1e999',
  '0x10',
  '9007199254740993',
  '00000000-0000-0000-0000-000000000000',
  'a@b',
  `${'a'.repeat(64)}@${'b'.repeat(200)}.example`,
  '$argon',
  LONG,
  `${LONG}\u0000`,
];

const HOSTILE_VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  1e308,
  5e-324,
  [],
  {},
  [[]],
  [null],
  { length: -1 },
  { toString: 1, valueOf: null },
  Array.from({ length: 300 }, () => 'AsAhKsKh'),
];

const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  '',
  'extra',
  '0',
  'length',
  'id',
  'userId',
  'role',
];

export function hostileText(random: Random): string {
  if (random.chance(0.3)) {
    return String.fromCodePoint(...Array.from({ length: random.below(40) }, () => random.below(0x11_0000)));
  }
  return random.pick(HOSTILE_TEXTS);
}

function hostileValue(random: Random): unknown {
  return random.chance(0.6) ? hostileText(random) : random.pick(HOSTILE_VALUES);
}

/** A copy of a document with one thing in it changed. */
export function mutate(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random.chance(0.1)) return hostileValue(random);
  if (Array.isArray(value)) {
    const copy: unknown[] = [...value];
    const at = random.below(copy.length + 1);
    const how = random.below(4);
    if (how === 0) copy.splice(at, 1);
    else if (how === 1) copy.splice(at, 0, hostileValue(random));
    else if (how === 2) for (let i = 0; i < 200; i++) copy.push(copy[0] ?? null);
    else copy[at] = mutate(copy[at], random);
    return copy;
  }
  const copy: Record<string, unknown> = { ...value };
  const name = random.pick([...Object.keys(copy), random.pick(NAMES)]);
  const how = random.below(5);
  if (how === 0) delete copy[name];
  // `__proto__` as a name of the document's own, as `JSON.parse` makes it.
  else if (how === 1) define(copy, random.pick(NAMES), hostileValue(random));
  else if (how === 2) define(copy, name, [copy[name]]);
  else define(copy, name, mutate(copy[name], random));
  return copy;
}

function define(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
}

/** Bytes of a document, as they should be or not. */
export function hostileBytes(text: string, random: Random): Buffer {
  const at = random.below(text.length + 1);
  switch (random.below(14)) {
    case 0:
      return Buffer.from(text.slice(0, at));
    case 1:
      return Buffer.from(`${text.slice(0, at)}\u0000${text.slice(at)}`);
    case 2:
      return Buffer.concat([
        Buffer.from(text.slice(0, at)),
        Buffer.from([0xff, 0xc0, 0x80]),
        Buffer.from(text.slice(at)),
      ]);
    case 3:
      return Buffer.from(`\ufeff${text}`);
    case 4:
      return Buffer.from(`${text}${text}`);
    case 5:
      return Buffer.from(text.replace(/^\{/, '{"__proto__":{"admin":true},'));
    case 6:
      return Buffer.from(text.replace(/"(\w+)":/, '"$1":1,"$1":'));
    case 7:
      return Buffer.from(
        text.replace(/\d+|"[^"]*"(?!:)/, random.pick(['NaN', '1e999', '-', '01', `1${'0'.repeat(400)}`, '"\\ud800"'])),
      );
    case 8:
      return Buffer.from(text.replaceAll('"', "'"));
    case 9:
      return Buffer.from(random.pick(['', ' ', 'null', '[]', '""', 'true', '0', '{', '[[', '{"a":', '\u0000']));
    case 10:
      return Buffer.from(nested(random.pick([50, 500, 20_000])));
    case 11:
      return Buffer.from(`{"hands":${nested(random.pick([50, 3000]))}}`);
    case 12:
      return Buffer.from(text.replace(/\}$/, `,"extra":"${'y'.repeat(random.pick([1000, 64 * 1024, 1100 * 1024]))}"}`));
    default:
      return Buffer.from(Array.from({ length: random.below(200) }, () => random.below(256)));
  }
}

function nested(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth);
}
