// Shopify's own count of somebody's orders may come days after the day on which it decides: until then a gift for some waits, for each.
import { describe, expect, it } from 'vitest';
import { now } from '#app/clock.server.ts';
import { monthDayOf } from '#app/core/moments/calendar.ts';
import type { Moment } from '#app/core/moments/moment-rules.ts';
import { addDays, dayIn } from '#app/core/values/days.ts';
import type { WhoCondition } from '#app/core/who/who.ts';
import { saveOrderCounts } from '#app/db/history/order-counts.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { shopProgram } from '#app/db/program/programs.server.ts';
import { storeAndLookAgain } from '#app/usecases/moments/look-again-after-reading.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { occasion } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { bought, momentGifts, momentShop, noon } from '#tests/support/moment-shop.ts';
import { giftsOf, memberWith, occasionShop, type OccasionShop } from '#tests/support/occasions.ts';
import { isRung } from '#tests/support/rewards.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const TODAY = dayIn('Europe/Paris', now());
const day = (ago: number) => addDays(TODAY, -ago);
const LONG_AGO = { publishedAt: `${day(90)}T12:00:00Z` };
const THREE: WhoCondition = { kind: 'orders', least: 3, most: null };

async function shopFor(condition: WhoCondition, more: Partial<Moment> = {}): Promise<OccasionShop> {
  const who = { conditions: [condition] };
  return occasionShop([occasion({ who, daysAfter: 5, ...more })], LONG_AGO);
}

/** Born so many days ago, as far as the calendar goes. */
const born = (shop: OccasionShop, ago: number) => memberWith(shop, monthDayOf(day(ago)));

async function toldCount(shop: OccasionShop, customerId: string, count: number): Promise<void> {
  const program = await shopProgram(pool(), shop.id);
  await storeAndLookAgain({ shopId: shop.id, ...program! }, 'counts', [customerId], (client) =>
    saveOrderCounts(client, shop.id, [{ customerId, count }], now()),
  );
}

const sweep = (shop: OccasionShop, ago = 0) => sweepMoments(shop.id, noon(day(ago)));
const given = async (shop: OccasionShop, ...members: { id: string }[]) =>
  Promise.all(members.map(async ({ id }) => (await giftsOf(shop, id)).length));

describe('a birthday for those with three orders', () => {
  it('C155 C87 comes to whom Shopify counts them the day after, and to nobody else', async () => {
    const shop = await shopFor(THREE);
    const [old, few, other] = [await born(shop, 1), await born(shop, 1), await born(shop, 40)];
    await sweep(shop, 1);
    await sweep(shop);
    expect(await given(shop, old, few)).toEqual([0, 0]);
    for (const [{ customerId }, count] of [
      [old, 5],
      [few, 2],
      [other, 9],
    ] as const)
      await toldCount(shop, customerId, count);
    expect(await isRung(shop, 'sweep_occasions')).toBe(true);
    const { rows } = await pool().query(
      'select id::text from "Member" where "shopId" = $1 and "lookAgain" order by "Member".id',
      [shop.id],
    );
    expect(rows).toEqual([{ id: old.id }, { id: few.id }]);
    await sweep(shop);
    expect(await given(shop, old, few, other)).toEqual([1, 0, 0]);
  });

  it('C155 doesn’t come once its window is over', async () => {
    const shop = await shopFor(THREE, { daysAfter: 0 });
    const member = await born(shop, 1);
    await sweep(shop, 1);
    await toldCount(shop, member.customerId, 5);
    await sweep(shop);
    expect(await given(shop, member)).toEqual([0]);
  });

  it('C155 comes once, however often and at what moment the count comes', async () => {
    const shop = await shopFor(THREE);
    const member = await born(shop, 1);
    await sweep(shop, 1);
    await Promise.all([
      toldCount(shop, member.customerId, 5),
      sweep(shop),
      toldCount(shop, member.customerId, 5),
      sweep(shop),
    ]);
    await sweep(shop);
    await toldCount(shop, member.customerId, 6);
    await Promise.all([sweep(shop), sweep(shop)]);
    expect(await given(shop, member)).toEqual([1]);
  });
});

describe('what is for new customers alone', () => {
  it('C155 a birthday comes to nobody whose orders aren’t counted yet, and then to who is new', async () => {
    const shop = await shopFor({ kind: 'first-timers' });
    const [fresh, old] = [await born(shop, 1), await born(shop, 1)];
    await sweep(shop, 1);
    expect(await given(shop, fresh, old)).toEqual([0, 0]);
    await toldCount(shop, fresh.customerId, 0);
    await toldCount(shop, old.customerId, 7);
    await sweep(shop);
    expect(await given(shop, fresh, old)).toEqual([1, 0]);
  });

  it('C155 neither does a moment of the list', async () => {
    const who = { conditions: [{ kind: 'first-timers' as const }] };
    const shop = await momentShop([momentRule('joined', { key: 'hello', who })], LONG_AGO);
    const [fresh, old] = [
      await memberWith(shop, { joined: day(3) }),
      await memberWith(shop, { joined: day(3) }),
    ];
    for (const { id } of [fresh, old]) await bought(shop, id, [day(3)]);
    for (const ago of [3, 2, 1]) await sweep(shop, ago);
    expect(await momentGifts(shop)).toEqual([]);
    await toldCount(shop, fresh.customerId, 0);
    await toldCount(shop, old.customerId, 7);
    await sweep(shop);
    expect(await momentGifts(shop)).toEqual(['hello/1 given 50']);
    expect(await momentGifts(shop, fresh.id)).toHaveLength(1);
  });
});
