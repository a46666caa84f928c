// After a restore: Shopify shows what the lost database told it, and has orders that this one never heard of. Everything is
// told again, and everything since the backup is asked for. Safe to repeat.
import { enqueue } from '#app/db/enqueue.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { allShops } from '#app/db/shop/shops.server.ts';
import { tellMembersAnew, tellProgramAnew } from '#app/db/upkeep/tell-anew.server.ts';

const AT_ONCE = 1_000;

/** How many there are; what becomes of them is the jobs' work. */
export async function tellEverythingAnew(): Promise<{ shops: number; members: number }> {
  const shopIds = await allShops(pool());
  let members = 0;
  for (const shopId of shopIds) {
    members += await tellMembers(shopId);
    // Orders first: they are asked at once, the rest is rung for within a minute.
    await withTransaction(async (client) => {
      await tellProgramAnew(client, shopId);
      await enqueue(client, 'reconcile_shop', { shopId });
    });
  }
  return { shops: shopIds.length, members };
}

async function tellMembers(shopId: number): Promise<number> {
  let members = 0;
  let told = await tellMembersAnew(pool(), shopId, '0', AT_ONCE);
  while (told) {
    members += told.count;
    told = await tellMembersAnew(pool(), shopId, told.lastId, AT_ONCE);
  }
  return members;
}
