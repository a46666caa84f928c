import { afterEach, describe, expect, it } from 'vitest';
import { enqueue } from '#app/db/enqueue.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { bellsOf, forgetJobs } from '#tests/support/bells.ts';
import { occasion, order, rules } from '#tests/support/factories.ts';
import { delivery } from '#tests/support/people.ts';
import { addVersion, installedShop, tell, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { eraseShop } from '#app/usecases/shop/erase-shop.ts';
import { recordMerge } from '#app/usecases/members/record-merge.ts';
import { ringBells } from '#app/usecases/upkeep/ring-bells.ts';

useDatabase();
afterEach(forgetJobs);

/** A shop that needs nothing. */
async function quietShop(): Promise<TestShop> {
  const shop = await installedShop();
  await set(shop, `"syncedVersion" = 1, "discountsVersion" = 1, "askedAt" = now()`);
  return shop;
}

async function set(shop: TestShop, columns: string): Promise<void> {
  await pool().query(`update "Shop" set ${columns} where id = $1`, [shop.id]);
}

async function setMembers(shop: TestShop, columns: string): Promise<void> {
  await pool().query(`update "Member" set ${columns} where "shopId" = $1`, [shop.id]);
}

/** The bells that ring in the next minute where every job was lost. */
async function rungFor(shop: TestShop): Promise<string[]> {
  await forgetJobs();
  await ringBells();
  return bellsOf(shop);
}

describe('a shop whose job is gone', () => {
  it('is left in peace while nothing needs work', async () => {
    expect(await rungFor(await quietShop())).toEqual([]);
  });

  it('has its due orders applied', async () => {
    const shop = await quietShop();
    await tell(shop, order());
    expect(await rungFor(shop)).toEqual(['apply_orders']);
  });

  it('has orders read that Shopify must be asked about', async () => {
    const shop = await quietShop();
    await tellAndApply(shop, order());
    await setMembers(shop, '"syncedRev" = rev, "ordersAskedAt" = now()');
    await pool().query('update "Order" set "needsRead" = true where "shopId" = $1', [shop.id]);
    expect(await rungFor(shop)).toEqual(['apply_orders']);
  });

  it('has its members shown as they are', async () => {
    const shop = await quietShop();
    await tellAndApply(shop, order());
    await setMembers(shop, '"ordersAskedAt" = now()');
    expect(await rungFor(shop)).toEqual(['sync_members']);
  });

  it('has Shopify’s count of its members’ orders read once, and what was sent followed', async () => {
    const shop = await quietShop();
    await tellAndApply(shop, order());
    await setMembers(shop, '"syncedRev" = rev');
    expect(await rungFor(shop)).toEqual(['read_history']);
    await setMembers(shop, '"ordersAskedAt" = now()');
    expect(await rungFor(shop)).toEqual([]);
    await pool().query('update "KeptOrder" set "deliveryDueAt" = current_date where "shopId" = $1', [
      shop.id,
    ]);
    expect(await rungFor(shop)).toEqual(['read_history']);
  });

  it('has its program and its discounts shown as published', async () => {
    const shop = await quietShop();
    await addVersion(shop.id, 2, rules(), new Date().toISOString());
    expect(await rungFor(shop)).toEqual(['sync_discounts', 'sync_program']);
  });

  it('has people’s requests carried out, also after it was uninstalled', async () => {
    const shop = await quietShop();
    await recordMerge(delivery(shop, 'customers/merge'), { keptId: '1', deletedId: '2' });
    expect(await rungFor(shop)).toEqual(['carry_out_requests']);
    await set(shop, `"uninstalledAt" = now()`);
    expect(await rungFor(shop)).toEqual(['carry_out_requests']);
  });

  it('is swept when its day has begun', async () => {
    const shop = await quietShop();
    const occasions = rules({ occasions: [occasion()] });
    await addVersion(shop.id, 2, occasions, new Date().toISOString());
    await set(shop, `"syncedVersion" = 2, "discountsVersion" = 2`);
    expect(await rungFor(shop)).toEqual(['sweep_occasions']);
    await set(shop, `"sweptThrough" = current_date + 1`);
    expect(await rungFor(shop)).toEqual([]);
  });

  it('goes on being erased', async () => {
    const shop = await quietShop();
    await pool().query(`update "Shop" set domain = 'erased-' || id || '.invalid' where id = $1`, [shop.id]);
    expect(await rungFor(shop)).toEqual(['erase_shop']);
    await eraseShop(shop.id);
    expect(await rungFor(shop)).toEqual([]);
  });

  it.each(['uninstalledAt', 'needsReopenSince'])(
    'is left alone where Shopify gives no answers (%s)',
    async (column) => {
      const shop = await quietShop();
      await tell(shop, order());
      await set(shop, `"${column}" = now()`);
      expect(await rungFor(shop)).toEqual([]);
    },
  );

  it('C62 rings no other shop’s bell', async () => {
    const [shop, other] = [await quietShop(), await quietShop()];
    await tell(shop, order());
    await forgetJobs();
    await ringBells();
    expect(await bellsOf(other)).toEqual([]);
  });
});

const jobs = async (shop: TestShop) => {
  const { rows } = await pool().query<{ attempts: number; waits: number }>(
    `select attempts, extract(epoch from run_at - now())::float8 as waits from graphile_worker.jobs
     where key = 'apply_orders/' || $1::text`,
    [shop.id],
  );
  return rows;
};

async function alter(shop: TestShop, columns: string): Promise<void> {
  await pool().query(
    `update graphile_worker._private_jobs set ${columns} where key = 'apply_orders/' || $1::text`,
    [shop.id],
  );
}

describe('a job that is there', () => {
  it('is not begun anew while it waits for its next try', async () => {
    const shop = await quietShop();
    await tell(shop, order());
    await alter(shop, `attempts = 4, run_at = now() + interval '5 minutes'`);
    await ringBells();
    const [job] = await jobs(shop);
    expect(job).toMatchObject({ attempts: 4 });
    expect(job?.waits).toBeGreaterThan(200);
  });

  it('and has used up its attempts is rung again', async () => {
    const shop = await quietShop();
    await tell(shop, order());
    await alter(shop, 'attempts = max_attempts');
    await ringBells();
    expect(await jobs(shop)).toMatchObject([{ attempts: 0 }]);
  });

  it('waits ten minutes at most, however often it failed', async () => {
    const shop = await quietShop();
    await withTransaction((client) => enqueue(client, 'apply_orders', { shopId: shop.id }));
    await alter(shop, `attempts = 10, run_at = now() + interval '6 hours'`);
    await ringBells();
    const [job] = await jobs(shop);
    expect(job).toMatchObject({ attempts: 10 });
    expect(job?.waits).toBeLessThan(601);
  });
});
