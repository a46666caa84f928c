import { describe, expect, it } from 'vitest';
import { SNAPSHOT_SHAPE, type OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { findMembers } from '#app/db/members/member-list.server.ts';
import { memberOrders } from '#app/db/members/member-page.server.ts';
import { addDays } from '#app/core/values/days.ts';
import { membersAmong } from '#app/db/who/members-among.server.ts';
import { adoptRead } from '#app/db/orders/order-inbox.server.ts';
import { fillToldColumns, orderName, toldColumnMismatches } from '#app/db/orders/told-columns.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { hashSnapshot } from '#app/usecases/orders/accept-order-news.ts';
import { checkLedger } from '#app/usecases/upkeep/check-ledger.ts';
import { fillOrderColumns } from '#app/usecases/upkeep/fill-order-columns.ts';
import { at, order } from '#tests/support/factories.ts';
import { redact } from '#tests/support/people.ts';
import { installedShop, tell, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

async function columns(shop: TestShop, orderId: string) {
  const { rows } = await pool().query<{ shape: number }>(
    'select "placedAt", "cancelledAt", name, shape from "Order" where "shopId" = $1 and "orderId" = $2',
    [shop.id, orderId],
  );
  return rows[0];
}

const said = (snapshot: OrderSnapshot, shape = SNAPSHOT_SHAPE) => ({
  placedAt: new Date(snapshot.processedAt),
  cancelledAt: snapshot.cancelledAt === null ? null : new Date(snapshot.cancelledAt),
  name: snapshot.name,
  shape,
});

/** Filled columns are those of shape 2: nothing else of an older snapshot is known. */
const FILLED = 2;

/** What a process of the release before writes: it knows nothing of the columns. */
async function writtenBefore(shop: TestShop, ...snapshots: OrderSnapshot[]): Promise<void> {
  for (const snapshot of snapshots) {
    await pool().query('update "Order" set snapshot = $3, shape = 1 where "shopId" = $1 and "orderId" = $2', [
      shop.id,
      snapshot.orderId,
      JSON.stringify(snapshot),
    ]);
  }
}

/** As a database that was migrated just now has them. */
async function neverFilled(shop: TestShop): Promise<void> {
  await pool().query(
    'update "Order" set shape = 1, "placedAt" = null, "cancelledAt" = null, name = null where "shopId" = $1',
    [shop.id],
  );
}

/** Whether the last order that counts was on the day: somebody has ordered since it, and not since the day after. */
async function orderedOn(shop: TestShop, id: string, day: string): Promise<boolean> {
  const since = async (from: string) => {
    const who = { conditions: [{ kind: 'ordered' as const, withinDays: 1 }] };
    return (await membersAmong(pool(), shop.id, who, [id], addDays(from, 1))).has(id);
  };
  return (await since(day)) && !(await since(addDays(day, 1)));
}

/** What statements say of the shop's only member. */
async function readings(shop: TestShop, name: string) {
  const { rows } = await pool().query<{ id: string }>(
    'select id::text from "Member" where "shopId" = $1 limit 1',
    [shop.id],
  );
  const id = rows[0]!.id;
  return {
    found: (await findMembers(pool(), shop.id, name)).map((member) => member.id === id),
    orders: (await memberOrders(pool(), shop.id, id)).map(({ name, placedAt }) => ({ name, placedAt })),
    ordered: await orderedOn(shop, id, '2026-11-21'),
  };
}

describe('the columns beside an order’s snapshot', () => {
  it('are written with the newest snapshot, and stay when an older one is told', async () => {
    const shop = await installedShop();
    const first = order({ name: '#2001' });
    const cancelled = { ...first, updatedAt: at('12:00'), cancelledAt: at('11:59'), name: '#2001-B' };
    await tell(shop, first);
    expect(await columns(shop, first.orderId)).toEqual(said(first));
    await tell(shop, cancelled);
    expect(await columns(shop, first.orderId)).toEqual(said(cancelled));
    await tell(shop, { ...first, updatedAt: at('11:00') });
    expect(await columns(shop, first.orderId)).toEqual(said(cancelled));
  });

  it('are empty while only a refund was told, and follow Shopify’s answer', async () => {
    const shop = await installedShop();
    const read = order({ name: '#2002', updatedAt: at('13:00'), cancelledAt: at('13:00') });
    await tell(shop, { kind: 'refund', orderId: read.orderId, refundId: '1' });
    expect(await columns(shop, read.orderId)).toMatchObject({
      placedAt: null,
      cancelledAt: null,
      name: null,
    });
    await adoptRead({ shopId: shop.id, orderId: read.orderId, revision: 1 }, hashSnapshot(read), null);
    expect(await columns(shop, read.orderId)).toEqual(said(read));
  });

  it('C63 lose the name with their customer, also where a late snapshot brings it', async () => {
    const shop = await installedShop();
    const bought = order({ customerId: '1', name: '#2003' });
    await tellAndApply(shop, bought);
    await redact(shop, '1', [bought.orderId]);
    expect(await columns(shop, bought.orderId)).toMatchObject({ name: '' });
    await tell(shop, { ...bought, updatedAt: at('14:00') });
    expect(await columns(shop, bought.orderId)).toEqual({ ...said(bought), name: '' });
  });
});

describe('orders from before the columns', () => {
  it('are read as ever, and filled in batches that may stop, repeat and meet', async () => {
    const shop = await installedShop();
    const orders = Array.from({ length: 7 }, (_, index) => order({ name: `#300${index}` }));
    await tellAndApply(shop, ...orders);
    const filled = await readings(shop, '#3003');
    expect(filled).toMatchObject({ found: [true], ordered: true });
    await neverFilled(shop);
    expect(await readings(shop, '#3003')).toEqual(filled);
    expect(await fillToldColumns(pool(), 3)).toBe(3);
    expect(await readings(shop, '#3003')).toEqual(filled);
    await Promise.all([fillOrderColumns(), fillOrderColumns()]);
    await fillOrderColumns();
    for (const each of orders) expect(await columns(shop, each.orderId)).toEqual(said(each, FILLED));
    expect(await readings(shop, '#3003')).toEqual(filled);
    expect(await fillToldColumns(pool(), 3)).toBe(0);
  });

  it('that an older process writes after they were filled are right at once, and filled again', async () => {
    const shop = await installedShop();
    const bought = order({ name: '#3100' });
    await tellAndApply(shop, bought);
    const later = { ...bought, name: '#3101', cancelledAt: at('15:00') };
    await writtenBefore(shop, later);
    expect(await readings(shop, '#3101')).toMatchObject({
      found: [true],
      orders: [{ name: '#3101' }],
      ordered: false,
    });
    await fillOrderColumns();
    expect(await columns(shop, bought.orderId)).toEqual(said(later, FILLED));
  });

  it('that somebody has locked wait for the next time', async () => {
    const shop = await installedShop();
    const bought = order();
    await tell(shop, bought);
    await neverFilled(shop);
    await withTransaction(async (client) => {
      await client.query('select 1 from "Order" where "shopId" = $1 for update', [shop.id]);
      expect(await fillToldColumns(pool(), 10)).toBe(0);
    });
    expect(await fillToldColumns(pool(), 10)).toBe(1);
  });
});

describe('one order of a day that no calendar has, from before such were refused', () => {
  const NEVER = '2026-02-30T10:00:00Z';
  const strange = async () => {
    const [shop, other] = [await installedShop(), await installedShop()];
    const [bad, good] = [order({ customerId: '1' }), order({ customerId: '2' })];
    await tellAndApply(shop, bad, good);
    await tellAndApply(other, order());
    await neverFilled(shop);
    await neverFilled(other);
    await writtenBefore(shop, { ...bad, processedAt: NEVER, cancelledAt: NEVER });
    return { shop, other, bad, good };
  };

  it('keeps no other’s columns from being filled, of its shop or another', async () => {
    const { shop, bad, good } = await strange();
    await fillOrderColumns();
    expect(await columns(shop, good.orderId)).toEqual(said(good, FILLED));
    expect(await columns(shop, bad.orderId)).toMatchObject({
      placedAt: null,
      cancelledAt: null,
      shape: FILLED,
    });
    expect(await fillToldColumns(pool(), 1)).toBe(0);
  });

  it('keeps the nightly check from no other, before and after they are filled', async () => {
    const { shop, other } = await strange();
    expect(await toldColumnMismatches(pool())).toEqual([]);
    await fillOrderColumns();
    expect(await toldColumnMismatches(pool())).toEqual([]);
    await pool().query(`update "Order" set snapshot = jsonb_set(snapshot::jsonb, '{discounts}', '1')::json, shape = 3
      where "shopId" = $1`, [shop.id]); // prettier-ignore
    await pool().query(`update "Order" set name = 'x' where "shopId" = $1`, [other.id]);
    expect(await toldColumnMismatches(pool())).toMatchObject([{ shopId: other.id }]);
    expect(await toldColumnMismatches(pool(), shop.id)).toEqual([]);
    await pool().query('delete from "Order" where "shopId" = any($1)', [[shop.id, other.id]]);
  });

  it('is itself shown on its member’s page', async () => {
    const { shop } = await strange();
    const { rows } = await pool().query<{ id: string }>(
      'select id::text from "Member" where "shopId" = $1 and "customerId" = 1',
      [shop.id],
    );
    const id = rows[0]!.id;
    expect(await memberOrders(pool(), shop.id, id)).toMatchObject([{ placedAt: null }]);
    const ever = { conditions: [{ kind: 'ordered' as const, withinDays: null }] };
    expect(await membersAmong(pool(), shop.id, ever, [id], '2026-11-21')).toEqual(new Set());
  });
});

describe('the codes of an order', () => {
  const codesOf = async (shop: TestShop): Promise<string[][]> => {
    const { rows } = await pool().query<{ codes: string[] }>(
      'select codes from "Order" where "shopId" = $1 order by "orderId"',
      [shop.id],
    );
    return rows.map(({ codes }) => codes);
  };
  const coded = (...titles: string[]) =>
    order({ discounts: titles.map((title) => ({ type: 'discount_code' as const, title })) });

  it('stand beside it in lower case where they could be ours, and follow the newest telling', async () => {
    const shop = await installedShop();
    const bought = coded('ABCD-EFGH-JKMN', 'abcd-efgh-jkmn', 'wxyz-2345-6789');
    await tellAndApply(shop, bought, coded(), order());
    expect(await codesOf(shop)).toEqual([['abcd-efgh-jkmn', 'wxyz-2345-6789'], [], []]);
    await tellAndApply(shop, { ...bought, updatedAt: at('12:00'), discounts: [] });
    expect(await codesOf(shop)).toEqual([[], [], []]);
  });

  it('follow Shopify’s answer', async () => {
    const shop = await installedShop();
    const bought = coded('ABCD-EFGH-JKMN');
    await tell(shop, { ...bought, discounts: [] });
    const read = hashSnapshot(bought);
    await adoptRead({ shopId: shop.id, orderId: bought.orderId, revision: 1 }, read, read);
    expect(await codesOf(shop)).toEqual([['abcd-efgh-jkmn']]);
  });

  it('are found by their index', async () => {
    const plan = await withTransaction(async (client) => {
      await client.query('set local enable_seqscan = off; set local enable_indexscan = off');
      const text = `explain select 1 from "Order" where codes && '{a,b}' and codes <> '{}'`;
      const { rows } = await client.query<Record<string, string>>(text);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).toContain('Order_codes_idx');
  });
});

describe('every night', () => {
  it('a column that says something else than the snapshot is reported', async () => {
    const shop = await installedShop();
    const bought = order();
    await tellAndApply(shop, bought);
    expect(await checkLedger()).toBe(0);
    await pool().query(`update "Order" set "cancelledAt" = now() where "shopId" = $1`, [shop.id]);
    expect(await toldColumnMismatches(pool())).toEqual([{ shopId: shop.id, orderId: bought.orderId }]);
    expect(await checkLedger()).toBe(1);
    await pool().query(`update "Order" set "cancelledAt" = null, codes = '{x}' where "shopId" = $1`, [
      shop.id,
    ]);
    expect(await checkLedger()).toBe(1);
    await pool().query(`update "Order" set codes = '{}' where "shopId" = $1`, [shop.id]);
  });
});

it('an order’s name is found by the index', async () => {
  const plan = await withTransaction(async (client) => {
    await client.query('set local enable_seqscan = off; set local enable_bitmapscan = off');
    const text = `explain select 1 from "Order" o where "shopId" = 1 and ${orderName('o')} = any('{#1}')`;
    const { rows } = await client.query<Record<string, string>>(text);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toContain('Order_toldName_idx');
});
