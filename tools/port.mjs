/** The port the server will listen on: read from the environment, and tried before anything slow is done. */
import { createServer } from 'node:net';

/**
 * @typedef {{ ok: true, port: number } | { ok: false, message: string }} PortChoice
 */

/**
 * @param {string | undefined} text the value of PORT; 0 takes any free one
 * @returns {PortChoice}
 */
export function parsePort(text) {
  if (text === undefined || text.trim() === '') return { ok: true, port: 3000 };
  const port = Number(text);
  if (/^\d+$/.test(text.trim()) && port <= 65535) return { ok: true, port };
  return { ok: false, message: `PORT must be a whole number from 0 to 65535, not "${text}".` };
}

/**
 * @param {number} port 0 for any free one
 * @param {string} host
 * @returns {Promise<{ port: number } | { code: string }>} the port it got and gave back, or the system's error code
 */
function tryListen(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => {
      resolve({ code: /** @type {NodeJS.ErrnoException} */ (error).code ?? 'UNKNOWN' });
    });
    probe.listen({ port, host, exclusive: true }, () => {
      const address = probe.address();
      const got = typeof address === 'object' && address !== null ? address.port : port;
      probe.close(() => resolve({ port: got }));
    });
  });
}

/**
 * Tries every address the server might be reached at, because another program may hold only one of them.
 *
 * @param {number} port
 * @returns {Promise<string | null>} what is wrong and what to do, or null when the port is free
 */
export async function portProblem(port) {
  if (port === 0) return null;
  for (const host of ['127.0.0.1', '0.0.0.0', '::']) {
    const result = await tryListen(port, host);
    if ('port' in result || result.code === 'EAFNOSUPPORT' || result.code === 'EADDRNOTAVAIL') continue;
    const other = port >= 1024 && port < 65535 ? port + 1 : 3000;
    if (result.code === 'EACCES') {
      return `Port ${port} needs more rights than this user has. Choose another: PORT=${other} npm start`;
    }
    return `Port ${port} is already in use. Stop the program that uses it, or choose another: PORT=${other} npm start`;
  }
  return null;
}

/** @returns {Promise<number>} a loopback port nobody uses at this moment */
export async function freePort() {
  const result = await tryListen(0, '127.0.0.1');
  if ('code' in result) throw new Error(`no free port on the loopback: ${result.code}`);
  return result.port;
}
