/**
 * Starts the built server once for all journeys, on a free loopback port, and tells them where it and the browser are.
 *
 * The journeys see the product as a stranger does: the files of `server/dist` and `web/dist`, over HTTP.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findChrome } from '../tools/chrome.mjs';
import { at } from '../tools/paths.mjs';
import { freePort } from '../tools/port.mjs';

/** A first start makes its database, and this machine may be busy. */
const READY_WITHIN_MS = 90_000;

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the server answers, without a slash at the end. Empty when there is no browser. */
    baseUrl: string;
    /** The browser's executable; null when none is installed, and then every journey is skipped. */
    chrome: string | null;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chrome = findChrome();
  project.provide('chrome', chrome);
  if (chrome === null) {
    project.provide('baseUrl', '');
    return async () => undefined;
  }
  if (!existsSync(at('server/dist/main.js')))
    throw new Error('server/dist/main.js is missing: run npm run build first');
  const port = await freePort();
  const dataFolder = mkdtempSync(join(tmpdir(), 'ploscope-journeys-'));
  const server = startServer(port, dataFolder);
  const baseUrl = `http://127.0.0.1:${port}`;
  try {
    await ready(server, `${baseUrl}/health`);
  } catch (error) {
    await stop(server);
    throw error;
  }
  project.provide('baseUrl', baseUrl);
  return async () => {
    await stop(server);
    rmSync(dataFolder, { recursive: true, force: true });
  };
}

function startServer(port: number, dataFolder: string): ChildProcess {
  mkdirSync(at('test-artefacts'), { recursive: true });
  const server = spawn(process.execPath, [at('server/dist/main.js')], {
    cwd: at(),
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', PLOSCOPE_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(at('test-artefacts/server.log'));
  server.stdout?.pipe(log, { end: false });
  server.stderr?.pipe(log, { end: false });
  process.once('exit', () => server.kill('SIGKILL'));
  return server;
}

async function ready(server: ChildProcess, health: string): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  let last = 'no answer';
  while (Date.now() < until) {
    if (server.exitCode !== null)
      throw new Error(`the server ended with ${server.exitCode}: see test-artefacts/server.log`);
    const answer = await fetch(health).catch(() => null);
    if (answer?.ok) return;
    if (answer !== null) last = `${answer.status} ${await answer.text()}`;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the server was not ready in ${READY_WITHIN_MS / 1000} s: /health gave ${last}`);
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  const late = setTimeout(() => server.kill('SIGKILL'), 30_000);
  await ended;
  clearTimeout(late);
}
