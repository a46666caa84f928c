// The stand-in's discount with codes that stands for a reward which the app's function decides, as the app asks for it.
import { byFunction } from '#app/core/discounts/wanted-reward-discount.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { VOUCHER_CONFIG, VOUCHER_VARIABLES, VOUCHERS_FUNCTION } from '#app/core/rewards/voucher-config.ts';
import type { DiscountClass } from '#tests/local-shopify/shop/automatic-discount.ts';
import type { NewCodeDiscount } from '#tests/local-shopify/shop/code-discounts.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { metafieldsOf } from './with-cards.ts';

/** @throws {Error} for a reward that Shopify itself decides */
export function functionDiscountOf(shop: LocalShop, reward: Reward): NewCodeDiscount {
  const asked = byFunction(reward, { currency: shop.currency, never: undefined });
  if (!asked) throw new Error('Shopify’s own discount gives it');
  const { product, order, shipping } = reward.combinesWith;
  return {
    title: reward.title.en,
    tags: [],
    gives: {
      kind: 'app',
      functionHandle: VOUCHERS_FUNCTION,
      discountClasses: asked.classes as DiscountClass[],
      metafields: metafieldsOf(shop, [
        [VOUCHER_CONFIG, JSON.parse(asked.config) as object],
        [VOUCHER_VARIABLES, JSON.parse(asked.variables) as object],
      ]),
    },
    items: null,
    minimum: null,
    usageLimit: 1,
    combinesWith: { productDiscounts: product, orderDiscounts: order, shippingDiscounts: shipping },
    startsAt: '2026-01-01T00:00:00Z',
    endsAt: null,
    appliesOnSubscription: false,
    appliesOnOneTimePurchase: true,
    recurringCycleLimit: 1,
  };
}
