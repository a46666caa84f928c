// One load of a page in Chromium on a slow processor, as a first visit: nothing cached.
import type { Page } from 'playwright-core';
import type { TestBrowser } from '#tests/support/browser.ts';
import type { Storefront } from './storefront-shops.ts';

/** Times slower than this machine. */
const SLOWER = 4;
const VIEWPORT = { width: 412, height: 823 };
/** Nothing moves any more after this long without a network request. */
const QUIET_MS = 400;

/** LCP and blocking in ms; CLS without a unit; whatever was asked for beside the page and its stylesheets. */
export type Load = { lcp: number; cls: number; blocking: number; requests: number };

/** In the page, before anything of it: gathers what the browser tells. */
function watch(): void {
  const seen = { lcp: 0, cls: 0, blocking: 0 };
  Reflect.set(window, 'sixthBench', seen);
  const observe = (type: string, see: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true });
  observe('largest-contentful-paint', (entry) => (seen.lcp = entry.startTime));
  observe('layout-shift', (entry) => {
    if (Reflect.get(entry, 'hadRecentInput') !== true) seen.cls += Number(Reflect.get(entry, 'value'));
  });
  // A task blocks for as long as it is over 50 ms.
  observe('longtask', (entry) => (seen.blocking += Math.max(0, entry.duration - 50)));
}

async function prepare(page: Page, { url, cookies }: Storefront): Promise<void> {
  const named = Object.entries(cookies).map(([name, value]) => ({ name, value, url }));
  await page.context().addCookies(named);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(watch);
}

export async function loadPage(browser: TestBrowser, storefront: Storefront, path: string): Promise<Load> {
  const { page, problems, close } = await browser.page({ viewport: VIEWPORT });
  try {
    await prepare(page, storefront);
    let requests = 0;
    page.on('request', (one) => {
      if (!['document', 'stylesheet'].includes(one.resourceType())) requests += 1;
    });
    await page.goto(storefront.url + path, { waitUntil: 'networkidle' });
    await page.waitForTimeout(QUIET_MS);
    const seen = await page.evaluate(() => Reflect.get(window, 'sixthBench') as Omit<Load, 'requests'>);
    const load = { ...seen, requests };
    if (problems.length > 0) throw new Error(`${path}: ${problems.join('; ')}`);
    if (load.lcp === 0) throw new Error(`${path}: nothing was painted`);
    return load;
  } finally {
    await close();
  }
}
