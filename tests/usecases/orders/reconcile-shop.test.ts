import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { ringReconciliations } from '#app/usecases/orders/ring-reconciliations.ts';
import { reconcileShop } from '#app/usecases/orders/reconcile-shop.ts';
import { applyOrders } from '#app/usecases/orders/apply-orders.ts';
import { balance, tell } from '#tests/support/shops.ts';

const local = useLocalShopify(2);
let shop: InstalledShop;

beforeAll(async () => {
  shop = await local.install();
});

const coffee = () => shop.local.products[0]!.variants[0]!;
const customer = (index = 0) => [...shop.local.customers.keys()][index]!;

async function buy(quantity: number, customerId: string, target = shop) {
  return target.local.placeOrder({
    customerId,
    lines: [{ variantId: target.local.products[0]!.variants[0]!.id, quantity }],
    payment: 'paid',
    locale: 'en',
  });
}

async function mark(shopId = shop.id): Promise<Date> {
  const { rows } = await pool().query<{ at: Date }>(
    'select "reconciledThrough" as at from "Shop" where id = $1',
    [shopId],
  );
  return rows[0]!.at;
}

describe('reconciliation', () => {
  it('C76 heals an outage of any length: orders, refunds and cancellations that no webhook told', async () => {
    const before = await mark();
    const kept = await buy(2, customer());
    const cancelled = await buy(5, customer());
    const refunded = await buy(4, customer());
    await shop.local.cancelOrder(cancelled.id);
    await shop.local.refundOrder(refunded.id, { lines: [{ lineId: refunded.lines[0]!.id, quantity: 3 }] });
    await reconcileShop(shop.id);
    await applyOrders(shop.id);
    const units = kept.lines[0]!.quantity + 1;
    const expected = Math.floor((2 * coffee().priceMinor) / 100) + Math.floor(coffee().priceMinor / 100);
    expect(units).toBe(3);
    expect(await balance(shop, customer())).toMatchObject({ points: expected, pending: 0 });
    expect((await mark()).getTime()).toBeGreaterThan(before.getTime());
  });

  it('run twice changes nothing', async () => {
    const once = await balance(shop, customer());
    await reconcileShop(shop.id);
    await applyOrders(shop.id);
    expect(await balance(shop, customer())).toEqual(once);
  });

  it('C12 a refund that was told without its order makes the job read the order', async () => {
    const bought = await buy(3, customer(1));
    const refunded = await shop.local.refundOrder(bought.id, {
      lines: [{ lineId: bought.lines[0]!.id, quantity: 1 }],
    });
    await tell(shop, { kind: 'refund', orderId: bought.id, refundId: refunded.refunds[0]!.id });
    await applyOrders(shop.id);
    expect(await balance(shop, customer(1))).toMatchObject({
      points: Math.floor((2 * coffee().priceMinor) / 100),
    });
  });

  it('C76 a cancellation within the second of what was told is found, whatever the times say', async () => {
    const bought = await buy(3, customer(3));
    await reconcileShop(shop.id);
    await applyOrders(shop.id);
    expect((await balance(shop, customer(3))).points).toBe(Math.floor((3 * coffee().priceMinor) / 100));
    const { updatedAt } = await shop.local.cancelOrder(bought.id);
    await pool().query(
      `update "Order" set "snapshotUpdatedAt" = $2, snapshot = jsonb_set(snapshot::jsonb, '{updatedAt}', to_jsonb($3::text))
       where "orderId" = $1`,
      [bought.id.split('/').at(-1), updatedAt, updatedAt],
    );
    await reconcileShop(shop.id);
    await applyOrders(shop.id);
    expect((await balance(shop, customer(3))).points).toBe(0);
  });

  it('keeps its mark when Shopify fails, and goes on from there', async () => {
    await buy(1, customer(2));
    const before = await mark();
    local.shopify().faults(shop.domain).plan('error');
    await expect(reconcileShop(shop.id)).rejects.toThrow();
    expect(await mark()).toEqual(before);
    await reconcileShop(shop.id);
    await applyOrders(shop.id);
    expect(await balance(shop, customer(2))).toMatchObject({ points: Math.floor(coffee().priceMinor / 100) });
  });

  it('C62 asks each shop with its own token, and rings only shops that can be asked', async () => {
    const other = await local.install(1);
    await buy(2, [...other.local.customers.keys()][0]!, other);
    await pool().query('update "Shop" set "needsReopenSince" = now() where id = $1', [shop.id]);
    await pool().query('update "Shop" set "syncedVersion" = "publishedVersion"');
    await pool().query('delete from graphile_worker._private_jobs');
    await ringReconciliations();
    const { rows } = await pool().query('select key from graphile_worker.jobs');
    expect(rows).toEqual([{ key: `reconcile_shop/${other.id}` }]);
    await pool().query('delete from graphile_worker._private_jobs');
    for (let minute = 0; minute < 60; minute += 1) {
      await ringReconciliations(minute);
      const rung = await pool().query('select key from graphile_worker.jobs');
      expect(rung.rowCount).toBe(minute < other.id % 60 ? 0 : 1);
    }
    await reconcileShop(other.id);
    await applyOrders(other.id);
    const orders = await pool().query('select "orderId" from "Order" where "shopId" = $1', [other.id]);
    expect(orders.rows).toHaveLength(1);
  });
});
