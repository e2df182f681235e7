/** The database finds the hands of a filter that poker's own evaluator finds, and lists them in every order, page by page. */
import type { HandLine } from '@ploscope/contracts';
import {
  courseOf,
  FILTER_FIELDS,
  type FilterField,
  factsOf,
  filterMatcher,
  formatFilterText,
  HandCutter,
  type HandFacts,
  type HandFilter,
  parseFilterText,
  replay,
  SITE_FORMATS,
} from '@ploscope/poker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HandsOfPlayer, handsOf } from '../../testing/hands/players.ts';
import { type Chance, chanceOf, randomHand } from '../../testing/hands/random-hand.ts';
import { starsText } from '../../testing/hands/stars-text.ts';
import { makeGuest } from '../../testing/interface/accounts.ts';
import { closeConnections } from '../../testing/interface/actor.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const HANDS = 150;
const FILTERS = 60;
const chance = chanceOf(20_261_121);
const TEXT = Array.from({ length: HANDS }, (_, number) => starsText(randomHand(number + 1, chance))).join('\n\n\n');

/** What an import works out, worked out here. */
function factsIn(text: string): HandFacts[] {
  const cutter = new HandCutter(SITE_FORMATS);
  return [...cutter.feed(text), ...cutter.end()].map((cut) => {
    const hand = cut.ok ? cut.format.parse(cut.lines) : cut;
    const played = hand.ok ? replay(hand.value) : hand;
    if (!played.ok) throw new Error(played.error.message);
    return factsOf(courseOf(played.value), played.value.hand.hero ?? 0);
  });
}

let server: TestServer;
let me: HandsOfPlayer;
const facts = factsIn(TEXT);
beforeAll(async () => {
  server = await startTestServer({ LIMITS: 'off', WORKER_EQUITIES: '0', WORKER_SOLVES: '0' });
  me = handsOf(server.url, await makeGuest(server.url));
  expect(await me.importText(TEXT)).toEqual({ hands: HANDS, duplicates: 0, errors: [] });
});
afterAll(async () => {
  closeConnections();
  await server.close();
});

async function allOf(query: Readonly<Record<string, string>>): Promise<HandLine[]> {
  const rows: HandLine[] = [];
  for (let cursor: string | null = null; ; ) {
    const page = await me.list({ limit: '100', ...query, ...(cursor === null ? {} : { cursor }) });
    rows.push(...page.rows);
    if (page.next === null) return rows;
    cursor = page.next;
  }
}

const numbersOf = (rows: readonly { readonly number: string }[]): string[] => rows.map(({ number }) => number).sort();

const SPANS: Readonly<Record<string, readonly [number, number]>> = {
  players: [2, 6],
  flopPlayers: [0, 4],
  result: [-60, 60],
  potSize: [1, 80],
};
const RANGES = ['AA', 'KK+', '$ds', '40%', 'T98*', 'AxAyxy'];

function askedOf(field: FilterField, pick: <T>(of: readonly T[]) => T, draw: Chance): unknown {
  const some = pick(facts);
  switch (field.form) {
    case 'time':
      return pick([(some.playedAt ?? '').slice(0, 10), some.playedAt]);
    case 'words':
      return field.words.filter(() => draw() < 0.5);
    case 'texts':
      return [some.stakes, pick(facts).stakes];
    case 'text':
      return pick(some.names);
    case 'yes-no':
      return draw() < 0.5;
    case 'span': {
      const [low, high] = SPANS[field.key] ?? [0, 10];
      const at = low + draw() * (high - low);
      const least = field.whole ? Math.round(at) : Math.round(at * 4) / 4;
      return pick([
        { least, most: null },
        { least: null, most: least },
        { least, most: least + 2 },
      ]);
    }
    case 'range':
      return pick(RANGES);
  }
}

test('filters of every kind find the same hands in the database as by their facts', async () => {
  const pick = <T>(of: readonly T[]): T => of[Math.floor(chance() * of.length)] as T;
  let found = 0;
  for (let round = 0; round < FILTERS; round++) {
    const fields = [
      FILTER_FIELDS[round % FILTER_FIELDS.length] as FilterField,
      ...(round % 3 === 0 ? [pick(FILTER_FIELDS)] : []),
    ];
    const asked = Object.fromEntries(fields.map((field) => [field.key, askedOf(field, pick, chance)])) as HandFilter;
    const filter = formatFilterText(asked);
    if (!parseFilterText(filter).ok) continue;
    // Percentages need a file; the other ranges are read as they are.
    if (asked.hand === '40%') continue;
    const matches = filterMatcher(asked);
    const wanted = facts.filter(matches).map(({ id }) => ({ number: id }));
    expect(numbersOf(await allOf({ filter })), filter).toEqual(numbersOf(wanted));
    found += wanted.length;
  }
  expect(found).toBeGreaterThan(HANDS);
  expect((await allOf({ filter: 'hand=40% game=plo4' })).length).toBeGreaterThan(5);
});

test('pages hold every hand once, in the order asked for', async () => {
  for (const [sort, value] of [
    ['newest', ({ playedAt }: HandLine) => -Date.parse(playedAt ?? '')],
    ['oldest', ({ playedAt }: HandLine) => Date.parse(playedAt ?? '')],
    ['won', ({ net, bigBlind }: HandLine) => -(net ?? 0) / bigBlind],
    ['lost', ({ net, bigBlind }: HandLine) => (net ?? 0) / bigBlind],
    ['pot', ({ pot, bigBlind }: HandLine) => -pot / bigBlind],
  ] as const) {
    const rows = await allOf({ sort, limit: '37' });
    expect(new Set(rows.map(({ id }) => id)).size).toBe(HANDS);
    const values = rows.map(value);
    expect(values, sort).toEqual([...values].sort((a, b) => a - b));
  }
  expect((await me.get('/api/hands?cursor=bm9uZQ')).status).toBe(400);
  const { next } = await me.list({ sort: 'won', limit: '1' });
  expect((await me.get(`/api/hands?sort=newest&cursor=${next}`)).status).not.toBe(500);
  const nul = new URLSearchParams({ player: 'a\0b', filter: 'player="a\0b"' });
  expect((await me.get(`/api/hands/statistics?${nul}`)).status).toBe(200);
  const half = Buffer.from('1.5 01a1fdec-8d3b-79f7-a4bf-9eafb2c10603').toString('base64url');
  expect((await me.get(`/api/hands?cursor=${half}`)).status).toBe(400);
  expect((await me.get('/api/hands?filter=pos%3DBB')).json).toMatchObject({ error: { code: 'hand-filter' } });
});

test('statistics and the graph count what the list shows, by whichever way they are summed', async () => {
  const sums = async (filter: string, player = ''): Promise<Record<string, unknown>> => {
    const query = new URLSearchParams({ filter, ...(player === '' ? {} : { player }) });
    const { status, json, text } = await me.get(`/api/hands/statistics?${query}`);
    expect(status, text).toBe(200);
    return json as Record<string, unknown>;
  };
  const rounded = ({ net, adjusted, ...rest }: Record<string, unknown>): unknown => ({
    ...rest,
    net: Math.round(Number(net) * 1e6),
    adjusted: Math.round(Number(adjusted) * 1e6),
  });
  for (const filter of ['', 'position=BTN', 'pot=3-bet game=plo4']) {
    const inDatabase = await sums(filter);
    const rows = await allOf({ filter });
    expect(inDatabase).toMatchObject({ hands: rows.length });
    const net = rows.reduce((sum, row) => sum + (row.net ?? 0) / row.bigBlind, 0);
    expect(Number(inDatabase.net)).toBeCloseTo(net, 6);
    // Every hand is in the range, but the database cannot tell.
    expect(rounded(await sums(`${filter} hand=**`))).toEqual(rounded(inDatabase));
    expect(rounded(await sums(filter, 'Hero'))).toEqual(rounded(inDatabase));
    const graph = (await me.get(`/api/hands/graph?${new URLSearchParams({ filter })}`)).json;
    expect(graph).toMatchObject({ hands: rows.length });
  }
});

test('what is exported is there already, and is whole in the empty hands of somebody else', async () => {
  for (const format of ['phh', 'ohh']) {
    const { text, status } = await me.get(`/api/hands/export?format=${format}`);
    expect(status).toBe(200);
    const exported = Buffer.from(text, 'latin1').toString();
    expect(await me.importText(exported)).toEqual({ hands: 0, duplicates: HANDS, errors: [] });
    const other = handsOf(server.url, await makeGuest(server.url));
    expect(await other.importText(exported)).toEqual({ hands: HANDS, duplicates: 0, errors: [] });
  }
});
