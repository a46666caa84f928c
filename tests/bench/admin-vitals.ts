// Web vitals of each screen, measured inside the app's frame by Chromium itself.
import type { Frame, Page } from 'playwright-core';
import { startBrowser, type TestBrowser } from '#tests/support/browser.ts';
import { SCREENS, type BenchShop, type Screen } from './admin-screens.ts';
import type { Bench } from './bench.ts';
import type { Figure } from './figures.ts';
import type { RunningShops } from './running-shops.ts';

const ROUNDS = 3;
/** After the page came, and after its last interaction: for paints, and for what still moves. */
const REST_MS = 500;

/** Milliseconds, but for CLS, which is a share of the screen. */
type Vitals = { lcp: number; cls: number; inp: number };

/** Runs in every frame before anything of the page does; the numbers are read at the end. */
function observe(): void {
  const vitals = { lcp: 0, cls: 0, inp: 0 };
  Object.assign(window, { sixthVitals: vitals });
  const on = (type: string, note: (entry: PerformanceEntry) => void, more: object = {}) => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(note));
    observer.observe({ type, buffered: true, ...more });
  };
  on('largest-contentful-paint', (entry) => (vitals.lcp = entry.startTime));
  on('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) vitals.cls += value;
  });
  on(
    'event',
    (entry) => {
      const { interactionId } = entry as PerformanceEntry & { interactionId: number };
      if (interactionId > 0) vitals.inp = Math.max(vitals.inp, entry.duration);
    },
    { durationThreshold: 16 },
  );
}

function frameOf(page: Page): Frame {
  const [frame] = page.mainFrame().childFrames();
  if (!frame) throw new Error('the admin has no frame');
  return frame;
}

async function visit(
  browser: TestBrowser,
  { shopify }: RunningShops,
  screen: Screen,
  shop: BenchShop,
): Promise<Vitals> {
  // What the console says is the browser tests' matter: the sandboxed previews refuse `observe`, and say so.
  const { page, close } = await browser.page({ viewport: { width: 1280, height: 900 } });
  await page.addInitScript(observe);
  await page.goto(`${shopify.urls.admin}/apps/sixth${screen.path(shop)}`);
  const inside = page.frameLocator('iframe');
  await inside.getByRole('heading').first().waitFor();
  await page.waitForTimeout(REST_MS);
  await screen.interact(inside);
  await page.waitForTimeout(REST_MS);
  const read = () => (window as unknown as { sixthVitals: Vitals }).sixthVitals;
  const vitals = await frameOf(page).evaluate(read);
  await close();
  if (vitals.lcp === 0) throw new Error(`${screen.name}: nothing was painted`);
  return vitals;
}

function figures({ name }: Screen, rounds: readonly Vitals[]): Figure[] {
  const figure = (what: string, unit: string, wanted: string, of: (vitals: Vitals) => number): Figure => ({
    part: 'admin',
    name: `${name}: ${what}, in the frame`,
    unit,
    ours: rounds.map(of),
    baseline: null,
    wanted,
  });
  return [
    figure('LCP', 'ms', '< 2,500 ms', ({ lcp }) => lcp),
    figure('CLS', '', '< 0.1', ({ cls }) => cls),
    // Chromium tells of events from 16 ms on: 0 is one that was faster.
    figure('INP', 'ms', '< 200 ms', ({ inp }) => inp),
  ];
}

export async function vitalFigures(bench: Bench, running: RunningShops, shop: BenchShop): Promise<Figure[]> {
  // Loaders were asked at the app's own port; a browser needs the tunnel before it.
  running.shopify.urls.tunnel = running.outside;
  const browser = await startBrowser();
  try {
    const found: Figure[] = [];
    for (const screen of SCREENS) {
      bench.say(`  ${screen.name} …`);
      const rounds: Vitals[] = [];
      for (let round = 0; round < ROUNDS; round += 1)
        rounds.push(await visit(browser, running, screen, shop));
      found.push(...figures(screen, rounds));
    }
    return found;
  } finally {
    await browser.close();
  }
}
