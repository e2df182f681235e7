// The same WASM in Chromium and in Node, in one run.

import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findChrome } from '../../tools/chrome.mjs';
import type { Row } from './row.ts';
import { workloadMs } from './workload.ts';

/** No row where there is no browser. */
export async function chromiumRows(wasm: Buffer, root: string): Promise<Row[]> {
  const executablePath = findChrome();
  if (executablePath === null) return [];
  const bundle = await build({
    absWorkingDir: root,
    entryPoints: ['bench/src/page.ts'],
    bundle: true,
    format: 'iife',
    write: false,
  });
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({
    executablePath,
    args: [...asRoot, '--disable-gpu', '--disable-background-networking'],
  });
  const page = await browser.newPage();
  await page.addScriptTag({ content: bundle.outputFiles[0]!.text });
  const inPage = await page.evaluate((bytes) => globalThis.benchWorkload(bytes), [...wasm]);
  await browser.close();
  const inNode = workloadMs(new WebAssembly.Module(wasm));
  return [
    {
      what: 'The same work in Chromium, speed against Node',
      ours: inNode / inPage,
      unit: '×',
      peer: 'Node',
      theirs: 1,
      bar: 0.8,
    },
  ];
}
