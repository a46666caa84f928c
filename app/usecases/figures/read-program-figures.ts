// What the program gave in the last 30 days, for its overview.
import { now } from '#app/clock.server.ts';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { givenSince, type GivenFigures } from '#app/db/figures/given-figures.server.ts';
import { pool } from '#app/db/pool.server.ts';

const DAYS = 30;

export function readProgramFigures(shop: { id: number; timeZone: string }): Promise<GivenFigures> {
  const today = dayIn(shop.timeZone, now());
  return givenSince(pool(), shop.id, addDays(today, 1 - DAYS));
}
