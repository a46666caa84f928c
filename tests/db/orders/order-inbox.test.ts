import { describe, expect, it } from 'vitest';
import { isPaid, type OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { adoptRead, ordersToRead } from '#app/db/orders/order-inbox.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { acceptOrderNews, hashSnapshot } from '#app/usecases/orders/accept-order-news.ts';
import { at, order, refund } from '#tests/support/factories.ts';
import { installedShop, tell, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

async function stored(shop: TestShop, orderId: string) {
  const { rows } = await pool().query<{
    snapshot: OrderSnapshot | null;
    paid: OrderSnapshot | null;
    revision: number;
    needsRead: boolean;
  }>(
    'select snapshot, case when "paidHash" = hash then snapshot else "paidSnapshot" end as paid, revision, "needsRead" from "Order" where "shopId" = $1 and "orderId" = $2',
    [shop.id, orderId],
  );
  return rows[0];
}

async function bells(shop: TestShop): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    `select count(*)::int from graphile_worker._private_jobs where key = $1`,
    [`apply_orders/${shop.id}`],
  );
  return rows[0]?.count ?? 0;
}

async function adopt(shop: TestShop, orderId: string, snapshot: OrderSnapshot | null): Promise<void> {
  const revision = (await stored(shop, orderId))?.revision ?? 0;
  const read = snapshot && hashSnapshot(snapshot);
  await adoptRead({ shopId: shop.id, orderId, revision }, read, read && isPaid(read.snapshot) ? read : null);
}

describe('the inbox of orders', () => {
  it('keeps the newest snapshot of a batch and of several, and rings one bell per shop', async () => {
    const shop = await installedShop();
    const first = order({ updatedAt: at('10:00'), status: 'pending' });
    const second = { ...first, updatedAt: at('10:01'), status: 'paid' as const };
    const third = { ...first, updatedAt: at('10:02'), status: 'partially_paid' as const };
    await tell(shop, second, third, first);
    expect(await stored(shop, first.orderId)).toMatchObject({
      snapshot: third,
      paid: second,
      needsRead: false,
    });
    expect(await bells(shop)).toBe(1);
  });

  it('C01 a duplicate or an older snapshot changes nothing and rings nothing', async () => {
    const shop = await installedShop();
    const newest = order({ updatedAt: at('10:05') });
    await tell(shop, newest);
    await pool().query('delete from graphile_worker._private_jobs where key = $1', [
      `apply_orders/${shop.id}`,
    ]);
    await tell(shop, newest);
    await tell(shop, { ...newest, updatedAt: at('10:01') });
    expect(await stored(shop, newest.orderId)).toMatchObject({ snapshot: newest, revision: 1 });
    expect(await bells(shop)).toBe(0);
  });

  it('marks an order whose two snapshots bear one second; Shopify’s answer decides', async () => {
    const shop = await installedShop();
    const a = order({ tags: ['a'] });
    const b = { ...a, tags: ['b'] };
    await tell(shop, a);
    await tell(shop, b);
    expect((await ordersToRead(shop.id, 10)).map(({ orderId }) => orderId)).toEqual([a.orderId]);
    for (const truth of [a, b, a]) {
      await adopt(shop, a.orderId, truth);
      expect(await stored(shop, a.orderId)).toMatchObject({ snapshot: truth, paid: truth, needsRead: false });
    }
  });

  it.each(['first', 'second'])(
    'marks it also where a batch tells both and one is known already, the %s by their hashes',
    async (which) => {
      const shop = await installedShop();
      const a = order({ tags: ['a'] });
      const byHash = [a, { ...a, tags: ['b'] }].sort((x, y) =>
        hashSnapshot(x).hash < hashSnapshot(y).hash ? -1 : 1,
      );
      const [known, other] = which === 'first' ? byHash : byHash.toReversed();
      await tell(shop, known!);
      await tell(shop, known!, other!);
      expect(await stored(shop, a.orderId)).toMatchObject({ revision: 2, needsRead: true });
      await adopt(shop, a.orderId, other!);
      expect(await stored(shop, a.orderId)).toMatchObject({ snapshot: other, needsRead: false });
      expect(await bells(shop)).toBe(1);
    },
  );

  it('keeps the one with more refunds where Shopify shows the order no longer', async () => {
    const shop = await installedShop();
    const less = order({ refunds: [refund()] });
    const more = { ...less, refunds: [...less.refunds, refund()] };
    await tell(shop, more);
    await tell(shop, less);
    await adopt(shop, less.orderId, null);
    expect(await stored(shop, less.orderId)).toMatchObject({ snapshot: more, needsRead: false });
  });

  it('an answer of Shopify never replaces something newer that was told meanwhile', async () => {
    const shop = await installedShop();
    const old = order({ updatedAt: at('10:00') });
    const newer = { ...old, updatedAt: at('10:09'), tags: ['new'] };
    await tell(shop, newer);
    await adopt(shop, old.orderId, old);
    expect(await stored(shop, old.orderId)).toMatchObject({ snapshot: newer });
  });

  it('C12 a refund that is told before its order marks it to be read, and one that is known does not', async () => {
    const shop = await installedShop();
    const known = order({ refunds: [refund({ refundId: '71' })] });
    await tell(shop, { kind: 'refund', orderId: '4711', refundId: '70' });
    await tell(shop, known);
    await tell(shop, { kind: 'refund', orderId: known.orderId, refundId: '71' });
    expect((await ordersToRead(shop.id, 10)).map(({ orderId }) => orderId)).toEqual(['4711']);
    await tell(shop, { kind: 'refund', orderId: known.orderId, refundId: '72' });
    expect((await ordersToRead(shop.id, 10)).map(({ orderId }) => orderId)).toEqual(['4711', known.orderId]);
  });

  it('answers for each item whether its shop is ours, and stores the others all the same', async () => {
    const shop = await installedShop();
    const [mine, theirs] = [order(), order()];
    const outcomes = await acceptOrderNews([
      { shopDomain: 'never-installed.myshopify.com', news: { kind: 'snapshot', snapshot: theirs } },
      { shopDomain: shop.domain, news: { kind: 'snapshot', snapshot: mine } },
    ]);
    expect(outcomes).toEqual(['unknown-shop', 'stored']);
    expect(await stored(shop, mine.orderId)).toMatchObject({ snapshot: mine });
  });

  it('C01 many batches of the same orders at once end as one', async () => {
    const shop = await installedShop();
    const orders = Array.from({ length: 20 }, () => order());
    const shuffled = () => orders.toSorted(() => Math.random() - 0.5);
    await Promise.all(Array.from({ length: 8 }, () => tell(shop, ...shuffled())));
    const { rows } = await pool().query('select 1 from "Order" where "shopId" = $1 and revision = 1', [
      shop.id,
    ]);
    expect(rows).toHaveLength(20);
  });
});
