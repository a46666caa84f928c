// The stand-in's discount with codes that stands for a reward, as the app asks for it.
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import type { CodeDiscount } from '#tests/local-shopify/shop/code-discount.ts';
import type { NewCodeDiscount } from '#tests/local-shopify/shop/code-discounts.ts';

export function codeDiscountOf({ key, gives, minimumMinor, combinesWith }: Reward): NewCodeDiscount {
  const ofProducts = gives.kind === 'percent' && gives.of !== 'order' ? gives.of : null;
  return {
    title: key,
    tags: [],
    gives: valueOf(gives),
    items: ofProducts,
    minimum: minimumMinor === null ? null : { kind: 'subtotal', minor: minimumMinor },
    usageLimit: 1,
    combinesWith: {
      productDiscounts: combinesWith.product,
      orderDiscounts: combinesWith.order,
      shippingDiscounts: combinesWith.shipping,
    },
    startsAt: '2026-01-01T00:00:00Z',
    endsAt: null,
    appliesOnSubscription: false,
    appliesOnOneTimePurchase: true,
    recurringCycleLimit: 1,
  };
}

function valueOf(gives: Reward['gives']): CodeDiscount['gives'] {
  switch (gives.kind) {
    case 'amount':
      return { kind: 'amount', amountMinor: gives.minor };
    case 'percent':
      return { kind: 'percent', percentBp: gives.percent * 100 };
    case 'free-shipping':
      return { kind: 'shipping', upToMinor: gives.upToMinor };
    case 'product':
    case 'any-amount':
      throw new Error('no discount of Shopify’s own');
  }
}
