import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { prisma } from '#app/db/client.server.ts';
import { readHomeFigures } from '#app/db/figures/home.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { reviveShop } from '#app/db/shop/shops.server.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { carryOutRequests } from '#app/usecases/members/carry-out-requests.ts';
import { line, nextId, order } from '#tests/support/factories.ts';
import { orderStory } from '#tests/support/order-stories.ts';
import { merge, redact, tellMerge } from '#tests/support/people.ts';
import { installedShop, tell, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

/** `2026-11-21 points-given 70`, without the day on which members joined, which is the machine's. */
async function figures(shop: TestShop): Promise<string[]> {
  const { rows } = await pool().query<{ line: string }>(
    `select day || ' ' || kind || ' ' || amount as line from "DailyFigure"
     where "shopId" = $1 and kind <> 'members-joined' and amount <> 0 order by day, kind`,
    [shop.id],
  );
  return rows.map((row) => row.line);
}

async function joined(shop: TestShop): Promise<number> {
  const { rows } = await pool().query<{ joined: number }>(
    `select sum(amount)::int as joined from "DailyFigure" where "shopId" = $1 and kind = 'members-joined'`,
    [shop.id],
  );
  return rows[0]!.joined;
}

async function inZone(timeZone: string): Promise<TestShop> {
  const shop = await installedShop();
  await pool().query(`update "Shop" set "timeZone" = $2, "earnsFrom" = '2026-01-01' where id = $1`, [
    shop.id,
    timeZone,
  ]);
  await withTransaction(async (client) => {
    await client.query(`select set_config('sixth.erasing_shop', $1, true)`, [String(shop.id)]);
    await client.query(`delete from "ProgramVersion" where "shopId" = $1`, [shop.id]);
    await client.query(
      `insert into "ProgramVersion" ("shopId", number, rules, "publishedAt", "publishedBy")
       select id, 1, draft, '2026-01-01', 'test' from "Shop" where id = $1`,
      [shop.id],
    );
  });
  return shop;
}

const boughtAt = (processedAt: string, units = 1): OrderSnapshot =>
  order({ processedAt, updatedAt: processedAt, lines: [line({ lineId: '1', quantity: units })] });

function returned(bought: OrderSnapshot, kept: number): OrderSnapshot {
  const [first] = bought.lines;
  return {
    ...bought,
    updatedAt: '2026-11-21T12:00:00Z',
    lines: [{ ...first!, currentQuantity: kept }],
  };
}

describe('the figures of a day', () => {
  it('C01 count an order once, however often and in how many ways it is told', async () => {
    const shop = await installedShop();
    const bought = boughtAt('2026-11-21T10:00:00Z', 5);
    await tellAndApply(shop, bought, bought, { ...bought, updatedAt: '2026-11-21T10:30:00Z' });
    expect(await figures(shop)).toEqual([
      '2026-11-21 cards-filled 1',
      '2026-11-21 orders-counted 1',
      '2026-11-21 points-given 70',
    ]);
    expect(await joined(shop)).toBe(1);
    expect(await figureMismatches(pool(), shop.id)).toEqual([]);
  });

  it('C12 a refund is taken back on the day of its order, and empties the card it had filled', async () => {
    const shop = await installedShop();
    const bought = boughtAt('2026-11-21T10:00:00Z', 5);
    await tellAndApply(shop, bought, returned(bought, 3));
    expect(await figures(shop)).toEqual([
      '2026-11-21 orders-counted 1',
      '2026-11-21 points-given 70',
      '2026-11-21 points-taken 28',
    ]);
    expect(await figureMismatches(pool(), shop.id)).toEqual([]);
  });

  it('C53 orders that are applied at once by several workers add up', async () => {
    const shop = await installedShop();
    const snapshots = Array.from({ length: 40 }, (_, index) => ({
      ...boughtAt('2026-11-21T10:00:00Z', 1 + (index % 4)),
      customerId: String(9_100 + (index % 10)),
    }));
    await tell(shop, ...snapshots);
    await Promise.all([applyToldOrders(shop.id), applyToldOrders(shop.id), applyToldOrders(shop.id)]);
    expect(await figures(shop)).toContain('2026-11-21 orders-counted 40');
    expect(await joined(shop)).toBe(10);
    expect(await figureMismatches(pool(), shop.id)).toEqual([]);
  });

  it.each([
    ['C56 UTC+13', 'Pacific/Tongatapu', '2026-11-21T10:59:59Z', '2026-11-21T11:00:00Z', '2026-11-22'],
    ['C56 UTC−10', 'Pacific/Honolulu', '2026-11-22T09:59:59Z', '2026-11-22T10:00:00Z', '2026-11-22'],
    [
      'the last hour of summer time',
      'Europe/Paris',
      '2026-10-24T21:59:59Z',
      '2026-10-25T22:59:59Z',
      '2026-10-25',
    ],
    [
      'the first hour of summer time',
      'America/New_York',
      '2026-03-08T04:59:59Z',
      '2026-03-09T03:59:59Z',
      '2026-03-08',
    ],
  ])('begin and end with the shop’s day: %s', async (_name, zone, eve, day, on) => {
    const shop = await inZone(zone);
    await tellAndApply(shop, boughtAt(eve), boughtAt(day));
    const before = new Date(`${on}T00:00:00Z`);
    before.setUTCDate(before.getUTCDate() - 1);
    expect(await figures(shop)).toEqual([
      `${before.toISOString().slice(0, 10)} orders-counted 1`,
      `${before.toISOString().slice(0, 10)} points-given 14`,
      `${on} orders-counted 1`,
      `${on} points-given 14`,
    ]);
    expect(await figureMismatches(pool(), shop.id)).toEqual([]);
  });

  it('follow the shop when it comes back in another time zone', async () => {
    const shop = await installedShop();
    await tellAndApply(shop, boughtAt('2026-11-21T22:30:00Z'));
    expect(await figures(shop)).toContain('2026-11-21 points-given 14');
    for (const zone of ['Pacific/Auckland', 'Pacific/Auckland']) {
      await withTransaction((client) => reviveShop(client, shop.id, zone, new Date()));
      expect(await figures(shop)).toEqual(['2026-11-22 orders-counted 1', '2026-11-22 points-given 14']);
      expect(await figureMismatches(pool(), shop.id)).toEqual([]);
    }
  });

  it('C36 C63 count whoever is merged or erased no longer, told once or twice, one by one or at once', async () => {
    const shop = await installedShop();
    await tellAndApply(shop, ...['1', '2', '3', '4', '5'].map((customerId) => order({ customerId })));
    const { timeZone } = await prisma().shop.findUniqueOrThrow({ where: { id: shop.id } });
    const home = async () => (await readHomeFigures(pool(), { ...shop, timeZone }, 30, new Date())).current;
    expect(await home()).toMatchObject({ joined: 5, members: 5 });
    await merge(shop, '1', '2');
    await merge(shop, '1', '2');
    expect(await home()).toMatchObject({ joined: 4, members: 4 });
    await tellMerge(shop, '1', '3');
    await tellMerge(shop, '4', '8');
    await Promise.all([carryOutRequests(shop.id), carryOutRequests(shop.id), redact(shop, '5')]);
    // The one that never bought joined and left at once.
    expect(await home()).toMatchObject({ joined: 2, members: 2 });
    await redact(shop, '1');
    await redact(shop, '2');
    expect(await home()).toMatchObject({ joined: 1, members: 1 });
    expect(await figureMismatches(pool(), shop.id)).toEqual([]);
  });

  it('C05 agree with the entries after any telling of any orders', async () => {
    const shop = await installedShop();
    await fc.assert(
      fc.asyncProperty(orderStory('0', '0'), async ({ one }) => {
        const [orderId, customerId] = [nextId(), nextId()];
        for (const snapshot of one) await tell(shop, { ...snapshot, orderId, customerId });
        await applyToldOrders(shop.id);
        expect(await figureMismatches(pool(), shop.id)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('C62 of one shop know nothing of another, and go with their shop', async () => {
    const [gone, kept] = [await installedShop(), await installedShop()];
    for (const shop of [gone, kept]) await tellAndApply(shop, boughtAt('2026-11-21T10:00:00Z'));
    await withTransaction(async (client) => {
      await client.query(`select set_config('sixth.erasing_shop', $1, true)`, [String(gone.id)]);
      await client.query('delete from "Shop" where id = $1', [gone.id]);
    });
    expect(await figures(gone)).toEqual([]);
    expect(await figures(kept)).toHaveLength(2);
  });

  it('differ from the entries only where somebody else wrote them, and the nightly check says so', async () => {
    const shop = await installedShop();
    await tellAndApply(shop, boughtAt('2026-11-21T10:00:00Z'));
    await pool().query(`update "DailyFigure" set amount = 15 where "shopId" = $1 and kind = 'points-given'`, [
      shop.id,
    ]);
    expect(await figureMismatches(pool(), shop.id)).toEqual([
      { shopId: shop.id, day: '2026-11-21', kind: 'points-given', kept: '15', entries: '14' },
    ]);
  });
});
