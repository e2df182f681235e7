/**
 * `node tools/pictures.mjs`: takes the documents' pictures from the built product, in a real browser; with names, only
 * those.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChrome } from './chrome.mjs';
import { takeHands } from './hands-pictures.mjs';
import { at } from './paths.mjs';
import { freePort } from './port.mjs';

/** `ready` is a text that is there once there is an answer; `press` a button to press first, `tab` one to open then. */
/** @type {readonly { name: string, page: string, press: string | null, ready: string, tab: string | null, width: number, height: number, scheme: 'light' | 'dark' }[]} */
const PICTURES = [
  {
    name: 'equity',
    page: '/#hand=AA%24ds&hand=15%25&board=Ks9s4c&game=plo4&spot=1',
    press: null,
    ready: 'Made hands',
    tab: 'Graph',
    width: 1280,
    height: 800,
    scheme: 'light',
  },
  {
    name: 'two-boards',
    page: '/#hand=AsAhKdQd&hand=JcTc9h8h&hand=*&board=Ks9s4c&board2=7s7c2d&game=plo4&spot=1',
    press: null,
    ready: 'Made hands',
    tab: 'Next card',
    width: 1280,
    height: 1240,
    scheme: 'dark',
  },
  {
    name: 'solve',
    page: '/study/solve#board=Ks9d4c2h7s&pot=60&stack=180&oop=20%25&oop.bets.river=50%25,pot&oop.raises.river=pot&ip=30%25&ip.bets.river=50%25,pot&ip.raises.river=pot&game=plo4&spot=1',
    press: 'Solve',
    ready: 'Solved to',
    tab: null,
    width: 1280,
    height: 1240,
    scheme: 'light',
  },
];

/** Solves of the list in the picture: two that are soon done, and one under way. */
const EXAMPLES = ['river', 'turn'];
const LONG = { board: 'Td7h2c', pot: 60, stack: 240, oop: { range: '10%' }, ip: { range: '10%' } };

/**
 * Server jobs of a player that is made for it.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} base
 */
async function takeJobs(browser, base) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
  const headers = { origin: base };
  const made = await context.request.post(`${base}/api/auth/register`, {
    headers,
    data: { email: 'player@example.org', password: 'a long walk at dusk 7' },
  });
  const { accessToken } = await made.json();
  const authorization = `Bearer ${accessToken}`;
  const submit = (/** @type {string} */ path, /** @type {unknown} */ data) =>
    context.request.post(`${base}/api/study/${path}`, { headers: { authorization }, data });
  await submit('equities', { hands: ['AA$ds', '15%'], board: 'Ks9s4c', method: 'sampled' });
  for (const name of EXAMPLES) {
    await submit('solves', JSON.parse(readFileSync(at('docs/examples', `${name}.json`), 'utf8')));
  }
  await submit('solves', LONG);
  const page = await context.newPage();
  await page.addInitScript("window.localStorage.setItem('ploscope.signed-in', '1')");
  await page.goto(`${base}/jobs`);
  await page.getByText('Open in Study').first().waitFor();
  await page.waitForTimeout(15_000);
  await page.screenshot({ path: at('docs/pictures/jobs.png') });
  await context.close();
}

const only = process.argv.slice(2);
const wanted = (/** @type {string} */ name) => only.length === 0 || only.includes(name);

const executablePath = findChrome();
if (executablePath === null) throw new Error('No Chrome or Chromium was found; CHROME_PATH can name one.');
const port = await freePort();
const dataFolder = mkdtempSync(join(tmpdir(), 'ploscope-pictures-'));
const server = spawn(process.execPath, [at('server/dist/main.js')], {
  env: { ...process.env, PORT: String(port), PLOSCOPE_DATA: dataFolder, LOG_LEVEL: 'warn' },
  stdio: 'inherit',
});
try {
  const base = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 600 && !(await fetch(`${base}/health`).catch(() => null))?.ok; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args });
  mkdirSync(at('docs/pictures'), { recursive: true });
  for (const { name, page: address, press, ready, tab, width, height, scheme } of PICTURES) {
    if (!wanted(name)) continue;
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme });
    const page = await context.newPage();
    await page.goto(`${base}${address}`);
    if (press !== null) await page.getByRole('button', { name: press, exact: true }).click();
    await page.getByText(ready).first().waitFor();
    if (tab !== null) await page.getByText(tab, { exact: true }).first().click();
    // The answer, its details and the drawing of the graph.
    await page.waitForTimeout(6_000);
    await page.screenshot({ path: at(`docs/pictures/${name}.png`) });
    await context.close();
  }
  if (wanted('jobs')) await takeJobs(browser, base);
  if (wanted('hands')) await takeHands(browser, base);
  await browser.close();
} finally {
  server.once('exit', () => rmSync(dataFolder, { recursive: true, force: true }));
  server.kill('SIGTERM');
}
