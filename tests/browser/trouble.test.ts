// Trouble is met on Home and solved: one sentence with one button on top, which leads to where it is mended; then all is well.
import { expect, test } from 'vitest';
import type { FrameLocator, Locator } from 'playwright-core';
import { pool } from '#app/db/pool.server.ts';
import { pluralForm } from '#app/ui/values/format.ts';
import { sidewaysScroll, visitAdmin, WORDS, type Locale } from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { addSale } from '#tests/support/with-cards.ts';
import { useCoffeeShop } from './stamp-journey.ts';

const coffee = useCoffeeShop();

const PLACES = [
  ['en', 1280, 'morning-house'],
  ['fr', 360, 'night-shift'],
] as const satisfies [locale: Locale, width: number, handle: string][];

const home = (locale: Locale, width: number) => visitAdmin(coffee.app, coffee.browser, { locale, width });

/** The one banner of the page, above all else, with its one button. */
async function onlyTrouble(app: FrameLocator, sentence: string): Promise<Locator> {
  const alert = app.getByRole('alert');
  await alert.getByText(sentence, { exact: true }).waitFor();
  expect(await alert.count()).toBe(1);
  const buttons = alert.getByRole('button');
  expect(await buttons.count()).toBe(1);
  const tops = [alert, app.locator('h2').filter({ hasNotText: sentence }).first()].map((each) =>
    each.boundingBox(),
  );
  const [banner, next] = await Promise.all(tops);
  expect(banner?.y).toBeLessThan(next?.y ?? 0);
  return buttons.first();
}

async function allIsWell(app: FrameLocator, locale: Locale): Promise<void> {
  await app.getByText(WORDS[locale].health.overall.good, { exact: true }).waitFor();
  expect(await app.getByRole('alert').count()).toBe(0);
}

const rows = async (sql: string): Promise<number> => {
  const { rowCount } = await pool().query(sql);
  return rowCount ?? 0;
};

/** Shopify won't tell of a product that the card must know: an order of it can't be counted. */
async function buyWhatIsRefused(handle: string): Promise<void> {
  const { shop, app } = coffee;
  const product = shop.productByHandle(handle);
  const [customer] = shop.customers.values();
  if (!product?.variants[0] || !customer) throw new Error(`the catalogue has no ${handle}`);
  app.shopify.faults(shop.domain).script = ({ operation }, { ids }) => {
    const refused =
      operation === 'ProductGroups' && (ids as string[]).some((id) => id.endsWith(`/${product.id}`));
    return refused ? { status: 200, body: { errors: [{ message: 'Invalid global id' }] } } : null;
  };
  await shop.placeOrder({
    customerId: customer.id,
    lines: [{ variantId: product.variants[0].id, quantity: 1 }],
    payment: 'paid',
    locale: customer.locale,
  });
  await expect.poll(() => rows('select 1 from "SetAsideOrder"')).toBe(1);
}

test.each(PLACES)(
  'C89 an order that can’t be counted is met on Home, tried again where it stands, and counted (%s, %i px)',
  async (locale, width, handle) => {
    const { trouble, setAside, shell } = WORDS[locale];
    await buyWhatIsRefused(handle);
    const at = await home(locale, width);
    const form = pluralForm(1, locale);
    const said = { count: '1', form, since: '', detail: '', currency: '', told: '', until: '' };
    const button = await onlyTrouble(at.app, trouble.sentences.setAside(said));
    expect(await axeProblems(at.frame())).toEqual([]);
    expect(await sidewaysScroll(at.frame())).toBeLessThanOrEqual(0);
    expect((await button.innerText()).trim()).toBe(setAside.show);
    await button.press('Enter');

    await at.app.getByText(setAside.why.untold).waitFor();
    coffee.app.shopify.faults(coffee.shop.domain).clear();
    await at.app.getByRole('button', { name: setAside.tryAgain }).press('Enter');
    await at.page.locator('.toast').getByText(setAside.tried).waitFor();
    await at.app.getByText(setAside.allCounted).waitFor();
    await coffee.jobsDone();
    expect(await axeProblems(at.frame())).toEqual([]);
    // The keyboard stands where the button was.
    await at.page.keyboard.press('Tab');
    const back = at.app.getByRole('link', { name: shell.backHome }).first();
    await expect.poll(() => back.evaluate((link) => link === document.activeElement)).toBe(true);
    await at.page.keyboard.press('Enter');
    await allIsWell(at.app, locale);
    expect(await rows('select 1 from "SetAsideOrder"')).toBe(0);
    expect(await rows('select 1 from "Order" where "appliedRevision" < revision')).toBe(0);
    expect(at.problems).toEqual([]);
    const logged = await coffee.app.problems();
    expect(logged.filter((line) => !line.includes('an order was set aside'))).toEqual([]);
    await at.close();
  },
);

const TITLES = { en: 'Coffee card', fr: 'Carte café' };

/** The merchant's own discount has the title of the card's, which somebody deletes: Shopify refuses it anew. */
async function takeTitle(): Promise<string> {
  const { shop } = coffee;
  const sale = await addSale(shop, 1_000, null);
  await shop.automaticDiscounts.change(sale.id, { title: TITLES.en });
  await shop.automaticDiscounts.remove(coffee.discount().id);
  await expect.poll(() => rows(`select 1 from "CardDiscount" where problem = 'title-taken'`)).toBe(1);
  return sale.id;
}

test.each(PLACES.map(([locale, width]) => [locale, width] as const))(
  'C46 a card that carts don’t go by is met on Home, its page says what to do, and that ends it (%s, %i px)',
  async (locale, width) => {
    const { trouble, cards } = WORDS[locale];
    const saleId = await takeTitle();
    const at = await home(locale, width);
    const button = await onlyTrouble(at.app, trouble.ofCard['title-taken'](TITLES[locale]));
    expect(await axeProblems(at.frame())).toEqual([]);
    expect(await sidewaysScroll(at.frame())).toBeLessThanOrEqual(0);
    expect((await button.innerText()).trim()).toBe(trouble.openCard);
    await button.press('Enter');

    await at.app.getByText(cards.discount.problems['title-taken']).waitFor();
    await coffee.shop.automaticDiscounts.change(saleId, { title: `Sale, ${locale}` });
    await coffee.app.shopify.webhooks.flush();
    const healed = `select 1 from "CardDiscount" where problem is null and state = 'active'`;
    await expect.poll(() => rows(healed)).toBe(1);
    await coffee.jobsDone();
    await at.page.goto(`${coffee.app.urls.admin}/apps/sixth?locale=${locale}`);
    await allIsWell(at.app, locale);
    expect(at.problems).toEqual([]);
    await coffee.shop.automaticDiscounts.end(saleId);
    await coffee.jobsDone();
    await at.close();
  },
);
