/** `ploscope hands` as a program, with a server of its own. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ImportAnswer } from '@ploscope/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testFolder } from '../testing/folder.ts';
import { type Ended, startPloscope } from '../testing/ploscope.ts';
import { layCable, register, startServer, type TestServer } from '../testing/server.ts';
import { decoded } from './decoded.ts';
import { Piece } from './piece.ts';

const STARS = fileURLToPath(new URL('../../../poker/golden/hands/pokerstars/', import.meta.url));
const HAND = readFileSync(`${STARS}plo4-run-twice-on-the-turn.txt`, 'utf8').trim();
const handText = (number: number): string => HAND.replace(/Hand #\d+/, `Hand #${number}`);

const folder = testFolder(afterAll);
let server: TestServer;
beforeAll(async () => {
  server = await startServer(folder.in('data'), { LIMITS: 'off' });
});
afterAll(() => server?.stop());

/** `machine` has a home of its own. */
async function run(machine: string, args: readonly string[], input = ''): Promise<Ended> {
  const { child, ended } = startPloscope(args, { XDG_CONFIG_HOME: folder.in(machine), NO_COLOR: '1' });
  child.stdin.end(input);
  return ended;
}

async function login(machine: string, url = server.url): Promise<void> {
  const { email, password } = await register(server.url, `${machine}@example.org`);
  expect(await run(machine, ['login', '--server', url, '--email', email], `${password}\n`)).toMatchObject({ code: 0 });
}

const importJson = async (machine: string, ...paths: string[]): Promise<ImportAnswer & { files: number }> =>
  JSON.parse((await run(machine, ['hands', 'import', ...paths, '--json'])).out);

test('a folder is imported whole, errors name file and line, and what was exported is there already', async () => {
  await login('folder');
  const below = folder.in('histories/below');
  mkdirSync(below, { recursive: true });
  writeFileSync(`${below}/one.txt`, `\ufeff${handText(1)}\r\n\r\n\r\n${handText(2).replace('raises', 'rises')}\n`);
  writeFileSync(folder.in('histories/two.txt'), Buffer.from(`\ufeff${handText(3)}`, 'utf16le'));
  writeFileSync(folder.in('histories/.hidden'), 'nothing');
  writeFileSync(folder.in('histories/notes.txt'), 'no hand at all');
  const answer = await importJson('folder', folder.in('histories'));
  expect(answer).toMatchObject({ files: 3, hands: 2, duplicates: 0 });
  const line = HAND.split('\n').findIndex((text) => text.includes('raises')) + HAND.split('\n').length + 3;
  expect(answer.errors).toHaveLength(2);
  expect(answer.errors).toContainEqual(expect.objectContaining({ file: `${below}/one.txt`, line }));
  expect(answer.errors).toContainEqual(
    expect.objectContaining({ file: folder.in('histories/notes.txt'), code: 'unknown-format' }),
  );
  const checked = await run('nobody', ['hands', 'check', folder.in('histories'), '--json']);
  expect(JSON.parse(checked.out)).toEqual({ ...answer, errors: expect.arrayContaining(answer.errors) });

  for (const format of ['phh', 'ohh']) {
    const file = folder.in(`hands.${format}`);
    expect(await run('folder', ['hands', 'export', '--format', format, '--out', file])).toMatchObject({ code: 0 });
    expect(await importJson('folder', file)).toEqual({ files: 1, hands: 0, duplicates: 2, errors: [] });
  }
  const piped = await run('folder', ['hands', 'import', '-'], handText(4));
  expect(piped).toMatchObject({ code: 0, out: 'One hand imported from one file.\n' });
  const stats = JSON.parse((await run('folder', ['hands', 'stats', '--filter', 'position=BB', '--json'])).out);
  expect(stats).toMatchObject({
    hands: 3,
    statistics: expect.arrayContaining([expect.objectContaining({ key: 'vpip' })]),
  });
  expect((await run('folder', ['hands', 'list'])).out.split('\n')).toHaveLength(5);
});

test('an answer that is lost on its way is asked for again, and counted once', async () => {
  const cable = await layCable(server.url);
  await login('cable', cable.url);
  const file = folder.in('many.txt');
  const count = 300;
  writeFileSync(file, Array.from({ length: count }, (_, number) => handText(number)).join('\n\n'));
  cable.cutNextAnswer();
  expect(await importJson('cable', file)).toEqual({ files: 1, hands: count, duplicates: 0, errors: [] });
  cable.close();
});

test('what is asked wrongly is answered with what would be right', async () => {
  const told = async (...args: string[]) => (await run('folder', ['hands', ...args])).err;
  expect(await told('exprot')).toContain('ploscope hands export');
  expect(await told('import')).toContain('which files');
  expect(await told('import', folder.in('missing'))).toContain('no such file');
  expect(await told('list', '--filter', 'pos=BB')).toContain('Did you mean');
  expect(await told('stats', '--out', 'x')).toContain('does not go with');
});

test('a line of a piece is found again in its file', () => {
  const piece = new Piece();
  piece.add('a.txt', 3, ['A3', 'A4']);
  piece.add('b.txt', 1, ['B1']);
  const lines = piece.text.split('\n');
  const placed = (text: string) => piece.placed({ file: '', line: lines.indexOf(text) + 1, code: '', message: '' });
  expect(placed('A4')).toMatchObject({ file: 'a.txt', line: 4 });
  expect(placed('B1')).toMatchObject({ file: 'b.txt', line: 1 });
});

test('text is read in whatever bytes it was written', async () => {
  const read = async (...parts: Buffer[]): Promise<string> => {
    let text = '';
    for await (const part of decoded(
      (async function* () {
        yield* parts;
      })(),
    )) {
      text += part;
    }
    return text;
  };
  const euro = Buffer.from('€5 é');
  expect(await read(euro.subarray(0, 1), euro.subarray(1))).toBe('€5 é');
  expect(await read(Buffer.from([0x80, 0x35, 0xe9]))).toBe('€5é');
  expect(await read(Buffer.from('\ufeff€5', 'utf16le'))).toBe('€5');
  expect(await read(euro.subarray(0, 2))).toBe('\ufffd');
});
