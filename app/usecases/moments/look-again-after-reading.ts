// What Shopify told of parcels, and of how many orders somebody has, may be what a moment waited for: the sweep is asked to look, in
// the transaction that stores it.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { daysToLookAt } from '#app/core/moments/days-to-look-at.ts';
import { whoOf } from '#app/core/moments/who-of-moment.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { awaitsCount } from '#app/core/who/who.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { markCounted, markReceivers, type OfCounted } from '#app/db/moments/mark-for-moments.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { publishedVersion, type ShopProgram } from '#app/db/program/programs.server.ts';

type Shop = { shopId: number } & ShopProgram;
type Rules = Pick<ProgramRules, 'moments' | 'occasions' | 'paused'>;
type Told = { shopId: number; ids: readonly string[]; rules: Rules; today: string };
type Mark = (client: PoolClient, told: Told) => Promise<number>;

const MARKS = { counts: markAfterCounts, parcels: markAfterParcels } satisfies Record<string, Mark>;

/** Members are locked before what is stored of their orders. @param ids customers' of counts, orders' of parcels */
export async function storeAndLookAgain(
  shop: Shop,
  what: keyof typeof MARKS,
  ids: readonly string[],
  store: (client: PoolClient) => Promise<void>,
): Promise<void> {
  const { shopId, timeZone } = shop;
  const { rules } = publishedVersion(shop);
  await withTransaction(async (client) => {
    const marked = await MARKS[what](client, { shopId, ids, rules, today: dayIn(timeZone, now()) });
    await store(client);
    if (marked > 0) await enqueue(client, 'sweep_occasions', { shopId });
  });
}

async function markAfterParcels(client: PoolClient, { shopId, ids, rules, today }: Told): Promise<number> {
  const asks = rules.moments?.some(({ kind }) => kind === 'parcel-arrived' || kind === 'parcel-late');
  return asks && !rules.paused ? markReceivers(client, shopId, ids, today) : 0;
}

/** Also during a pause: a window that was open before it may be open after it. */
async function markAfterCounts(client: PoolClient, { shopId, ids, rules, today }: Told): Promise<number> {
  const asked = ofCounted(rules, today);
  const asks = asked.buyers || asked.all || asked.days.length > 0;
  return asks ? markCounted(client, shopId, ids, asked, today) : 0;
}

function ofCounted({ moments = [], occasions }: Rules, today: string): OfCounted {
  const limited = occasions.filter((occasion) => awaitsCount(whoOf(occasion)));
  return {
    buyers: moments.some(({ kind }) => kind === 'nth-order'),
    all: moments.some(({ who }) => awaitsCount(who)),
    days: limited.flatMap((occasion) => {
      const open = daysToLookAt(occasion, { sweptThrough: addDays(today, -1), today });
      return open.map(({ month, day }) => ({ kind: occasion.kind, month, day }));
    }),
  };
}
