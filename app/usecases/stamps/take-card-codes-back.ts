// Once the cart gives again what a full card pays for, codes that were given in its place come back as stamps.
import type { StampCard } from '#app/core/program/card-rules.ts';
import { codesOfCartCards } from '#app/db/stamps/codes-of-cart-cards.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { lockVouchers } from '#app/db/rewards/vouchers.server.ts';
import { startRelease } from '../rewards/start-release.ts';
import { vouchersInBatches } from '../rewards/vouchers-in-batches.ts';

/**
 * The stamps come back once the codes are out of the world. What the cart wouldn't give for them stays a code: it is paid.
 * @param cards published ones that run today
 */
export async function takeCardCodesBack(shopId: number, cards: readonly StampCard[]): Promise<void> {
  if (cards.length === 0) return;
  const held = (most: number) => codesOfCartCards(pool(), shopId, cards, most);
  await vouchersInBatches(shopId, held, async (client, batch) => {
    await lockVouchers(client, shopId, batch.ids);
    await startRelease(client, shopId, batch, { why: 'card-in-cart' });
  });
}
