// Who sends their last order back has been away since the one before it: the question comes, though its day went by meanwhile.
import { expect, it } from 'vitest';
import { now } from '#app/clock.server.ts';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { pool } from '#app/db/pool.server.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { line, order } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { momentGifts, momentShop, noon } from '#tests/support/moment-shop.ts';
import { memberWith } from '#tests/support/occasions.ts';
import { tellAndApply } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const TODAY = dayIn('Europe/Paris', now());
const day = (ago: number) => addDays(TODAY, -ago);
const SILENT = momentRule('silent', { key: 'quiet', when: { factor: 2, leastDays: 45, fallbackDays: 90 } });

/** Two orders, the second of which is cancelled today. */
async function returned(first: number, second: number) {
  const shop = await momentShop([SILENT], { publishedAt: `${day(200)}T12:00:00Z` });
  const { id, customerId } = await memberWith(shop);
  const at = (ago: number) => `${day(ago)}T10:00:00Z`;
  const placed = (ago: number) =>
    order({ customerId, processedAt: at(ago), updatedAt: at(ago), lines: [line()] });
  const last = placed(second);
  await tellAndApply(shop, placed(first), last);
  await sweepMoments(shop.id, noon(day(1)));
  expect(await momentGifts(shop)).toEqual([]);
  const cancelledAt = new Date(Date.now() - 60_000).toISOString();
  await tellAndApply(shop, { ...last, cancelledAt, updatedAt: cancelledAt });
  const { rows } = await pool().query<{ looks: boolean }>(
    'select "lookAgain" as looks from "Member" where id = $1',
    [id],
  );
  await sweepMoments(shop.id, noon(TODAY));
  await sweepMoments(shop.id, noon(TODAY));
  return { looks: rows[0]!.looks, gifts: await momentGifts(shop) };
}

it('S-55 whose last order went back is asked, as late as any question may come', async () => {
  const { gifts } = await returned(100, 50);
  expect(gifts).toEqual([`quiet/${day(100)}-ask given`]);
  expect((await returned(119, 50)).gifts).toHaveLength(1);
});

it('S-55 later than that nobody is asked, and whoever bought lately isn’t looked at', async () => {
  expect(await returned(130, 50)).toEqual({ looks: true, gifts: [] });
  expect(await returned(30, 10)).toEqual({ looks: false, gifts: [] });
});
