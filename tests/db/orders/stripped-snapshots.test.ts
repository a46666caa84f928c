// Titles that may name somebody go out of the snapshots of before, and nothing else changes.
import { describe, expect, it } from 'vitest';
import { prisma } from '#app/db/client.server.ts';
import { stripSnapshots } from '#app/db/orders/stripped-snapshots.server.ts';
import { pool } from '#app/db/pool.server.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { hashSnapshot } from '#app/usecases/orders/accept-order-news.ts';
import { applyOrders } from '#app/usecases/orders/apply-orders.ts';
import { checkLedger } from '#app/usecases/upkeep/check-ledger.ts';
import { fillOrderColumns } from '#app/usecases/upkeep/fill-order-columns.ts';
import { at, order } from '#tests/support/factories.ts';
import { redact } from '#tests/support/people.ts';
import { balance, installedShop, tell, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const OURS = 'ABCD-EFGH-JKMN';
const DISCOUNTS: OrderSnapshot['discounts'] = [
  { type: 'automatic', title: 'Coffee card' },
  { type: 'discount_code', title: 'JANE-SECRETNAME' },
  { type: 'discount_code', title: OURS },
  { type: 'manual', title: 'for Jane Doe' },
  { type: 'script', title: 'Jane’s script' },
  { type: 'manual', title: OURS },
];

const told = (changed: Partial<OrderSnapshot> = {}) =>
  order({ customerId: '1', ...changed, discounts: [...DISCOUNTS] });
const titles = (json: unknown) => (json as OrderSnapshot).discounts.map(({ title }) => title);

/** As the releases before wrote it, with an older paid snapshot beside it. */
async function writtenBefore(shop: TestShop, shape: number, snapshot: OrderSnapshot): Promise<void> {
  await pool().query(
    `update "Order" set snapshot = $3, shape = $4, hash = $5, codes = '{}', "strippedOf" = null, "paidSnapshot" = $3,
       "paidHash" = 'older' where "shopId" = $1 and "orderId" = $2`,
    [shop.id, snapshot.orderId, JSON.stringify(snapshot), shape, hashSnapshot(snapshot).hash],
  );
}

const rowOf = (shop: TestShop, { orderId }: OrderSnapshot) =>
  prisma().order.findFirstOrThrow({ where: { shopId: shop.id, orderId: BigInt(orderId) } });

describe('snapshots of before', () => {
  it.each([1, 2])('of shape %i lose every code, and what staff called a discount', async (shape) => {
    const shop = await installedShop();
    const bought = told();
    await tellAndApply(shop, bought);
    await writtenBefore(shop, shape, bought);
    const {
      snapshot: _,
      paidSnapshot: __,
      strippedOf: ___,
      shape: ____,
      ...before
    } = await rowOf(shop, bought);
    await fillOrderColumns();
    const after = await rowOf(shop, bought);
    expect(titles(after.snapshot)).toEqual(['Coffee card', '', '', '', '', '']);
    expect(titles(after.paidSnapshot)).toEqual(['Coffee card', '', '', '', '', '']);
    expect(after).toMatchObject(before);
    expect({ ...(after.snapshot as object), discounts: DISCOUNTS }).toEqual(bought);
    expect(await checkLedger()).toBe(0);
  });

  it('of shape 3 keep a code that could be ours', async () => {
    const shop = await installedShop();
    const bought = told();
    await tellAndApply(shop, bought);
    await writtenBefore(shop, 3, bought);
    await pool().query(`update "Order" set codes = '{abcd-efgh-jkmn}' where "shopId" = $1`, [shop.id]);
    await fillOrderColumns();
    expect(titles((await rowOf(shop, bought)).snapshot)).toEqual(['Coffee card', '', OURS, '', '', OURS]);
    expect(await checkLedger()).toBe(0);
  });

  it('are worth what they were, and no news when they are told again', async () => {
    const shop = await installedShop();
    const bought = told();
    await tellAndApply(shop, bought);
    await writtenBefore(shop, 2, bought);
    const [worth, { revision }] = [await balance(shop), await rowOf(shop, bought)];
    await fillOrderColumns();
    await tell(shop, bought);
    expect(await rowOf(shop, bought)).toMatchObject({ revision, needsRead: false });
    await pool().query('update "Order" set revision = revision + 1 where "shopId" = $1', [shop.id]);
    await applyOrders(shop.id);
    expect(await balance(shop)).toEqual(worth);
  });

  it('C63 are told by a process of before, after the erasure and after all: they go again', async () => {
    const shop = await installedShop();
    const bought = told();
    await tellAndApply(shop, bought);
    await writtenBefore(shop, 2, bought);
    await redact(shop, '1', [bought.orderId]);
    await fillOrderColumns();
    const late = { ...bought, updatedAt: at('23:00') };
    await tell(shop, late);
    await writtenBefore(shop, 1, late);
    await fillOrderColumns();
    expect(JSON.stringify((await rowOf(shop, bought)).snapshot)).not.toMatch(/jane/i);
    expect(JSON.stringify((await rowOf(shop, bought)).paidSnapshot)).not.toMatch(/jane/i);
  });

  it('go out of an older paid snapshot, too, whatever came after it', async () => {
    const shop = await installedShop();
    const paid = told();
    await tellAndApply(shop, paid);
    await writtenBefore(shop, 2, paid);
    await tell(shop, { ...told(), orderId: paid.orderId, status: 'pending', updatedAt: at('22:00') });
    await fillOrderColumns();
    expect(titles((await rowOf(shop, paid)).paidSnapshot)).not.toContain('JANE-SECRETNAME');
  });

  it('are done once, by however many at once, and then cost a look at an empty index', async () => {
    const shop = await installedShop();
    const orders = Array.from({ length: 7 }, () => told());
    await tellAndApply(shop, ...orders);
    for (const one of orders) await writtenBefore(shop, 2, one);
    expect(await stripSnapshots(pool(), 3)).toBe(3);
    await Promise.all([fillOrderColumns(), fillOrderColumns()]);
    expect(await stripSnapshots(pool(), 500)).toBe(0);
    for (const one of orders) expect(titles((await rowOf(shop, one)).snapshot)[1]).toBe('');
  });

  it('that can’t be read stay as they are, and keep no other', async () => {
    const shop = await installedShop();
    const [bad, odd, good] = [told(), told(), told()];
    await tellAndApply(shop, bad, odd, good);
    for (const one of [bad, odd, good]) await writtenBefore(shop, 2, one);
    const write = (orderId: string, snapshot: string) =>
      pool().query('update "Order" set snapshot = $3 where "shopId" = $1 and "orderId" = $2', [
        shop.id,
        orderId,
        snapshot,
      ]);
    const nothing =
      '{"discounts": [{"type": "manual", "title": "x"}], "source": "\\u0000", "processedAt": "never"}';
    await write(bad.orderId, nothing);
    await write(
      odd.orderId,
      '{"discounts": [1, null, {"type": 7, "title": {"a": 1}}, []], "processedAt": "never"}',
    );
    await fillOrderColumns();
    expect(titles((await rowOf(shop, good)).snapshot)[1]).toBe('');
    expect((await rowOf(shop, odd)).snapshot).toMatchObject({
      discounts: [1, null, { type: 7, title: '' }, []],
    });
    expect(await stripSnapshots(pool(), 500)).toBe(0);
    await pool().query('delete from "Order" where "orderId" = any($1)', [[bad.orderId, odd.orderId]]);
  });
});
