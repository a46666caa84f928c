// What the pages of all kinds of discounts say alike.
import { statusAt } from '#tests/local-shopify/shop/automatic-discount.ts';
import type { AutomaticDiscount } from '#tests/local-shopify/shop/automatic-discount.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';

const BADGES = { ACTIVE: 'paid', SCHEDULED: 'pending', EXPIRED: 'voided' };

export function statusBadge(shop: LocalShop, discount: Pick<AutomaticDiscount, 'startsAt' | 'endsAt'>): Html {
  const now = statusAt(discount, shop.now());
  return html`<span class="badge ${BADGES[now]}">${now.toLowerCase()}</span>`;
}

export function combinations({ combinesWith }: Pick<AutomaticDiscount, 'combinesWith'>): string {
  const { productDiscounts, orderDiscounts, shippingDiscounts } = combinesWith;
  const classes = [productDiscounts && 'product', orderDiscounts && 'order', shippingDiscounts && 'shipping'];
  return classes.filter((one) => one !== false).join(', ') || 'none';
}
