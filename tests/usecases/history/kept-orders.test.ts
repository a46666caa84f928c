// What is kept of orders follows them, whatever is told, and however people come and go.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { historyMismatches } from '#app/db/history/kept-orders.server.ts';
import { setBlocked } from '#app/db/members/members.server.ts';
import { keptOrderMismatches } from '#app/usecases/history/compare-kept-orders.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { checkLedger } from '#app/usecases/upkeep/check-ledger.ts';
import { fillOrderColumns } from '#app/usecases/upkeep/fill-order-columns.ts';
import { captureLog } from '#tests/support/captured-log.ts';
import { line, order } from '#tests/support/factories.ts';
import { orderStory } from '#tests/support/order-stories.ts';
import { memberIdOf } from '#tests/support/rewards.ts';
import { merge, redact } from '#tests/support/people.ts';
import { installedShop, tell, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const ALL = { part: 0, of: 1 };

async function rowsOf(shop: TestShop) {
  const { rows } = await pool().query<{ customerId: string; day: string; kept: number }>(
    `select m."customerId"::text, k.day::text, k."keptMinor"::int as kept from "KeptOrder" k
     join "Member" m on m.id = k."memberId" where k."shopId" = $1 order by k.day, k."orderId"`,
    [shop.id],
  );
  return rows;
}

async function cachesOf(shop: TestShop, customerId = '9001') {
  const { rows } = await pool().query<Record<string, unknown>>(
    `select "keptOrders" as orders, "firstOn"::text as first, "lastOn"::text as last, "spentMinor"::int as spent,
       "rhythmDays" as rhythm from "Member" where "shopId" = $1 and "customerId" = $2`,
    [shop.id, customerId],
  );
  return rows[0];
}

const NONE = { orders: 0, first: null, last: null, spent: 0, rhythm: null };
const onDay = (day: string, minor = 1_000) =>
  order({
    processedAt: `2026-${day}T10:00:00Z`,
    updatedAt: `2026-${day}T10:00:00Z`,
    lines: [line({ priceMinor: minor })],
  });

describe('S-20 what a member bought', () => {
  it('is counted with its first and last day, its money and the middle gap', async () => {
    const shop = await installedShop();
    const days = ['11-21', '11-24', '11-24', '11-28', '12-08'];
    await tellAndApply(shop, ...days.map((day) => onDay(day)));
    expect(await cachesOf(shop)).toEqual({
      orders: 5,
      first: '2026-11-21',
      last: '2026-12-08',
      spent: 5_000,
      rhythm: 4,
    });
  });

  it('reaches before the program’s start, and includes what was bought while left out', async () => {
    const shop = await installedShop();
    await tellAndApply(shop, onDay('11-21'));
    await setBlocked(pool(), shop.id, await memberIdOf(shop, '9001'), true);
    await tellAndApply(shop, onDay('12-01', 700), onDay('03-01', 300));
    expect(await cachesOf(shop)).toMatchObject({ orders: 3, first: '2026-03-01', spent: 2_000 });
  });

  it('C12 goes with what is given back, and with a cancellation, told in any order and twice', async () => {
    const shop = await installedShop();
    const bought = onDay('11-21');
    const later = { ...bought, updatedAt: '2026-11-22T10:00:00Z' };
    await tellAndApply(shop, { ...later, cancelledAt: '2026-11-22T10:00:00Z' }, bought, bought);
    expect([await rowsOf(shop), await cachesOf(shop)]).toEqual([[], NONE]);
    await tellAndApply(shop, { ...bought, updatedAt: '2026-11-23T10:00:00Z' });
    expect(await cachesOf(shop)).toMatchObject({ orders: 1, spent: 1_000 });
  });

  it('C36 is whose the order is: claimed, moved, merged, erased', async () => {
    const shop = await installedShop();
    const bought = onDay('11-21');
    const at = (updatedAt: string, customerId: string | null) => ({
      ...bought,
      updatedAt: `2026-11-${updatedAt}T10:00:00Z`,
      customerId,
    });
    await tellAndApply(shop, at('21', null));
    expect(await rowsOf(shop)).toEqual([]);
    await tellAndApply(shop, at('22', '9001'), at('23', '9002'));
    expect(await rowsOf(shop)).toEqual([{ customerId: '9002', day: '2026-11-21', kept: 1_000 }]);
    expect(await cachesOf(shop)).toEqual(NONE);
    await tellAndApply(shop, { ...onDay('11-25'), customerId: '9003' });
    await merge(shop, '9003', '9002');
    expect(await cachesOf(shop, '9003')).toMatchObject({ orders: 2, first: '2026-11-21', rhythm: 4 });
    expect(await cachesOf(shop, '9002')).toEqual(NONE);
    await redact(shop, '9003');
    expect(await rowsOf(shop)).toEqual([]);
    await tellAndApply(shop, { ...at('26', '9003'), tags: ['again'] });
    expect(await rowsOf(shop)).toEqual([]);
  });

  it('is less by an order that was erased by its number alone', async () => {
    const shop = await installedShop();
    const bought = onDay('11-21');
    await tellAndApply(shop, bought, onDay('11-25'));
    await redact(shop, null, [bought.orderId]);
    expect(await cachesOf(shop)).toMatchObject({ orders: 1, first: '2026-11-25' });
  });
});

it('C12 C123 any story of orders ends in rows that depend only on what was told', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(orderStory('1', '9001'), orderStory('2', '9001'), orderStory('3', '9002')),
      async (stories) => {
        const ends = [];
        for (const way of ['one', 'other'] as const) {
          const shop = await installedShop();
          const told = stories.flatMap((story) => story[way]);
          for (const snapshot of way === 'one' ? told : [...told].reverse()) {
            await tell(shop, snapshot);
            if (snapshot.lines.length % 2 === 1)
              await Promise.all([applyToldOrders(shop.id), applyToldOrders(shop.id)]);
          }
          await tell(shop, ...told);
          await applyToldOrders(shop.id);
          expect(await keptOrderMismatches(pool(), shop.id, ALL)).toEqual([]);
          expect(await historyMismatches(pool(), shop.id)).toEqual([]);
          ends.push(await rowsOf(shop));
        }
        expect(ends[0]).toEqual(ends[1]);
      },
    ),
    { numRuns: Number(process.env['RUNS'] ?? 12) },
  );
});

describe('an older release', () => {
  it('leaves orders that are applied once more, and bring what is kept', async () => {
    const shop = await installedShop();
    await tellAndApply(shop, onDay('11-21'), onDay('11-25'));
    await pool().query('delete from "KeptOrder" where "shopId" = $1', [shop.id]);
    await pool().query('update "Order" set "keptShape" = 0 where "shopId" = $1', [shop.id]);
    await Promise.all([fillOrderColumns(), fillOrderColumns()]);
    await applyToldOrders(shop.id);
    expect(await rowsOf(shop)).toHaveLength(2);
    const before = await pool().query('select sum(revision) from "Order" where "shopId" = $1', [shop.id]);
    await fillOrderColumns();
    const after = await pool().query('select sum(revision) from "Order" where "shopId" = $1', [shop.id]);
    expect(after.rows).toEqual(before.rows);
  });
});

describe('every night', () => {
  it('finds a row that says something else than its order, and a cache that does than its rows', async () => {
    const shop = await installedShop();
    const bought = onDay('11-21');
    await tellAndApply(shop, bought, onDay('11-25'));
    const break_ = (set: string) =>
      pool().query(`update "KeptOrder" set ${set} where "shopId" = $1 and "orderId" = $2`, [
        shop.id,
        bought.orderId,
      ]);
    await break_('"keptMinor" = 999');
    expect(await keptOrderMismatches(pool(), shop.id, ALL)).toMatchObject([{ orderId: bought.orderId }]);
    expect(await historyMismatches(pool(), shop.id)).toMatchObject([{ shopId: shop.id }]);
    const lines = captureLog();
    expect(await checkLedger()).toBeGreaterThan(0);
    expect(JSON.stringify(lines)).toContain('ledger mismatch');
    await break_('"keptMinor" = 1000');
    expect(await historyMismatches(pool(), shop.id)).toEqual([]);
  });
});
