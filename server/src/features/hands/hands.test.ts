/** Hands over the interface of a running server: what is imported, what is listed, and whose it is. */
import { readdirSync, readFileSync } from 'node:fs';
import type { HandLine, ImportAnswer } from '@ploscope/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, makeGuest } from '../../testing/interface/accounts.ts';
import { closeConnections, send } from '../../testing/interface/actor.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const GOLDEN = new URL('../../../../poker/golden/hands/', import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, GOLDEN), 'utf8');
const STARS = readdirSync(new URL('pokerstars/', GOLDEN)).map((name) => `pokerstars/${name}`);

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ LIMITS: 'off', WORKER_EQUITIES: '0', WORKER_SOLVES: '0' });
});
afterAll(async () => {
  closeConnections();
  await server.close();
});

async function importText({ bearer }: Account, text: string, file = ''): Promise<ImportAnswer> {
  const body = { file, text };
  const {
    status,
    json,
    text: told,
  } = await send(server.url, bearer, { method: 'POST', path: '/api/hands/import', body });
  expect(status, told).toBe(200);
  return json as ImportAnswer;
}

async function list({ bearer }: Account, query = ''): Promise<{ rows: HandLine[]; next: string | null }> {
  const { status, json, text } = await send(server.url, bearer, { method: 'GET', path: `/api/hands?${query}` });
  expect(status, text).toBe(200);
  return json as { rows: HandLine[]; next: string | null };
}

test('what a file holds is imported, what cannot be is named with its line, and again they are duplicates', async () => {
  const me = await makeGuest(server.url);
  const text = STARS.map(textOf).join('\n\n');
  const first = await importText(me, text, 'all.txt');
  expect(first).toMatchObject({ hands: 4, duplicates: 0 });
  expect(first.errors.map(({ code }) => code)).toEqual(['cancelled', 'unsupported-variant']);
  for (const { file, line } of first.errors) {
    expect(file).toBe('all.txt');
    expect(text.split('\n')[line - 1]).toContain('PokerStars');
  }
  const again = { hands: 0, duplicates: 4 };
  expect(await importText(me, text, 'all.txt')).toEqual({ ...again, errors: first.errors });
  for (const format of ['phh', 'ohh']) {
    const exported = await send(server.url, me.bearer, { method: 'GET', path: `/api/hands/export?format=${format}` });
    expect(await importText(me, Buffer.from(exported.text, 'latin1').toString())).toEqual({ ...again, errors: [] });
  }
});

test('a line of the list has what was played, the whole hand its document and its text', async () => {
  const me = await makeGuest(server.url);
  const text = textOf('pokerstars/plo4-run-twice-on-the-turn.txt');
  await importText(me, text);
  const [line] = (await list(me, 'filter=position%3DBB')).rows;
  expect(line).toMatchObject({ number: '301000000002', stakes: '€1/€2', cards: 'AhKhQdJs', net: -75, adjusted: -4060 });
  const whole = await send(server.url, me.bearer, { method: 'GET', path: `/api/hands/${line?.id}` });
  expect(whole.json).toMatchObject({ line, document: { hand: 'hand/1', id: '301000000002' }, reviews: [] });
  const source = await send(server.url, me.bearer, { method: 'GET', path: `/api/hands/${line?.id}/source` });
  expect(Buffer.from(source.text, 'latin1').toString()).toBe(text.trimEnd());
});
