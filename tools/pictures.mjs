/**
 * `node tools/pictures.mjs`: takes the documents' pictures from the built product, in a real browser.
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findChrome } from './chrome.mjs';
import { at } from './paths.mjs';
import { freePort } from './port.mjs';

/** @type {readonly { name: string, spot: string, tab: string | null, width: number, height: number, scheme: 'light' | 'dark' }[]} */
const PICTURES = [
  {
    name: 'equity',
    spot: 'hand=AA%24ds&hand=15%25&board=Ks9s4c&game=plo4&spot=1',
    tab: 'Graph',
    width: 1280,
    height: 800,
    scheme: 'light',
  },
  {
    name: 'two-boards',
    spot: 'hand=AsAhKdQd&hand=JcTc9h8h&hand=*&board=Ks9s4c&board2=7s7c2d&game=plo4&spot=1',
    tab: 'Next card',
    width: 1280,
    height: 1240,
    scheme: 'dark',
  },
];

const executablePath = findChrome();
if (executablePath === null) throw new Error('No Chrome or Chromium was found; CHROME_PATH can name one.');
const port = await freePort();
const server = spawn(process.execPath, [at('server/dist/main.js')], {
  env: { ...process.env, PORT: String(port), LOG_LEVEL: 'warn' },
  stdio: 'inherit',
});
try {
  const base = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100 && !(await fetch(`${base}/health`).catch(() => null))?.ok; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args });
  mkdirSync(at('docs/pictures'), { recursive: true });
  for (const { name, spot, tab, width, height, scheme } of PICTURES) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme });
    const page = await context.newPage();
    await page.goto(`${base}/#${spot}`);
    await page.getByText('Made hands').first().waitFor();
    if (tab !== null) await page.getByText(tab, { exact: true }).first().click();
    // The answer, its details and the drawing of the graph.
    await page.waitForTimeout(6_000);
    await page.screenshot({ path: at(`docs/pictures/${name}.png`) });
    await context.close();
  }
  await browser.close();
} finally {
  server.kill('SIGTERM');
}
