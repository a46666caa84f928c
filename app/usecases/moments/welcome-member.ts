// A shopper has become a member in the store, without an order: what joining brings comes at once, and Shopify is asked whether they said
// yes to the newsletter before.
import type { PoolClient } from 'pg';
import { enqueue } from '#app/db/enqueue.server.ts';
import { welcomesOf } from '#app/db/moments/welcomes.server.ts';
import { markToLookFrom } from '#app/db/moments/moments.server.ts';

/** The member must be locked. */
export async function welcomeMember(
  client: PoolClient,
  shopId: number,
  memberId: string,
  at: Date,
): Promise<void> {
  const { joined, newsletter } = await welcomesOf(client, shopId);
  if (newsletter) await enqueue(client, 'read_consents', { shopId });
  if (!joined) return;
  await markToLookFrom(client, shopId, [memberId], at);
  await enqueue(client, 'sweep_occasions', { shopId });
}
