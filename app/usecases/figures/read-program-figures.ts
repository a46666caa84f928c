// What the program gave in the last 30 days, for its overview.
import { now } from '#app/clock.server.ts';
import { addDays, dayIn } from '#app/core/values/days.ts';
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
  const [given, days] = await Promise.all([
    givenSince(pool(), shop.id, from),
    rewardDays(pool(), shop, { from, to }),
  ]);
  return { ...given, rewardMinor: days.reduce((sum, { rewardMinor }) => sum + rewardMinor, 0) };
}
