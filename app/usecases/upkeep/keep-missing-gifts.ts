import { addMissingGifts } from '#app/db/moments/missing-gifts.server.ts';
import { pool } from '#app/db/pool.server.ts';

const AT_ONCE = 1_000;

/** In steps, so that nobody waits long for the members that gifts refer to. Returns how many were missing. */
export async function keepMissingGifts(): Promise<number> {
  for (let count = 0; ;) {
    const added = await addMissingGifts(pool(), AT_ONCE);
    count += added;
    if (added < AT_ONCE) return count;
  }
}
