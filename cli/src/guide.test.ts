import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SHIM = fileURLToPath(new URL('../bin/ploscope.mjs', import.meta.url));
const guide = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8');
const examples = [...guide.matchAll(/^```console\n\$ ploscope ([^\n]*)\n([\s\S]*?)\n```$/gm)].map(
  ([, words, output]) => ({
    words: words ?? '',
    output: output ?? '',
  }),
);
/** Times differ, and so does whether an answer takes long enough to report its progress. */
const timeless = (text: string): string =>
  text
    .replace(/in [\d.]+ m?s\./g, 'in T.')
    .replace(/^\d+% · .*\n?/gm, '')
    .trimEnd();

test('the guide has its examples', () => {
  expect(examples.length).toBeGreaterThan(6);
});

test.each(examples)('the guide is right about: ploscope $words', async ({ words, output }) => {
  const command = `"$0" "$1" ${words}`;
  const text = await new Promise<string>((resolve) => {
    execFile('/bin/sh', ['-c', command, process.execPath, SHIM], (_error, out, err) => resolve(out + err));
  });
  expect(timeless(text.trimEnd())).toBe(timeless(output));
});
