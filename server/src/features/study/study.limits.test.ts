import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { ENDLESS, startTestServer, type TestServer } from '../../testing/test-server.ts';

const QUICK = { hands: ['AsAhKsKh', '9d8d7c6c'] };
/** Exact, and far beyond any budget. */
const HUGE = { game: 'plo5', hands: ['AA', 'KK'], board: 'Ts9d4c', method: 'exact' };

const open: TestServer[] = [];
async function start(settings: Record<string, string>): Promise<TestServer> {
  const server = await startTestServer({ EQUITY_CONCURRENCY: '1', KERNEL_THREADS: '1', ...settings });
  open.push(server);
  return server;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

test('sampling that would never end answers within the time budget', async () => {
  const server = await start({ EQUITY_TIME_BUDGET_MS: '600' });
  const begun = performance.now();
  const { status, body } = await server.equity(ENDLESS);
  expect(status).toBe(200);
  expect(body.exact).toBe(false);
  expect(body.standardError).toBeGreaterThan(0);
  expect(performance.now() - begun).toBeLessThan(2000);
});

test('an exact answer that does not fit is refused in time, and the next request is served', async () => {
  const server = await start({ EQUITY_TIME_BUDGET_MS: '300' });
  const begun = performance.now();
  const { status, body } = await server.equity(HUGE);
  expect(performance.now() - begun).toBeLessThan(2000);
  expect(status).toBe(422);
  expect(['time-budget', 'too-large', 'too-slow']).toContain(body.error?.code);
  expect((await server.equity(QUICK)).status).toBe(200);
});

test('ranges of more combos than allowed are refused before they are listed', async () => {
  const server = await start({ EQUITY_MAX_COMBOS: '5000' });
  const { status, body } = await server.equity({ hands: ['AA', 'KK'] });
  expect(status).toBe(422);
  expect(body.error).toMatchObject({ code: 'too-many-combos', field: 'hands[0]' });
});

test('while a heavy request computes, health and the web answer at once', async () => {
  const server = await start({ EQUITY_TIME_BUDGET_MS: '2500' });
  await fetch(`${server.url}/health`);
  const heavy = server.equity({ ...ENDLESS, hands: ['AA', 'KK', 'QQ', '*'] });
  await sleep(100);
  const times: number[] = [];
  for (let i = 0; i < 20; i++) {
    const begun = performance.now();
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
    times.push(performance.now() - begun);
    await sleep(20);
  }
  expect(await server.metric('equity_running')).toBe(1);
  expect(times.sort((a, b) => a - b)[10]).toBeLessThan(50);
  expect((await heavy).status).toBe(200);
});

test('a client that goes away frees its calculator', async () => {
  const server = await start({ EQUITY_TIME_BUDGET_MS: '20000' });
  const client = new AbortController();
  const gone = server.equity(ENDLESS, client.signal).catch(() => 'gone');
  await sleep(400);
  expect(await server.metric('equity_running')).toBe(1);
  client.abort();
  expect(await gone).toBe('gone');
  const begun = performance.now();
  expect((await server.equity(QUICK)).status).toBe(200);
  expect(performance.now() - begun).toBeLessThan(1500);
  expect(await server.metric('equity_running')).toBe(0);
});

test('a full line answers 503 with the time to come back, one client can not fill it', async () => {
  const server = await start({ EQUITY_TIME_BUDGET_MS: '4000', EQUITY_QUEUE: '3', TRUST_PROXY: 'true' });
  const client = new AbortController();
  const ask = (address: string, signal: AbortSignal): Promise<Response | null> =>
    fetch(`${server.url}/api/study/equity`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
      body: JSON.stringify(ENDLESS),
      signal,
    }).catch(() => null);
  const held = [ask('10.0.0.1', client.signal), ask('10.0.0.1', client.signal)];
  await sleep(300);
  const third = await ask('10.0.0.1', client.signal);
  expect(third?.status).toBe(429);
  expect(third?.headers.get('retry-after')).toBe('1');
  expect(await third?.json()).toMatchObject({ error: { code: 'client-busy' } });

  held.push(ask('10.0.0.2', client.signal), ask('10.0.0.3', client.signal));
  await sleep(300);
  const last = await ask('10.0.0.4', client.signal);
  expect(last?.status).toBe(503);
  expect(Number(last?.headers.get('retry-after'))).toBe(4);
  expect(await last?.json()).toMatchObject({ error: { code: 'busy' } });
  client.abort();
  await Promise.all(held);
  await sleep(200);
  expect(await server.metric('equity_waiting')).toBe(0);
});

test('the machine’s own user may hold every place', async () => {
  const server = await start({ EQUITY_TIME_BUDGET_MS: '4000', EQUITY_QUEUE: '3' });
  const client = new AbortController();
  const held = Array.from({ length: 4 }, () => server.equity(ENDLESS, client.signal).catch(() => null));
  await expect.poll(() => server.metric('equity_waiting')).toBe(3);
  const { status, body } = await server.equity(QUICK);
  expect({ status, code: body.error?.code }).toEqual({ status: 503, code: 'busy' });
  client.abort();
  await Promise.all(held);
});

test('an address may ask only so often', async () => {
  const server = await start({ RATE_LIMIT_PER_MINUTE: '2' });
  expect((await server.equity(QUICK)).status).toBe(200);
  expect((await server.equity(QUICK)).status).toBe(200);
  const third = await server.equity(QUICK);
  expect(third.status).toBe(429);
  expect(third.body.error?.code).toBe('rate-limit');
  expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await fetch(`${server.url}/health`)).status).toBe(200);
});

test('closing ends a calculation at once', async () => {
  const server = await startTestServer({ EQUITY_CONCURRENCY: '1', EQUITY_TIME_BUDGET_MS: '20000' });
  const heavy = server.equity(ENDLESS);
  await sleep(300);
  const begun = performance.now();
  await server.close();
  expect(performance.now() - begun).toBeLessThan(5000);
  expect(await heavy).toMatchObject({ status: 503, body: { error: { code: 'unavailable' } } });
});
