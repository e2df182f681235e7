/** Tokens that prove nothing are limited by address, for requests and sockets; good ones and other addresses are not. */
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePlayer, makeToken } from '../../testing/interface/accounts.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

/** As many as one address may send in a minute. */
const MOST = 120;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ TRUST_PROXY: 'true' });
});
afterAll(() => server.close());

const ask = async (bearer: string, address: string, path = '/api/auth/me', method = 'GET'): Promise<number> => {
  const headers = { authorization: `Bearer ${bearer}`, 'x-forwarded-for': address };
  return (await fetch(`${server.url}${path}`, { method, headers })).status;
};

/** How a handshake ends. */
const shake = (token: string, address: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = io(server.url, {
      auth: { token },
      forceNew: true,
      reconnection: false,
      transports: ['websocket'],
      extraHeaders: { 'x-forwarded-for': address },
    });
    const end = (how: string) => {
      socket.close();
      resolve(how);
    };
    socket.on('connect', () => end('connected')).on('connect_error', ({ message }) => end(message));
  });

const times = (n: number, what: (i: number) => Promise<number | string>) =>
  Promise.all(Array.from({ length: n }, (_, i) => what(i)));

test('of a request: after so many that fail none is looked up, but for those that were good before', async () => {
  const player = await makePlayer(server.url);
  const { bearer } = player;
  const { token: known } = await makeToken(server.url, player);
  // Nobody has asked with it yet.
  const { token: other } = await makeToken(server.url, player);
  const [bad, elsewhere] = ['198.51.100.1', '198.51.100.2'];
  expect(await ask(known, bad)).toBe(200);
  const answers = await times(MOST + 5, (i) => ask(`plo_${i}`, bad));
  expect(answers.filter((status) => status === 401)).toHaveLength(MOST);
  expect(answers.filter((status) => status === 429)).toHaveLength(5);
  expect(await ask(other, bad)).toBe(429);
  expect([await ask(known, bad), await ask(other, elsewhere)]).toEqual([200, 200]);
  // Those of a session are known by their signature.
  const fresh = await makePlayer(server.url);
  expect([await ask(bearer, bad), await ask(fresh.bearer, bad)]).toEqual([200, 200]);
  // Whoever has an ended token there still gets another.
  expect(await ask('plo_0', bad, '/api/auth/logout', 'POST')).toBe(200);
});

test('of a socket: its handshake is refused in the same way', async () => {
  const player = await makePlayer(server.url);
  const { token } = await makeToken(server.url, player);
  const bad = '198.51.100.3';
  const answers = await times(MOST + 5, (i) => shake(`plo_${i}`, bad));
  expect(answers.filter((how) => how === 'signed-out')).toHaveLength(MOST);
  expect(answers.filter((how) => how === 'rate-limit')).toHaveLength(5);
  expect([await shake(token, bad), await shake(token, '198.51.100.4')]).toEqual(['rate-limit', 'connected']);
  expect([await shake(token, bad), await shake(player.bearer, bad)]).toEqual(['connected', 'connected']);
});
