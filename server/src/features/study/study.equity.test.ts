import { gzipSync } from 'node:zlib';
import { equityAnswerSchema, WIRE_ERRORS } from '@ploscope/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

// Integer counts on which independent public enumerators agree (all run-outs of the deck).
test.each([
  { document: { hands: ['AsAhKsKh', '9d8d7c6c'] }, trials: 1086008, wins: [652186, 433822], ties: [0, 0] },
  { document: { hands: ['AsAhJsTh', 'KdKcQdJc'] }, trials: 1086008, wins: [709188, 376000], ties: [820, 820] },
  { document: { hands: ['5sJdAd8s', '5cQdJs5d'] }, trials: 1086008, wins: [651881, 425308], ties: [8819, 8819] },
])('$document.hands: every run-out is counted', async ({ document, trials, wins, ties }) => {
  const { status, body } = await server.equity(document);
  expect(status).toBe(200);
  expect(body).toMatchObject({ exact: true, trials, standardError: null });
  expect(body.players?.map((player) => player.wins)).toEqual(wins);
  expect(body.players?.map((player) => player.ties)).toEqual(ties);
});

describe('every kind of answer has the form that is published', () => {
  test.each([
    ['two hands', { hands: ['AsAhKsKh', '9d8d7c6c'], board: 'Kd9h4c' }],
    ['three hands', { hands: ['AsAhKsKh', '9d8d7c6c', 'QsQhJsJh'] }],
    [
      'two boards',
      { game: 'plo5', hands: ['AsAhKsKhQd', '9d8d7c6c5c'], board: '7h7s2d', board2: 'AdKcQs', dead: '2c2h' },
    ],
    ['ranges', { hands: ['AA$ds', 'KK$ss'], board: 'Ts9d4c' }],
    ['any cards', { hands: ['AsAhKsKh', '*'], precision: '1%' }],
    ['a river', { hands: ['AsAhKsKh', '9d8d7c6c'], board: 'Ts9s4c3h2d' }],
    ['Hold’em', { game: 'holdem', hands: ['AsAh', 'KsKd'] }],
    [
      'all details',
      {
        hands: ['AA$ds', 'KK$ss'],
        board: 'Ts9d4c',
        detail: { madeHands: true, nextCards: true, combos: true },
        trials: 20000,
      },
    ],
  ])('%s', async (_name, document) => {
    const { status, body } = await server.equity(document);
    expect(body).not.toHaveProperty('error');
    expect(status).toBe(200);
    equityAnswerSchema.parse(body);
    const equities = body.players?.map(({ equity }) => equity) ?? [];
    expect(equities.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
  });
});

test('the same seed gives the same answer', async () => {
  const document = { hands: ['AA', '*', '*'], trials: 50_000, seed: 9, board: 'Ks9d4c' };
  const [one, other] = [await server.equity(document), await server.equity(document)];
  expect(other.body.players).toEqual(one.body.players);
});

describe('a wrong request is named at its place', () => {
  test.each([
    [{ hands: ['AsAhKsKh', '9d8d1c6c'] }, 422, { code: 'bad-rank', field: 'hands[1]', at: 4 }],
    [{ hands: ['AsAhKsKh', 'AsQdJdTd'] }, 422, { code: 'card-twice', field: 'hands[1]', at: 0 }],
    [{ hands: ['AsAhKsKh', '9d8d7c6c'], board: 'Kd' }, 422, { code: 'board-count', field: 'board' }],
    [{ hands: ['KsKhQsQh', 'AA'], dead: 'AdAcAs' }, 422, { code: 'empty', field: 'hands[1]' }],
    [{ hands: ['AsAhKsKh', '(KK'] }, 422, { code: 'unclosed', field: 'hands[1]' }],
    [{ hands: ['AsAhKsKh'] }, 422, { code: 'players', field: 'hands' }],
    [
      { hands: ['AsAhKsKh', 'KK'], method: 'fast' },
      400,
      { code: 'request', field: 'method', hint: WIRE_ERRORS.request.remedy },
    ],
    [{ hands: ['AsAhKsKh', 'K'.repeat(5000)] }, 422, { code: 'too-long', field: 'hands[1]' }],
    [{ hands: ['AsAhKsKh', 'KK'], constructor: {} }, 422, { code: 'unknown-field', field: 'constructor' }],
    [null, 422, { code: 'spot' }],
  ])('%j', async (document, status, error) => {
    const answer = await server.equity(document);
    expect(answer.body.error).toMatchObject(error);
    expect(answer.status).toBe(status);
  });

  test.each([
    ['{"hands":', 'application/json', 400, 'malformed-json'],
    ['', 'application/json', 400, 'malformed-json'],
    ['hands=AA', 'application/x-www-form-urlencoded', 415, 'media-type'],
    ['AA', 'text/plain', 415, 'media-type'],
    [`{"hands":["${'A'.repeat(70_000)}"]}`, 'application/json', 413, 'body-too-large'],
    ['{"__proto__":{"x":1},"hands":["AA","KK"]}', 'application/json', 400, 'malformed-json'],
  ] as const)('%.20s as %s', async (body, type, status, code) => {
    const response = await fetch(`${server.url}/api/study/equity`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code, hint: WIRE_ERRORS[code].remedy } });
  });

  test('a compressed body is refused before it is read', async () => {
    const response = await fetch(`${server.url}/api/study/equity`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: gzipSync('{"hands":["AsAhKsKh","9d8d7c6c"]}'),
    });
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({ error: { code: 'compressed-body' } });
  });
});
