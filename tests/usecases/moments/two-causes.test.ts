// A birthday on the day of the anniversary: a free product for each, and neither twice.
import { expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { occasion, reward } from '#tests/support/factories.ts';
import { memberWith, occasionShop } from '#tests/support/occasions.ts';
import { addReadyCodes } from '#tests/support/rewards.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const BAG = reward({
  key: 'bag',
  gives: { kind: 'product', productIds: ['501'], upToMinor: 950 },
  limits: { perPerson: 1, perPeriod: null, inAll: null },
});
const offer = { kind: 'reward', key: 'bag' } as const;

it('C101 two causes on one day are two rewards, and one cause is never two', async () => {
  const moments = [occasion({ offer }), occasion({ kind: 'anniversary', offer })];
  const shop = await occasionShop(moments, {
    publishedAt: '2026-06-01T12:00:00Z',
    rules: { rewards: [BAG] },
  });
  await addReadyCodes(shop, BAG, 9);
  const { id } = await memberWith(shop, { joined: '2026-05-03', month: 5, day: 3 });
  const noon = new Date('2027-05-03T12:00:00Z');
  await Promise.all([1, 2, 3].map(() => sweepMoments(shop.id, noon)));
  await sweepMoments(shop.id, noon);
  const { rows } = await pool().query<{ cause: string; code: string }>(
    `select cause, code from "Voucher" where "shopId" = $1 and "memberId" = $2 and state = 'held' order by cause`,
    [shop.id, id],
  );
  expect(rows.map(({ cause }) => cause)).toEqual(['anniversary/2027', 'birthday/2027']);
  expect(new Set(rows.map(({ code }) => code)).size).toBe(2);
});
