// Every page of the theme in its three looks and both languages: axe finds nothing, nothing needs sideways scrolling,
// and the console stays silent.
import { NO_PRODUCTS } from '#app/core/program/card-rules.ts';
import { projectRewards } from '#app/core/storefront/project-rewards.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import { LOOKS, WAYS } from '#tests/local-shopify/shop/theme.ts';
import { startLocalShopify } from '#tests/local-shopify/start.ts';
import type { Started } from '#tests/local-shopify/start.ts';
import {
  SAMPLE_PROGRAM,
  sampleMember,
  writeMember,
  writeProgram,
} from '#tests/storefront/scene/sample-shop.ts';
import { readyReward } from '#tests/storefront/states/rewards.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { codeDiscountOf } from '#tests/support/code-discount-of.ts';
import { reward } from '#tests/support/factories.ts';
import { useBrowser } from '#tests/support/use-browser.ts';

const FIVE = reward({ key: 'five', title: { en: '€5.00 off', fr: '5,00 € de remise' } });
const REWARDS = [
  FIVE,
  reward({
    key: 'shipping',
    title: { en: 'Free shipping', fr: 'Livraison offerte' },
    gives: { kind: 'free-shipping', upToMinor: 600 },
    minimumMinor: null,
  }),
  reward({ key: 'large', title: { en: '€200.00 off', fr: '200,00 € de remise' }, cost: 4_000 }),
  reward({ key: 'later', title: { en: 'Later', fr: 'Plus tard' }, startsOn: '2999-12-01' }),
];
/** A code of the first that is ready. */
const READY = 'READYCODE234';

let local: Started;
const browser = useBrowser();
let member = '';

beforeAll(async () => {
  local = await startLocalShopify({
    apiKey: 'key',
    apiSecret: 'secret',
    shops: [coffeeRoaster()],
    appTarget: () => null,
    retriesMs: [],
  });
  const shop = local.shopify.firstShop;
  const collectionIds = [shop.collections[0]?.id ?? ''];
  const cards = SAMPLE_PROGRAM.cards.map((card) => ({
    ...card,
    products: { ...NO_PRODUCTS, collectionIds },
  }));
  await writeProgram(shop, { ...SAMPLE_PROGRAM, cards, ...projectRewards(REWARDS) });
  await shop.codeDiscounts.add(codeDiscountOf(FIVE), READY);
  member = [...shop.customers.keys()][0] ?? '';
  await writeMember(local.shopify, member, {
    ...sampleMember({ points: 1240, pending: 30 }, { have: 3 }),
    vouchers: [
      readyReward({ code: READY, until: '2999-12-24' }, FIVE),
      readyReward({ id: '8', state: 'releasing' }, FIVE),
    ],
  });
});
afterAll(async () => {
  await local.stop();
});

async function check(page: Page, name: string): Promise<void> {
  expect([name, await axeProblems(page)]).toEqual([name, []]);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect([name, beyond]).toEqual([name, 0]);
}

/** With a cart that has every kind of row: a free line, a tenth off, a code that applies to nothing. */
async function walk(page: Page, store: string): Promise<void> {
  const open = (path: string) => page.goto(store + path);
  await open('/');
  await check(page, 'home');
  await open('/collections/equipment');
  await check(page, 'collection');
  await open('/products/kenya-nyeri');
  await check(page, 'product');
  await page.locator('.variant').nth(1).click();
  await page.waitForURL(/variant=/);
  await check(page, 'sold out');
  await open('/products/enamel-cup');
  await page.locator('.buy .button').click();
  await page.getByRole('dialog').getByRole('link').first().waitFor();
  await check(page, 'over the page');
  await open('/cart');
  await page.locator('[data-on]').first().click();
  await page.locator('.sixth-done').first().waitFor();
  await check(page, 'a reward on the cart');
  for (const code of ['MUG', 'SPRING10', 'COFFEE20', 'NOPE']) {
    await page.locator('#page-code').fill(code);
    await page.locator('.codes .button').click();
    await page.locator('cart-items:not([aria-busy="true"])').getByText(code).first().waitFor();
  }
  await check(page, 'changed cart');
  await open('/collections/all');
  await page.locator('[data-quick-view]').first().click();
  await page.locator('.quick-view product-info').waitFor();
  await check(page, 'quick view');
  for (const path of ['/cart', '/pages/loyalty', '/checkout', '/customer_authentication/login']) {
    await open(path);
    await check(page, path);
  }
}

const VISITS = LOOKS.flatMap((look) => [
  { look, way: 'dawn' as const, language: 'en', width: 1280 },
  { look, way: 'horizon' as const, language: 'fr', width: 360 },
]);

test.each(VISITS)(
  '$look as $way in $language, $width pixels wide',
  async ({ look, way, language, width }) => {
    const shop = local.shopify.firstShop;
    await shop.saveTheme({ ...shop.theme, look, way });
    const { page, problems, close } = await browser.page({ viewport: { width, height: 900 } });
    const url = local.urls.storefront;
    await page.context().addCookies([
      { name: 'language', value: language, url },
      { name: 'customer', value: member, url },
    ]);
    await walk(page, url);
    expect(problems).toEqual([]);
    await close();
  },
);

test.each(LOOKS.flatMap((look) => ['en', 'fr'].map((language) => ({ look, language }))))(
  'with text of twice the size the cart fits a screen of 320 pixels: $look, $language',
  async ({ look, language }) => {
    const shop = local.shopify.firstShop;
    const { page, close } = await browser.page({ viewport: { width: 320, height: 640 } });
    const url = local.urls.storefront;
    await page.context().addCookies([{ name: 'language', value: language, url }]);
    const id = shop.productByHandle('morning-house')?.variants[0]?.id ?? '';
    await page.request.post(`${url}/cart/add.js`, { form: { id, quantity: '12' } });
    for (const way of WAYS) {
      await shop.saveTheme({ ...shop.theme, look, way });
      await page.goto(`${url}/cart`);
      await page.addStyleTag({ content: ':root { font-size: 200% !important; }' });
      expect([way, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([way, 320]);
    }
    await close();
  },
);

test.each([1280, 360])(
  'the desk’s pages stand in the admin’s own navigation, %i pixels wide',
  async (width) => {
    const shop = local.shopify.firstShop;
    const variantId = shop.products[0]?.variants[0]?.id ?? '';
    const order = await shop.placeOrder({
      customerId: member,
      lines: [{ variantId, quantity: 2 }],
      payment: 'paid',
      locale: 'en',
    });
    const { page, problems, close } = await browser.page({ viewport: { width, height: 900 } });
    for (const path of [
      '/',
      '/orders',
      `/orders/${order.id}`,
      '/drafts',
      '/drafts/new',
      '/customers',
      '/discounts',
      '/webhooks',
      '/flow',
      '/segments',
    ]) {
      await page.goto(local.urls.admin + path);
      await check(page, path);
      const menu = page.getByRole('navigation', { name: 'Shopify', includeHidden: true });
      const names = await menu.getByRole('link', { includeHidden: true }).allTextContents();
      expect(names.map((name) => name.trim().replace(/\s+/g, ' '))).toEqual([
        ...[
          'Home',
          'Orders',
          'Drafts',
          'Customers',
          'Segments',
          'Discounts',
          'Webhooks',
          'Flow',
          'Theme',
          'Online Store',
          '6 Sixth',
        ],
      ]);
      expect(await menu.locator('[aria-current=page]').count()).toBe(1);
    }
    expect(problems).toEqual([]);
    await close();
  },
);

test('the theme editor saves what is typed at once, and its preview follows', async () => {
  const shop = local.shopify.firstShop;
  const { page, problems, close } = await browser.page({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${local.urls.admin}/themes/editor?page=loyalty&open=member-2`);
  await page.locator('#member-2-heading').fill('A card of ours');
  const preview = page.frameLocator('[data-preview]');
  await preview.getByText('A card of ours').waitFor();
  await page.getByLabel('loud').check();
  await expect.poll(() => preview.locator('link[href*="look-loud"]').count()).toBe(1);
  expect(shop.theme.look).toBe('loud');
  expect(problems).toEqual([]);
  // Last, because axe calls into the preview's frame, which belongs to another origin.
  expect(await axeProblems(page)).toEqual([]);
  await close();
});
