// A page of a real browser for the bench, with our code in it.

import { build } from 'esbuild';
import { chromium, type Page } from 'playwright-core';
import { findChrome } from '../../tools/chrome.mjs';

/** One script with everything in it. */
export async function bundled(root: string, entry: string): Promise<string> {
  const made = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    format: 'iife',
    write: false,
  });
  return made.outputFiles[0]!.text;
}

/** What `work` makes of a page that has run `entry`; null where there is no browser. */
export async function inChromium<T>(root: string, entry: string, work: (page: Page) => Promise<T>): Promise<T | null> {
  const executablePath = findChrome();
  if (executablePath === null) return null;
  const script = await bundled(root, entry);
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({
    executablePath,
    args: [...asRoot, '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    return await work(page);
  } finally {
    await browser.close();
  }
}
