import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearest } from './suggestion.ts';
import { formatBar } from './terminal/bar.ts';
import { formatCaret } from './terminal/caret.ts';
import { outputOf } from './terminal/output.ts';
import { ploscope, startPloscope } from './testing/ploscope.ts';

test('help and version are where people look for them', async () => {
  for (const args of [[], ['help'], ['--help'], ['-h']]) {
    const { code, out } = await ploscope(args);
    expect(code).toBe(0);
    expect(out).toContain("ploscope equity 'AA$ds' '15%' --board Ks9d4c");
  }
  for (const command of [
    'equity',
    'range',
    'estimate',
    'solve',
    'show',
    'login',
    'logout',
    'whoami',
    'jobs',
    'serve',
  ]) {
    const { code, out } = await ploscope([command, '--help']);
    expect(code).toBe(0);
    expect(out).toContain(`ploscope ${command}`);
    expect(out).toContain('Examples');
    expect((await ploscope(['help', command])).out).toBe(out);
  }
  expect((await ploscope(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('no words make it fail otherwise than by an answer or an exit code', { timeout: 60_000 }, async () => {
  const word = fc.oneof(
    fc.constantFrom('equity', 'range', 'AsAhKsKh', '9d8d7c6c', 'AA', '--', '-', '--json', '--list', '--count', '-x'),
    fc.constantFrom('--line', '--hand', '--out', '--target', '--time', '0.1%', 'x-b60', '--by', 'package.json'),
    fc.constantFrom('--board', '--board2', '--dead', '--game', '--exact', '--trials', '--seed', '--threads', '3'),
    fc.stringMatching(/^[-=AKQJT2-9shdc*$,:!()[\]@%+]{0,10}$/),
    fc.string({ maxLength: 8 }).filter((text) => !text.includes('\0')),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('equity', 'range', 'estimate', 'solve', 'show'),
      fc.array(word, { maxLength: 6 }),
      async (command, words) => {
        const { code, out, err } = await ploscope([command, ...words]);
        expect([0, 1, 2]).toContain(code);
        expect(out + err).not.toMatch(/\n\s+at |TypeError|ReferenceError|Something went wrong/);
        expect(code === 0 || err.startsWith('error: ') || err.startsWith('note: ')).toBe(true);
      },
    ),
    { numRuns: 120 },
  );
});

test('serve starts the server, and ends with it', async () => {
  // As root its database runs as another user, who has to come through.
  const folder = await mkdtemp(join(tmpdir(), 'ploscope-serve-'));
  await chmod(folder, 0o711);
  const { child, ended, out } = startPloscope(['serve', '--port', '0'], { PLOSCOPE_DATA: join(folder, 'data') });
  for (let i = 0; i < 200 && !out().includes('http'); i++) await new Promise((resolve) => setTimeout(resolve, 50));
  const url = /http:\/\/\S+/.exec(out())?.[0].replace('localhost', '127.0.0.1');
  expect((await fetch(`${url}/health`)).status).toBe(200);
  child.kill('SIGINT');
  expect((await ended).code).toBe(0);
  await rm(folder, { recursive: true, force: true });
});

test('a taken port is told with another one to choose', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const { code, out, err } = await ploscope(['serve', '--port', String(port)]);
  taken.close();
  expect({ code, out }).toEqual({ code: 1, out: '' });
  const advice = `Stop the program that uses it, or choose another: ploscope serve --port ${port + 1}`;
  expect(err).toBe(`error: Port ${port} is already in use.\n  ${advice}\n`);
});

describe('the terminal', () => {
  test('colour and bars are for terminals, and NO_COLOR is obeyed', () => {
    expect(outputOf({ isTTY: true, columns: 100 }, {})).toEqual({ terminal: true, colour: true, width: 100 });
    expect(outputOf({ isTTY: true, columns: 100 }, { NO_COLOR: '1' }).colour).toBe(false);
    expect(outputOf({ isTTY: true }, { TERM: 'dumb' })).toEqual({ terminal: true, colour: false, width: 80 });
    expect(outputOf({}, {})).toMatchObject({ terminal: false, colour: false });
  });

  test('a bar is as wide as asked for, whatever the share', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 2, noNaN: true }), fc.integer({ min: 1, max: 60 }), (share, width) => {
        expect([...formatBar(share, width)]).toHaveLength(width);
      }),
    );
    expect(formatBar(0.5, 4)).toBe('██░░');
    expect(formatBar(1, 4)).toBe('████');
    expect(formatBar(0, 4)).toBe('░░░░');
  });

  test('a caret stands under its character, in a long text too', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'binary' }), fc.nat(300), (text, at) => {
        const [shown = '', caret = ''] = formatCaret(text, at);
        expect(caret).toMatch(/^ +\^$/);
        expect(caret.length).toBeLessThan(80);
        expect(shown.includes('\n')).toBe(false);
      }),
    );
    const long = `${'A,'.repeat(100)}Z${',K'.repeat(100)}`;
    const [shown = '', caret = ''] = formatCaret(long, 200);
    expect([...shown][caret.length - 1]).toBe('Z');
  });

  test('a name is suggested when it is near, and only then', () => {
    const names = ['board', 'board2', 'dead', 'precision'];
    expect(nearest('bord', names)).toBe('board');
    expect(nearest('precison', names)).toBe('precision');
    expect(nearest('prec', names)).toBe('precision');
    expect(nearest('deda', names)).toBe('dead');
    expect(nearest('xyzzy', names)).toBeNull();
  });
});
