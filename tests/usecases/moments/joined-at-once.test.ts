// Who becomes a member in the store, without an order, gets what joining brings at once: with the sweep of the night beside it, once.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { consentHash } from '#app/core/life-dates/life-date-request.ts';
import { pool } from '#app/db/pool.server.ts';
import { leaveProgram } from '#app/usecases/leaving/leave-program.ts';
import { tellLifeDate } from '#app/usecases/life-dates/tell-life-date.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { nextId, rules } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { momentGifts, momentShop, noon, sweepOn } from '#tests/support/moment-shop.ts';
import type { OccasionShop } from '#tests/support/occasions.ts';
import { isRung } from '#tests/support/rewards.ts';
import { addVersion } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const DAY = '2027-02-10';
const WEDDING = momentRule('life-date', { key: 'wedding' });
const WELCOME = momentRule('joined', { key: 'welcome' });

/** Its calendar was swept this morning. */
async function sweptShop(...moments: Parameters<typeof momentShop>[0]) {
  const shop = await momentShop(moments);
  await sweepOn(shop, DAY);
  await pool().query('select graphile_worker.remove_job($1)', [`sweep_occasions/${shop.id}`]);
  return shop;
}

/** Their first contact: a wedding day, told by the storefront. */
const join = (shop: OccasionShop, customerId: string, month = 9) =>
  tellLifeDate(
    shop.id,
    { customerId },
    {
      ...{ momentKey: 'wedding', date: { month, day: 3, year: null }, by: { kind: 'shopper' as const } },
      ...{ agreed: consentHash(WEDDING), requestKey: randomUUID() },
    },
    noon(DAY),
  );

describe('C03 joining without an order', () => {
  it('is given at once, and once with two sweeps and the next day’s beside it', async () => {
    const shop = await sweptShop(WELCOME, WEDDING);
    const customerId = nextId();
    await Promise.all([join(shop, customerId), join(shop, customerId, 10)]);
    expect(await isRung(shop, 'sweep_occasions')).toBe(true);
    await Promise.all([sweepMoments(shop.id, noon(DAY)), sweepMoments(shop.id, noon(DAY))]);
    expect(await momentGifts(shop)).toEqual(['welcome/1 given 50']);
    await sweepOn(shop, DAY, '2027-02-11', '2027-02-12');
    expect(await momentGifts(shop)).toEqual(['welcome/1 given 50']);
  });

  it('is not for who joins only to leave, and costs nothing where no moment is about it', async () => {
    const shop = await sweptShop(WELCOME, WEDDING);
    await leaveProgram(shop.id, nextId(), randomUUID(), noon(DAY));
    await sweepOn(shop, DAY, '2027-02-11');
    expect(await momentGifts(shop)).toEqual([]);
    const other = await sweptShop(momentRule('newsletter'));
    await leaveProgram(other.id, nextId(), randomUUID(), noon(DAY));
    expect([await isRung(other, 'sweep_occasions'), await isRung(other, 'read_consents')]).toEqual([
      false,
      true,
    ]);
  });

  it('waits while the program is paused, as everything does', async () => {
    const shop = await sweptShop(WELCOME, WEDDING);
    await addVersion(shop.id, 3, rules({ moments: [WELCOME, WEDDING], paused: true }), `${DAY}T09:00:00Z`);
    await leaveProgram(shop.id, nextId(), randomUUID(), noon(DAY));
    expect(await isRung(shop, 'sweep_occasions')).toBe(false);
    await sweepOn(shop, DAY, '2027-02-11');
    expect(await momentGifts(shop)).toEqual([]);
  });
});
