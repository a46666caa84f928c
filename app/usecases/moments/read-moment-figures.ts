// What became of what each moment of the list gave, for their pages.
import { now } from '#app/clock.server.ts';
import { FIGURE_DAYS, type MomentFigures } from '#app/core/moments/moment-figures.ts';
import { addDays, dayIn, startOfDay } from '#app/core/values/days.ts';
import { momentFigures } from '#app/db/moments/moment-figures.server.ts';
import { pool } from '#app/db/pool.server.ts';

const LATELY_DAYS = 30;

type ShopOfFigures = { id: number; timeZone: string };

/** By the moment's key; what nobody was ever given is left out. */
export function readMomentFigures({ id, timeZone }: ShopOfFigures): Promise<Record<string, MomentFigures>> {
  const today = dayIn(timeZone, now());
  const ago = (days: number) => startOfDay(timeZone, addDays(today, 1 - days));
  return momentFigures(pool(), id, { since: ago(FIGURE_DAYS), lately: ago(LATELY_DAYS) });
}
