// One tap on a reward in Chromium on a slow processor: what the page asked for before it, and how long it takes until the code
// is on the cart.
import type { Page } from 'playwright-core';
import type { TestBrowser } from '#tests/support/browser.ts';

/** Times slower than this machine. */
const SLOWER = 4;
const VIEWPORT = { width: 412, height: 823 };
/** Nothing moves any more after this long. */
const QUIET_MS = 1_500;
const LIMIT_MS = 20_000;

/** Milliseconds since 1970: a page that is loaded anew begins a clock of its own. */
type Asked = { name: string; start: number; end: number; bytes: number };
type Seen = { tapAt: number | null; asked: Asked[]; shifts: { at: number; value: number }[] };

/** `beyondMs`: from the tap until the cart has the code, less what its two requests took. */
export type Tap = { wholeMs: number; beyondMs: number; cls: number };

/** In the page, before anything of it: tells whatever the browser tells, because a theme may load the page anew. */
function watch(): void {
  const tell = Reflect.get(window, 'sixthTell') as (what: string, value: unknown) => void;
  const observe = (type: string, see: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true });
  observe('resource', (entry) => {
    const {
      name,
      startTime: start,
      responseEnd: end,
      encodedBodySize: bytes,
    } = entry as PerformanceResourceTiming;
    const { timeOrigin } = performance;
    const at = { start: timeOrigin + start, end: timeOrigin + end };
    tell('asked', { name: new URL(name).pathname, ...at, bytes });
  });
  observe('layout-shift', (entry) => {
    if (Reflect.get(entry, 'hadRecentInput') === true) return;
    const at = performance.timeOrigin + entry.startTime;
    tell('shift', { at, value: Number(Reflect.get(entry, 'value')) });
  });
  addEventListener('click', ({ timeStamp }) => tell('tap', performance.timeOrigin + timeStamp), {
    capture: true,
  });
}

async function open(page: Page, { url, cookies }: Visit): Promise<Seen> {
  const seen: Seen = { tapAt: null, asked: [], shifts: [] };
  await page.exposeFunction('sixthTell', (what: string, value: never) => {
    if (what === 'tap') seen.tapAt ??= value;
    else (what === 'asked' ? seen.asked : seen.shifts).push(value);
  });
  await page.context().addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url })));
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(watch);
  await page.goto(`${url}/cart`, { waitUntil: 'networkidle' });
  return seen;
}

export type Visit = { url: string; cookies: Record<string, string> };

/** What the page asks for without a tap: paths and bytes. */
export async function askedBefore(
  browser: TestBrowser,
  visit: Visit,
): Promise<Pick<Asked, 'name' | 'bytes'>[]> {
  const { page, close } = await browser.page({ viewport: VIEWPORT });
  try {
    const { asked } = await open(page, visit);
    await page.waitForTimeout(QUIET_MS);
    return asked;
  } finally {
    await close();
  }
}

export async function tapOnce(browser: TestBrowser, visit: Visit): Promise<Tap> {
  const { page, problems, close } = await browser.page({ viewport: VIEWPORT });
  try {
    const seen = await open(page, visit);
    const done = page.waitForResponse((response) => response.url().includes('/cart/update.js'), {
      timeout: LIMIT_MS,
    });
    await page.locator('.sixth [data-src] button').first().click();
    await done;
    await page.waitForTimeout(QUIET_MS);
    if (problems.length > 0) throw new Error(problems.join('; '));
    return tapOf(seen);
  } finally {
    await close();
  }
}

function tapOf({ tapAt, asked, shifts }: Seen): Tap {
  const find = (part: string) =>
    asked.find(({ name, start }) => name.includes(part) && start >= (tapAt ?? 0));
  const [redeem, update] = [find('/redeem'), find('/cart/update.js')];
  if (tapAt === null || !redeem || !update) throw new Error('a tap that put no code on the cart');
  const wholeMs = update.end - tapAt;
  const own = redeem.end - redeem.start + (update.end - update.start);
  const after = shifts.filter(({ at }) => at >= tapAt);
  return { wholeMs, beyondMs: wholeMs - own, cls: after.reduce((sum, { value }) => sum + value, 0) };
}
