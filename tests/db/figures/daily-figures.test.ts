import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { fillFigures } from '#app/db/figures/fill-figures.server.ts';
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

/** The sixth of six is free, as Shopify tells of it. */
function freeCoffee(bought: OrderSnapshot): OrderSnapshot {
  const [first] = bought.lines;
  const discounts = [{ application: 0, amount: [1_400, 1_400] as const }];
  return {
    ...bought,
    discounts: [{ type: 'automatic', title: 'Coffee card' }],
    lines: [{ ...first!, discounts }],
  };
}

async function cameBack(shop: TestShop): Promise<number> {
  const { rows } = await pool().query<{ sum: number }>(
    `select coalesce(sum(amount), 0)::int as sum from "DailyFigure" where "shopId" = $1 and kind = 'members-returned'`,
    [shop.id],
  );
  return rows[0]!.sum;
}

/** People with entries of two or more orders, counted in the plainest way. */
async function countedByHand(shop: TestShop): Promise<number> {
  const members = await prisma().member.findMany({ where: { shopId: shop.id } });
  const entries = await prisma().ledgerEntry.findMany({ where: { shopId: shop.id, kind: { not: 'merge' } } });
  const survivor = (id: bigint): (typeof members)[number] => {
    const member = members.find((one) => one.id === id)!;
    return member.mergedIntoId === null ? member : survivor(member.mergedIntoId);
  };
  const orders = new Map<bigint, Set<bigint>>();
  for (const { memberId, orderId } of entries) {
    const { id, erasedAt } = survivor(memberId);
    if (orderId !== null && erasedAt === null) orders.set(id, (orders.get(id) ?? new Set()).add(orderId));
  }
  return [...orders.values()].filter(({ size }) => size > 1).length;
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
      `${on} members-returned 1`,
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

  it('count who came back by their second order, once, and what free items cost', async () => {
    const shop = await installedShop();
    const at = (hour: number) => `2026-11-21T${hour}:00:00Z`;
    const six = freeCoffee(boughtAt(at(11), 6));
    await tellAndApply(shop, boughtAt(at(10)), six, boughtAt(at(12)));
    expect(await figures(shop)).toContain('2026-11-21 members-returned 1');
    expect(await figures(shop)).toContain('2026-11-21 freed-minor 1400');
    await tellAndApply(shop, returned(six, 0));
    expect(await figures(shop)).not.toContainEqual(expect.stringContaining('freed'));
    expect(await figureMismatches(pool(), shop.id)).toEqual([]);
  });

  it('C36 C63 agree with a plain count of who came back, after any orders, merges and erasures', async () => {
    const customers = fc.constantFrom('1', '2', '3', '4');
    const event = fc.oneof(
      { weight: 4, arbitrary: fc.record({ buys: customers, units: fc.integer({ min: 1, max: 7 }) }) },
      { weight: 1, arbitrary: fc.record({ kept: customers, gone: customers }) },
      { weight: 1, arbitrary: fc.record({ erased: customers }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 12 }), async (events) => {
        const shop = await installedShop();
        const told: OrderSnapshot[] = [];
        for (const [index, one] of events.entries()) {
          const placed = `2026-11-${10 + index}T10:00:00Z`;
          if ('buys' in one) {
            const bought = { ...boughtAt(placed, one.units), customerId: one.buys };
            told.push(one.units > 5 ? freeCoffee(bought) : bought);
            await tell(shop, told.at(-1)!);
            if (index % 2 === 0) await applyToldOrders(shop.id);
          } else if ('kept' in one) {
            if (one.kept !== one.gone) await merge(shop, one.kept, one.gone);
          } else await redact(shop, one.erased);
        }
        await applyToldOrders(shop.id);
        if (told[0]) await tellAndApply(shop, returned(told[0], 0));
        expect(await figureMismatches(pool(), shop.id)).toEqual([]);
        expect(await cameBack(shop)).toBe(await countedByHand(shop));
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('that an older process left out are filled in, once, and the others are told of', async () => {
    const shop = await installedShop();
    await tellAndApply(
      shop,
      boughtAt('2026-11-21T10:00:00Z'),
      freeCoffee(boughtAt('2026-11-22T10:00:00Z', 6)),
    );
    const before = await figures(shop);
    await pool().query(
      `delete from "DailyFigure" where "shopId" = $1 and kind in ('members-returned', 'freed-minor')`,
      [shop.id],
    );
    expect(await fillFigures(pool(), shop.id)).toBe(2);
    expect(await figures(shop)).toEqual(before);
    expect(await fillFigures(pool(), shop.id)).toBe(0);
  });

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
