// The histories of the demo's customers: real orders in local Shopify, so that all of it reaches the app by webhooks.
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { Customer, OrderRequest } from '#tests/local-shopify/shop/types.ts';

type Bought = [handle: string, quantity: number];
type Purchase = { bought: Bought[] } & Partial<Pick<OrderRequest, 'payment' | 'tipMinor' | 'discounts'>>;

/** By the customer's place in the catalogue; the last one has bought nothing yet. */
const histories: Purchase[][] = [
  // Three stamps, two to go.
  [
    { bought: [['morning-house', 2]] },
    {
      bought: [
        ['ethiopia-guji', 1],
        ['paper-filters', 1],
      ],
    },
  ],
  // One stamp, and four that come when the bank transfer does.
  [{ bought: [['colombia-huila', 1]] }, { bought: [['night-shift', 4]], payment: 'pending' }],
  // A full card with one over, and many points.
  [
    { bought: [['kenya-nyeri', 4]], tipMinor: 300 },
    {
      bought: [
        ['guatemala-antigua', 2],
        ['cone-dripper', 1],
      ],
    },
    { bought: [['gift-card', 1]] },
  ],
  // Bought four at a discount, gave two back.
  [
    {
      bought: [['brazil-cerrado', 4]],
      discounts: [{ type: 'discount_code', title: 'WELCOME10', value: { kind: 'percent', percentBp: 1000 } }],
    },
  ],
];

/** Does nothing in a shop that has sold something before. */
export async function seedOrders(shop: LocalShop): Promise<void> {
  if (shop.ordersEver() > 0) return;
  const customers = [...shop.customers.values()];
  for (const [index, history] of histories.entries()) {
    const customer = customers[index];
    if (!customer) throw new Error(`The catalogue has no customer ${index + 1}.`);
    for (const purchase of history) await place(shop, customer, purchase);
  }
  await place(shop, null, { bought: [['decaf-sugarcane', 1]] });
  await giveTwoBack(shop, customers[3]);
}

async function place(shop: LocalShop, customer: Customer | null, purchase: Purchase): Promise<void> {
  const { bought, payment = 'paid', ...more } = purchase;
  await shop.placeOrder({
    customerId: customer?.id ?? null,
    lines: bought.map(([handle, quantity]) => ({ variantId: firstVariant(shop, handle), quantity })),
    payment,
    locale: customer?.locale ?? 'en',
    shippingMinor: 450,
    ...more,
  });
}

export function firstVariant(shop: LocalShop, handle: string): string {
  const variant = shop.productByHandle(handle)?.variants[0];
  if (!variant) throw new Error(`The catalogue has no product ${handle}.`);
  return variant.id;
}

async function giveTwoBack(shop: LocalShop, customer: Customer | undefined): Promise<void> {
  const order = [...shop.orders.values()].find(({ customerId }) => customerId === customer?.id);
  const line = order?.lines[0];
  if (order && line) await shop.refundOrder(order.id, { lines: [{ lineId: line.id, quantity: 2 }] });
}
