// What the program gave in the last 30 days, for its overview.
import { now } from '#app/clock.server.ts';
import { addDays, dayIn, startOfDay } from '#app/core/values/days.ts';
import { countGiftRewards } from '#app/db/figures/gift-rewards.server.ts';
import { givenSince, type GivenFigures } from '#app/db/figures/given-figures.server.ts';
import { rewardDays } from '#app/db/figures/reward-days.server.ts';
import { pool } from '#app/db/pool.server.ts';

const DAYS = 30;

export type GivenByProgram = GivenFigures & {
  /** What rewards took off orders, in minor units. */ rewardMinor: number;
};

export async function readProgramFigures(shop: { id: number; timeZone: string }): Promise<GivenByProgram> {
  const to = dayIn(shop.timeZone, now());
  const from = addDays(to, 1 - DAYS);
  const [given, giftRewards, days] = await Promise.all([
    givenSince(pool(), shop.id, from),
    countGiftRewards(pool(), shop.id, startOfDay(shop.timeZone, from)),
    rewardDays(pool(), shop, { from, to }),
  ]);
  const rewardMinor = days.reduce((sum, day) => sum + day.rewardMinor, 0);
  return { ...given, gifts: given.gifts + giftRewards, rewardMinor };
}
