// Web vitals of each screen, measured inside the app's frame by Chromium itself.
import type { Frame, Page } from 'playwright-core';
import { startBrowser, type TestBrowser } from '#tests/support/browser.ts';
import { observeVitals, readVitals, type Vitals } from '#tests/support/vitals.ts';
import { SCREENS, type BenchShop, type Screen } from './admin-screens.ts';
import type { Bench } from './bench.ts';
import type { Figure } from './figures.ts';
import type { RunningShops } from './running-shops.ts';

const ROUNDS = 3;
/** After the page came, and after its last interaction: for paints, and for what still moves. */
const REST_MS = 500;

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
  // What the console says is the browser tests' matter: the sandboxed previews refuse the script, and say so.
  const { page, close } = await browser.page({ viewport: { width: 1280, height: 900 } });
  await page.addInitScript(observeVitals);
  await page.goto(`${shopify.urls.admin}/apps/sixth${screen.path(shop)}`);
  const inside = page.frameLocator('iframe');
  await inside.getByRole('heading').first().waitFor();
  await page.waitForTimeout(REST_MS);
  await screen.interact(inside);
  await page.waitForTimeout(REST_MS);
  const vitals = await readVitals(frameOf(page));
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
