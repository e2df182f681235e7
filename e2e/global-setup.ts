/**
 * Starts the built server once for all journeys, on a free loopback port, and tells them where it and the browser are.
 *
 * The journeys see the product as a stranger does: the files of `server/dist` and `web/dist`, over HTTP.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { findChrome } from '../tools/chrome.mjs';
import { at } from '../tools/paths.mjs';
import { freePort } from '../tools/port.mjs';

const READY_WITHIN_MS = 30_000;

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
  const server = startServer(port);
  const baseUrl = `http://127.0.0.1:${port}`;
  try {
    await ready(server, `${baseUrl}/health`);
  } catch (error) {
    await stop(server);
    throw error;
  }
  project.provide('baseUrl', baseUrl);
  return () => stop(server);
}

function startServer(port: number): ChildProcess {
  mkdirSync(at('test-artefacts'), { recursive: true });
  const server = spawn(process.execPath, [at('server/dist/main.js')], {
    cwd: at(),
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', NODE_ENV: 'production' },
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
  const late = setTimeout(() => server.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(late);
}
