// What rewards cost: held against a plain count of what orders say.
import { expect, it } from 'vitest';
import { prisma } from '#app/db/client.server.ts';
import { readHomeFigures } from '#app/db/figures/home.server.ts';
import { rewardFigures } from '#app/db/rewards/reward-figures.server.ts';
import { askForMeasures } from '#app/db/rewards/voucher-uses.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { balance, installedShop, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { givePoints, holdVoucher, later, orderWith } from '#tests/support/vouchers.ts';

useDatabase();

async function shopper(): Promise<TestShop> {
  const shop = await installedShop();
  await givePoints(shop, '9001', 10_000);
  return shop;
}

const hold = (shop: TestShop, key: string, price = 500) =>
  holdVoucher(shop, { price, face: price, gives: { key } });

it('S-15 each reward says how many were given, are held, used and lapsed, and what they took off', async () => {
  const shop = await shopper();
  const [five, other, kept, lapsed] = [
    await hold(shop, 'five'),
    await hold(shop, 'five'),
    await hold(shop, 'five'),
    await hold(shop, 'ten', 1_000),
  ];
  await pool().query(
    `update "Voucher" set state = 'released', "releaseWhy" = 'lapsed', "releasingSince" = now() where id = $1`,
    [lapsed.id],
  );
  const halved = orderWith(five, [250, 250]);
  await tellAndApply(shop, halved);
  await tellAndApply(shop, orderWith(other, [300]));
  await tellAndApply(shop, later(halved, [0, 1]));
  expect(kept.id).not.toBe(other.id);
  expect(await rewardFigures(pool(), shop.id)).toEqual({
    five: { given: 3, held: 1, used: 2, lapsed: 0, costMinor: 250 + 300, unmeasured: 0 },
    ten: { given: 1, held: 0, used: 0, lapsed: 1, costMinor: 0, unmeasured: 0 },
  });
});

it('an order that is cancelled, or whose code an edit takes off, costs nothing and uses none; told twice is told once', async () => {
  const shop = await shopper();
  const [cancelled, edited] = [
    orderWith(await hold(shop, 'five'), [500]),
    orderWith(await hold(shop, 'five'), [500]),
  ];
  for (const each of [cancelled, edited]) await tellAndApply(shop, each);
  const all = async () => (await rewardFigures(pool(), shop.id))['five'];
  expect(await all()).toMatchObject({ used: 2, costMinor: 1_000 });
  for (const _ of [1, 2]) {
    await tellAndApply(shop, later(cancelled, [], { cancelledAt: cancelled.updatedAt }));
    await tellAndApply(shop, later(edited, [], { discounts: [], lines: [] }));
    expect(await all()).toMatchObject({ given: 2, used: 0, costMinor: 0 });
  }
});

it('C62 another shop’s rewards are no part of it', async () => {
  const [shop, other] = [await shopper(), await shopper()];
  await tellAndApply(shop, orderWith(await hold(shop, 'five'), [500]));
  expect(await rewardFigures(pool(), other.id)).toEqual({});
});

it('a use that an older process wrote isn’t measured, until its order is applied again in the night', async () => {
  const shop = await shopper();
  await tellAndApply(shop, orderWith(await hold(shop, 'five'), [500]));
  await pool().query(
    'update "VoucherUse" set "offMinor" = null, "placedOn" = null, counts = true where "shopId" = $1',
    [shop.id],
  );
  const all = async () => (await rewardFigures(pool(), shop.id))['five'];
  expect(await all()).toMatchObject({ used: 1, costMinor: 0, unmeasured: 1 });
  expect(await askForMeasures(pool(), 10)).toBe(1);
  expect(await askForMeasures(pool(), 10)).toBe(0);
  await applyToldOrders(shop.id);
  expect(await all()).toMatchObject({ used: 1, costMinor: 500, unmeasured: 0 });
  expect(await askForMeasures(pool(), 10)).toBe(0);
});

it('points outstanding are those that members have, once some were spent', async () => {
  const shop = await shopper();
  await tellAndApply(shop, orderWith(await hold(shop, 'five'), [250, 250], { customerId: '9001' }));
  await hold(shop, 'five');
  const { timeZone } = await prisma().shop.findUniqueOrThrow({ where: { id: shop.id } });
  const { current } = await readHomeFigures(pool(), { ...shop, timeZone }, 30, new Date());
  expect(current.spent).toBe(1_000);
  expect(current.outstanding).toBe((await balance(shop, '9001')).points);
});
