/** A service from its own image, where Docker works: for machines whose packages we may not install. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../port.mjs';
import { run } from '../run.mjs';
import { afterUs } from './after-us.mjs';

/** The first use of an image downloads it. */
const START_WITHIN_MS = 300_000;
const READY_WITHIN_MS = 90_000;

/** @returns {Promise<boolean>} */
export async function dockerWorks() {
  if (process.platform === 'win32') return false;
  return (await run('docker', ['info'], { timeoutMs: 10_000 })).code === 0;
}

/**
 * @param {{ image: string, port: number, scheme: string, ready: readonly string[] }} service `ready` is a program in the
 *   image that succeeds once the service answers
 * @returns {Promise<import('./private-server.mjs').Handle>} rejects with what Docker said
 */
export async function startInDocker({ image, port, scheme, ready }) {
  const name = `ploscope-${randomUUID()}`;
  const outside = await freePort();
  /** @param {readonly string[]} args */
  const docker = async (args, timeoutMs = 30_000) => {
    const result = await run('docker', args, { timeoutMs });
    if (result.code !== 0) throw new Error(`docker ${args[0]}: ${result.output.slice(-800)}`);
  };
  const untilReady = async () => {
    const until = performance.now() + READY_WITHIN_MS;
    while ((await run('docker', ['exec', name, ...ready], { timeoutMs: 30_000 })).code !== 0) {
      if (performance.now() > until) throw new Error(`${image} does not answer`);
      await sleep(300);
    }
  };
  const after = afterUs();
  after.set(`docker rm --force --volumes ${name}`);
  try {
    const publish = `127.0.0.1:${outside}:${port}`;
    await docker(
      ['run', '--detach', '--name', name, '--hostname', 'ploscope', '--publish', publish, image],
      START_WITHIN_MS,
    );
    await untilReady();
  } catch (error) {
    await after.now();
    throw error;
  }
  return {
    url: `${scheme}://127.0.0.1:${outside}`,
    kill: () => docker(['kill', name]),
    restart: async () => {
      await docker(['start', name]);
      await untilReady();
    },
    stop: after.now,
  };
}
