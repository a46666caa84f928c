// What the program gave in the last 30 days, for its overview.
import { now } from '#app/clock.server.ts';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { giftsOfMoments, type GiftsOfDay } from '#app/db/figures/gifts-of-moments.server.ts';
import { givenSince, type GivenFigures } from '#app/db/figures/given-figures.server.ts';
import { rewardDays } from '#app/db/figures/reward-days.server.ts';
import { pool } from '#app/db/pool.server.ts';

const DAYS = 30;

export type GivenByProgram = GivenFigures & {
  /** What rewards took off orders, in minor units. */
  rewardMinor: number;
  /** By the moment's key. */
  giftsByMoment: Record<string, number>;
};

export async function readProgramFigures(shop: { id: number; timeZone: string }): Promise<GivenByProgram> {
  const to = dayIn(shop.timeZone, now());
  const from = addDays(to, 1 - DAYS);
  const [given, gifts, days] = await Promise.all([
    givenSince(pool(), shop.id, from),
    giftsOfMoments(pool(), shop, { from, to }),
    rewardDays(pool(), shop, { from, to }),
  ]);
  const rewardMinor = days.reduce((sum, day) => sum + day.rewardMinor, 0);
  return { ...given, rewardMinor, giftsByMoment: giftsByMoment(gifts) };
}

function giftsByMoment(days: readonly GiftsOfDay[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { key, gifts } of days) sums[key] = (sums[key] ?? 0) + gifts;
  return sums;
}
