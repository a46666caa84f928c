// Asks Shopify for the codes of a batch that is stored already, and notes which creation it is.
import { now } from '#app/clock.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { closeBatch, nameCreation } from '#app/db/rewards/code-batches.server.ts';
import { burnCodes } from '#app/db/rewards/code-pool.server.ts';
import { log } from '#app/log.server.ts';
import { addCodes } from '#app/shopify/rewards/code-pool.ts';

type Batch = { owner: string; discountId: string; batchId: string };

/** Digits of the creation's id; null where Shopify refused, and the batch is over. Throws a Failure when nobody knows. */
export async function askForBatch(
  shop: { id: number; domain: string },
  { owner, discountId, batchId }: Batch,
  codes: readonly string[],
): Promise<string | null> {
  const asked = await addCodes(shop.domain, discountId, codes);
  if ('creationId' in asked) {
    await nameCreation(pool(), shop.id, batchId, asked.creationId);
    return asked.creationId;
  }
  const { code, message } = asked.refusal;
  log.warn({ shopDomain: shop.domain, owner, said: `${code ?? ''} ${message}` }, 'Shopify refused codes');
  await withTransaction(async (client) => {
    await burnCodes(client, shop.id, codes);
    await closeBatch(client, shop.id, batchId, now());
    // The discount may be gone.
    await enqueue(client, 'sync_discounts', { shopId: shop.id });
  });
  return null;
}
