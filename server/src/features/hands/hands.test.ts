/** Hands over the interface of a running server: what is imported, what becomes of it, and how much one may have. */
import { readdirSync, readFileSync } from 'node:fs';
import type { ImportAnswer } from '@ploscope/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HandsOfPlayer, handsOf } from '../../testing/hands/players.ts';
import { chanceOf, randomHand } from '../../testing/hands/random-hand.ts';
import { starsText } from '../../testing/hands/stars-text.ts';
import { makeGuest } from '../../testing/interface/accounts.ts';
import { closeConnections, codeOf, send } from '../../testing/interface/actor.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const GOLDEN = new URL('../../../../poker/golden/hands/', import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, GOLDEN), 'utf8');
const STARS = readdirSync(new URL('pokerstars/', GOLDEN)).map((name) => `pokerstars/${name}`);
const MOST = 40;

const chance = chanceOf(7);
let numbers = 0;
const texts = (count: number): string =>
  Array.from({ length: count }, () => starsText(randomHand(++numbers, chance))).join('\n\n\n');

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    LIMITS: 'off',
    WORKER_EQUITIES: '0',
    WORKER_SOLVES: '0',
    HANDS_PER_PLAYER: String(MOST),
  });
});
afterAll(async () => {
  closeConnections();
  await server.close();
});

const newcomer = async (): Promise<HandsOfPlayer> => handsOf(server.url, await makeGuest(server.url));
const heldBy = async (me: HandsOfPlayer): Promise<number> => {
  const { rows } = await me.list({ limit: '100' });
  const [row] = await server.db.query<{ hands: number; held: number }>(
    `select h.hands, (select count(*) from hands.hands x where x.user_id = h.user_id) as held
     from hands.held h where user_id = (select user_id from hands.hands where id = $1)`,
    [rows[0]?.id ?? null],
  );
  expect(row?.hands ?? 0).toBe(row?.held ?? 0);
  expect(rows.length).toBe(row?.held ?? 0);
  return rows.length;
};

test('what a file holds is imported, what cannot be is named with its line, and again they are duplicates', async () => {
  const me = await newcomer();
  const text = STARS.map(textOf).join('\n\n');
  const first = await me.importText(text, 'all.txt');
  expect(first.hands).toBeGreaterThan(3);
  expect(first.errors.map(({ code }) => code)).toEqual(expect.arrayContaining(['cancelled', 'unsupported-variant']));
  for (const { file, line } of first.errors) {
    expect(file).toBe('all.txt');
    expect(text.split('\n')[line - 1]).toContain('PokerStars');
  }
  const again = { hands: 0, duplicates: first.hands };
  expect(await me.importText(text, 'all.txt')).toEqual({ ...again, errors: first.errors });
  for (const format of ['phh', 'ohh']) {
    const exported = await me.get(`/api/hands/export?format=${format}`);
    expect(await me.importText(Buffer.from(exported.text, 'latin1').toString())).toEqual({ ...again, errors: [] });
  }
});

test('a line of the list has what was played, the whole hand its document and its text', async () => {
  const me = await newcomer();
  const text = textOf('pokerstars/plo4-run-twice-on-the-turn.txt');
  await me.importText(text);
  const [line] = (await me.list({ filter: 'position=BB' })).rows;
  expect(line).toMatchObject({ number: '301000000002', stakes: '€1/€2', cards: 'AhKhQdJs', net: -75, adjusted: -4060 });
  expect((await me.get(`/api/hands/${line?.id}`)).json).toMatchObject({
    line,
    document: { hand: 'hand/1', id: '301000000002' },
    reviews: [],
  });
  const source = await me.get(`/api/hands/${line?.id}/source`);
  expect(Buffer.from(source.text, 'latin1').toString()).toBe(text.trimEnd());
});

test('the same text from two sides at once is there once, and a key gets the first answer', async () => {
  const me = await newcomer();
  const text = texts(15);
  const answers = await Promise.all([me.importText(text), me.importText(text), me.importText(text)]);
  const sum = (of: (answer: ImportAnswer) => number): number => answers.reduce((all, answer) => all + of(answer), 0);
  expect(sum(({ hands }) => hands)).toBe(15);
  expect(sum(({ duplicates }) => duplicates)).toBe(30);
  expect(await heldBy(me)).toBe(15);

  const keyed = texts(5);
  const first = await me.tryImport(keyed, 'a key');
  expect(first.json).toEqual({ hands: 5, duplicates: 0, errors: [] });
  expect((await me.tryImport(keyed, 'a key')).json).toEqual(first.json);
  expect(codeOf(await me.tryImport(text, 'a key'))).toBe('idempotency-key');
  expect(await heldBy(me)).toBe(20);
});

test('beyond what one may have, a piece is refused whole; what is there already still counts as such', async () => {
  const me = await newcomer();
  const text = texts(MOST - 5);
  await me.importText(text);
  expect(codeOf(await me.tryImport(texts(6)))).toBe('hands-full');
  expect(await heldBy(me)).toBe(MOST - 5);
  expect(await me.importText(texts(5))).toMatchObject({ hands: 5 });
  expect(await me.importText(text)).toMatchObject({ hands: 0, duplicates: MOST - 5 });
  expect(codeOf(await me.tryImport(texts(1)))).toBe('hands-full');
});

test('a piece whose transaction is cut is there not at all, and is imported when it is sent again', async () => {
  const me = await newcomer();
  await me.importText(texts(1));
  const text = texts(20);
  // Holds the row that every import takes first, so that the import waits within its transaction.
  const cut = server.db.asOwner(async (trx) => {
    await trx.selectFrom('hands.held').select('user_id').forUpdate().execute();
    const sent = me.tryImport(text);
    await expect
      .poll(() =>
        server.db.query(`select pid from pg_stat_activity where wait_event_type = 'Lock' and usename like '%_hands'`),
      )
      .toHaveLength(1);
    await server.db.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and usename like '%_hands'`,
    );
    return sent;
  });
  expect(codeOf(await cut)).toBe('unavailable');
  expect(await heldBy(me)).toBe(1);
  expect(await me.importText(text)).toEqual({ hands: 20, duplicates: 0, errors: [] });
});

test('text that means harm costs its sender an error, and nothing of it breaks a row', async () => {
  const me = await newcomer();
  const good = texts(1);
  const evil = texts(1)
    .replaceAll('Hero', 'He\u0000ro\ud800')
    .replaceAll('Random', `'; drop table x; --${'é'.repeat(3000)}`);
  const answer = await me.importText(`\u0000\ud800\n${evil}\n\n\n${good}`, 'a\u0000b\udfff');
  expect(answer.hands + answer.errors.length).toBe(2);
  expect(answer.hands).toBeGreaterThan(0);
  const started = 'PokerStars Hand #1:  Omaha Pot Limit ($1/$2 USD) - 2026/01/01 0:00:00 ET\n';
  const many = await me.importText(started.repeat(12_000));
  expect(many.hands).toBe(0);
  expect(many.errors.at(-1)?.code).toBe('too-long');
  for (const text of ['x'.repeat(1_000_000), '['.repeat(400_000), '{"ohh":'.repeat(100_000), '\n'.repeat(900_000)]) {
    expect((await me.importText(text)).hands).toBe(0);
  }
  expect(codeOf(await me.tryImport('x'.repeat(1_000_001)))).toBe('request');
});

test('a hand that is deleted is gone with its text, and may be imported again', async () => {
  const account = await makeGuest(server.url);
  const me = handsOf(server.url, account);
  const text = texts(3);
  await me.importText(text);
  const [row] = (await me.list()).rows;
  const path = `/api/hands/${row?.id}`;
  expect((await send(server.url, account.bearer, { method: 'DELETE', path })).status).toBe(200);
  expect(codeOf(await me.get(path))).toBe('not-found');
  expect(await server.db.query('select from hands.contents where hand_id = $1', [row?.id])).toHaveLength(0);
  expect(await heldBy(me)).toBe(2);
  expect(await me.importText(text)).toEqual({ hands: 1, duplicates: 2, errors: [] });
});

test('the export of an account names its hands, and none of them outlives it', async () => {
  const account = await makeGuest(server.url);
  const me = handsOf(server.url, account);
  await me.importText(texts(3));
  const exported = await me.get('/api/auth/export');
  expect(exported.json).toMatchObject({ hands: { hands: [{}, {}, {}], reviews: [], profile: null } });
  const path = '/api/auth/delete-account';
  const deleted = await send(server.url, account.bearer, { method: 'POST', path, body: {} });
  expect(deleted.status, deleted.text).toBeLessThan(300);
  for (const table of ['hands', 'held']) {
    expect(await server.db.query(`select from hands.${table} where user_id = $1`, [account.id])).toHaveLength(0);
  }
  const strays = 'select from hands.contents where hand_id not in (select id from hands.hands)';
  expect(await server.db.query(strays)).toHaveLength(0);
});
