// A shopper's whole way with the whole product running: points earned, one tap, the code on the cart by itself, paid with, and
// gone from what is ready; or taken off, put on and given back.
import { expect, test } from 'vitest';
import { useRewardShop } from './reward-journey.ts';

const shop = useRewardShop();
const LANGUAGES = ['en', 'fr'] as const;

test.each(LANGUAGES)('S-03 earned, used, paid with, and told of on the next visit (%s)', async (language) => {
  const shopper = await shop.shopper(language);
  const { words } = shopper;
  await shopper.add(5);
  await shopper.pay();
  await shopper.add(2);
  await shopper.useOnCart();
  await expect.poll(() => shopper.read(), { timeout: 15_000 }).toContain(words.left);

  await shopper.pay();
  // 47 − 40, and 14 for 14.00 that were paid.
  expect(await shopper.books()).toEqual({ points: 21, states: ['used'] });
  await shopper.add(1);
  await shopper.showCart();
  expect(await shopper.read()).not.toContain(words.onCart);
  expect(await shopper.read()).toContain('21');
  await shopper.untilCartSays(words.usedOn);
  expect(await shopper.read()).toContain(words.saved);
  await shopper.leave();
});

test.each(LANGUAGES)(
  'C44 it applies no more and again, is taken off, put on, and given back for points (%s)',
  async (language) => {
    const shopper = await shop.shopper(language, 360);
    const { words, page } = shopper;
    await shopper.earn();
    await shopper.add(2);
    await shopper.useOnCart();

    await shopper.setQuantity(1);
    await shopper.untilCartSays(words.tooSmall);
    expect(await shopper.read()).not.toContain(words.onCart);
    await shopper.setQuantity(2);
    await shopper.untilCartSays(words.onCart);

    const takeOff = shopper.block().getByRole('button', { name: words.takeOff });
    await takeOff.click();
    await shopper.block().getByRole('link', { name: words.use }).click();
    await takeOff.waitFor();
    await shopper.setQuantity(1);
    await shopper.untilCartSays(words.tooSmall);
    await shopper.block().getByRole('button', { name: words.back }).click();
    await page.getByText(words.comingBack).first().waitFor();
    await shopper.untilCartSays(words.comingBack);
    expect(await takeOff.count()).toBe(0);
    expect(await shopper.books()).toEqual({ points: 7, states: ['releasing'] });
    await shopper.leave();
  },
);

test.each(LANGUAGES)('C02 two tabs use the last points: one gets it (%s)', async (language) => {
  const shopper = await shop.shopper(language);
  const { words, page } = shopper;
  await shopper.earn();
  await shopper.add(2);
  await shopper.untilCartSays(words.use);
  const other = await page.context().newPage();
  await shopper.showCart(other);
  await shopper.use();
  await page.getByText(words.onCart).first().waitFor({ timeout: 15_000 });
  await shopper.use(other);
  await other.getByText(words.notEnough).waitFor();
  expect(await shopper.books()).toEqual({ points: 7, states: ['held'] });
  await shopper.leave();
});

test.each(LANGUAGES)(
  'a session that ended: asked to sign in, and nothing is taken (%s)',
  async (language) => {
    const shopper = await shop.shopper(language);
    const { words, page } = shopper;
    await shopper.earn();
    await shopper.add(2);
    await shopper.untilCartSays(words.use);
    await page.context().clearCookies({ name: 'customer' });
    await shopper.use();
    await page.getByRole('alert').getByText(words.signIn).first().waitFor();
    expect(await shopper.books()).toEqual({ points: 47, states: [] });
    const url = shopper.app.urls.storefront;
    await page.context().addCookies([{ name: 'customer', value: shopper.id, url }]);
    await shopper.useOnCart();
    expect(await shopper.books()).toEqual({ points: 7, states: ['held'] });
  },
);
