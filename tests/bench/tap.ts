// The first tap on a reward with the whole app running: what it costs a page before anybody taps, and how long until the code is
// on the cart.
import { startBrowser, type TestBrowser } from '#tests/support/browser.ts';
import type { PlacedBlock } from '#tests/local-shopify/shop/theme.ts';
import { writeCart } from '#tests/local-shopify/storefront/cart-cookie.ts';
import { DEMO_REWARDS } from '#tests/demo/demo-rewards.ts';
import { reward } from '#tests/support/factories.ts';
import { ROUNDS, type Bench } from './bench.ts';
import { percentile, type Figure } from './figures.ts';
import { askedBefore, tapOnce, type Tap, type Visit } from './tap-once.ts';
import { openTapShop, type TapShop } from './tap-shop.ts';

/** Each loads a page and waits until nothing moves any more; of so few the slowest but one in twenty is the slowest. */
const TAPS = 10;
/** One tap fills the cart with it. */
const ANY_AMOUNT = reward({
  gives: { kind: 'any-amount', minor: 500, leastMinor: 100, mostMinor: null, sharePercent: 100 },
  minimumMinor: null,
});
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

const p95 = (rounds: Tap[][], of: (tap: Tap) => number) =>
  rounds.map((taps) => percentile(taps.map(of), 0.95));

const NAME = 'first tap → code on the cart, four times slower, p95';

function tapFigures(rounds: Tap[][]): Figure[] {
  const beyond = p95(rounds, ({ beyondMs }) => beyondMs);
  const shifts = rounds.map((taps) => Math.max(...taps.map(({ cls }) => cls)));
  return [
    figure(`${NAME}, beyond its two requests`, 'ms', beyond, '< 400 ms'),
    figure(
      NAME,
      'ms',
      p95(rounds, ({ wholeMs }) => wholeMs),
      null,
    ),
    figure('layout shift after the tap', '', shifts, '0'),
  ];
}

/** What is taken is known to the checkout by then, or the tap would have waited for a second and a half. */
function anyAmountFigures(rounds: Tap[][]): Figure[] {
  const whole = p95(rounds, ({ wholeMs }) => wholeMs);
  const shifts = rounds.map((taps) => Math.max(...taps.map(({ cls }) => cls)));
  return [
    figure(`any amount: ${NAME}`, 'ms', whole, '< 1,500 ms'),
    figure('any amount: layout shift after the tap', '', shifts, '0'),
  ];
}

async function inShop<T>(
  opening: Promise<TapShop>,
  act: (browser: TestBrowser, shop: TapShop) => Promise<T>,
): Promise<T> {
  const shop = await opening;
  const browser = await startBrowser();
  try {
    return await act(browser, shop);
  } finally {
    await browser.close();
    await shop.stop();
  }
}

export async function tapPart(bench: Bench): Promise<Figure[]> {
  const usual = await inShop(openTapShop(bench, 'tap', DEMO_REWARDS), async (browser, shop) => [
    ...(await beforeFigures(browser, shop)),
    ...tapFigures(await tapAll(browser, shop)),
  ]);
  const any = await inShop(openTapShop(bench, 'tap-any', [ANY_AMOUNT]), async (browser, shop) =>
    anyAmountFigures(await tapAll(browser, shop)),
  );
  return [...usual, ...any];
}
