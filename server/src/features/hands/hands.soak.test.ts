/**
 * Imports of the size of a player's years, through a server that is a process of its own: how fast, with how much memory,
 * and how long statistics, a graph and an export of all of it take. Then imports while the server is killed: what is sent
 * again is there once, and no piece by halves.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, inject, test } from 'vitest';
import { createTestDatabase } from '../../testing/database.ts';
import { type HandsOfPlayer, handsOf } from '../../testing/hands/players.ts';
import { chanceOf, randomHand } from '../../testing/hands/random-hand.ts';
import { starsText } from '../../testing/hands/stars-text.ts';
import { makePlayer } from '../../testing/interface/accounts.ts';
import { closeConnections } from '../../testing/interface/actor.ts';
import { type Program, startProgram } from '../../testing/program.ts';
import { printFigures, scaled } from '../../testing/soak.ts';

const HANDS = 100_000;
const KILLS = 20;
/** Some 700 kB of text. */
const IN_PIECE = 900;
const IN_FLIGHT = 2;
const KILLED_PIECE = 120;

const chance = chanceOf(5);
let numbers = 0;
const pieceOf = (hands: number): string =>
  Array.from({ length: hands }, () => starsText(randomHand(++numbers, chance))).join('\n\n\n');

const start = (databaseUrl: string): Promise<Program> =>
  startProgram({ DATABASE_URL: databaseUrl, ROLE: 'api', LIMITS: 'off', KERNEL_THREADS: '1' });

test('a hundred thousand hands are imported, counted and exported', async () => {
  const db = await createTestDatabase();
  const program = await start(db.url);
  try {
    const { bearer } = await makePlayer(program.url);
    const me = handsOf(program.url, { bearer });
    // The way to a hundred thousand is long; a twentieth of the scale does with a hundredth of them.
    const hands = scaled(HANDS * Math.sqrt(inject('soakScale')));
    let importMs = 0;
    let chars = 0;
    for (let left = hands; left > 0; ) {
      // Made beforehand, so that only the server is measured.
      const pieces: string[] = [];
      for (; pieces.length < 10 && left > 0; left -= IN_PIECE) pieces.push(pieceOf(Math.min(IN_PIECE, left)));
      chars += pieces.reduce((sum, { length }) => sum + length, 0);
      const begun = performance.now();
      await importAll(me, pieces);
      importMs += performance.now() - begun;
    }
    const timed = async (path: string): Promise<string> => {
      const begun = performance.now();
      const { status, text } = await me.get(path);
      expect(status, text.slice(0, 500)).toBe(200);
      return `${Math.round(performance.now() - begun)} ms`;
    };
    const statistics = await me.get('/api/hands/statistics');
    expect(statistics.json).toMatchObject({ hands });
    const [{ bytes = 0 } = {}] = await db.query<{ bytes: number }>(
      `select sum(pg_total_relation_size(c.oid))::bigint as bytes from pg_class c
       join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'hands' and c.relkind = 'r'`,
    );
    printFigures('hands', {
      hands,
      lost: 0,
      import: `${(importMs / 1000).toFixed(1)} s`,
      'hands a second': Math.round(hands / (importMs / 1000)),
      'ms of CPU a hand': (cpuMsOf(program) / hands).toFixed(2),
      'MB of text': (chars / 1e6).toFixed(1),
      'MB stored': (bytes / 1e6).toFixed(1),
      'MB of memory at most': peakOf(program),
      statistics: await timed('/api/hands/statistics'),
      'with a filter': await timed('/api/hands/statistics?filter=pot%3D3-bet%20position%3DBTN'),
      'with a range': await timed('/api/hands/statistics?filter=hand%3DAA'),
      'of an opponent': await timed('/api/hands/statistics?player=regular%20200'),
      graph: await timed('/api/hands/graph'),
      page: await timed('/api/hands?sort=won'),
      export: await timed('/api/hands/export?format=phh'),
      'MB of memory at the end': peakOf(program),
    });
  } finally {
    closeConnections();
    await program.close();
    await db.drop();
  }
});

async function importAll(me: HandsOfPlayer, pieces: readonly string[]): Promise<void> {
  const queue = [...pieces];
  const work = async (): Promise<void> => {
    for (let piece = queue.shift(); piece !== undefined; piece = queue.shift()) {
      const { duplicates, errors } = await me.importText(piece);
      expect({ duplicates, errors }).toEqual({ duplicates: 0, errors: [] });
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
}

/** Of the server alone, since it began; not a number where the system does not tell. */
function cpuMsOf({ child }: Program): number {
  try {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    // Hundredths of a second, in the program and in the system for it.
    return 10 * (Number(fields[11]) + Number(fields[12]));
  } catch {
    return Number.NaN;
  }
}

/** Megabytes; `unknown` where the system does not tell. */
function peakOf({ child }: Program): number | string {
  try {
    const [, kilobytes = ''] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kilobytes) / 1000);
  } catch {
    return 'unknown';
  }
}

test('a piece that a kill -9 cut is sent again, and is there once and whole', async () => {
  const db = await createTestDatabase();
  let program = await start(db.url);
  try {
    const { bearer, id } = await makePlayer(program.url);
    const kills = scaled(KILLS);
    let cut = 0;
    let stored = 0;
    for (let kill = 0; kill < kills; kill++) {
      const piece = pieceOf(KILLED_PIECE);
      const sent = handsOf(program.url, { bearer })
        .tryImport(piece)
        .then(
          ({ status }) => status === 200,
          () => false,
        );
      await sleep(Math.random() * 400);
      program.child.kill('SIGKILL');
      await program.close().catch(() => undefined);
      if (!(await sent)) cut += 1;
      const found = await handsIn(db, id);
      // All of a piece, or nothing.
      expect([0, KILLED_PIECE]).toContain(found - kill * KILLED_PIECE);
      if (found > kill * KILLED_PIECE) stored += 1;
      program = await start(db.url);
      const again = await handsOf(program.url, { bearer }).importText(piece);
      expect(again.hands + again.duplicates).toBe(KILLED_PIECE);
      expect(await handsIn(db, id)).toBe((kill + 1) * KILLED_PIECE);
    }
    printFigures('imports under kills', {
      tried: kills,
      survived: kills,
      lost: 0,
      'cut short': cut,
      'stored before': stored,
    });
  } finally {
    closeConnections();
    await program.close().catch(() => undefined);
    await db.drop();
  }
});

/** Rows of a player, which are as many as are counted. */
async function handsIn(db: { query<R extends object>(text: string, values: unknown[]): Promise<R[]> }, userId: string) {
  const [row] = await db.query<{ rows: number; held: number | null; whole: number }>(
    `select count(*) as rows, count(c.hand_id) as whole, (select hands from hands.held where user_id = $1) as held
     from hands.hands h left join hands.contents c on c.hand_id = h.id where user_id = $1`,
    [userId],
  );
  expect(row?.held ?? 0).toBe(row?.rows);
  expect(row?.whole).toBe(row?.rows);
  return row?.rows ?? 0;
}
