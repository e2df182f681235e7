// The pool: progress, cancelling, sharing workers between jobs, refusing what cannot run.

import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { EquityJob, PlayerRange, Progress } from '../src/job.ts';
import { cardsOf, hand, RANDOM, range, testJob } from '../test/kernel.ts';
import { subsets } from '../test/naive.ts';
import { openNodePool } from './node.ts';

const pool = await openNodePool({ threads: 2 });
afterAll(() => pool.close());

const endless = testJob({
  players: [RANDOM, RANDOM, RANDOM],
  stop: { standardError: 0, trials: Infinity, timeMs: 60_000 },
});

test('progress rises, with equities and a falling error', async () => {
  const seen: Progress[] = [];
  const stop = { standardError: 0, trials: Infinity, timeMs: 2500 };
  await pool.run(testJob({ players: [RANDOM, RANDOM], stop }), { onProgress: (progress) => seen.push(progress) });
  expect(seen.length).toBeGreaterThan(2);
  for (const [i, progress] of seen.entries()) {
    expect(progress.equities).toHaveLength(2);
    expect(progress.done).toBeGreaterThanOrEqual(seen[i - 1]?.done ?? 0);
    expect(progress.done).toBeLessThanOrEqual(1);
    if (i > 0) expect(progress.standardError!).toBeLessThan(seen[i - 1]!.standardError! * 1.01);
  }
});

test('a cancelled job ends at once, and the workers go on with others', async () => {
  const control = new AbortController();
  const running = pool.run(endless, { signal: control.signal });
  await new Promise((resolve) => setTimeout(resolve, 100));
  const before = performance.now();
  control.abort();
  expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(performance.now() - before).toBeLessThan(500);
  expect(await pool.run(testJob({ players: [hand('AsAhKsKh'), RANDOM] }))).toMatchObject({ ok: true });
  const early = new AbortController();
  early.abort();
  expect(await pool.run(endless, { signal: early.signal })).toMatchObject({ ok: false, error: { code: 'cancelled' } });
});

test('long jobs share the workers with short ones', async () => {
  const control = new AbortController();
  const long = [1, 2, 3].map((seed) => pool.run({ ...endless, seed }, { signal: control.signal }));
  await new Promise((resolve) => setTimeout(resolve, 100));
  const short = await pool.run(
    testJob({ players: [hand('AsAhKsKh'), RANDOM], stop: { standardError: 0.01, trials: Infinity, timeMs: 20_000 } }),
  );
  expect(short.ok).toBe(true);
  control.abort();
  for (const answer of await Promise.all(long)) expect(answer).toMatchObject({ error: { code: 'cancelled' } });
});

test('jobs that know their combos keep them apart when they take turns', async () => {
  const aces = range(subsets([...cardsOf('AcAdAhAs')], 2).map((two) => [...two, ...cardsOf('Kd5c')]));
  const kings = range(subsets([...cardsOf('KcKdKhKs')], 2).map((two) => [...two, ...cardsOf('Qd6c')]));
  const job = (player: PlayerRange): EquityJob =>
    testJob({
      players: [player, RANDOM],
      boards: [cardsOf('Jd4s3s2h')],
      detail: { madeHands: false, nextCards: false, combos: true },
    });
  const alone = [await pool.run(job(aces)), await pool.run(job(kings))];
  const together = await Promise.all([pool.run(job(aces)), pool.run(job(kings))]);
  for (const [i, answer] of together.entries()) {
    const other = alone[i]!;
    if (!answer.ok || !other.ok) throw new Error('no answer');
    expect(answer.value.players.map((player) => player.comboEquities)).toEqual(
      other.value.players.map((player) => player.comboEquities),
    );
    expect(answer.value.players[0]!.equity).toBe(other.value.players[0]!.equity);
  }
});

describe('a job that cannot run is refused with its reason', () => {
  const base = { players: [hand('AsAhKsKh'), hand('9d8d7c6c')] };
  const cases: [string, Partial<EquityJob>, string][] = [
    ['one player', { players: [RANDOM] }, 'players'],
    ['nine players', { players: Array<PlayerRange>(9).fill(RANDOM) }, 'players'],
    ['eight of six cards', { game: 'plo6', players: Array<PlayerRange>(8).fill(RANDOM) }, 'players'],
    ['a hand too short', { players: [hand('AsAhKs'), RANDOM] }, 'cards'],
    ['a card twice', { players: [hand('AsAhKsKh'), hand('AsQd7c6c')] }, 'cards'],
    ['a card on the board and in a hand', { ...base, boards: [cardsOf('As2c3c')] }, 'cards'],
    ['a card that is none', { players: [{ kind: 'hand', cards: Uint8Array.of(1, 2, 3, 52) }, RANDOM] }, 'cards'],
    ['two board cards', { ...base, boards: [cardsOf('2c3c')] }, 'board'],
    ['three boards', { ...base, boards: [cardsOf(''), cardsOf(''), cardsOf('')] }, 'board'],
    ['an empty range', { players: [range([]), RANDOM] }, 'empty'],
    ['a range all of dead cards', { players: [range([[48, 49, 50, 51]]), RANDOM], dead: cardsOf('As') }, 'empty'],
    ['weights of 0', { players: [range([[0, 1, 2, 3]], [0]), RANDOM] }, 'weights'],
    ['no stop rule', { ...base, stop: { standardError: 0, trials: Infinity, timeMs: Infinity } }, 'stop'],
    ['a seed of 33 bits', { ...base, seed: 2 ** 32 }, 'stop'],
    ['exact ranges before the flop', { players: [RANDOM, RANDOM], method: 'exact' }, 'too-large'],
    [
      'exact with three ranges',
      { players: [RANDOM, RANDOM, RANDOM], boards: [cardsOf('2c3c4c')], method: 'exact' },
      'too-large',
    ],
    ['too many dead cards', { ...base, dead: Uint8Array.from({ length: 40 }, (_, i) => i) }, 'cards'],
  ];
  test.each(cases)('%s', async (_, job, code) => {
    expect(await pool.run(testJob({ ...base, ...job }))).toMatchObject({ ok: false, error: { code } });
  });

  test('a good job with one thing spoiled is answered or refused, never thrown', async () => {
    const spoil = fc.constantFrom<(job: EquityJob, n: number) => Partial<EquityJob>>(
      () => ({}),
      (job, n) => ({ players: job.players.slice(0, n % 4) }),
      (job, n) => ({ players: [...job.players, { kind: 'hand', cards: Uint8Array.of(n, n, n + 1, n + 2) }] }),
      (_, n) => ({ boards: [Uint8Array.from({ length: n % 7 }, (_c, i) => (i * n) % 53)] }),
      (_, n) => ({ dead: Uint8Array.from({ length: n }, (_c, i) => i) }),
      (_, n) => ({ seed: n / 3 }),
      (job, n) => ({ stop: { ...job.stop, trials: n - 5 } }),
      (job, n) => ({ players: [range([[n, n + 1, n + 2, n + 3]], [n * 3]), ...job.players.slice(1)] }),
      (_, n) => ({ game: n % 2 ? 'plo5' : 'holdem' }),
      (_, n) => ({ method: n % 2 ? 'exact' : 'sampled' }),
    );
    let answered = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(spoil, fc.nat({ max: 50 }), async (change, n) => {
        const stop = { standardError: 0.02, trials: 20_000, timeMs: 1_000 };
        const good = testJob({ players: [hand('AsAhKsKh'), RANDOM, hand('9d8d7c6c')], stop, budgetMs: 50 });
        const answer = await pool.run({ ...good, ...change(good, n) });
        if (answer.ok) {
          answered++;
          expect(answer.value.players.reduce((sum, player) => sum + player.equity, 0)).toBeCloseTo(1, 9);
        } else {
          refused++;
          expect(answer.error.message).not.toBe('');
        }
      }),
      { numRuns: 300, seed: 3 },
    );
    expect(answered).toBeGreaterThan(60);
    expect(refused).toBeGreaterThan(60);
  });
});
