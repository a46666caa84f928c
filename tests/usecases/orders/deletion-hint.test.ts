// `orders/delete` names no shop, so it is a hint: Shopify is asked.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeEach, expect, it } from 'vitest';
import { prisma } from '#app/db/client.server.ts';
import { AdminUnavailable } from '#app/errors.ts';
import { fetchOrder } from '#app/shopify/snapshots/fetch-order.ts';
import { acceptOrderNews } from '#app/usecases/orders/accept-order-news.ts';
import { applyOrders } from '#app/usecases/orders/apply-orders.ts';
import { reconcileShop } from '#app/usecases/orders/reconcile-shop.ts';

const local = useLocalShopify(2);
let shop: InstalledShop;

beforeEach(async () => {
  shop = await local.install();
  local.shopify().faults(shop.domain).clear();
});

async function bought(): Promise<string> {
  const variantId = shop.local.products[0]!.variants[0]!.id;
  const customerId = [...shop.local.customers.keys()][0]!;
  const lines = [{ variantId, quantity: 2 }];
  const { id } = await shop.local.placeOrder({ customerId, lines, payment: 'paid', locale: 'en' });
  await reconcileShop(shop.id);
  await applyOrders(shop.id);
  return id;
}

const hint = (orderId: string) =>
  acceptOrderNews([{ shopDomain: shop.domain, news: { kind: 'deletion-hint', orderId } }]);
const rowOf = (orderId: string) =>
  prisma().order.findFirstOrThrow({ where: { shopId: shop.id, orderId: BigInt(orderId) } });
const pointsOf = async (orderId: string) => {
  const where = { shopId: shop.id, orderId: BigInt(orderId), unit: 'points' };
  const { _sum: sum } = await prisma().ledgerEntry.aggregate({ where, _sum: { amount: true } });
  return Number(sum.amount ?? 0);
};

it('C62 an order that Shopify still has stays', async () => {
  const orderId = await bought();
  const points = await pointsOf(orderId);
  expect(points).toBeGreaterThan(0);
  await hint(orderId);
  await applyOrders(shop.id);
  expect(await rowOf(orderId)).toMatchObject({ deletedAt: null, deletionHintedAt: null, needsRead: false });
  expect(await pointsOf(orderId)).toBe(points);
});

it('an order that Shopify no longer has is deleted, told once or five times', async () => {
  const orderId = await bought();
  await shop.local.deleteOrder(orderId);
  for (let time = 0; time < 5; time += 1) await hint(orderId);
  await Promise.all([applyOrders(shop.id), applyOrders(shop.id)]);
  expect(await rowOf(orderId)).toMatchObject({ deletedAt: expect.any(Date) as Date, deletionHintedAt: null });
  expect(await pointsOf(orderId)).toBe(0);
  await hint(orderId);
  await applyOrders(shop.id);
  expect(await rowOf(orderId)).toMatchObject({ needsRead: false });
});

it('an order that is told after its deletion, for the first time, gives nothing', async () => {
  const orderId = '4509821234567';
  await hint(orderId);
  await applyOrders(shop.id);
  expect(await rowOf(orderId)).toMatchObject({ deletedAt: expect.any(Date) as Date, snapshot: null });
});

it('while Shopify can’t be asked nothing is decided, and the hint stays', async () => {
  const orderId = await bought();
  const points = await pointsOf(orderId);
  await shop.local.deleteOrder(orderId);
  local.shopify().faults(shop.domain).script = () => ({ status: 502, body: {} });
  await hint(orderId);
  await expect(applyOrders(shop.id)).rejects.toThrow(AdminUnavailable);
  expect(await pointsOf(orderId)).toBe(points);
  local.shopify().faults(shop.domain).clear();
  await applyOrders(shop.id);
  expect(await pointsOf(orderId)).toBe(0);
});

it('C62 an order of another shop that was told here is found missing, and what it gave is taken back', async () => {
  const other = await local.install(1);
  const variantId = other.local.products[0]!.variants[0]!.id;
  const customerId = [...other.local.customers.keys()][0]!;
  const order = await other.local.placeOrder({
    customerId,
    lines: [{ variantId, quantity: 2 }],
    payment: 'paid',
    locale: 'en',
  });
  const snapshot = await fetchOrder(other.domain, order.id);
  if (!snapshot) throw new Error('no order');
  await acceptOrderNews([{ shopDomain: shop.domain, news: { kind: 'snapshot', snapshot } }]);
  await applyOrders(shop.id);
  expect(await pointsOf(order.id)).toBeGreaterThan(0);
  await reconcileShop(shop.id);
  await applyOrders(shop.id);
  expect(await pointsOf(order.id)).toBe(0);
});
