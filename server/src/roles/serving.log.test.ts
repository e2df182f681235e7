/** The log of a real process, read whole: whose request, whose job, and nothing that is nobody else's business. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { makePlayer, makeToken, PASSWORD } from '../testing/interface/accounts.ts';
import { send } from '../testing/interface/actor.ts';
import { type Program, startProgram } from '../testing/program.ts';

let db: TestDatabase;
let program: Program;
beforeAll(async () => {
  db = await createTestDatabase();
  program = await startProgram({ DATABASE_URL: db.url, LOG_LEVEL: 'trace', LIMITS: 'off' });
});
afterAll(async () => {
  await program.close();
  await db.drop();
});

interface Line {
  readonly msg?: string;
  readonly reqId?: string;
  readonly userId?: string;
  readonly jobId?: string;
}

/** What is not a line of JSON fails the test: a collector would lose it. */
function lines(): Line[] {
  const said = program.output().split('\n');
  return said.filter((line) => line !== '' && !line.startsWith('PLOScope')).map((line) => JSON.parse(line) as Line);
}

test('each request of a player and each job names them; passwords, tokens, addresses and cards are in no line', async () => {
  const { url } = program;
  const player = await makePlayer(url);
  const token = await makeToken(url, player);
  const hands = ['AsAhKsKh', '9d8d7c6c'];
  const submitted = await send(url, token.token, {
    method: 'POST',
    path: '/api/study/equities',
    body: { hands, board: 'Ts9h2d' },
  });
  const { id } = submitted.json as { id: string };
  for (let status = ''; status !== 'COMPLETED'; ) {
    const reply = await send(url, player.bearer, { method: 'GET', path: `/api/study/equities/${id}` });
    ({ status } = reply.json as { status: string });
  }
  const wrong = { email: player.email, password: 'a guess that is wrong' };
  await send(url, null, { method: 'POST', path: '/api/auth/login', body: wrong });
  await send(url, null, { method: 'GET', path: `/study/equity?hands=${hands.join('/')}` });
  await send(url, `plo_${randomUUID()}`, { method: 'GET', path: '/api/auth/me' });

  const told = lines();
  const answered = told.filter(({ msg }) => msg === 'request completed');
  expect(answered.length).toBeGreaterThan(6);
  expect(answered.filter(({ userId }) => userId === player.id).length).toBeGreaterThan(3);
  for (const { reqId } of answered) expect(reqId).toEqual(expect.any(String));
  const ofJob = told.filter(({ jobId }) => jobId === id);
  expect(ofJob.map(({ msg }) => msg)).toEqual(expect.arrayContaining(['job begun', 'job ended']));
  for (const line of ofJob) expect(line).toMatchObject({ userId: player.id, jobId: id });

  const all = program.output();
  const secrets = [
    PASSWORD,
    wrong.password,
    token.token,
    player.bearer,
    player.email ?? '',
    'plo_',
    ...hands,
    'Ts9h2d',
  ];
  for (const secret of secrets) expect(all, secret).not.toContain(secret);
});
