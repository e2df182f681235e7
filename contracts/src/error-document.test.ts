import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatErrorDocument } from './error-document.ts';
import { SPOT_ERRORS, statusOfError, WIRE_ERRORS } from './index.ts';

/** What poker says elsewhere: advice, permalinks, files, options that the request's schema has checked. */
const NOT_ON_THE_WIRE = [
  'bare-macro',
  'bare-any-cards',
  'capital-macro',
  'weight-rounded',
  'letter-for-zero',
  'class-twice',
  'any-kicker',
  'versus',
  'only-any-cards',
  'few-cards',
  'commas-in-hand',
  'link',
  'option',
  'ordering-magic',
  'ordering-header',
  'ordering-length',
  'plos-magic',
  'plos-version',
  'plos-truncated',
  'plos-damaged',
  // Of hand histories, told one by one in the answer of an import; and of filters, told as `hand-filter`.
  'unsupported-variant',
  'unreadable',
  'incomplete',
  'filter',
  'filter-field',
  'filter-value',
];

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** Every code in poker's sentences, and in the kernel's `JobError`. */
function spokenCodes(): string[] {
  const sentences = readdirSync(new URL('poker/src/text/', root))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => read(`poker/src/text/${name}`))
    .join('\n');
  const jobError = /interface JobError \{[\s\S]*?readonly player/.exec(read('kernel/src/job.ts'))?.[0] ?? '';
  const poker = [...sentences.matchAll(/code: '([a-z0-9-]+)'/g)];
  const kernel = [...jobError.matchAll(/\| '([a-z-]+)'/g)];
  expect(poker.length).toBeGreaterThan(30);
  expect(kernel.length).toBeGreaterThan(5);
  return [...poker, ...kernel].map((match) => match[1] ?? '');
}

test('the catalogue and what poker and the kernel say hold the same codes', () => {
  const spoken = new Set(spokenCodes().filter((code) => !NOT_ON_THE_WIRE.includes(code)));
  expect(Object.keys(SPOT_ERRORS).sort()).toEqual([...spoken].sort());
});

test('no code means two things', () => {
  for (const code of Object.keys(WIRE_ERRORS)) expect(SPOT_ERRORS).not.toHaveProperty(code);
});

test('docs/errors.md has every code with its status, and no other', () => {
  const document = read('docs/errors.md');
  expect(document).toBe(formatErrorDocument());
  const listed = [...document.matchAll(/^\| `([a-z-]+)` \|/gm)].map((match) => match[1]);
  expect(listed).toEqual([...Object.keys(WIRE_ERRORS), ...Object.keys(SPOT_ERRORS)]);
});

test('a wrong spot answers 422 and a wrong document 400', () => {
  expect(statusOfError('bad-rank')).toBe(422);
  expect(statusOfError('request')).toBe(400);
});
