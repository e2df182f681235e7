/**
 * A server program of this machine, started for us alone: on free loopback ports, with its data in a temporary folder.
 *
 * It leads its own process group, is killed as a group, and ends with us whatever happens to us (`after-us.mjs`).
 * There is no gentle end: its data is thrown away.
 */
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterUs } from './after-us.mjs';

const READY_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 50;

/**
 * @typedef {object} Handle a server that is ours to kill
 * @property {string} url
 * @property {() => Promise<void>} kill as kill -9 does; resolves when nothing listens any more
 * @property {() => Promise<void>} restart on the same port with the same data, after a kill
 * @property {() => Promise<void>} stop ends it and throws its data away
 *
 * @typedef {object} Program
 * @property {string} command
 * @property {readonly string[]} args
 * @property {Record<string, string>} [env]
 *
 * @typedef {object} PrivateServer
 * @property {string} url
 * @property {number} port
 * @property {Buffer} greeting what a client may send first
 * @property {Program} program
 * @property {Program} [companion] a program it needs beside it, which a kill leaves alone
 */

/**
 * @param {number} port
 * @param {Buffer} greeting
 * @returns {Promise<'answers' | 'silent' | 'closed'>} what a client finds there
 */
function knock(port, greeting) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    let open = false;
    socket.setTimeout(2000, () => socket.destroy());
    socket.once('connect', () => {
      open = true;
      socket.write(greeting);
    });
    socket.once('data', () => {
      resolve('answers');
      socket.destroy();
    });
    socket.once('error', () => {});
    socket.once('close', () => resolve(open ? 'silent' : 'closed'));
  });
}

/** @param {string} name what the folder is for, as a part of its name */
export function temporaryFolder(name) {
  return mkdtempSync(join(tmpdir(), `ploscope-${name}-`));
}

/**
 * @param {string} folder its own, thrown away at the end
 * @param {PrivateServer} server
 * @returns {Promise<Handle>} rejects with what the program said when it does not come up
 */
export async function startPrivateServer(folder, { url, port, greeting, program, companion }) {
  const logFile = join(folder, 'output.txt');
  const after = afterUs();
  /** @type {number[]} */
  let groups = [];
  const remember = () => after.set(`kill -9 ${groups.map((group) => `-${group}`).join(' ')}; rm -rf '${folder}'`);

  /** @param {Program} one */
  const launch = ({ command, args, env = {} }) => {
    const log = openSync(logFile, 'a');
    const child = spawn(command, args, {
      cwd: folder,
      detached: true,
      stdio: ['ignore', log, log],
      env: { ...process.env, ...env },
    });
    closeSync(log);
    child.once('error', () => {});
    child.unref();
    if (child.pid !== undefined) groups.push(child.pid);
    remember();
    return child;
  };

  const up = async () => {
    const child = launch(program);
    const until = performance.now() + READY_WITHIN_MS;
    while ((await knock(port, greeting)) !== 'answers') {
      const ended = child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
      if (ended || performance.now() > until) {
        throw new Error(`${program.command} did not come up:\n${readFileSync(logFile, 'utf8').slice(-1500)}`);
      }
      await sleep(LOOK_EVERY_MS);
    }
    return child;
  };

  if (companion) launch(companion);
  const beside = [...groups];
  try {
    await up();
  } catch (error) {
    await after.now();
    throw error;
  }
  return {
    url,
    kill: async () => {
      for (const group of groups.filter((one) => !beside.includes(one))) process.kill(-group, 'SIGKILL');
      groups = beside.slice();
      remember();
      while ((await knock(port, greeting)) !== 'closed') await sleep(LOOK_EVERY_MS);
    },
    restart: async () => {
      await up();
    },
    stop: after.now,
  };
}
