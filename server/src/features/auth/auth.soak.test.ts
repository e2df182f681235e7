/** The races of refreshing at the figures promised: one successor for each token, and nobody signed out by a lost line. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AuthServer, startAuthServer } from '../../testing/auth-server.ts';
import { printFigures, scaled } from '../../testing/soak.ts';
import { refreshUnderServerKills } from './auth.kills.ts';
import { type Figures, raceRefreshes, refreshUnderKills } from './auth.races.ts';

const RACES = 10_000;
const UNDER_KILLS = 2_000;
const SERVER_KILLS = 60;

let server: AuthServer;
beforeAll(async () => {
  server = await startAuthServer({ connections: 6 });
});
afterAll(() => server.close());

function tell(name: string, { tried, survived, lost }: Figures): void {
  printFigures(name, { tried, survived, lost: lost.length });
  expect(lost).toEqual([]);
}

test('refreshes at once with one token give one successor', async () => {
  tell('concurrent refreshes', await raceRefreshes({ url: server.url, rounds: scaled(RACES) }));
});

test('a client that asks again through cut connections is never signed out', async () => {
  const settings = { url: server.url, databaseUrl: server.db.url, rounds: scaled(UNDER_KILLS) };
  tell('refreshes under kills', await refreshUnderKills(settings));
  const rows = await server.db.query<{ open: number }>(
    `select count(*) filter (where used_at is null)::int as open from auth.refresh_tokens
     group by session_id having count(*) > 20`,
  );
  expect(new Set(rows.map(({ open }) => open))).toEqual(new Set([1]));
});

test('a client that asks again after a kill -9 of the server is still signed in', async () => {
  const { cut, tooLate, ...figures } = await refreshUnderServerKills(server.db.url, scaled(SERVER_KILLS));
  tell(`refreshes through kill -9 of the server (${cut} cut off, ${tooLate} too late to tell)`, figures);
  expect(cut).toBeGreaterThan(tooLate);
});
