/** Redis 7 for tests: an installed `redis-server`, started privately. */
import { freePort } from '../port.mjs';
import { startPrivateServer, temporaryFolder } from './private-server.mjs';
import { findProgram } from './programs.mjs';

/** @returns {string | null} */
export function findRedis() {
  return process.platform === 'win32' ? null : findProgram('redis-server');
}

/** @param {string} program */
export async function startRedis(program) {
  const port = await freePort();
  const folder = temporaryFolder('redis');
  // Written down at once, so that a restart after a kill has everything.
  const keep = ['--save', '', '--appendonly', 'yes', '--appendfsync', 'always'];
  return await startPrivateServer(folder, {
    url: `redis://127.0.0.1:${port}`,
    port,
    greeting: Buffer.from('PING\r\n'),
    program: { command: program, args: ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, ...keep] },
  });
}
