// Rewards that the merchant should look at, until somebody has.
import { expect, it } from 'vitest';
import { countFlaggedRewards } from '#app/db/rewards/flagged-vouchers.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { readFlaggedRewards } from '#app/usecases/rewards/read-flagged-rewards.ts';
import { seeFlag } from '#app/usecases/rewards/see-flag.ts';
import { installedShop, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { givePoints, holdVoucher, later, orderWith } from '#tests/support/vouchers.ts';

useDatabase();

async function shopper(): Promise<TestShop> {
  const shop = await installedShop();
  await givePoints(shop, '9001', 5_000);
  return shop;
}

const flagged = async ({ id }: TestShop) => (await readFlaggedRewards(id)).rewards;

it('one that an edit took off, and one that paid once for two orders, with what they took off', async () => {
  const shop = await shopper();
  const edited = await holdVoucher(shop, { price: 500, face: 500 });
  const first = orderWith(edited, [500]);
  await tellAndApply(shop, first);
  expect(await flagged(shop)).toEqual([]);
  await tellAndApply(shop, later(first, [], { discounts: [], lines: [] }));
  const gift = await holdVoucher(shop, { price: 0 });
  for (const name of ['#1', '#2']) await tellAndApply(shop, orderWith(gift, [500], { name }));
  expect(await flagged(shop)).toMatchObject([
    {
      ...{ id: gift.id, flag: 'beyond', price: 0, customerId: '9001' },
      orders: [
        { name: '#1', counts: true, offMinor: 500 },
        { name: '#2', counts: true, offMinor: 500 },
      ],
    },
    { id: edited.id, flag: 'taken-off', price: 500, orders: [{ counts: false, offMinor: 0 }] },
  ]);
  expect(await countFlaggedRewards(pool(), shop.id)).toBe(2);
});

it('what was seen is gone, twice as well; what happens to it afterwards is there again', async () => {
  const shop = await shopper();
  const gift = await holdVoucher(shop, { price: 0 });
  const [first, second] = [orderWith(gift, [500]), orderWith(gift, [500])];
  for (const bought of [first, second]) await tellAndApply(shop, bought);
  // Of what the page showed before.
  await seeFlag(shop.id, { id: gift.id, flag: 'used-late' });
  expect(await flagged(shop)).toHaveLength(1);
  for (const _ of [1, 2]) await seeFlag(shop.id, { id: gift.id, flag: 'beyond' });
  expect(await countFlaggedRewards(pool(), shop.id)).toBe(0);
  await tellAndApply(shop, later(second, [], { discounts: [], lines: [] }));
  expect(await flagged(shop)).toMatchObject([{ flag: 'taken-off' }]);
});

it('C62 another shop’s are neither seen nor marked', async () => {
  const [shop, other] = [await shopper(), await shopper()];
  const gift = await holdVoucher(shop, { price: 0 });
  for (const _ of [1, 2]) await tellAndApply(shop, orderWith(gift, [500]));
  await seeFlag(other.id, { id: gift.id, flag: 'beyond' });
  expect(await flagged(other)).toEqual([]);
  expect(await flagged(shop)).toHaveLength(1);
});
