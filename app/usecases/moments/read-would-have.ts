// How often ready-made moments would have come in this shop lately, for the gallery.
import { now } from '#app/clock.server.ts';
import { WOULD_HAVE_DAYS, type WouldHave } from '#app/core/moments/would-have.ts';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { causesWithin } from '#app/db/moments/would-have.server.ts';
import { pool } from '#app/db/pool.server.ts';

export function readWouldHave({ id, timeZone }: { id: number; timeZone: string }): Promise<WouldHave> {
  const to = dayIn(timeZone, now());
  return causesWithin(pool(), id, { from: addDays(to, 1 - WOULD_HAVE_DAYS), to });
}
