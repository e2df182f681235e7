/** Reviews over the interface of a running server, with its scheduler and its worker: from a hand to what it cost. */
import type { HandLine, HandOfPlayer, ReviewLine, ReviewsQueued } from '@ploscope/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, makePlayer } from '../../../testing/interface/accounts.ts';
import { closeConnections, send } from '../../../testing/interface/actor.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ LIMITS: 'off', WORKER_EQUITIES: '0', WORKER_SOLVES: '1' });
});
afterAll(async () => {
  closeConnections();
  await server.close();
});

/** Heads-up PLO4: the turn is checked through, the river bet for an odd size and raised. */
const hand = (
  number: string,
  river: string,
): string => `PokerStars Hand #${number}:  Omaha Pot Limit ($1/$2 USD) - 2024/05/05 20:00:00 ET
Table 'Vesta' 2-max Seat #1 is the button
Seat 1: Hero ($200 in chips)
Seat 2: Villain ($200 in chips)
Hero: posts small blind $1
Villain: posts big blind $2
*** HOLE CARDS ***
Dealt to Hero [Kh Kd 8s 6c]
Hero: raises $4 to $6
Villain: calls $4
*** FLOP *** [Ks 9d 4c]
Villain: checks
Hero: bets $8
Villain: calls $8
*** TURN *** [Ks 9d 4c] [2h]
Villain: checks
Hero: checks
*** RIVER *** [Ks 9d 4c 2h] [7s]
${river}
`;
const FOLDED = hand(
  '901',
  `Villain: bets $11.50
Hero: folds
Uncalled bet ($11.50) returned to Villain
Villain collected $28 from pot
*** SUMMARY ***
Total pot $28 | Rake $0
Board [Ks 9d 4c 2h 7s]`,
);
const MULTIWAY = `PokerStars Hand #902:  Omaha Pot Limit ($1/$2 USD) - 2024/05/05 20:00:00 ET
Table 'Vesta' 3-max Seat #1 is the button
Seat 1: Hero ($200 in chips)
Seat 2: Villain ($200 in chips)
Seat 3: Other ($200 in chips)
Villain: posts small blind $1
Other: posts big blind $2
*** HOLE CARDS ***
Dealt to Hero [Kh Kd 8s 6c]
Hero: calls $2
Villain: calls $1
Other: checks
*** FLOP *** [Ks 9d 4c]
Villain: checks
Other: checks
Hero: checks
*** TURN *** [Ks 9d 4c] [2h]
Villain: checks
Other: checks
Hero: checks
*** RIVER *** [Ks 9d 4c 2h] [7s]
Villain: checks
Other: checks
Hero: bets $6
Villain: folds
Other: folds
Uncalled bet ($6) returned to Hero
Hero collected $6 from pot
*** SUMMARY ***
Total pot $6 | Rake $0
Board [Ks 9d 4c 2h 7s]
`;

const ask = async <T>({ bearer }: Account, method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => {
  const reply = await send(server.url, bearer, {
    method,
    path: `/api/hands${path}`,
    ...(body !== undefined && { body }),
  });
  return { status: reply.status, json: reply.json as T, text: reply.text };
};
const done = async <T>(
  account: Account,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T> => {
  const { status, json, text } = await ask<T>(account, method, path, body);
  expect(status, text).toBeLessThan(300);
  return json;
};
const linesOf = async (account: Account) => (await done<{ rows: HandLine[] }>(account, 'GET', '')).rows;
const reviewsOf = async (account: Account, query = '') =>
  (await done<{ rows: ReviewLine[] }>(account, 'GET', `/reviews${query}`)).rows;

/** Ranges so narrow that a turn with its rivers is solved in a moment. */
const NARROW = { name: 'narrow', ranges: { open: 'KK99, KK:8s6c, QJTT', call: '9944, QJT8:9h, AAT5$ss' } };

test('a hand goes from its import to what its decisions cost, and can be asked for again', async () => {
  const me = await makePlayer(server.url);
  await done(me, 'POST', '/import', { file: '', text: FOLDED });
  await done(me, 'POST', '/profile', NARROW);
  expect(await done(me, 'POST', '/reviews', { filter: '' })).toEqual<ReviewsQueued>({ queued: 1, skipped: [] });
  const [waiting] = await reviewsOf(me);
  expect(waiting).toMatchObject({
    hand: { number: '901', review: 'waiting' },
    review: { street: 'turn', seat: 1, profile: 'narrow', situations: ['call', 'open'], exploitability: null },
  });
  await expect.poll(async () => (await reviewsOf(me))[0]?.review.state, { timeout: 60_000 }).not.toBe('waiting');
  const [told] = await reviewsOf(me, '?state=analysed');
  expect(told?.review).toMatchObject({ state: 'analysed', reason: null, jobId: null });
  const { decisions, exploitability, evLost, evLostBb } = told!.review;
  expect(exploitability).toBeLessThan(0.02);
  expect(decisions.map(({ street, line, taken, narrowed }) => [street, line, taken, narrowed])).toEqual([
    ['turn', 'x', 'x', false],
    ['river', 'x-x-[7s]-b1150', 'f', true],
  ]);
  // Top set is folded to a bet of 11.50 into 28.00, against a range in which straights are few.
  const fold = decisions[1]!;
  expect(fold.actions.find(({ label }) => label === 'f')?.ev).toBeCloseTo(0, 3);
  expect(fold.evLost).toBeGreaterThan(fold.precision ?? Number.POSITIVE_INFINITY);
  expect(evLost).toBeGreaterThanOrEqual(fold.evLost ?? Number.POSITIVE_INFINITY);
  expect(evLostBb).toBeCloseTo((evLost ?? 0) / 200, 6);
  const [line] = await linesOf(me);
  expect(line).toMatchObject({ review: 'analysed', evLost });
  const whole = await done<HandOfPlayer>(me, 'GET', `/${line?.id}`);
  expect(whole.reviews).toEqual([told?.review]);

  const again = { hands: [line?.id], streets: ['river'] };
  expect(await done(me, 'POST', '/reviews', again)).toMatchObject({
    queued: 0,
    skipped: [{ code: 'reviewed', hands: 1 }],
  });
  expect(await done(me, 'POST', '/reviews', { ...again, again: true, villain: '9944' })).toMatchObject({ queued: 1 });
  const [anew] = await reviewsOf(me);
  expect(anew?.review).toMatchObject({ street: 'river', situations: [null, 'open'], spot: { oop: { range: '9944' } } });

  const other = await makePlayer(server.url);
  expect(await reviewsOf(other)).toEqual([]);
  expect((await ask(other, 'DELETE', `/reviews/${anew?.review.id}`)).status).toBe(404);
  expect(await done(other, 'POST', '/reviews', again)).toEqual({ queued: 0, skipped: [] });
  await done(me, 'DELETE', `/reviews/${anew?.review.id}`);
  expect(await reviewsOf(me)).toEqual([]);
  expect(await linesOf(me)).toMatchObject([{ review: 'none', evLost: null }]);
}, 90_000);

test('a hand that is no spot says why, once', async () => {
  const me = await makePlayer(server.url);
  await done(me, 'POST', '/import', { file: '', text: MULTIWAY });
  const queued = await done<ReviewsQueued>(me, 'POST', '/reviews', {});
  expect(queued).toMatchObject({ queued: 0, skipped: [{ code: 'review-multiway', hands: 1 }] });
  expect(await reviewsOf(me)).toMatchObject([
    { review: { state: 'no-solution', reason: { code: 'review-multiway' } } },
  ]);
  expect(await linesOf(me)).toMatchObject([{ review: 'no-solution' }]);
  expect(await done(me, 'POST', '/reviews', {})).toEqual({ queued: 0, skipped: [] });
});

test('a profile is read and kept, and a wrong one names its situation', async () => {
  const me = await makePlayer(server.url);
  expect(await done(me, 'GET', '/profile')).toMatchObject({ ranges: { any: '*' } });
  await done(me, 'POST', '/profile', NARROW);
  expect(await done(me, 'GET', '/profile')).toEqual(NARROW);
  const wrong = await ask(me, 'POST', '/profile', { name: 'wrong', ranges: { 'BTN.open': '1O%' } });
  expect(wrong.json).toMatchObject({ error: { code: 'hand-profile', field: 'BTN.open' } });
  const villain = await ask(me, 'POST', '/reviews', { villain: '1O%' });
  expect(villain.json).toMatchObject({ error: { code: 'request', field: 'villain' } });
});
