// Any cart with a free product, a card's free unit and a sale: what the page says that the product saves is what its code takes off at
// the checkout beyond what is off already, and what the ledger takes the points for.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import type { Cart } from '#tests/local-shopify/shop/cart.ts';
import { requestOfCart } from '#tests/local-shopify/shop/cart-order.ts';
import { USUAL } from '#tests/local-shopify/shop/unsettled.ts';
import { told } from '#tests/storefront/reward-worth-scene.ts';
import { reward } from '#tests/support/factories.ts';
import { heldBy, offer, offOf, sell, shownRewards } from '#tests/support/reward-sales.ts';
import { voucherState } from '#tests/support/vouchers.ts';
import { addCardDiscounts, addSale, coffeeCard, memberCart, setStamps } from '#tests/support/with-cards.ts';

const local = useLocalShopify(1, () => null);
/** 9.50 and 14.50 are free; the tin of 14.00 and the dripper of 24.00 aren't. */
const FREE = ['morning-house', 'enamel-cup'];
const OTHERS = ['kenya-nyeri', 'cone-dripper'];

const anyCart = fc.record({
  goods: fc.uniqueArray(
    fc.record({
      handle: fc.constantFrom(...FREE, ...OTHERS),
      quantity: fc.integer({ min: 1, max: 4 }),
    }),
    { minLength: 1, maxLength: 4, selector: ({ handle }) => handle },
  ),
  stamps: fc.integer({ min: 0, max: 10 }),
  salePercent: fc.constantFrom(null, null, 20, 100),
  least: fc.constantFrom('before' as const, 'after' as const),
});

let shop: InstalledShop;
afterEach(() => (shop.local.unsettled = USUAL));

const freeOne = (): Reward =>
  reward({
    ...{ key: 'free', title: { en: 'A free one', fr: 'Un offert' }, cost: 100, minimumMinor: null },
    gives: {
      kind: 'product',
      productIds: FREE.map((handle) => shop.local.productByHandle(handle)!.id),
      upToMinor: null,
    },
  });

it('S-05 C112 C113 page, function, checkout and ledger agree on a free product in any cart', async () => {
  shop = await local.install();
  const one = await offer(shop, freeOne());
  await addCardDiscounts(shop.local, [coffeeCard(shop.local)]);
  const [published] = shownRewards(shop);
  const customers = shop.local.setup.customers.map(({ id }) => id);
  const seen = new Map<string, number>();
  let run = 0;
  await fc.assert(
    fc.asyncProperty(anyCart, async ({ goods, stamps, salePercent, least }) => {
      const customerId = customers[(run += 1) % customers.length]!;
      shop.local.unsettled = { ...USUAL, leastSubtotal: least };
      const sale = salePercent === null ? null : await addSale(shop.local, salePercent * 100, null);
      const voucher = await heldBy(shop, one, customerId);
      await setStamps(shop.local, customerId, { coffee: [stamps, 5] });
      const bought = Object.fromEntries(goods.map(({ handle, quantity }) => [handle, quantity]));
      const cart: Cart = memberCart(shop.local, bought, { customerId });
      const [what, minor] = told(shop.local, cart, published!, { published });
      seen.set(what, (seen.get(what) ?? 0) + 1);
      const without = offOf(
        await shop.local.placeOrder(requestOfCart(shop.local, cart, { payment: 'pending' })),
      );
      const order = await sell(shop, { ...cart, codes: [voucher.code] });
      expect([what, offOf(order) - without]).toEqual([what, what === 'saves' ? minor : 0]);
      const isNamed = order.discounts.some(({ title }) => title === voucher.code);
      expect(await voucherState(shop, voucher)).toMatchObject({
        state: isNamed ? 'used' : 'held',
        taken: 100,
      });
      if (what === 'saves') expect(isNamed).toBe(true);
      if (sale) await shop.local.automaticDiscounts.remove(sale.id);
    }),
    { numRuns: 40 },
  );
  expect([...seen.keys()].sort()).toEqual(['add', 'better', 'saves']);
});
