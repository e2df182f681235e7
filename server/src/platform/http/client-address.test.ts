/** The address a client is counted by is what our proxy saw, never what the client wrote. */
import { expect, test } from 'vitest';
import { loadConfig } from '../config/index.ts';
import { createLog, createMetrics } from '../telemetry/index.ts';
import { clientAddress } from './client-address.ts';
import { createApp } from './create-app.ts';

test.each([
  ['false', '127.0.0.1'],
  ['true', '192.0.2.7'],
  ['1', '192.0.2.7'],
  ['2', '198.51.100.9'],
  ['127.0.0.1', '192.0.2.7'],
  ['127.0.0.0/8, 192.0.2.0/24', '198.51.100.9'],
])('with TRUST_PROXY=%s it is %s', async (TRUST_PROXY, expected) => {
  const config = loadConfig({ TRUST_PROXY, LOG_LEVEL: 'silent' });
  if (!config.ok) throw new Error(config.errors.join());
  const app = await createApp(config.value, createLog('silent', 'all'), createMetrics());
  app.get('/address', { schema: { response: {} } }, async ({ ip }, reply) => reply.send(JSON.stringify(ip)));
  // The first was forged, the last is what the nearest proxy added.
  const headers = { 'x-forwarded-for': '203.0.113.1, 198.51.100.9, 192.0.2.7' };
  const { body } = await app.inject({ url: '/address', headers, remoteAddress: '127.0.0.1' });
  await app.close();
  expect(body).toBe(JSON.stringify(expected));
  // The handshake of a socket never comes to Fastify.
  for (const remoteAddress of ['127.0.0.1', '::ffff:127.0.0.1']) {
    const address = clientAddress({ socket: { remoteAddress }, headers }, config.value.trustProxy);
    expect(address?.replace('::ffff:', '')).toBe(expected);
  }
});
