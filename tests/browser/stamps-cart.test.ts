// The sixth free, in the same cart: what the shopper sees the moment it is due, and what is left afterwards.
import { expect, test } from 'vitest';
import { useCoffeeShop, LANGUAGES } from './stamp-journey.ts';

const coffee = useCoffeeShop();

test.each(LANGUAGES)('C49 C50 six units in one cart: one is free, at once (%s)', async (language, form) => {
  coffee.shop.unsettled = form;
  const shopper = await coffee.shopper(language);
  await shopper.buy(1);
  await shopper.add(5);
  await shopper.expectFree(1);
  await shopper.order();
  await shopper.expectStamps(0);
  await shopper.add(6);
  await shopper.expectFree(1);
  const order = await shopper.order();
  expect(order.lines).toHaveLength(form.partlyFreeLine === 'split' ? 2 : 1);
  await shopper.expectStamps(0);
  await shopper.leave();
});

test.each(LANGUAGES)('C49 five, then one: the sixth is free (%s)', async (language, form) => {
  coffee.shop.unsettled = { ...form, orderNames: 'title' };
  const shopper = await coffee.shopper(language);
  await shopper.add(5);
  await shopper.expectFree(0);
  await shopper.order();
  await shopper.expectStamps(5);
  await shopper.add(1);
  await shopper.expectFree(1);
  await shopper.order();
  await shopper.expectStamps(0, { path: '/pages/loyalty' });
  await shopper.leave();
});

const NUDGE = '[id^=shopify-block-points-for-cart] form button';

test.each(LANGUAGES)(
  'C49 C79 one asks for one more, which is free: with its money, and what is left (%s)',
  async (language, form) => {
    coffee.shop.unsettled = form;
    const shopper = await coffee.shopper(language);
    const { page } = shopper;
    await shopper.buy(3);
    await shopper.add(1);
    expect(await shopper.story()).toEqual({
      cards: [{ free: 0, saved: null, paid: 0, left: [4, 5] }],
      points: 37,
    });
    expect(await page.locator(NUDGE).count()).toBe(0);
    await shopper.add(1);
    await shopper.expectFree(0);
    await Promise.all([page.waitForEvent('load'), page.locator(NUDGE).click()]);
    await shopper.expectFree(1);
    expect(await page.locator('.cart-lines input[name=quantity]').inputValue()).toBe('3');
    // Two of three are paid for, 9.50 each.
    expect(await shopper.story()).toEqual({
      cards: [{ free: 1, saved: '€9.50', paid: 5, left: [0, 5] }],
      points: 28 + 19,
    });
    await shopper.order();
    await shopper.expectStamps(0);
    await shopper.leave();
  },
);

const MEMBERS = {
  en: /Members get one of these 6 \S+ free −€9\.50/,
  fr: /Avec la carte, une? de ces 6 \S+ est offerte? −€9\.50/,
};

test.each(LANGUAGES)(
  'C72 a guest with six reads what members get, signs in, and has it (%s)',
  async (language, form) => {
    coffee.shop.unsettled = form;
    const shopper = await coffee.shopper(language, false);
    const { page } = shopper;
    await shopper.add(6);
    await shopper.expectFree(0);
    const block = page.locator('[id^=shopify-block-points-for-cart]');
    expect((await block.innerText()).replace(/\s+/g, ' ')).toMatch(MEMBERS[language]);
    expect(await block.locator('a').count()).toBe(1);
    await block.locator('a').click();
    await page.getByRole('button', { name: coffee.shop.customers.get(shopper.id)?.email ?? '' }).click();
    await page.waitForURL('**/cart');
    await shopper.expectFree(1);
    expect((await shopper.story()).cards).toEqual([{ free: 1, saved: '€9.50', paid: 5, left: [0, 5] }]);
    await shopper.leave();
  },
);

test.each(LANGUAGES)('C72 a guest sees nothing free until signed in (%s)', async (language, form) => {
  coffee.shop.unsettled = form;
  const shopper = await coffee.shopper(language, false);
  const { page } = shopper;
  await shopper.add(6);
  await shopper.expectFree(0);
  const email = coffee.shop.customers.get(shopper.id)?.email ?? '';
  const typed = await shopper.order('paid', page, email);
  expect(typed.customerId).toBe(shopper.id);
  expect(typed.discounts).toEqual([]);

  await shopper.add(1);
  await shopper.expectFree(0);
  await page.locator('main a[href^="/customer_authentication/login"]').first().click();
  await page.getByRole('button', { name: email }).click();
  await page.waitForURL('**/cart');
  await shopper.expectFree(1);
  await shopper.order();
  // Six were paid for as a guest, and the seventh was free.
  await shopper.expectStamps(1);
  await shopper.leave();
});

test.each(LANGUAGES)(
  'C70 two tabs with one set of stamps: the second is owed (%s)',
  async (language, form) => {
    coffee.shop.unsettled = form;
    const shopper = await coffee.shopper(language);
    await shopper.buy(5);
    const other = await coffee.browser.page();
    await shopper.enter(other.page, true);
    await shopper.add(1);
    await shopper.add(1, other.page);
    await shopper.expectFree(1);
    await shopper.expectFree(1, other.page);
    // Both are at the checkout before the first order is told.
    coffee.app.shopify.webhooks.controls.set('*', { delayMs: 1_000 });
    await Promise.all([shopper.order('paid'), shopper.order('paid', other.page)]);
    coffee.app.shopify.webhooks.controls.clear();
    await shopper.expectStamps(-5);
    await shopper.add(6);
    await shopper.expectFree(0);
    await shopper.order();
    await shopper.expectStamps(1);
    await other.close();
    await shopper.leave();
  },
);
