// What Shopify told of parcels, and of how many orders somebody has, may be what a moment waited for: the sweep is asked to look, in
// the transaction that stores it.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import { dayIn } from '#app/core/values/days.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { markCounted, markReceivers } from '#app/db/moments/mark-for-moments.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { publishedVersion, type ShopProgram } from '#app/db/program/programs.server.ts';

type Shop = { shopId: number } & ShopProgram;

const KINDS = { counts: ['nth-order'], parcels: ['parcel-arrived', 'parcel-late'] } as const;
const MARKS = { counts: markCounted, parcels: markReceivers };

/** Members are locked before what is stored of their orders. @param ids customers' of counts, orders' of parcels */
export async function storeAndLookAgain(
  shop: Shop,
  what: keyof typeof KINDS,
  ids: readonly string[],
  store: (client: PoolClient) => Promise<void>,
): Promise<void> {
  const { shopId, timeZone } = shop;
  const { moments = [], paused } = publishedVersion(shop).rules;
  const looks = !paused && moments.some((rule) => isOf(rule, what));
  await withTransaction(async (client) => {
    const today = dayIn(timeZone, now());
    const marked = looks ? await MARKS[what](client, shopId, ids, today) : 0;
    await store(client);
    if (marked > 0) await enqueue(client, 'sweep_occasions', { shopId });
  });
}

const isOf = ({ kind }: MomentRule, what: keyof typeof KINDS): boolean =>
  KINDS[what].some((each) => each === kind);
