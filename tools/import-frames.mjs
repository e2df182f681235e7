/**
 * `node tools/import-frames.mjs [HANDS]`: imports a file of so many random hands (100,000 unless given) in the built page,
 * and prints the times of its frames meanwhile, beside those of the same page at rest.
 */
import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChrome } from './chrome.mjs';
import { at } from './paths.mjs';
import { freePort } from './port.mjs';
import { randomHistories } from './random-histories.mjs';

const AT_ONCE = 1_000;
const IDLE_MS = 3_000;
const WITHIN_MS = 1_200_000;

const hands = Number(process.argv[2] ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), 'ploscope-frames-'));
const file = join(folder, 'hands.txt');
const deal = await randomHistories();
for (let left = hands; left > 0; left -= AT_ONCE) appendFileSync(file, `${deal(Math.min(left, AT_ONCE))}\n\n\n`);

const executablePath = findChrome();
if (executablePath === null) throw new Error('No Chrome or Chromium was found; CHROME_PATH can name one.');
const port = await freePort();
const server = spawn(process.execPath, [at('server/dist/main.js')], {
  env: { ...process.env, PORT: String(port), PLOSCOPE_DATA: join(folder, 'data'), LOG_LEVEL: 'warn' },
  stdio: 'inherit',
});
/** Everything in the page that is measured, from `takeFrames` to `takeFrames`. */
const MEASURE = `
  window.frameTimes = [];
  let last = performance.now();
  const tick = () => {
    const now = performance.now();
    window.frameTimes.push(now - last);
    last = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
`;
const TAKE = '(() => { const taken = window.frameTimes; window.frameTimes = []; return taken; })()';

/**
 * @param {string} name
 * @param {readonly number[]} times
 */
function print(name, times) {
  const sorted = [...times].sort((a, b) => a - b);
  const part = (/** @type {number} */ share) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
  const slow = times.filter((time) => time > 50).length;
  console.log(
    `${name}: ${times.length} frames, median ${part(0.5)} ms, 95 % ${part(0.95)}, 99 % ${part(0.99)}, longest ${part(1)}, above 50 ms ${slow}`,
  );
}

try {
  const base = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 600 && !(await fetch(`${base}/health`).catch(() => null))?.ok; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${base}/hands`);
  await page.getByRole('button', { name: 'Load sample hands' }).waitFor();
  await page.evaluate(MEASURE);
  await page.waitForTimeout(IDLE_MS);
  print('at rest', await page.evaluate(TAKE));
  const begun = performance.now();
  await page.getByTestId('choose-files').setInputFiles(file);
  await page.getByText('Import done').waitFor({ timeout: WITHIN_MS });
  const seconds = (performance.now() - begun) / 1000;
  print('importing', await page.evaluate(TAKE));
  const heap = await page.evaluate('performance.memory.usedJSHeapSize');
  console.log(
    `${hands} hands in ${seconds.toFixed(0)} s, ${Math.round(hands / seconds)} hands/s; the page holds ${(Number(heap) / 1e6).toFixed(1)} MB`,
  );
  await browser.close();
} finally {
  server.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  server.kill('SIGTERM');
}
