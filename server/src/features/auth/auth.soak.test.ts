/** The races of refreshing at the figures promised: one successor for each token, and nobody signed out by a lost line. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AuthServer, startAuthServer } from '../../testing/auth-server.ts';
import { printFigures, scaled } from '../../testing/soak.ts';
import { type Figures, raceRefreshes, refreshUnderKills } from './auth.races.ts';

const RACES = 10_000;
const UNDER_KILLS = 2_000;

let server: AuthServer;
beforeAll(async () => {
  server = await startAuthServer({ connections: 24 });
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
});
