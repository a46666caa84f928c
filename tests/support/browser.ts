// A real browser for tests: Chromium from npm, or the one that CHROMIUM_PATH names.
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import { packagedChromium } from './packaged-chromium.ts';

/** Headless Chromium's own name counts as a bot, and bots get no pages of the admin. */
const userAgent =
  'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36';

/** A page in a context of its own (cookies, storage), and what went wrong in it. */
export type WatchedPage = {
  page: Page;
  /** Errors and warnings of the console, uncaught errors, failed requests, in the order they came. */
  problems: string[];
  /** Until nothing has been asked for half a second. Playwright's own "networkidle" waits for ever for a frame that was replaced. */
  untilIdle(): Promise<void>;
  close(): Promise<void>;
};

export type TestBrowser = {
  page(options?: BrowserContextOptions): Promise<WatchedPage>;
};

export type StartedBrowser = TestBrowser & { close(): Promise<void> };

/** Test files take `useBrowser`. @throws Error of one line where there is no Chromium for this machine. */
export async function startBrowser(): Promise<StartedBrowser> {
  const browser = await launch();
  return { page: (options) => openPage(browser, options), close: () => browser.close() };
}

async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ userAgent, locale: 'en-US', ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'unknown';
    // A page that is left cancels what it was still loading.
    if (reason !== 'net::ERR_ABORTED') problems.push(`failed: ${request.url()} ${reason}`);
  });
  return { page, problems, untilIdle: watchRequests(page), close: () => context.close() };
}

const IDLE_MS = 500;

function watchRequests(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  let lastAt = performance.now();
  const note = (change: (request: Request) => void) => (request: Request) => {
    change(request);
    lastAt = performance.now();
  };
  page.on(
    'request',
    note((request) => open.add(request)),
  );
  page.on(
    'requestfinished',
    note((request) => open.delete(request)),
  );
  page.on(
    'requestfailed',
    note((request) => open.delete(request)),
  );
  return async () => {
    while (open.size > 0 || performance.now() - lastAt < IDLE_MS) await sleep(50);
  };
}

async function launch(): Promise<Browser> {
  const given = process.env['CHROMIUM_PATH'];
  const { executablePath, env } = given ? { executablePath: given, env: {} } : await packagedChromium();
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--hide-scrollbars'];
  return chromium.launch({ executablePath, args, env: { ...process.env, ...env }, headless: true });
}
