// A merchant deletes a reward's discount in Shopify's admin, then one code of it, while a shopper holds that code: both come back,
// the merchant reads what happened, and the shopper pays with the code that was taken in the beginning.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { enqueue } from '#app/db/enqueue.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { findShop } from '#app/db/shop/shops.server.ts';
import { visitAdmin, WORDS as ADMIN, type Locale } from '#tests/support/admin-visit.ts';
import { reward } from '#tests/support/factories.ts';
import { visitProgram } from '#tests/support/program-visit.ts';
import { publishRewards } from '#tests/support/publish-rewards.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';
import { givePoints } from '#tests/support/vouchers.ts';

const { app, browser } = useRunningApp();

const TITLE = '€5.00 off';
const FIVE = reward({ key: 'five', title: { en: TITLE, fr: '5,00 € de remise' }, cost: 40 });
const WORDS = {
  en: { use: 'Use €5.00', onCart: '€5.00 off this cart', checkout: 'Check out', place: 'Place order' },
  fr: {
    use: 'Utiliser €5.00',
    onCart: '€5.00 de remise sur ce panier',
    checkout: 'Commander',
    place: 'Valider la commande',
  },
};

const one = async <Row extends object>(text: string) => (await pool().query<Row>(text)).rows[0];
const voucher = () =>
  one<{ code: string; state: string; missing: boolean }>(
    `select code, state, "missingSince" is not null as missing from "Voucher" order by id desc limit 1`,
  );
const codesReady = async () =>
  (await one<{ count: number }>(`select count(*)::int from "RewardCode" where state = 'ready'`))?.count ?? 0;
const discounts = () => app.shop.codeDiscounts.values();

async function shopId(): Promise<number> {
  const shop = await findShop(pool(), app.shop.domain);
  if (!shop) throw new Error('no shop');
  return shop.id;
}

test('codes are made as soon as a reward is published', async () => {
  await publishRewards(await shopId(), [FIVE]);
  await app.jobsDone();
  await expect.poll(codesReady, { timeout: 30_000 }).toBeGreaterThan(0);
});

/** The shopper's cart, with two coffees in it. */
async function shop(page: Page, language: Locale, customer: string): Promise<void> {
  const url = app.urls.storefront;
  await page.context().addCookies([
    { name: 'language', value: language, url },
    { name: 'customer', value: customer, url },
  ]);
  const id = app.shop.products[0]?.variants[0]?.id ?? '';
  await page.request.post(`${url}/cart/add.js`, { form: { id, quantity: '2' } });
  await page.goto(`${url}/cart`);
}

const block = (page: Page) =>
  page
    .locator('.sixth')
    .filter({ has: page.locator('[data-src]') })
    .first();

const isOnCart = async (page: Page, { onCart }: (typeof WORDS)['en']) => {
  await page.goto(`${app.urls.storefront}/cart`);
  return (await block(page).getByText(onCart).count()) > 0;
};

/** On a cart that has forgotten its codes, by the link that needs no script. */
async function putOnCart(page: Page, { use, onCart }: (typeof WORDS)['en']): Promise<void> {
  await page.context().clearCookies({ name: 'codes' });
  await page.goto(`${app.urls.storefront}/cart`);
  await block(page).getByRole('link', { name: use }).click();
  await block(page).getByText(onCart).waitFor();
}

/** At Shopify's admin. */
async function atDesk(path: string, act: (page: Page) => Promise<void>, done: string): Promise<void> {
  const { page, close } = await browser.page({ viewport: { width: 1280, height: 900 } });
  await page.goto(app.urls.admin + path);
  await act(page);
  await page.getByText(done).waitFor();
  await close();
}

/** What was noticed is an hour old, and orders were looked through since: as after an hour without news. */
async function untilHealed(): Promise<void> {
  await expect.poll(async () => (await voucher())?.missing, { timeout: 30_000 }).toBe(true);
  await pool().query(
    `update "Voucher" set "missingSince" = now() - interval '1 hour' where "missingSince" is not null`,
  );
  await pool().query('update "Shop" set "reconciledThrough" = now()');
  // The minute's bell.
  await pool().query(`select graphile_worker.add_job('rescue_jobs', job_key => 'rescue_jobs')`);
  await expect.poll(async () => (await voucher())?.missing, { timeout: 30_000 }).toBe(false);
}

async function expectTold(locale: Locale): Promise<void> {
  const { cards, rewards, trouble } = ADMIN[locale];
  const at = await visitProgram(app, browser, locale, '/rewards/five');
  await at.app.getByText(cards.discount.hands.deleted).waitFor();
  await at.app.getByText(rewards.discount.active).waitFor();
  await at.close();
  const home = await visitAdmin(app, browser, { locale });
  await home.app.getByRole('button', { name: trouble.details }).click();
  await home.app.getByRole('heading', { name: rewards.health.name }).waitFor();
  expect([...at.problems, ...home.problems]).toEqual([]);
  await home.close();
}

test.each([
  ['en', 0],
  ['fr', 1],
] as const)(
  'C46 C75 a discount and a code deleted by hand come back with what is held (%s)',
  async (language, index) => {
    const words = WORDS[language];
    const customer = [...app.shop.customers.keys()][index] ?? '';
    const id = await shopId();
    await givePoints({ id, domain: app.shop.domain }, customer, 40);
    await withTransaction((client) => enqueue(client, 'sync_members', { shopId: id }));
    await app.jobsDone();
    const { page, problems, close } = await browser.page({ viewport: { width: 1280, height: 900 } });
    await shop(page, language, customer);
    await block(page).getByRole('button', { name: words.use }).click();
    await block(page).getByText(words.onCart).waitFor({ timeout: 15_000 });
    await app.jobsDone();
    const held = (await voucher())?.code ?? '';
    const [before] = discounts();

    const remove = async (desk: Page) => {
      await desk.getByRole('link', { name: TITLE }).click();
      await desk.getByText('Delete', { exact: true }).last().click();
      await desk.getByRole('button', { name: `Delete ${TITLE}` }).click();
    };
    await atDesk('/discounts', remove, 'The discount is deleted.');
    await app.jobsDone();
    await expect.poll(() => discounts().map(({ id }) => id === before?.id)).toEqual([false]);
    expect(await isOnCart(page, words)).toBe(false);
    await expectTold(language);
    await untilHealed();
    // The cart has kept the code.
    expect(await isOnCart(page, words)).toBe(true);
    await putOnCart(page, words);

    const removeCode = async (desk: Page) => {
      await desk.getByLabel('Find a code').fill(held);
      await desk.getByRole('button', { name: 'Find' }).click();
      await desk.getByRole('button', { name: `Delete ${held}` }).click();
    };
    await atDesk(`/discounts/${discounts()[0]?.id}`, removeCode, 'The code is deleted.');
    expect(await isOnCart(page, words)).toBe(false);
    await untilHealed();
    await putOnCart(page, words);

    await page.getByRole('link', { name: words.checkout }).click();
    await page.locator('input[value=paid]').check();
    await page.getByRole('button', { name: words.place }).click();
    await page.waitForURL('**/orders/*');
    await app.jobsDone();
    expect(await voucher()).toEqual({ code: held, state: 'used', missing: false });
    expect(problems).toEqual([]);
    expect(await app.problems()).toEqual([]);
    await close();
  },
);
