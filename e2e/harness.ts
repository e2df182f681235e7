/**
 * What a journey stands on: a real browser, a fresh page at a given width, and no tolerance.
 *
 * A journey fails by itself when the page throws, when it writes an error to its console, or when it asks for anything
 * outside this machine. On failure its last screen is kept in `test-artefacts/`.
 */
import { mkdirSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, inject, test } from 'vitest';
import { at } from '../tools/paths.mjs';

/** A phone and a desk. */
const WIDTHS = [390, 1440] as const;

export interface Journey {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly width: number;
  /** Where the server answers, without a slash at the end. */
  readonly baseUrl: string;
  /** Keeps the screen as `test-artefacts/<journey>-<width>-<name>.png`. */
  screenshot(name: string): Promise<void>;
  /** Lets through console errors that match, for a journey about an error the server answers. */
  expectConsoleError(pattern: RegExp): void;
}

export interface JourneyOptions {
  readonly widths?: readonly number[];
  readonly colorScheme?: 'light' | 'dark';
  readonly timeoutMs?: number;
}

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

let browser: Promise<Browser> | null = null;

function openBrowser(executablePath: string): Promise<Browser> {
  const asRoot = process.getuid?.() === 0;
  browser ??= chromium.launch({ executablePath, args: asRoot ? [...FLAGS, '--no-sandbox'] : FLAGS });
  return browser;
}

afterAll(async () => {
  await (await browser)?.close();
});

/**
 * Declares one test at each width. Skipped when there is no browser.
 *
 * @param name what the player does and gets, as in `a two-hand spot shows the exact equity`
 */
export function journey(name: string, body: (journey: Journey) => Promise<void>, options: JourneyOptions = {}): void {
  const chrome = inject('chrome');
  for (const width of options.widths ?? WIDTHS) {
    test.skipIf(chrome === null)(
      `${name} (${width} px)`,
      async () => {
        if (chrome !== null) await travel(await openBrowser(chrome), name, width, body, options);
      },
      options.timeoutMs ?? 60_000,
    );
  }
}

async function travel(
  open: Browser,
  name: string,
  width: number,
  body: (journey: Journey) => Promise<void>,
  options: JourneyOptions,
): Promise<void> {
  const context = await open.newContext({
    viewport: { width, height: width < 600 ? 844 : 900 },
    hasTouch: width < 600,
    colorScheme: options.colorScheme ?? 'light',
    permissions: ['clipboard-read', 'clipboard-write'],
    serviceWorkers: 'block',
  });
  const watch = watchContext(context);
  const page = await context.newPage();
  const shot = (what: string) => keepScreen(page, `${name} ${width} ${what}`);
  try {
    await body({
      page,
      context,
      width,
      baseUrl: inject('baseUrl'),
      screenshot: shot,
      expectConsoleError: (pattern) => watch.expected.push(pattern),
    });
    const problems = watch.problems();
    if (problems.length > 0) throw new Error(`the page had problems:\n${problems.join('\n')}`);
  } catch (error) {
    await shot('failed').catch(() => undefined);
    const problems = watch.problems();
    if (error instanceof Error && problems.length > 0 && !error.message.startsWith('the page had')) {
      error.message += `\nthe page also had problems:\n${problems.join('\n')}`;
    }
    throw error;
  } finally {
    await context.close();
  }
}

/** Notes everything a page must not do. */
function watchContext(context: BrowserContext): { expected: RegExp[]; problems(): string[] } {
  const seen: string[] = [];
  const expected: RegExp[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') seen.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => seen.push(`thrown: ${error.error().message}`));
  context.on('request', (request) => {
    if (!isLocal(request.url())) seen.push(`asked outside this machine: ${request.url()}`);
  });
  return {
    expected,
    problems: () => seen.filter((text) => !expected.some((pattern) => pattern.test(text))),
  };
}

function isLocal(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  if (protocol === 'data:' || protocol === 'blob:' || protocol === 'about:') return true;
  return hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]';
}

async function keepScreen(page: Page, name: string): Promise<void> {
  mkdirSync(at('test-artefacts'), { recursive: true });
  const file = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  await page.screenshot({ path: at('test-artefacts', `${file}.png`), fullPage: true });
}
