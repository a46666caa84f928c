// What Home says of rewards equals a count from outside, and the lists behind hold exactly what was counted.
import { expect, it } from 'vitest';
import { prisma } from '#app/db/client.server.ts';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { redemptionPercent } from '#app/core/figures/home-figures.ts';
import { RECORD_ROWS, type RecordView } from '#app/core/rewards/reward-record.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { readHomeFigures } from '#app/db/figures/home.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { readProgramFigures } from '#app/usecases/figures/read-program-figures.ts';
import { readRewardRecord } from '#app/usecases/rewards/read-reward-record.ts';
import { merge } from '#tests/support/people.ts';
import { at } from '#tests/support/factories.ts';
import { installedShop, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { givePoints, holdVoucher, later, orderWith } from '#tests/support/vouchers.ts';

useDatabase();

const today = () => dayIn('Europe/Paris', new Date());
/** Noon of so many days ago. */
const ago = (days: number) => `${addDays(today(), -days)}T12:00:00Z`;
const since = () => addDays(today(), -29);

async function shopper(): Promise<TestShop> {
  const shop = await installedShop();
  await prisma().shop.update({ where: { id: shop.id }, data: { timeZone: 'Europe/Paris' } });
  await givePoints(shop, '9001', 20_000);
  return shop;
}

async function use(shop: TestShop, off: number, daysAgo: number, more: Partial<OrderSnapshot> = {}) {
  const held = await holdVoucher(shop, { price: 500, face: 500 });
  const bought = orderWith(held, [off], { processedAt: ago(daysAgo), customerId: '9001', ...more });
  await tellAndApply(shop, bought);
  return bought;
}

const home = async ({ id }: TestShop) =>
  (await readHomeFigures(pool(), { id, timeZone: 'Europe/Paris' }, 30, new Date())).current;

/** All pages of a list, one after the other. */
async function listed({ id }: TestShop, view: RecordView, from: string | null = since()) {
  const ids: string[] = [];
  let after: { at: string; id: string } | null = null;
  for (;;) {
    const record = await readRewardRecord(id, { view, since: from, after });
    const rows = record.view === 'orders' ? record.orders : record.given;
    ids.push(...rows.map((row) => row.id));
    const last = rows.at(-1);
    if (!record.hasNext || !last) return { ids, all: record.all };
    expect(rows).toHaveLength(RECORD_ROWS);
    after = { at: new Date(last.at).toISOString(), id: last.id };
    if (view === 'orders') after.at = after.at.slice(0, 10);
  }
}

it('S-15 orders with a reward and their cost, what was given out and what ended unused', async () => {
  const shop = await shopper();
  const kept = [await use(shop, 500, 0), await use(shop, 300, 3), await use(shop, 200, 29)];
  await use(shop, 400, 30);
  const cancelled = await use(shop, 500, 1);
  await tellAndApply(shop, later(cancelled, [], { cancelledAt: cancelled.updatedAt }));
  const both = [await holdVoucher(shop, { price: 500, face: 500 }), await holdVoucher(shop, { price: 0 })];
  const twice = orderWith(both[0]!, [100], { processedAt: ago(2) });
  const discounts = both.map(({ code }) => ({
    type: 'discount_code',
    title: code,
  })) as OrderSnapshot['discounts'];
  await tellAndApply(shop, { ...twice, discounts });
  const lapsed = await holdVoucher(shop, { price: 500 });
  await pool().query(
    `update "Voucher" set state = 'released', "releaseWhy" = 'lapsed', "releasingSince" = now() where id = $1`,
    [lapsed.id],
  );
  const early = await holdVoucher(shop, { price: 500 });
  await pool().query(`update "Voucher" set "heldAt" = $2 where id = $1`, [early.id, ago(40)]);

  const { rows } = await pool().query<{ spent: number; given: number }>(
    `select (select -sum(amount)::int from "LedgerEntry" where "shopId" = $1 and kind in ('redeem', 'back')) as spent,
       (select count(*)::int from "Voucher" where "shopId" = $1) as given`,
    [shop.id],
  );
  const figures = await home(shop);
  expect(figures).toMatchObject({
    rewardedOrders: kept.length + 1,
    rewardsUsed: kept.length + 2,
    rewardMinor: 500 + 300 + 200 + 100,
    rewardsUnmeasured: 0,
    rewardsGiven: rows[0]!.given - 1,
    rewardsLapsed: 1,
    spent: rows[0]!.spent,
  });
  const program = await readProgramFigures({ id: shop.id, timeZone: 'Europe/Paris' });
  expect(program.rewardMinor).toBe(figures.rewardMinor);
  expect(redemptionPercent(figures)).toBe(
    Math.round((rows[0]!.spent * 100) / (figures.given - figures.taken)),
  );

  const orders = await listed(shop, 'orders');
  expect(orders.all).toBe(kept.length + 1);
  expect([...orders.ids].sort()).toEqual([twice, ...kept].map(({ orderId }) => orderId).sort());
  expect((await listed(shop, 'given')).ids).toHaveLength(figures.rewardsGiven);
  expect((await listed(shop, 'lapsed')).ids).toEqual([lapsed.id]);
  expect((await listed(shop, 'orders', null)).ids).toHaveLength(kept.length + 2);
  expect((await listed(shop, 'given', null)).ids).toContain(early.id);
});

it('a reward that was used twice on a day is one reward on two orders', async () => {
  const shop = await shopper();
  const gift = await holdVoucher(shop, { price: 0 });
  for (const _ of [1, 2]) await tellAndApply(shop, orderWith(gift, [100], { processedAt: ago(2) }));
  expect(await home(shop)).toMatchObject({ rewardedOrders: 2, rewardsUsed: 1, rewardMinor: 200 });
});

it('the lists have pages, and each row is on one of them', async () => {
  const shop = await shopper();
  const offs = Array.from({ length: RECORD_ROWS + 3 }, (_, index) => index);
  for (const index of offs) await use(shop, 100, index % 3);
  for (const view of ['orders', 'given'] as const) {
    const { ids, all } = await listed(shop, view);
    expect([ids.length, new Set(ids).size, all]).toEqual([offs.length, offs.length, offs.length]);
  }
});

it('what isn’t measured yet counts by the day on which it was seen, and is said', async () => {
  const shop = await shopper();
  const one = await use(shop, 500, 3);
  await pool().query('update "VoucherUse" set "offMinor" = null, "placedOn" = null where "shopId" = $1', [
    shop.id,
  ]);
  expect(await home(shop)).toMatchObject({ rewardedOrders: 1, rewardMinor: 0, rewardsUnmeasured: 1 });
  const record = await readRewardRecord(shop.id, { view: 'orders', since: since(), after: null });
  expect(record).toMatchObject({ all: 1, orders: [{ id: one.orderId, offMinor: null, at: today() }] });
});

it('C36 C62 a merged customer’s rewards stay counted once, and another shop’s are no part of it', async () => {
  const [shop, other] = [await shopper(), await shopper()];
  await use(shop, 500, 0);
  await givePoints(shop, '9002', 10);
  await merge(shop, '9001', '9002');
  expect(await home(shop)).toMatchObject({ rewardedOrders: 1, rewardMinor: 500, rewardsGiven: 1 });
  expect(await home(other)).toMatchObject({ rewardedOrders: 0, rewardMinor: 0, rewardsGiven: 0, spent: 0 });
  for (const view of ['orders', 'given', 'lapsed'] as const) {
    expect(await listed(other, view)).toEqual({ ids: [], all: 0 });
  }
});

it('nothing is said of rewards where there are none', async () => {
  const shop = await installedShop();
  await tellAndApply(shop, orderWith({ code: 'abcdefgh2345' }, [100], { processedAt: at('12:00') }));
  expect(await home(shop)).toMatchObject({ rewardedOrders: 0, rewardsGiven: 0, rewardsLapsed: 0, spent: 0 });
});
