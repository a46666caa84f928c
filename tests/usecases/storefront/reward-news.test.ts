// What became of a member's last rewards, as their copy tells it.
import { expect, it } from 'vitest';
import { now } from '#app/clock.server.ts';
import { projectMember } from '#app/core/storefront/project-member.ts';
import { dayIn } from '#app/core/values/days.ts';
import { pool } from '#app/db/pool.server.ts';
import { unsyncedMembers } from '#app/db/storefront/sync.server.ts';
import { order } from '#tests/support/factories.ts';
import { merge } from '#tests/support/people.ts';
import { FIVE, memberWith, rewardShop } from '#tests/support/rewards.ts';
import { tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { holdVoucher, later, orderWith } from '#tests/support/vouchers.ts';
import { takeBack } from '#app/usecases/rewards/take-back.ts';

useDatabase();

async function copiesOf(shop: TestShop) {
  const today = dayIn('Europe/Paris', now());
  const members = await unsyncedMembers(pool(), shop.id, 9, { at: now(), today });
  return Object.fromEntries(members.map((member) => [member.customerId, projectMember(member.state(), [])]));
}
const copyOf = async (shop: TestShop, customerId: string) => (await copiesOf(shop))[customerId]!;

/** Placed a moment ago, so that it is news. */
function recent(minutesAgo: number) {
  const instant = new Date(now().getTime() - minutesAgo * 60_000).toISOString().replace(/\.\d+/, '');
  return { processedAt: instant, updatedAt: instant };
}

async function memberHolding(price = 100) {
  const shop = await rewardShop();
  const customerId = await memberWith(shop, 500);
  const voucher = await holdVoucher(shop, { price, face: 500, customerId, gives: FIVE });
  return { shop, customerId, voucher };
}

it('S-03 tells the newest order that used one, and no longer than something of it is kept', async () => {
  const { shop, customerId, voucher } = await memberHolding();
  const next = await holdVoucher(shop, { price: 100, face: 500, customerId, gives: FIVE });
  expect(await copyOf(shop, customerId)).not.toHaveProperty('used');
  const first = orderWith(voucher, [500], { customerId, name: '#1041', ...recent(90) });
  const second = orderWith(next, [300, 200], { customerId, name: '#1042', ...recent(60) });
  await tellAndApply(shop, first, second);
  expect((await copyOf(shop, customerId)).used).toMatchObject({ order: '#1042', minor: 500 });
  await tellAndApply(shop, later(second, [0, 1]));
  expect((await copyOf(shop, customerId)).used).toMatchObject({ order: '#1042', minor: 200 });
});

it('C117 tells that a cancelled order brought the points back', async () => {
  const { shop, customerId, voucher } = await memberHolding();
  const placed = orderWith(voucher, [500], { customerId, name: '#1042', ...recent(60) });
  await tellAndApply(shop, placed);
  await tellAndApply(shop, later(placed, [], { cancelledAt: recent(30).updatedAt }));
  expect((await copyOf(shop, customerId)).used).toMatchObject({ order: '#1042', minor: 0, back: 100 });
});

it('C103 what somebody else did with the code is told to nobody', async () => {
  const { shop, customerId, voucher } = await memberHolding();
  const other = await memberWith(shop, 10);
  await tellAndApply(shop, orderWith(voucher, [500], { customerId: other, ...recent(60) }));
  const copies = await copiesOf(shop);
  expect(copies[customerId]).not.toHaveProperty('used');
  expect(copies[other]).not.toHaveProperty('used');
});

it('C36 is the whole person’s: what a member used who was merged into another', async () => {
  const { shop, customerId, voucher } = await memberHolding();
  await tellAndApply(shop, order({ customerId: '2' }));
  await tellAndApply(shop, orderWith(voucher, [500], { customerId, name: '#1042', ...recent(60) }));
  await merge(shop, '2', customerId);
  expect((await copyOf(shop, '2')).used).toMatchObject({ order: '#1042' });
});

it.each([
  ['a gift', 0],
  ['one that was paid with points', 100],
])('tells that the shop took back %s', async (_, price) => {
  const { shop, customerId, voucher } = await memberHolding(price);
  const { rows } = await pool().query<{ id: string }>(
    `select id::text from "Member" where "shopId" = $1 and "customerId" = $2`,
    [shop.id, customerId],
  );
  const wish = { voucherId: voucher.id, reason: 'Given by mistake', userId: '42' };
  expect(await takeBack(shop.id, rows[0]!.id, wish)).toEqual({ ok: true });
  const { withdrawn, used } = await copyOf(shop, customerId);
  expect(withdrawn).toMatchObject({ title: FIVE.title, price, ...(price === 0 && { back: true }) });
  expect(used).toBeUndefined();
});
