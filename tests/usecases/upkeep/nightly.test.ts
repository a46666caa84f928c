import { describe, expect, it } from 'vitest';
import { enqueue } from '#app/db/enqueue.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { checkLedger } from '#app/usecases/upkeep/check-ledger.ts';
import { deleteOldRecords } from '#app/usecases/upkeep/delete-old-records.ts';
import { order } from '#tests/support/factories.ts';
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
    await deleteOldRecords();
    const { rows } = await pool().query('select key, attempts from graphile_worker.jobs');
    expect(rows).toEqual([{ key: `apply_orders/${shop.id}`, attempts: 0 }]);
  });
});
