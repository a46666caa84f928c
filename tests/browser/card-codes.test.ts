// A full card where functions can't run, with the whole product running: stamps earned, its code used with one tap, paid, refunded;
// then functions appear, the cart gives the item, and they go again.
import { beforeAll, expect, test, vi } from 'vitest';
import { NO_PRODUCTS } from '#app/core/program/card-rules.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { findShop } from '#app/db/shop/shops.server.ts';
import { passForCards, wayOf } from '#tests/support/card-ways.ts';
import { revisitAdmin, sidewaysScroll, WORDS as TEXTS, type AdminVisit } from '#tests/support/admin-visit.ts';
import { visitProgram } from '#tests/support/program-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { card } from '#tests/support/factories.ts';
import { publishCards } from '#tests/support/publish-cards.ts';
import { reconciled } from '#tests/support/releasing.ts';
import { useRewardShop, type RewardShopper } from './reward-journey.ts';

const shop = useRewardShop([]);
const LANGUAGES = ['en', 'fr'] as const;
const WAIT = { timeout: 20_000, interval: 200 };
const WORDS = {
  en: {
    title: 'Up to €15.00 off coffee',
    use: 'Use it',
    onCart: '€9.50 off this cart',
    takeOff: 'Take off',
    terms: 'A full card takes up to €15 off.',
  },
  fr: {
    title: 'Jusqu’à 15,00 € de remise sur un café',
    use: 'En profiter',
    onCart: '€9.50 de remise sur ce panier',
    takeOff: 'Retirer',
    terms: 'Carte complète : jusqu’à €15 de remise.',
  },
};
const USED_ON_HOME = {
  en: /codes? of (a full card|full cards) w(as|ere) used too: €/,
  fr: /codes? de cartes? complètes? (a|ont) aussi servi/,
};
let shopId = 0;

async function follow(minutes: number): Promise<void> {
  await passForCards({ id: shopId }, minutes);
  await enqueue(pool(), 'sync_discounts', { shopId });
  await shop.app.jobsDone();
}

async function goOver(): Promise<void> {
  for (const minutes of [1, 1, 21]) await follow(minutes);
  await reconciled({ id: shopId });
  await follow(0);
}

beforeAll(async () => {
  shopId = (await findShop(pool(), shop.app.shop.domain))!.id;
  shop.app.shopify.app.publicCategory = 'CUSTOM';
  shop.app.shop.plan = 'basic';
  const coffee = shop.app.shop.productByHandle('morning-house')!;
  const noun = { en: { one: 'coffee', other: 'coffees' }, fr: { one: 'un café', other: 'cafés' } };
  const products = { ...NO_PRODUCTS, productIds: [coffee.id] };
  expect(await publishCards(shopId, [card({ noun, products, maxPriceMinor: 1_500 })])).toMatchObject({
    ok: true,
  });
  await shop.app.jobsDone();
  await goOver();
  expect(await wayOf({ id: shopId })).toBe('codes');
  await follow(0);
}, 120_000);

async function stamps({ id }: RewardShopper): Promise<number> {
  const { rows } = await pool().query<{ stamps: number }>(
    `select c.stamps::int as stamps from "MemberCard" c join "Member" m on m.id = c."memberId" where m."customerId" = $1`,
    [id],
  );
  return rows[0]?.stamps ?? 0;
}

test.each(LANGUAGES)(
  'five coffees, one code, used, paid and refunded (%s)',
  { timeout: 120_000 },
  async (language) => {
    const shopper = await shop.shopper(language, language === 'en' ? 1280 : 360);
    const { page } = shopper;
    const words = WORDS[language];
    await shopper.add(3);
    await shopper.showCart();
    await expect.poll(() => page.locator('main').innerText(), WAIT).toContain(words.terms);
    await shopper.pay();
    await shopper.earn(2);
    expect(await stamps(shopper)).toBe(0);
    await shopper.add(1);
    const shown = async () => {
      await shopper.showCart();
      return (await page.locator('main').innerText()).replace(/\s+/g, ' ');
    };
    await expect.poll(shown, WAIT).toContain(words.title);
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole('link', { name: words.use }).first().click();
    await page.getByText(words.onCart).first().waitFor({ timeout: 15_000 });
    const order = await shopper.pay();
    expect(await shopper.books()).toMatchObject({ states: ['used'] });
    expect(await stamps(shopper)).toBe(1);
    const [line] = order.lines;
    await shop.app.shop.refundOrder(order.id, { lines: [{ lineId: line!.id, quantity: 1 }] });
    await shop.app.jobsDone();
    // All five are back, the card is full, and is given again.
    await vi.waitFor(async () => expect((await shopper.books()).states).toEqual(['used', 'held']), WAIT);
    expect(await stamps(shopper)).toBe(0);
    await shopper.leave();
  },
);

test.each(LANGUAGES)(
  'the merchant reads which way the card is given, and what it cost (%s)',
  { timeout: 120_000 },
  async (locale) => {
    const shopper = await shop.shopper(locale);
    await shopper.earn(5);
    await vi.waitFor(async () => expect((await shopper.books()).states).toEqual(['held']), WAIT);
    const { cards, memberRewards } = TEXTS[locale];
    const width = locale === 'en' ? 1_280 : 360;
    const visit = await visitProgram(shop.app, shop.browser, locale, '/cards/coffee', width);
    await visit.app.getByText(cards.ways.codes).waitFor();
    await visit.app.getByText(cards.maxPriceOfCode).waitFor();
    await sound(visit);
    await revisitAdmin(shop.app, visit, { path: '/app/program', locale });
    await visit.app.getByText(cards.waysInShort.codes).waitFor();
    await sound(visit);
    await revisitAdmin(shop.app, visit, { path: '', locale });
    await visit.app.getByText(USED_ON_HOME[locale]).waitFor();
    await sound(visit);
    await tryFiveCoffees(visit, locale);
    await sound(visit);
    await revisitAdmin(shop.app, visit, { path: await shopper.adminPath(), locale });
    await visit.app.getByText(WORDS[locale].title).first().waitFor();
    expect(await visit.app.getByRole('button', { name: memberRewards.takeBack }).count()).toBe(0);
    await sound(visit);
    await visit.close();
    await shopper.leave();
  },
);

/** The cart of "Try it" goes by the shop's way. */
async function tryFiveCoffees(visit: AdminVisit, locale: 'en' | 'fr'): Promise<void> {
  const { program, cards } = TEXTS[locale];
  await revisitAdmin(shop.app, visit, { path: '/app/program/trial', locale });
  await visit.app.getByRole('button', { name: program.trial.addProducts }).click();
  const picker = visit.page.locator('dialog.picker');
  await picker.getByRole('listitem').filter({ hasText: 'Morning House' }).getByRole('checkbox').check();
  await picker.locator('button.primary').click();
  await visit.app.getByLabel(program.trial.lineQuantity).first().fill('5');
  await visit.app.getByRole('button', { name: program.trial.run }).click();
  const title = locale === 'en' ? 'Coffee card' : 'Carte café';
  await visit.app.getByText(cards.trial.asCodes(title, '1', 'one'), { exact: true }).waitFor();
}

async function sound(visit: AdminVisit): Promise<void> {
  expect(await axeProblems(visit.frame())).toEqual([]);
  expect(await sidewaysScroll(visit.frame())).toBeLessThanOrEqual(0);
  expect(visit.problems).toEqual([]);
}

test(
  'C110 functions appear and go: the cart gives the item, and then codes do again',
  { timeout: 120_000 },
  async () => {
    const shopper = await shop.shopper('en');
    const { page } = shopper;
    await shopper.earn(4);
    shop.app.shop.plan = 'plus';
    for (const minutes of [1, 1, 1]) await follow(minutes);
    expect(await wayOf({ id: shopId })).toBe('cart');
    await enqueue(pool(), 'sync_members', { shopId });
    await shop.app.jobsDone();
    await shopper.add(2);
    await shopper.showCart();
    await page.getByText('Coffee card −€9.50').first().waitFor();
    await shopper.pay();
    expect(await stamps(shopper)).toBe(0);
    shop.app.shop.plan = 'basic';
    await goOver();
    expect(await wayOf({ id: shopId })).toBe('codes');
    await shopper.earn(5);
    await vi.waitFor(async () => expect((await shopper.books()).states).toEqual(['held']), WAIT);
    await shopper.leave();
  },
);
