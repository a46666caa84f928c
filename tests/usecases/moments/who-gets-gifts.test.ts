// Birthdays that are for some: by the same conditions as every other moment, as of the first day on which the gift can come.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { monthDayOf } from '#app/core/moments/calendar.ts';
import type { Moment } from '#app/core/moments/moment-rules.ts';
import { dayIn } from '#app/core/values/days.ts';
import type { WhoCondition } from '#app/core/who/who.ts';
import { pool } from '#app/db/pool.server.ts';
import {
  endCollection,
  keepCollectionProducts,
  wantCollections,
} from '#app/db/who/kept-collections.server.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { occasion, order, rules } from '#tests/support/factories.ts';
import { giftDays, memberWith } from '#tests/support/occasions.ts';
import { addVersion, tellAndApply, type TestShop } from '#tests/support/shops.ts';

const local = useLocalShopify();
const THIRD = { month: 5, day: 3 };
const GIVEN = ['birthday/2027 on 2027-05-03'];
const clock = (day: string, time = '00:30:00') => new Date(`${day}T${time}+02:00`);

let shop: InstalledShop;
let versions = 1;
const ofTest = () => shop as unknown as TestShop;

beforeAll(async () => {
  shop = await local.install();
});

const swept = (day: string, time?: string) => sweepMoments(shop.id, clock(day, time));

async function publish(
  conditions: WhoCondition[],
  more: Partial<Moment> = {},
  at = '2027-01-01T12:00:00Z',
): Promise<void> {
  await pool().query(
    `update "Shop" set "timeZone" = 'Europe/Paris', "earnsFrom" = '2026-01-01', "sweptThrough" = least('2027-05-01', ($2::timestamptz)::date + 85)
     where id = $1`,
    [shop.id, at],
  );
  await addVersion(
    shop.id,
    (versions += 1),
    rules({ occasions: [occasion({ who: { conditions }, ...more })] }),
    at,
  );
}

async function customer(born = THIRD, tags: string[] = []): Promise<{ id: string; customerId: string }> {
  const member = await memberWith(ofTest(), born);
  const [known] = shop.local.customers.values();
  await shop.local.saveCustomer({ ...known!, id: member.customerId, tags });
  return member;
}

async function bought(customerId: string, day: string): Promise<void> {
  const placedAt = `${day}T12:00:00Z`;
  await tellAndApply(ofTest(), order({ customerId, processedAt: placedAt, updatedAt: placedAt }));
}

const given = async (...members: { id: string }[]) =>
  Promise.all(members.map(async ({ id }) => (await giftDays(ofTest(), id)).length));

describe('a birthday for some', () => {
  // First, because it goes by the clock, and what runs since 2027 doesn’t run yet.
  it('C87 an order of its days that was what lacked is looked at', async () => {
    const day = (ago: number) => dayIn('Europe/Paris', new Date(Date.now() - ago * 86_400_000));
    await publish([{ kind: 'orders', least: 1, most: null }], { daysAfter: 5 }, `${day(90)}T12:00:00Z`);
    const buyer = await customer(monthDayOf(day(2)));
    await sweepMoments(shop.id);
    expect(await given(buyer)).toEqual([0]);
    await bought(buyer.customerId, day(1));
    await sweepMoments(shop.id);
    expect(await given(buyer)).toEqual([1]);
  });

  it('asks Shopify for tags of those alone who would get it', async () => {
    await publish([{ kind: 'tags-in', tags: ['vip'] }]);
    const [vip, other] = [await customer(THIRD, ['VIP']), await customer()];
    await memberWith(ofTest(), { month: 6, day: 3 });
    await swept('2027-05-03');
    expect(await given(vip, other)).toEqual([1, 0]);
  });

  it('C87 whose tags can’t be asked on the last day gives it the next', async () => {
    await publish([{ kind: 'tags-in', tags: ['vip'] }]);
    const vip = await customer(THIRD, ['VIP']);
    local.shopify().faults(shop.domain).plan('error', 10);
    await expect(swept('2027-05-03')).rejects.toThrow();
    local.shopify().faults(shop.domain).clear();
    await swept('2027-05-04');
    expect(await giftDays(ofTest(), vip.id)).toEqual(GIVEN);
  });

  it('C57 counts back from the first day on which it can come, for each of their own', async () => {
    await publish([{ kind: 'ordered', withinDays: 30 }], { daysBefore: 7, daysAfter: 7 });
    const [in30, in31] = [await customer(), await customer()];
    await bought(in30.customerId, '2027-03-27');
    await bought(in31.customerId, '2027-03-26');
    // The worker was down: looked at on the last day.
    await swept('2027-05-10');
    expect(await given(in30, in31)).toEqual([1, 0]);
  });

  it('all of its conditions must hold', async () => {
    await publish([
      { kind: 'orders', least: 2, most: null },
      { kind: 'tags-out', tags: ['staff'] },
    ]);
    const [two, one, staff] = [await customer(), await customer(), await customer(THIRD, ['staff'])];
    for (const { customerId } of [two, staff]) await bought(customerId, '2027-02-01');
    for (const { customerId } of [two, one, staff]) await bought(customerId, '2027-02-02');
    await swept('2027-05-03');
    expect(await given(two, one, staff)).toEqual([1, 0, 0]);
  });

  it('C87 waits for a collection that isn’t read, and keeps the day', async () => {
    await publish([{ kind: 'bought', productIds: [], collectionIds: ['77'], withinDays: null }]);
    const buyer = await customer();
    const one = order({ customerId: buyer.customerId, processedAt: '2027-02-01T12:00:00Z' });
    await tellAndApply(ofTest(), one);
    await swept('2027-05-03');
    await swept('2027-05-04');
    expect(await given(buyer)).toEqual([0]);
    const at = clock('2027-05-04');
    await wantCollections(pool(), shop.id, ['77'], at);
    const productIds = one.lines.map(({ productId }) => productId!);
    await keepCollectionProducts(pool(), shop.id, '77', { productIds, seenAt: at });
    await endCollection(pool(), shop.id, '77', { title: 'Coffee', seenAt: at, dueAt: clock('2027-05-05') });
    await swept('2027-05-05');
    expect(await giftDays(ofTest(), buyer.id)).toEqual(GIVEN);
  });
});
