// A free bag with the whole product running: added by one tap, paid, and its points back once it is sent back; sold out and refused,
// each with its reason and without a point taken.
import { expect, test } from 'vitest';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { reward } from '#tests/support/factories.ts';
import { useRewardShop, type RewardShopper } from './reward-journey.ts';

const HANDLE = 'night-shift';
const bag = coffeeRoaster().products.find(({ handle }) => handle === HANDLE);
/** The small bag costs 10.50, the large one is too dear. */
const BAG = reward({
  ...{
    key: 'bag',
    title: { en: 'Free Night Shift', fr: 'Night Shift offert' },
    cost: 40,
    minimumMinor: null,
  },
  gives: { kind: 'product', productIds: [bag?.id ?? ''], upToMinor: 1_050 },
});
const shop = useRewardShop([BAG]);

const SAID = {
  en: {
    add: 'Add it',
    onCart: '€10.50 off this cart',
    left: '40 points used, 7 left.',
    soldOut: 'Sold out today.',
    better: 'Another discount already saves more here.',
    stays: 'The item stays in your cart.',
    used: 'You saved €10.50.',
  },
  fr: {
    add: 'L’ajouter',
    onCart: '€10.50 de remise sur ce panier',
    left: 'Contre 40 points : il vous en reste 7.',
    soldOut: 'Épuisé aujourd’hui.',
    better: 'Une autre remise est déjà plus avantageuse ici.',
    stays: 'L’article reste dans votre panier.',
    used: 'Vous avez économisé €10.50.',
  },
};
const LANGUAGES = ['en', 'fr'] as const;

const addIt = (shopper: RewardShopper) =>
  shopper.block().getByRole('link', { name: `${SAID[shopper.language].add}: Night Shift` });
const untilAlert = (shopper: RewardShopper, text: string) =>
  shopper.page.getByRole('alert').getByText(text).first().waitFor({ timeout: 15_000 });

/** Somebody with 47 points, before a cart with nothing in it. */
async function withPoints(language: 'en' | 'fr', width?: number): Promise<RewardShopper> {
  const shopper = await shop.shopper(language, width);
  await shopper.earn();
  await shopper.untilCartSays(SAID[language].add);
  return shopper;
}

test.each(LANGUAGES)(
  'S-05 a free bag: added, paid, told of, sent back, and its points with it (%s)',
  async (language) => {
    const words = SAID[language];
    const shopper = await withPoints(language);
    expect(await axeProblems(shopper.page)).toEqual([]);
    await addIt(shopper).click();
    await shopper.page.getByText(words.onCart).first().waitFor({ timeout: 15_000 });
    await expect.poll(() => shopper.read(), { timeout: 15_000 }).toContain(words.left);
    expect(await shopper.codesOnCart()).toEqual([true]);
    await shopper.add(1);

    const order = await shopper.pay();
    expect(
      order.lines.map(({ productId, allocations }) => [productId, allocations[0]?.amountMinor ?? 0]),
    ).toEqual([
      [bag?.id, 1_050],
      [expect.any(String), 0],
    ]);
    // 47 − 40, and 9 for the coffee that was paid.
    expect(await shopper.books()).toEqual({ points: 16, states: ['used'] });
    await shopper.untilCartSays(words.used);

    const lines = order.lines.flatMap(({ id, productId }) =>
      productId === bag?.id ? [{ lineId: id, quantity: 1 }] : [],
    );
    await shop.app.shop.refundOrder(order.id, { lines });
    await shop.app.jobsDone();
    expect(await shopper.books()).toEqual({ points: 56, states: ['used'] });
    await shopper.leave();
  },
);

test.each(LANGUAGES)(
  'C112 sold out between page and tap: said, and no point is taken (%s)',
  async (language) => {
    const words = SAID[language];
    const shopper = await withPoints(language, 360);
    const { variants } = shop.app.shop.productByHandle(HANDLE)!;
    variants[0]!.available = false;
    await addIt(shopper).click();
    await untilAlert(shopper, words.soldOut);
    await shopper.untilCartSays(words.soldOut);
    variants[0]!.available = true;
    await shopper.untilCartSays(words.add);
    expect(await shopper.books()).toEqual({ points: 47, states: [] });
    // The browser tells its console of a 422, so that alone is not asked.
    expect(await shop.app.problems()).toEqual([]);
  },
);

test.each(LANGUAGES)(
  'C116 a sale makes it free already: it stays in the cart, the points too (%s)',
  async (language) => {
    const words = SAID[language];
    const shopper = await withPoints(language);
    const { id } = await shop.app.shop.automaticDiscounts.add({
      ...{ kind: 'basic', percentBp: 10_000, collectionId: shop.app.shop.collections[0]!.id, title: 'Sale' },
      ...{ discountClasses: ['PRODUCT'], startsAt: '2026-01-01T00:00:00Z', endsAt: null, metafields: {} },
      combinesWith: { productDiscounts: true, orderDiscounts: true, shippingDiscounts: true },
      ...{ appliesOnSubscription: true, appliesOnOneTimePurchase: true },
    });
    await addIt(shopper).click();
    await untilAlert(shopper, `${words.better} ${words.stays}`);
    await shopper.untilCartSays(words.better);
    await shop.app.shop.automaticDiscounts.remove(id);
    expect(await shopper.books()).toEqual({ points: 47, states: [] });
    await shopper.leave();
  },
);
