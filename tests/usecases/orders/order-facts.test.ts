import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseOrderNews } from '#app/shopify/snapshots/order-payload.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { orderPayload } from '#tests/local-shopify/webhooks/order-payload.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { publishDraft } from '#tests/support/change-draft.ts';
import { publishCard } from '#tests/support/publish-card.ts';
import { balance, tell } from '#tests/support/shops.ts';

const local = useLocalShopify();
let shop: InstalledShop;
let collectionId: string;

beforeAll(async () => {
  shop = await local.install();
  collectionId = shop.local.collections[0]!.id;
  await publishCard(shop.domain, {
    products: { all: false, productIds: [], collectionIds: [collectionId], withTags: [], withoutTags: [] },
  });
});

async function told(order: Order): Promise<void> {
  const read = parseOrderNews('orders/updated', JSON.stringify(orderPayload(shop.local, order)));
  if (!read.ok) throw new Error(read.reason);
  await tell(shop, read.news);
}

const stamps = async (customerId: string) => (await balance(shop, customerId, 'card-1')).stamps;

describe('facts', () => {
  it('C67 a product that leaves the collection later keeps the stamps it earned, and refunds still count it', async () => {
    const collection = shop.local.collections[0]!;
    const productId = collection.productIds[0]!;
    const variantId = shop.local.product(productId)!.variants[0]!.id;
    const outside = shop.local.products.find(
      ({ id, giftCard }) => !collection.productIds.includes(id) && !giftCard,
    )!;
    const customerId = [...shop.local.customers.keys()][0]!;
    const lines = [
      { variantId, quantity: 4 },
      { variantId: outside.variants[0]!.id, quantity: 2 },
    ];
    const bought = await shop.local.placeOrder({ customerId, lines, payment: 'paid', locale: 'en' });
    await told(bought);
    await applyToldOrders(shop.id);
    expect(await stamps(customerId)).toBe(4);

    collection.productIds.splice(0, 1);
    await pause();
    const touched = await shop.local.touchOrder(bought.id, { tags: ['packed'] });
    await told(touched);
    await applyToldOrders(shop.id);
    expect(await stamps(customerId)).toBe(4);

    await pause();
    const refunded = await shop.local.refundOrder(bought.id, {
      lines: [{ lineId: bought.lines[0]!.id, quantity: 3 }],
    });
    await told(refunded);
    await applyToldOrders(shop.id);
    expect(await stamps(customerId)).toBe(1);

    const again = await shop.local.placeOrder({ customerId, lines, payment: 'paid', locale: 'en' });
    await told(again);
    await applyToldOrders(shop.id);
    expect(await stamps(customerId)).toBe(1);
    collection.productIds.unshift(productId);
  });

  it('C67 a product whose tag is taken away later keeps the stamps it earned', async () => {
    const tagged = {
      all: false,
      productIds: [],
      collectionIds: [],
      withTags: ['Single-Origin'],
      withoutTags: ['sale'],
    };
    await publishCard(shop.domain, { products: tagged });
    const product = shop.local.products.find(({ giftCard }) => !giftCard)!;
    const before = product.tags;
    product.tags = ['single-origin'];
    await pause();
    const customerId = [...shop.local.customers.keys()][2]!;
    const lines = [{ variantId: product.variants[0]!.id, quantity: 2 }];
    const request = { customerId, lines, payment: 'paid', locale: 'en' } as const;
    const bought = await shop.local.placeOrder(request);
    await told(bought);
    await applyToldOrders(shop.id);
    expect(await stamps(customerId)).toBe(2);

    product.tags = ['single-origin', 'Sale'];
    await pause();
    await told(await shop.local.touchOrder(bought.id, { tags: ['packed'] }));
    await told(await shop.local.placeOrder(request));
    await applyToldOrders(shop.id);
    expect(await stamps(customerId)).toBe(2);
    product.tags = before;
    await publishCard(shop.domain, {
      products: { ...tagged, collectionIds: [collectionId], withTags: [], withoutTags: [] },
    });
    await pause();
  });

  it('an order whose facts can’t be asked waits, and holds up no other', async () => {
    const [, guestless] = [...shop.local.customers.keys()];
    const variantId = shop.local.product(shop.local.collections[0]!.productIds[0]!)!.variants[0]!.id;
    const request = { customerId: guestless!, payment: 'paid', locale: 'en' } as const;
    const needing = await shop.local.placeOrder({ ...request, lines: [{ variantId, quantity: 1 }] });
    const plain = await shop.local.placeOrder({
      ...request,
      lines: [],
      customItems: [{ title: 'Cupping', priceMinor: 2_000, quantity: 1 }],
    });
    await told(needing);
    await told(plain);
    // Neither what is asked nor a small question: one that fails alone would be an order's own matter.
    local.shopify().faults(shop.domain).plan('error', 2);
    await expect(applyToldOrders(shop.id)).rejects.toThrow();
    expect(await balance(shop, guestless, 'card-1')).toMatchObject({ points: 20, stamps: 0 });
    await applyToldOrders(shop.id);
    expect(await stamps(guestless!)).toBe(1);
  });
});

/** Shopify's times have whole seconds: what comes within one second is a tie. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 1_050));

it('C32 what never counts by its collection earns nothing, also where no card asks for collections', async () => {
  await publishDraft(shop.domain, ({ pointsOff: _, ...rules }) => ({
    ...rules,
    cards: [],
    earn: { points: 1, perMinor: 100 },
    neverEarns: { productIds: [], collectionIds: [collectionId] },
  }));
  const collection = shop.local.collections[0]!;
  const customerId = [...shop.local.customers.keys()].at(-1)!;
  const before = await balance(shop, customerId);
  const bought = async (productId: string) => {
    await pause();
    const variantId = shop.local.product(productId)!.variants[0]!.id;
    const lines = [{ variantId, quantity: 1 }];
    await told(await shop.local.placeOrder({ customerId, lines, payment: 'paid', locale: 'en' }));
    await applyToldOrders(shop.id);
    return (await balance(shop, customerId)).points - before.points;
  };
  expect(await bought(collection.productIds[0]!)).toBe(0);
  const outside = shop.local.products.find(
    ({ id, giftCard }) => !collection.productIds.includes(id) && !giftCard,
  )!;
  expect(await bought(outside.id)).toBeGreaterThan(0);
});
