import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadOrderings } from './ordering-files.ts';
import { type Ended, runProgram } from './testing/ploscope.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DATA = pathToFileURL(join(ROOT, 'poker/data/'));

/** The built command in a folder of its own, where PLO4 has a damaged ordering and PLO5 none at all. */
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ploscope-orderings-'));
  cpSync(join(ROOT, 'cli/dist'), join(folder, 'cli/dist'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  rmSync(join(folder, 'cli/dist/data'), { recursive: true });
  mkdirSync(join(folder, 'cli/dist/data'));
  for (const name of ['plo4-1', 'plo4-5']) writeFileSync(join(folder, `cli/dist/data/${name}.bin`), 'damaged');
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (args: string, input = ''): Promise<Ended> =>
  runProgram(join(folder, 'cli/dist/main.js'), args.split(' '), input);

test('an ordering that is damaged in one folder is taken from the next, and left out when it is in none', () => {
  const damaged = pathToFileURL(join(folder, 'cli/dist/data/'));
  expect([...loadOrderings(['plo4-1'], [damaged, DATA]).keys()]).toEqual(['plo4-1']);
  expect(loadOrderings(['plo4-1', 'plo5-1'], [damaged]).size).toBe(0);
});

test('a file that holds another ordering than its name says is damaged', () => {
  const mixed = mkdtempSync(join(folder, 'mixed-'));
  cpSync(new URL('plo4-5.bin', DATA), join(mixed, 'plo4-1.bin'));
  expect(loadOrderings(['plo4-1'], [pathToFileURL(`${mixed}/`)]).size).toBe(0);
});

test.each(['plo4', 'plo5'])('a spot of %s that needs a missing ordering is refused with what to do', async (game) => {
  for (const words of [`equity 15% AA --game ${game}`, `range 15% --game ${game}`]) {
    const { code, out, err } = await run(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`percentage ordering ${game}-`);
    expect(err).toContain('npm run build -- --force');
    expect(err).not.toContain('Something went wrong');
  }
  const without = game === 'plo4' ? 'equity AsAhKsKh 9d8d7c6c' : 'equity AsAhKsKhQd 9d8d7c6c5c --game plo5';
  expect((await run(without)).code).toBe(0);
});

test('in a batch it is the error of its line', async () => {
  const lines = ['{"hands":["15%","AA"],"trials":10}', '{"hands":["AsAhKsKh","9d8d7c6c"]}'];
  const { code, out } = await run('equity --batch -', lines.join('\n'));
  expect(code).toBe(0);
  const [refused, answered] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(refused).toMatchObject({ error: { code: 'ordering-missing', field: 'hands[0]', line: 1 } });
  expect(answered).toMatchObject({ exact: true });
});
