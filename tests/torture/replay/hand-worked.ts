// A shop small enough to be reckoned by hand: bags of coffee at 10.00, a point for each whole 1.00, a stamp for each bag,
// and a free bag for three stamps.
import type { Order, OrderLine, Product } from '#tests/local-shopify/shop/types.ts';
import type { TrueShop } from './replay-shop.ts';
import type { Rules } from './rules.ts';

export const CARD_TITLE = 'Free bag';
export const ANNE = '11';
const COFFEE = '77';

export const RULES: Rules = {
  earn: { points: 1, perMinor: 100 },
  counts: { testOrders: false, shipping: false, giftCards: false, tips: false },
  leftOutTags: ['staff'],
  cards: [
    {
      key: 'bags',
      title: { en: CARD_TITLE },
      size: 3,
      products: { all: true, productIds: [], collectionIds: [], withTags: [], withoutTags: [] },
    },
  ],
};

export const bags = (quantity: number, more: Partial<OrderLine> = {}): OrderLine => ({
  ...{ id: '1', kind: 'product', productId: COFFEE, variantId: '78', title: 'Coffee', variantTitle: null },
  ...{ sku: null, vendor: null, quantity, currentQuantity: quantity, unitPriceMinor: 1_000 },
  ...{ allocations: [], taxLines: [], giftCard: false, taxable: false, requiresShipping: true },
  ...{ grams: 250, groupId: null, ...more },
});

/** Paid by Anne on the 10th of November, unless it says otherwise. */
export const order = (more: Partial<Order> = {}): Order => ({
  ...{ id: '1', number: 1, name: '#1001', token: 'token', email: null, locale: 'en', test: false },
  ...{ createdAt: '2026-11-10T10:00:00Z', processedAt: '2026-11-10T10:00:00Z' },
  ...{ updatedAt: '2026-11-10T10:00:00Z', cancelledAt: null, financialStatus: 'paid', customerId: ANNE },
  ...{ sourceName: 'web', tags: [], note: null, taxesIncluded: true, currency: 'EUR' },
  ...{ presentmentCurrency: 'EUR', presentmentRateBp: 10_000, lines: [bags(2)], discounts: [] },
  ...{ shippingLine: null, refunds: [], transactions: [], dueMinor: 0, ...more },
});

/** Published on the 1st of November, and orders earn from then on. */
export const shop = (orders: Order[], more: Partial<TrueShop> = {}): TrueShop => ({
  orders,
  vouchers: [],
  customer: () => undefined,
  catalogue: () => ({ product: { id: COFFEE, tags: [] } as unknown as Product, collectionIds: [] }),
  versions: [{ number: 1, publishedAt: new Date('2026-11-01T00:00:00Z'), rules: RULES }],
  counted: () => undefined,
  earnsFrom: new Date('2026-11-01T00:00:00Z'),
  adjustments: [],
  isClosed: () => false,
  timesLeftOut: () => [],
  settledSize: (_orderId, card) => card.size,
  ...more,
});
