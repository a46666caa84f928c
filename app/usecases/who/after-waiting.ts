// A collection that was waited for can be read: what waited for it goes on, in the transaction that says so.
import type { PoolClient } from 'pg';
import { whosOf } from '#app/core/moments/whos-of.ts';
import { collectionsOf } from '#app/core/who/collections-of.ts';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { sweepAgain } from '#app/db/moments/sweep-mark.server.ts';
import { publishedVersion, type ShopProgram } from '#app/db/program/programs.server.ts';
import { settleParcelsSince } from '../tasks/settle-parcels.ts';

type Shop = { shopId: number } & ShopProgram;
type Waited = { collectionId: string; since: Date; at: Date };

/** Windows that were open while it was waited for are swept again, as far as they are open still. */
export async function afterWaiting(client: PoolClient, shop: Shop, waited: Waited): Promise<void> {
  const { shopId, timeZone } = shop;
  const { rules } = publishedVersion(shop);
  if (!collectionsOf(...whosOf(rules)).includes(waited.collectionId)) return;
  // A publish may have been on the day before the first reading.
  const day = addDays(dayIn(timeZone, waited.since), -1);
  await sweepAgain(client, shopId, { through: day, ranBefore: true });
  await enqueue(client, 'sweep_occasions', { shopId });
  await enqueue(client, 'give_lists', { shopId });
  await settleParcelsSince(client, shop, day, waited.at);
}
