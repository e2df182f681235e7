import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    EQUITY_TIME_BUDGET_MS: '300',
    LIMITS: 'off',
    EQUITY_MAX_COMBOS: '50000',
  });
});
afterAll(() => server.close());

const text = fc.oneof(
  fc.stringMatching(/^[AKQJT2-9shdc*wxyz$,:!()[\]@%+-]{0,14}$/),
  fc.constantFrom('AsAhKsKh', '9d8d7c6c', 'AA', 'KK$ds', '*', 'AA:xxyy', '(AA,KK)!$ss', ''),
  fc.string({ maxLength: 12, unit: 'binary' }),
);
const request = fc.record(
  {
    game: fc.oneof(fc.constantFrom('plo4', 'plo5', 'plo6', 'holdem'), text),
    hands: fc.array(text, { maxLength: 4 }),
    board: fc.oneof(fc.constantFrom('', 'Ks9d4c', 'Ks9d4c2h', '2c2d2h2s3c'), text),
    board2: fc.oneof(fc.constantFrom('', 'Qs8d5c', null), text),
    dead: text,
    method: fc.constantFrom('auto', 'exact', 'sampled', 'x'),
    precision: fc.oneof(fc.double(), fc.constantFrom('1%', '0%', '5')),
    trials: fc.oneof(fc.integer({ min: 1, max: 5000 }), fc.double()),
    seed: fc.oneof(fc.nat(), fc.integer()),
    detail: fc.record({ madeHands: fc.boolean(), nextCards: fc.boolean(), combos: fc.boolean() }, { requiredKeys: [] }),
  },
  { requiredKeys: ['hands'] },
);
/** Requests of which many can be computed, so that the fuzz reaches behind the parsers. */
const plausible = fc.record(
  {
    hands: fc.array(fc.constantFrom('AsAhKsKh', '9d8d7c6c', 'QsJhTs9h', 'AA:KK', 'KK$ds:QQ', '*', '8765$ds'), {
      minLength: 2,
      maxLength: 4,
    }),
    board: fc.constantFrom('', 'Kd9s4c', '2c2d2h2s3c', 'Tc5s3h2d'),
    board2: fc.constantFrom('', '8c5d5c', null),
    dead: fc.constantFrom('', '3d', 'As'),
    method: fc.constantFrom('auto', 'exact', 'sampled'),
    precision: fc.constantFrom('1%', 0.02, '0.3%'),
    trials: fc.integer({ min: 1, max: 5000 }),
    seed: fc.nat(),
    detail: fc.record({ madeHands: fc.boolean(), nextCards: fc.boolean(), combos: fc.boolean() }, { requiredKeys: [] }),
  },
  { requiredKeys: ['hands'] },
);
const document = fc.oneof(
  { weight: 5, arbitrary: request },
  { weight: 4, arbitrary: plausible },
  { weight: 1, arbitrary: fc.jsonValue() },
);

test('no document makes the server fail', { timeout: 60_000 }, async () => {
  const codes = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(document, async (sent) => {
      const { status, body } = await server.equity(sent);
      codes.set(status, (codes.get(status) ?? 0) + 1);
      if (status === 200) expect(body.players?.length).toBeGreaterThan(1);
      else expect(body.error?.code).toMatch(/^[a-z-]+$/);
      expect([200, 400, 422]).toContain(status);
    }),
    { numRuns: 250 },
  );
  expect(codes.get(200) ?? 0).toBeGreaterThan(20);
  expect(await server.metric('http_errors_total{code="internal"}')).toBeNaN();
});
