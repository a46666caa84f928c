// The first tap on a reward with the whole app running: what it costs a page before anybody taps, and how long until the code is
// on the cart.
import { startBrowser, type TestBrowser } from '#tests/support/browser.ts';
import type { PlacedBlock } from '#tests/local-shopify/shop/theme.ts';
import { writeCart } from '#tests/local-shopify/storefront/cart-cookie.ts';
import { ROUNDS, type Bench } from './bench.ts';
import { percentile, type Figure } from './figures.ts';
import { askedBefore, tapOnce, type Tap, type Visit } from './tap-once.ts';
import { openTapShop, type TapShop } from './tap-shop.ts';

const TAPS = 20;
/** They stand beside other blocks, too. */
const SHARED = /\/(follow\.js|sixth\.css)$/;
const REWARDS: PlacedBlock = { id: 'rewards-1', area: 'cart', block: 'rewards', shown: true, settings: {} };

const figure = (name: string, unit: string, ours: number[], wanted: string | null): Figure => ({
  part: 'tap',
  name,
  unit,
  ours,
  baseline: null,
  wanted,
});

function visitOf({ shopify, customers }: TapShop, nr: number): Visit {
  const variantId = shopify.firstShop.products[0]?.variants[0]?.id ?? '';
  const cart = writeCart([{ variantId, quantity: 2 }]);
  const customer = customers[nr % customers.length] ?? '';
  return { url: shopify.urls.storefront, cookies: { customer, language: 'en', cart } };
}

/** What the page with the block asks for beyond what it asks for without. */
async function beforeFigures(browser: TestBrowser, shop: TapShop): Promise<Figure[]> {
  const { firstShop } = shop.shopify;
  const asked = async (blocks: PlacedBlock[]) => {
    await firstShop.saveTheme({ ...firstShop.theme, blocks });
    return askedBefore(browser, visitOf(shop, 0));
  };
  const bare = new Set((await asked([])).map(({ name }) => name));
  const added = (await asked([REWARDS])).filter(({ name }) => !bare.has(name) && !SHARED.test(name));
  const bytes = added.reduce((sum, one) => sum + one.bytes, 0);
  return [
    figure('requests added before the first tap', '', [added.length], '0'),
    figure('bytes loaded before the first tap', 'bytes', [bytes], '0'),
  ];
}

/** The first tap only warms up. */
async function tapAll(browser: TestBrowser, shop: TapShop): Promise<Tap[][]> {
  const { firstShop } = shop.shopify;
  await firstShop.saveTheme({ ...firstShop.theme, blocks: null });
  const tap = async (nr: number) => {
    const tapped = await tapOnce(browser, visitOf(shop, nr));
    await shop.use();
    return tapped;
  };
  await tap(0);
  const rounds: Tap[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const taps: Tap[] = [];
    for (let nr = 0; nr < TAPS; nr += 1) taps.push(await tap(nr));
    rounds.push(taps);
  }
  return rounds;
}

export async function tapPart(bench: Bench): Promise<Figure[]> {
  const shop = await openTapShop(bench);
  const browser = await startBrowser();
  try {
    const before = await beforeFigures(browser, shop);
    const rounds = await tapAll(browser, shop);
    const p95 = (of: (tap: Tap) => number) => rounds.map((taps) => percentile(taps.map(of), 0.95));
    const name = 'first tap → code on the cart, four times slower, p95';
    return [
      ...before,
      figure(
        `${name}, beyond its two requests`,
        'ms',
        p95(({ beyondMs }) => beyondMs),
        '< 400 ms',
      ),
      figure(
        name,
        'ms',
        p95(({ wholeMs }) => wholeMs),
        null,
      ),
      figure(
        'layout shift after the tap',
        '',
        rounds.map((taps) => Math.max(...taps.map(({ cls }) => cls))),
        '0',
      ),
    ];
  } finally {
    await browser.close();
    await shop.stop();
  }
}
