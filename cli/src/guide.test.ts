import { execFile } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { exampleSpot, testFolder } from './testing/folder.ts';

const SHIM = fileURLToPath(new URL('../bin/ploscope.mjs', import.meta.url));
const guide = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8');
const examples = [...guide.matchAll(/^```console\n\$ ploscope ([^\n]*)\n([\s\S]*?)\n```$/gm)].map(
  ([, words, output]) => ({
    words: words ?? '',
    output: output ?? '',
  }),
);
/**
 * Times differ, and what is reckoned from them; sizes of deflated files a little from Node to Node; and so does whether an
 * answer takes long enough to report its progress.
 */
const timeless = (text: string): string =>
  text
    .replace(/in [\d.]+ m?s\./g, 'in T.')
    .replace(/, [\d.]+ [kMG]B\.$/gm, ', SIZE.')
    .replace(/about [\d.]+ m?s on/g, 'about T on')
    .replace(/[\d,]+ in ten minutes/g, 'N in ten minutes')
    .replace(/^(\d+%|[\d,]+ iterations?|\d+ of \d+ cards|(Preparing|Measuring|Solving)\b.*)( · .*)?\n?/gm, '')
    .trimEnd();

// The guide solves a spot, then looks at what was written: one folder for all of it, with the spots in it.
const folder = testFolder(afterAll);
for (const name of ['river', 'turn', 'flop', 'two-boards-turn'] as const)
  cpSync(exampleSpot(name), folder.in(`${name}.json`));

test('the guide has its examples', () => {
  expect(examples.length).toBeGreaterThan(6);
});

test('the guide shows the spot of the examples as it is', () => {
  expect(guide).toContain(`\`\`\`json\n${readFileSync(exampleSpot('river'), 'utf8')}\`\`\``);
});

test.each(examples)('the guide is right about: ploscope $words', async ({ words, output }) => {
  const command = `"$0" "$1" ${words}`;
  const text = await new Promise<string>((resolve) => {
    const options = { cwd: folder.path };
    execFile('/bin/sh', ['-c', command, process.execPath, SHIM], options, (_error, out, err) => resolve(out + err));
  });
  // How many threads a solve takes follows from how fast the machine is just now, and its memory from how many they are.
  const told = (said: string): string =>
    words.includes('--threads') ? timeless(said) : timeless(said).replace(/Memory \d+ MB,/, 'Memory SIZE,');
  expect(told(text.trimEnd())).toBe(told(output));
});
