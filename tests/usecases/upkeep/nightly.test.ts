import { describe, expect, it } from 'vitest';
import { enqueue } from '#app/db/enqueue.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { deleteDeadJobs } from '#app/db/upkeep/dead-jobs.server.ts';
import { shopsToSweep } from '#app/db/moments/sweep-mark.server.ts';
import { ringReconciliations } from '#app/usecases/orders/ring-reconciliations.ts';
import { checkLedger } from '#app/usecases/upkeep/check-ledger.ts';
import { deleteOldRecords } from '#app/usecases/upkeep/delete-old-records.ts';
import { occasion, order, rules } from '#tests/support/factories.ts';
import { installedShop, tellAndApply } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

describe('every night', () => {
  it('the ledger is checked, and each number that differs is reported', async () => {
    const shop = await installedShop();
    await tellAndApply(shop, order());
    expect(await checkLedger()).toBe(0);
    await pool().query('update "MemberCard" set stamps = stamps + 1');
    expect(await checkLedger()).toBe(1);
    await pool().query('update "MemberCard" set stamps = stamps - 1');
  });

  it('old deliveries go, recent ones and privacy requests stay', async () => {
    const insert = (id: string, outcome: string, days: number) =>
      pool().query(
        `insert into "WebhookDelivery" ("webhookId", topic, "shopDomain", "receivedAt", outcome)
         values ($1, 't', 's', now() - $3 * interval '1 day', $2)`,
        [id, outcome, days],
      );
    await insert('old', 'done', 31);
    await insert('recent', 'done', 29);
    await insert('asked', 'recorded', 31);
    await deleteOldRecords();
    await deleteOldRecords();
    const { rows } = await pool().query('select "webhookId" as id from "WebhookDelivery" order by 1');
    expect(rows).toEqual([{ id: 'asked' }, { id: 'recent' }]);
  });

  it('jobs that were given up go, those that wait or run stay', async () => {
    await pool().query('delete from graphile_worker._private_jobs');
    const shop = await installedShop();
    await withTransaction((client) => enqueue(client, 'apply_orders', { shopId: shop.id }));
    await pool().query(
      `update graphile_worker._private_jobs set attempts = max_attempts, key = null;
       select ring_bell('apply_orders', ${shop.id}, 25)`,
    );
    await deleteDeadJobs(pool());
    const { rows } = await pool().query('select key, attempts from graphile_worker.jobs');
    expect(rows).toEqual([{ key: `apply_orders/${shop.id}`, attempts: 0 }]);
  });
});

describe('one shop that can’t be looked at', () => {
  it('keeps the nightly check from no other, and is reported itself', async () => {
    const [bad, other] = [await installedShop(), await installedShop()];
    await tellAndApply(bad, order());
    await tellAndApply(other, order());
    await pool().query(`update "Order" set pending = '{"points": 1.5}' where "shopId" = $1`, [bad.id]);
    await pool().query('update "Member" set points = points + 1 where "shopId" = $1', [other.id]);
    expect(await checkLedger()).toBe(2);
    await pool().query('update "Member" set points = points - 1 where "shopId" = $1', [other.id]);
    await pool().query(`update "Order" set pending = '{}' where "shopId" = $1`, [bad.id]);
    expect(await checkLedger()).toBe(0);
  });

  it('leaves room for another’s numbers, however many of its own differ', async () => {
    const [bad, other] = [await installedShop(), await installedShop()];
    for (const { id } of [bad, other]) {
      await pool().query(
        `insert into "Member" ("shopId", "customerId", "joinedAt") select $1, n, now() from generate_series(1, 101) as n`,
        [id],
      );
    }
    const before = await checkLedger();
    await pool().query(
      'update "Member" set points = 1 where "shopId" = $1 or ("shopId" = $2 and "customerId" = 1)',
      [bad.id, other.id],
    );
    expect(await checkLedger()).toBe(before + 101);
    await pool().query('delete from "Member" where "shopId" = any($1)', [[bad.id, other.id]]);
  });

  it('with a time zone that PostgreSQL doesn’t know is swept by UTC, and keeps no other from being swept', async () => {
    const published = rules({ occasions: [occasion()] });
    const [bad, other] = [
      await installedShop({ rules: published }),
      await installedShop({ rules: published }),
    ];
    await pool().query(
      `update "Shop" set "sweptThrough" = '2020-01-01', "timeZone" = 'Moon/Tranquility' where id = $1`,
      [bad.id],
    );
    expect(await shopsToSweep(pool(), new Date())).toEqual(expect.arrayContaining([bad.id, other.id]));
    await pool().query(`update "Shop" set "timeZone" = 'Europe/Paris' where id = $1`, [bad.id]);
  });
});

describe('one errand that fails', () => {
  const without = async (table: string, work: () => Promise<unknown>) => {
    await pool().query(`alter table "${table}" rename to "Elsewhere"`);
    const failed = await Promise.resolve(work()).then(
      () => false,
      () => true,
    );
    await pool().query(`alter table "Elsewhere" rename to "${table}"`);
    expect(failed).toBe(true);
  };

  it('keeps no other record from being deleted', async () => {
    await pool().query(`insert into "ProductGroup" values (1, 1, '{}', '{}', now() - interval '2 hours')`);
    await without('WebhookDelivery', deleteOldRecords);
    expect((await pool().query('select 1 from "ProductGroup"')).rowCount).toBe(0);
  });

  it('keeps no shop from being reconciled', async () => {
    await pool().query('delete from graphile_worker._private_jobs');
    const shop = await installedShop();
    await without('ShopDiscount', ringReconciliations);
    const { rows } = await pool().query<{ key: string }>('select key from graphile_worker.jobs');
    expect(rows.map(({ key }) => key)).toContain(`reconcile_shop/${shop.id}`);
  });
});
