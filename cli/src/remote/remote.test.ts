import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleSpot, testFolder } from '../testing/folder.ts';
import { type Ended, startPloscope } from '../testing/ploscope.ts';
import { layCable, proveAddress, register, startServer, type TestAccount, type TestServer } from '../testing/server.ts';

const RIVER = exampleSpot('river');
const TURN = exampleSpot('turn');
/** Nothing but the time ends it. */
const ENDLESS = [TURN, '--remote', '--target', '0%', '--time', '1h'];

const folder = testFolder(afterAll);
let server: TestServer;
let player: TestAccount;
beforeAll(async () => {
  // Too little for the turn at 32 bits a number.
  server = await startServer(folder.in('data'), { SOLVE_MAX_BYTES: '12000000', KERNEL_THREADS: '1' });
  player = await register(server.url, 'player@example.org');
  expect(await login('main')).toMatchObject({ code: 0 });
});
afterAll(() => server?.stop());

/** `machine` has a home of its own. */
const start = (machine: string, args: readonly string[]) =>
  startPloscope(args, { XDG_CONFIG_HOME: folder.in(machine), NO_COLOR: '1' });
const run = async (machine: string, args: readonly string[], input = ''): Promise<Ended> => {
  const { child, ended } = start(machine, args);
  child.stdin.end(input);
  const { code, out, err } = await ended;
  // What takes long shows its progress.
  return { code, out, err: err.replace(/^(\d+ iterations?|Preparing|Waiting|Fetching|\d+%).*\n/gm, '') };
};
const login = (machine: string, url = server.url, account = player) =>
  run(machine, ['login', '--server', url, '--email', account.email], `${account.password}\n`);
const fileOf = (machine: string) => folder.in(`${machine}/ploscope/credentials.json`);
const tokenNames = async (account = player) => {
  const { tokens } = (await account.ask('GET', '/api/auth/tokens')) as { tokens: { name: string; id: string }[] };
  return tokens.map(({ name }) => name);
};

describe('login', () => {
  test('keeps a token that only the owner reads, no session, and no password', async () => {
    expect(await run('main', ['whoami'])).toEqual({ code: 0, out: `player@example.org at ${server.url}\n`, err: '' });
    expect(statSync(fileOf('main')).mode & 0o777).toBe(0o600);
    expect(statSync(folder.in('main/ploscope')).mode & 0o777).toBe(0o700);
    expect(readdirSync(folder.in('main/ploscope'))).toEqual(['credentials.json']);
    const kept = readFileSync(fileOf('main'), 'utf8');
    expect(kept).toMatch(/"token": "plo_/);
    expect(kept).not.toContain(player.password);
    // The one of the test itself.
    expect(((await player.ask('GET', '/api/auth/sessions')) as { sessions: object[] }).sessions).toHaveLength(1);
  });

  test('again replaces the token of the machine; logout ends it and forgets it', async () => {
    const account = await register(server.url, 'twice@example.org');
    for (let i = 0; i < 2; i++) expect(await login('twice', server.url, account)).toMatchObject({ code: 0, err: '' });
    expect(await tokenNames(account)).toEqual([expect.stringMatching(/^ploscope on ./)]);
    expect(await run('twice', ['logout'])).toEqual({ code: 0, out: `Signed out of ${server.url}.\n`, err: '' });
    expect(await tokenNames(account)).toEqual([]);
    expect(readdirSync(folder.in('twice/ploscope'))).toEqual([]);
    expect(await run('twice', ['whoami'])).toEqual({
      code: 2,
      out: '',
      err: 'error: You are not signed in.\n  Sign in first: ploscope login --server URL\n',
    });
  });

  test('asks for a code where the account has a second factor', async () => {
    const account = await register(server.url, 'factor@example.org');
    await proveAddress(server.url, account);
    const { secret } = await account.ask('POST', '/api/auth/two-factor/begin', { password: account.password });
    const at = (steps: number) => codeOf(String(secret), Math.floor(Date.now() / 30_000) + steps);
    await account.ask('POST', '/api/auth/two-factor/confirm', { code: at(0) });
    const args = ['login', '--server', server.url, '--email', account.email];
    const without = await run('factor', args, account.password);
    expect(without).toMatchObject({ code: 1, out: '' });
    expect(without.err).toMatch(/^error: This account asks for a code as well\.\n {2}Sign in at a terminal/);
    // A code counts once, so the next one.
    expect(await run('factor', args, `${account.password}\n${at(1)}\n`)).toMatchObject({ code: 0, err: '' });
    expect((await run('factor', ['whoami', '--json'])).out).toContain('"email":"factor@example.org"');
  });

  test('with a token keeps it once it is tried; logout leaves it to its maker', async () => {
    const { token } = JSON.parse(readFileSync(fileOf('main'), 'utf8'));
    const args = ['login', '--server', server.url, '--token', '-'];
    const wrong = await run('given', args, `${token}x\n`);
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).toContain('does not know this token');
    expect(await run('given', args, `${token}\n`)).toMatchObject({ code: 0, err: '' });
    expect((await run('given', ['logout'])).err).toMatch(/^note: The token was given to login by hand and goes on/);
    expect((await run('main', ['whoami'])).code).toBe(0);
  });

  test.each([
    [['--server', 'example.org'], 2, '--server must be an address'],
    [['--server', 'http://example.org'], 2, 'http://example.org is another machine'],
    [['--server', 'http://127.0.0.1.example.org', '--token', 'plo_a'], 2, 'is another machine'],
    [['--server', 'http://127.0.0.1:65533', '--email', 'a@b.de'], 1, 'cannot be reached: connection refused'],
    [['--token', 'abc'], 2, '--token must be a personal access token'],
    [[], 2, 'The e-mail address is missing'],
  ])('%j is refused', async (args, code, told) => {
    const ended = await run('nobody', ['login', ...args], 'a password\n');
    expect(ended).toMatchObject({ code, out: '' });
    expect(ended.err).toContain(told);
  });

  test('a wrong password is told, and nothing is kept', async () => {
    const wrong = await run('wrong', ['login', '--server', server.url, '--email', player.email], 'wrong\n');
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).toMatch(/^error: The e-mail address or the password is wrong\.\n/);
    expect((await run('wrong', ['whoami'])).code).toBe(2);
  });
});

/** Time-based one-time password, RFC 6238, of a secret in base32. */
function codeOf(secret: string, step: number): string {
  const bits = [...secret]
    .map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', key).update(counter).digest();
  return String((hash.readUInt32BE((hash[19] ?? 0) & 15) & 0x7fffffff) % 1e6).padStart(6, '0');
}

describe('a solve of the server', () => {
  test('shows what a solve here shows, and its file is the same', async () => {
    const args = ['--iterations', '60'];
    const here = await run('main', ['solve', RIVER, ...args, '--out', folder.in('here.plos'), '--threads', '1']);
    const there = await run('main', ['solve', RIVER, ...args, '--out', folder.in('there.plos'), '--remote']);
    const timeless = (text: string) => text.replace(/in [\d.]+ m?s\.|Memory .*|there|here|[\d.]+ kB/g, '');
    expect(timeless(there.out)).toBe(timeless(here.out));
    expect(there.err).toMatch(/^Submitted as [0-9a-f-]{36}\.\n$/);
  });

  test('is JSON with its id and the figures of a solve here, where no file is wanted', async () => {
    const there = JSON.parse((await run('main', ['solve', RIVER, '--remote', '--iterations', '5', '--json'])).out);
    const figures = ['iterations', 'elapsedMs', 'memoryBytes', 'buckets', 'exploitability'];
    expect(Object.keys(there)).toEqual(['id', ...figures, 'evOop', 'evIp', 'equityOop', 'equityIp', 'root']);
    expect(there).toMatchObject({ iterations: 5, root: { actions: ['x', 'b30', 'b60'] } });
  });

  test('is made once, however often its answer is lost, and is watched through an outage', async () => {
    const cable = await layCable(server.url);
    expect(await login('cable', cable.url)).toMatchObject({ code: 0 });
    const before = JSON.parse((await run('main', ['jobs', '--json', '--limit', '100'])).out).jobs.length;
    cable.cutNextAnswer();
    const { ended, err } = start('cable', ['solve', TURN, '--remote', '--target', '0%', '--time', '1500ms', '--json']);
    await expect.poll(err, { timeout: 20_000 }).toContain('Submitted as');
    expect(err()).toMatch(/^note: The connection to \S+ is lost: .+\. Trying again\.\nnote: Connected again\.\n/);
    cable.setBroken(true);
    await expect.poll(() => err().split('is lost').length, { timeout: 20_000 }).toBe(3);
    cable.setBroken(false);
    const { code, out } = await ended;
    cable.close();
    expect(code).toBe(0);
    expect(JSON.parse(out).iterations).toBeGreaterThan(0);
    const { jobs } = JSON.parse((await run('main', ['jobs', '--json', '--limit', '100'])).out);
    expect(jobs).toHaveLength(before + 1);
  });

  test('goes on after Ctrl-C, is listed and cancelled, and leaves no half file', async () => {
    const out = folder.in('stopped.plos');
    const { child, ended, err } = start('main', ['solve', ...ENDLESS, '--out', out]);
    await expect.poll(err, { timeout: 20_000 }).toMatch(/\n(Preparing|\d+ iterations?) · /);
    child.kill('SIGINT');
    expect((await ended).code).toBe(130);
    const id = /Submitted as (\S+)\./.exec(err())?.[1] ?? '';
    expect(err()).toContain(
      `The job goes on. Watch it: ploscope jobs watch ${id}\nCancel it: ploscope jobs cancel ${id}\n`,
    );
    expect(readdirSync(folder.path).filter((name) => name.includes('stopped'))).toEqual([]);
    expect((await run('main', ['jobs', '--limit', '1'])).out).toMatch(
      new RegExp(`^${id}  computing  .* m?s ago\n  solve   PLO4 .*, pot .*, as far as it gets\n( .*\n)?$`),
    );
    const fetch = () => run('main', ['jobs', 'fetch', id, '--out', out]);
    expect(await fetch()).toEqual({
      code: 1,
      out: '',
      err: `error: The job has no file yet: it is computing.\n  Wait for it: ploscope jobs watch ${id} --out FILE\n`,
    });
    const cancel = () => run('main', ['jobs', 'cancel', id]);
    expect(await cancel()).toEqual({ code: 0, out: `Cancelled: ${id}\n`, err: '' });
    expect(await cancel()).toEqual({ code: 0, out: `It was cancelled already: ${id}\n`, err: '' });
    expect(await fetch()).toEqual({
      code: 1,
      out: '',
      err: 'error: The job was cancelled, so it has no file.\n  Submit it again: ploscope solve SPOT --remote\n',
    });
    const watched = await run('main', ['jobs', 'watch', id]);
    expect(watched).toEqual({ code: 1, out: '', err: `error: The job ${id} was cancelled.\n` });
  });

  test('is left to the server by --detach, then watched and fetched', async () => {
    const { code, out, err } = await run('main', ['solve', RIVER, '--remote', '--iterations', '9', '--detach']);
    const id = out.trim();
    expect({ code, err }).toEqual({ code: 0, err: `Watch it: ploscope jobs watch ${id}\n` });
    const watched = await run('main', ['jobs', 'watch', id, '--json', '--out', folder.in('watched.plos')]);
    expect(JSON.parse(watched.out)).toMatchObject({ id, iterations: 9 });
    const fetched = await run('main', ['jobs', 'fetch', id, '--out', folder.in('fetched.plos')]);
    expect(fetched).toMatchObject({ code: 0, err: '' });
    expect(fetched.out).toMatch(/^Written to .*fetched\.plos, [\d.]+ kB\.\n$/);
    expect(readFileSync(folder.in('fetched.plos')).equals(readFileSync(folder.in('watched.plos')))).toBe(true);
  });

  test('that cannot be computed says why', async () => {
    const large = await run('main', ['solve', TURN, '--remote', '--method', 'exact', '--storage', '32']);
    expect(large).toMatchObject({ code: 2, out: '' });
    // Before it is a job.
    expect(large.err).toMatch(
      /^error: This solve takes at least \d+ MB of memory, and this server gives one solve 11 MB\.\n {2}Leave the method at auto, leave the storage at auto, /,
    );
    const long = await run('main', ['solve', RIVER, '--remote', '--iterations', '2000000']);
    expect(long).toMatchObject({ code: 2, out: '' });
    expect(long.err).toMatch(/^error: --iterations: /);
    const bad = folder.in('bad.json');
    writeFileSync(bad, JSON.stringify({ ...JSON.parse(readFileSync(RIVER, 'utf8')), dead: 'Kx' }));
    expect((await run('main', ['solve', bad, '--remote'])).err).toMatch(/^error: dead: .*\n {2}Kx\n {3}\^\n/);
  });

  test.each([
    [['--remote', '--threads', '2'], '--threads is for a solve on this machine'],
    [['--remote', '--max-memory', '1g'], '--max-memory is for a solve on this machine'],
    [['--remote', '--checkpoint', 'a'], '--checkpoint is for a solve on this machine'],
    [['--remote', '--detach', '--out', 'a'], 'With --detach nothing is waited for'],
    [['--detach'], '--detach goes with --remote'],
    [['--remote', '--out', '/nonexistent/a.plos'], 'cannot be written: no such file or directory'],
  ])('is refused with %j', async (args, told) => {
    const { code, out, err } = await run('main', ['solve', RIVER, ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(told);
  });
});

test('an equity of the server is that of this machine', async () => {
  const hands = ['equity', 'AsAhKsKh', '9d8d7c6c'];
  const timeless = ({ out }: Ended) => out.replace(/in [\d.]+ m?s\./, '');
  const there = await run('main', [...hands, '--remote']);
  expect(timeless(there)).toBe(timeless(await run('main', hands)));
  const id = JSON.parse((await run('main', ['jobs', '--json', '--limit', '1'])).out).jobs[0].id;
  expect(there.err).toBe(`Submitted as ${id}.\n`);
  expect(await run('main', ['jobs', 'cancel', id])).toEqual({
    code: 1,
    out: '',
    err: `error: The job is done already, so there is nothing to cancel.\n  Its answer: ploscope jobs watch ${id}\n`,
  });
  expect((await run('main', ['jobs', 'watch', id])).out).toMatch(/ {2}1 {2}AsAhKsKh +1 +60\.05% /);
  expect((await run('main', ['jobs', 'fetch', id, '--out', folder.in('none.plos')])).err).toContain('is an equity');
  expect((await run('main', [...hands, '--remote', '--threads', '2'])).code).toBe(2);
});

test('jobs that have ended are deleted, one or all', async () => {
  const cleaner = await register(server.url, 'cleaner@example.org');
  expect(await login('cleaner', server.url, cleaner)).toMatchObject({ code: 0 });
  const equity = { hands: ['AsAhKsKh', '9d8d7c6c'], board: 'Qs5h4c2h' };
  const submit = async (path: string, body: object) => String((await cleaner.ask('POST', path, body)).id);
  const [one = '', other = ''] = await Promise.all([1, 2, 3].map(() => submit('/api/study/equities', equity)));
  const endless = { ...JSON.parse(readFileSync(TURN, 'utf8')), options: { iterations: 1_000_000 } };
  const open = await submit('/api/study/solves', endless);
  const statuses = async () =>
    ((await cleaner.ask('GET', '/api/jobs')).rows as { id: string; status: string }[]).map(({ status }) => status);
  await expect.poll(async () => (await statuses()).slice(1), { timeout: 20_000 }).toEqual(Array(3).fill('COMPLETED'));
  expect(await run('cleaner', ['jobs', 'delete', one])).toEqual({ code: 0, out: `Deleted: ${one}\n`, err: '' });
  const again = await run('cleaner', ['jobs', 'delete', one, other]);
  expect(again).toEqual({ code: 1, out: `Deleted: ${other}\n`, err: `note: ${one}: You have no job ${one}.\n` });
  const running = await run('cleaner', ['jobs', 'delete', open]);
  expect(running).toMatchObject({ code: 1, out: '' });
  expect(running.err).toMatch(/^error: The job has not ended yet\.\n {2}Cancel it first/);
  expect(await run('cleaner', ['jobs', 'delete', '--finished'])).toMatchObject({ code: 2, out: '' });
  expect(await run('cleaner', ['jobs', 'delete', '--finished', '--yes'])).toMatchObject({ out: 'Deleted one job.\n' });
  expect(await statuses()).toHaveLength(1);
  expect((await run('cleaner', ['jobs', 'cancel', open])).code).toBe(0);
});

test.each([
  [['delete'], 2, 'Say which jobs'],
  [['delete', 'x'], 2, 'This is not the id of a job.\n  x\n  ^'],
  [['--finished'], 2, '--finished goes with ploscope jobs delete'],
  [['wach', 'x'], 2, 'Did you mean ploscope jobs watch?'],
  [['watch'], 2, 'Give the id of one job'],
  [['watch', 'x'], 2, 'This is not the id of a job.\n  x\n  ^'],
  [['cancel', '01943d3a-7c1b-7e0f-8a55-3f1d2c4b5a69'], 2, 'You have no job 01943d3a'],
  [['--limit', '0'], 2, '--limit must be a whole number from 1 to 100'],
  [['fetch', '01943d3a-7c1b-7e0f-8a55-3f1d2c4b5a69'], 2, 'fetch needs --out FILE.'],
])('jobs %j is refused', async (args, code, told) => {
  const ended = await run('main', ['jobs', ...args]);
  expect(ended).toMatchObject({ code, out: '' });
  expect(ended.err).toContain(told);
});
