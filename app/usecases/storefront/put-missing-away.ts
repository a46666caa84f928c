// The merchant has read that blocks are missing, and wants it so.
import type { Place } from '#app/core/storefront/theme-seen.ts';
import { putAway } from '#app/core/storefront/went-missing.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { keepPlaces, lockTheme } from '#app/db/storefront/theme-seen.server.ts';

/** Safe to run twice and in parallel: only what the merchant has seen is put away. */
export async function putMissingAway(shopId: number, places: readonly Place[]): Promise<void> {
  await withTransaction(async (client) => {
    const { known } = await lockTheme(client, shopId);
    await keepPlaces(client, shopId, putAway(known, places));
  });
}
