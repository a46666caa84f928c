// What the member's page lists of rewards.
import { expect, it } from 'vitest';
import { readMember, type ReadMember } from '#app/usecases/members/read-member.ts';
import { giveByHand } from '#app/usecases/rewards/give-by-hand.ts';
import { takeBack } from '#app/usecases/rewards/take-back.ts';
import { nextId } from '#tests/support/factories.ts';
import { merge } from '#tests/support/people.ts';
import { addReadyCodes, FIVE, memberIdOf, memberWith, rewardShop, tap } from '#tests/support/rewards.ts';
import { tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { orderWith } from '#tests/support/vouchers.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

async function page(shop: TestShop, customerId: string): Promise<ReadMember> {
  const place = { id: shop.id, timeZone: 'Europe/Paris', currency: 'EUR' };
  const read = await readMember(place, await memberIdOf(shop, customerId), null);
  if (!read || 'mergedInto' in read) throw new Error('no such page');
  return read;
}

const wish = (note = '') => {
  return { rewardKey: 'five', reason: 'The cup came broken', note, requestKey: nextId(), madeBy: '42' };
};

it('has what is ready first, each with where it came from and what became of it', async () => {
  const shop = await rewardShop({ codes: 2 });
  const customerId = await memberWith(shop, 500);
  const id = await memberIdOf(shop, customerId);
  const taken = await tap(shop, customerId, { at: new Date('2026-11-20T10:00:00Z') });
  await giveByHand(shop.id, id, wish('Sorry!'), new Date('2026-11-21T10:00:00Z'));
  await giveByHand(shop.id, id, wish(), new Date('2026-11-22T10:00:00Z'));
  const voucherId = taken.ok ? taken.voucher.id : '';
  await takeBack(shop.id, id, { voucherId, reason: 'By mistake', userId: '42' });
  const { rewards, givable } = await page(shop, customerId);
  expect(givable).toEqual([{ key: 'five', title: FIVE.title }]);
  expect(rewards).toMatchObject({
    more: 0,
    list: [
      { state: 'waiting', id: null, code: null, price: 0, reason: 'The cup came broken', until: null },
      { state: 'held', price: 0, note: 'Sorry!', until: '2026-12-21' },
      {
        state: 'releasing',
        price: 100,
        releaseWhy: 'withdrawn',
        takenBackReason: 'By mistake',
        reason: null,
      },
    ],
  });
});

it('C36 has those of whoever was merged into the member, and none of anybody else', async () => {
  const shop = await rewardShop();
  const [kept, gone, other] = [
    await memberWith(shop, 100),
    await memberWith(shop, 100),
    await memberWith(shop, 100),
  ];
  for (const customerId of [gone, other]) await tap(shop, customerId);
  await merge(shop, kept, gone);
  expect((await page(shop, kept)).rewards.list).toHaveLength(1);
});

it('lists twenty, and says how many more there are', async () => {
  const shop = await rewardShop({ codes: 0 });
  await addReadyCodes(shop, FIVE, 25);
  const customerId = await memberWith(shop, 2_300);
  for (let time = 0; time < 23; time += 1) await tap(shop, customerId);
  const { list, more } = (await page(shop, customerId)).rewards;
  expect([list.length, more]).toEqual([20, 3]);
});

it('names the orders that used one', async () => {
  const shop = await rewardShop();
  const customerId = await memberWith(shop, 100);
  const taken = await tap(shop, customerId);
  const code = taken.ok ? taken.voucher.code : '';
  await tellAndApply(shop, orderWith({ code }, [500], { customerId, name: '#1042' }));
  const { list } = (await page(shop, customerId)).rewards;
  expect(list).toMatchObject([
    { state: 'used', orders: [{ name: '#1042', counts: true, offMinor: 500 }], flag: null },
  ]);
});
