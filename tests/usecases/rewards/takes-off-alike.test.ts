// What a reward takes off is one amount: in the copies that pages read, in Shopify's discount, on the order, and in the ledger.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { discountsOfCart } from '#tests/local-shopify/shop/cart-offers.ts';
import type { Cart } from '#tests/local-shopify/shop/cart.ts';
import { reward } from '#tests/support/factories.ts';
import { heldBy, offer, offOf, sell, shownRewards, shownVouchers } from '#tests/support/reward-sales.ts';
import { voucherState } from '#tests/support/vouchers.ts';
import { memberCart } from '#tests/support/with-cards.ts';

/** The stand-in's prices are as many minor units in each: 14.00, ¥1,400, 1.400. */
const CURRENCIES = ['EUR', 'JPY', 'KWD'];
const local = useLocalShopify(CURRENCIES.length, () => null, {
  change: (setup, index) => ({ ...setup, currency: CURRENCIES[index]! }),
});
let shop: InstalledShop;

const price = (handle: string) => shop.local.productByHandle(handle)!.variants[0]!.priceMinor;

async function running(index: number, of: (price: (handle: string) => number) => Partial<Reward>) {
  shop = await local.install(index);
  return offer(shop, reward({ key: 'off', cost: 100, ...of(price) }));
}

const buy = (cart: Cart) => sell(shop, cart);
const customerIds = () => shop.local.setup.customers.map(({ id }) => id);
const discountNow = () => shop.local.codeDiscounts.values().find(({ title }) => title === '5.00 off');

describe.each(CURRENCIES.map((currency, index) => ({ currency, index })))(
  'C113 in $currency',
  ({ index, currency }) => {
    let one: Reward;
    let minor: number;

    beforeEach(async () => {
      one = await running(index, (priceOf) => {
        return { gives: { kind: 'amount', minor: priceOf('enamel-cup') + 150 }, minimumMinor: null };
      });
      minor = one.gives.kind === 'amount' ? one.gives.minor : 0;
    });

    it('page, discount, order and ledger agree on an amount off', async () => {
      const [customerId] = customerIds();
      const voucher = await heldBy(shop, one, customerId!);
      expect(shop.local.currency).toBe(currency);
      expect(shownRewards(shop)[0]!.gives).toEqual({ kind: 'amount', minor });
      expect(shownVouchers(shop, customerId!).find(({ id }) => id === voucher.id)).toMatchObject({
        code: voucher.code,
        gives: { kind: 'amount', minor },
      });
      expect(discountNow()!.gives).toEqual({ kind: 'amount', amountMinor: minor });
      const goods = { 'morning-house': 2, 'enamel-cup': 1 };
      const order = await buy(memberCart(shop.local, goods, { codes: [voucher.code] }));
      expect(offOf(order)).toBe(minor);
      expect(await voucherState(shop, voucher)).toMatchObject({ state: 'used', taken: 100 });
    });

    it('a cart that is worth less is paid whole, and the ledger takes what the order did', async () => {
      const customerId = customerIds()[1]!;
      const voucher = await heldBy(shop, one, customerId);
      const order = await buy(
        memberCart(shop.local, { 'enamel-cup': 1 }, { customerId, codes: [voucher.code] }),
      );
      expect(offOf(order)).toBe(price('enamel-cup'));
      const taken = Math.ceil((100 * price('enamel-cup')) / minor);
      expect(await voucherState(shop, voucher)).toMatchObject({ state: 'used', taken });
    });

    it('paid in the shopper’s own currency it takes as much, and is used up', async () => {
      const customerId = customerIds()[2]!;
      const voucher = await heldBy(shop, one, customerId);
      const presentment = { currency: 'USD', rateBp: 10_837 };
      const goods = { 'morning-house': 2, 'enamel-cup': 1 };
      const order = await buy(
        memberCart(shop.local, goods, { customerId, codes: [voucher.code], presentment }),
      );
      expect(offOf(order)).toBe(minor);
      expect(await voucherState(shop, voucher)).toMatchObject({ state: 'used', taken: 100 });
    });

    it('a percentage takes its part of each line, and all of its points', async () => {
      const half = await running(index, () => ({
        gives: { kind: 'percent', percent: 15, of: 'order', mostMinor: null },
        minimumMinor: null,
      }));
      const [customerId] = customerIds();
      const voucher = await heldBy(shop, half, customerId!);
      expect(shownRewards(shop)[0]!.gives).toEqual({ kind: 'percent', percent: 15, of: 'order' });
      expect(shop.local.codeDiscounts.find(voucher.code)!.discount.gives).toEqual({
        kind: 'percent',
        percentBp: 1_500,
      });
      const order = await buy(memberCart(shop.local, { 'enamel-cup': 1 }, { codes: [voucher.code] }));
      expect(offOf(order)).toBe(Math.round(price('enamel-cup') * 0.15));
      expect(await voucherState(shop, voucher)).toMatchObject({ state: 'used', taken: 100 });
    });
  },
);

describe.each(CURRENCIES.map((currency, index) => ({ currency, index })))(
  'C111 a minimum in $currency',
  ({ index }) => {
    it.each([
      ['tax inside', true, undefined],
      ['tax on top', false, undefined],
      ['in the shopper’s currency', true, { currency: 'USD', rateBp: 10_837 }],
    ] as const)(
      '%s: missed it takes nothing, met or passed it does, as the page says',
      async (_, taxesIncluded, presentment) => {
        const one = await running(index, (priceOf) => {
          return { gives: { kind: 'amount', minor: 500 }, minimumMinor: 2 * priceOf('morning-house') };
        });
        shop.local.setup.taxesIncluded = taxesIncluded;
        const customerId = customerIds()[3]!;
        const voucher = await heldBy(shop, one, customerId);
        const cartOf = (coffees: number) =>
          memberCart(
            shop.local,
            { 'morning-house': coffees },
            {
              customerId,
              codes: [voucher.code],
              ...(presentment && { presentment }),
            },
          );
        const takes = (coffees: number) =>
          discountsOfCart(shop.local, cartOf(coffees)).map(({ title }) => title);
        expect(shownRewards(shop)[0]!.minimumMinor).toBe(one.minimumMinor);
        expect(shownVouchers(shop, customerId).find(({ id }) => id === voucher.id)!.minimumMinor).toBe(
          one.minimumMinor,
        );
        const { discount } = shop.local.codeDiscounts.find(voucher.code)!;
        expect(discount.minimum).toEqual({ kind: 'subtotal', minor: one.minimumMinor });
        expect([1, 2, 3].map(takes)).toEqual([[], [voucher.code], [voucher.code]]);
        expect(offOf(await buy(cartOf(2)))).toBe(500);
        expect(await voucherState(shop, voucher)).toMatchObject({ state: 'used', taken: 100 });
        shop.local.setup.taxesIncluded = true;
      },
    );
  },
);
