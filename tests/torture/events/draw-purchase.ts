// What somebody buys, and where: at the storefront, at a till, by a draft; with a tip, a code of the merchant's own, shipping; at
// times as a subscription, or in another currency.
import { MONTHLY } from '#tests/local-shopify/shop/subscriptions.ts';
import type { OrderRequest } from '#tests/local-shopify/shop/types.ts';
import type { Random } from '../random.ts';
import type { ShopHistory } from '../shop-history.ts';

export type Purchase = Pick<OrderRequest, 'lines' | 'payment'> & {
  /** What an order bears beside its lines and discounts. */
  rest: Pick<OrderRequest, 'shippingMinor' | 'tipMinor' | 'test' | 'sourceName' | 'presentment'>;
  /** With the merchant's own code. */
  welcome: boolean;
};

/** Shopify counts no use of a code for a draft: it works on, until the app ends it. */
const SOURCES = [
  { name: 'web', weight: 80 },
  { name: 'shopify_draft_order', weight: 10 },
  { name: 'pos', weight: 10 },
] as const;
const CURRENCIES = [
  { currency: 'USD', rateBp: 10_873 },
  { currency: 'KWD', rateBp: 3_340 },
  { currency: 'JPY', rateBp: 1_612_500 },
] as const;

function drawLines(random: Random, { shop }: ShopHistory): OrderRequest['lines'] {
  const isSubscribed = random.chance(0.06);
  return Array.from({ length: random.whole(1, 3) }, (_, index) => ({
    variantId: random.pick(random.pick(shop.products).variants).id,
    quantity: random.whole(1, 4),
    ...(isSubscribed && index === 0 ? { sellingPlan: MONTHLY } : {}),
  }));
}

export function drawPurchase(random: Random, history: ShopHistory): Purchase {
  const lines = drawLines(random, history);
  const payment = random.chance(0.85) ? 'paid' : random.pick(['pending', 'authorized'] as const);
  const [isForeign, presentment] = [random.chance(0.08), random.pick(CURRENCIES)];
  const rest = {
    ...(random.chance(0.3) ? { shippingMinor: 490 } : {}),
    ...(random.chance(0.05) ? { tipMinor: random.whole(1, 500) } : {}),
    ...(random.chance(0.01) ? { test: true } : {}),
    ...(isForeign && presentment.currency !== history.shop.currency ? { presentment } : {}),
    sourceName: random.weighted(SOURCES).name,
  };
  return { lines, payment, rest, welcome: random.chance(0.15) };
}

export function saidOfPurchase({ lines, payment, rest }: Purchase): string {
  const bought = lines.map(({ variantId, quantity, sellingPlan }) => {
    return `${quantity} × ${variantId}${sellingPlan ? ' monthly' : ''}`;
  });
  const { sourceName = 'web', presentment, test } = rest;
  const paidIn = presentment ? ` in ${presentment.currency}` : '';
  return `${payment}${paidIn}, ${sourceName}${test ? ', a test' : ''}: ${bought.join(', ')}`;
}
