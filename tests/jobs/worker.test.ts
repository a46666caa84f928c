import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { Logger, runOnce } from 'graphile-worker';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { config } from '#app/config.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { TASKS } from '#app/jobs/tasks.ts';
import { parseOrderNews } from '#app/shopify/snapshots/order-payload.ts';
import { orderPayload } from '#tests/local-shopify/webhooks/order-payload.ts';
import { tell } from '#tests/support/shops.ts';

const local = useLocalShopify();
let shop: InstalledShop;
const quiet = new Logger(() => () => undefined);

/** Runs what is due. graphile-worker returns while its last job is still being struck off: wait for that. */
async function work(): Promise<void> {
  await runOnce({ connectionString: config().databaseUrl, taskList: TASKS, logger: quiet });
  await vi.waitFor(async () => expect(await unfinished()).toBe(0));
}

async function unfinished(): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    `select count(*)::int from graphile_worker.jobs
     where locked_at is not null or (run_at <= now() and attempts < max_attempts)`,
  );
  return rows[0]!.count;
}

beforeAll(async () => {
  shop = await local.install();
  await work();
});

/** What the one customer should have by now: each order is rounded by itself. */
let expected = 0;

async function buy(quantity: number): Promise<string> {
  const customerId = [...shop.local.customers.keys()][0]!;
  const variantId = shop.local.products[0]!.variants[0]!.id;
  const order = await shop.local.placeOrder({
    customerId,
    lines: [{ variantId, quantity }],
    payment: 'paid',
    locale: 'en',
  });
  const read = parseOrderNews('orders/create', JSON.stringify(orderPayload(shop.local, order)));
  if (!read.ok) throw new Error(read.reason);
  await tell(shop, read.news);
  expected += Math.floor((quantity * shop.local.products[0]!.variants[0]!.priceMinor) / 100);
  return customerId;
}

function pointsSeen(customerId: string): unknown {
  const metafields = Object.values(shop.local.customers.get(customerId)?.metafields ?? {});
  const value = metafields.find(({ key }) => key === 'loyalty')?.value;
  return value === undefined ? null : (JSON.parse(value) as { points: number }).points;
}

async function waiting(): Promise<string[]> {
  const { rows } = await pool().query<{ key: string }>('select key from graphile_worker.jobs order by key');
  return rows.map(({ key }) => key);
}

describe('the worker', () => {
  it('takes an order from its bell to the customer’s metafield', async () => {
    const customerId = await buy(5);
    await work();
    expect(pointsSeen(customerId)).toBe(expected);
    expect(await waiting()).toEqual([]);
  });

  it('tries again later when Shopify doesn’t answer, and the order isn’t lost', async () => {
    // Neither what is asked nor a small question: one that fails alone would be a member's own matter.
    local.shopify().faults(shop.domain).plan('error', 2);
    const customerId = await buy(2);
    await work();
    expect(await waiting()).toEqual([`sync_members/${shop.id}`]);
    await pool().query('update graphile_worker._private_jobs set run_at = now()');
    await work();
    expect(pointsSeen(customerId)).toBe(expected);
  });

  it('waits out a throttle and then finishes the same job', async () => {
    local.shopify().faults(shop.domain).plan('throttle', 2);
    const customerId = await buy(1);
    await work();
    expect(pointsSeen(customerId)).toBe(expected);
  });

  it('stops for good when the shop has uninstalled, and keeps the ledger', async () => {
    await pool().query('delete from "Session"');
    await buy(1);
    await work();
    expect(await waiting()).toEqual([]);
    const { rows } = await pool().query('select "appliedRevision" = revision as applied from "Order"');
    expect(rows.every((row: { applied: boolean }) => row.applied)).toBe(true);
  });

  it('C64 shows after a reinstall what was bought meanwhile', async () => {
    const again = await local.install();
    expect(again.id).toBe(shop.id);
    await pool().query('update "Shop" set "uninstalledAt" = now()');
    await local.install();
    await work();
    expect(pointsSeen([...shop.local.customers.keys()][0]!)).toBe(expected);
  });

  it('refuses a payload that isn’t its own', async () => {
    await pool().query(
      `select graphile_worker.add_job('apply_orders', '{"shopId": "all"}', max_attempts => 1)`,
    );
    await work();
    const { rows } = await pool().query<{ error: string }>(
      'select last_error as error from graphile_worker._private_jobs',
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.error).toMatch(/shopId/);
  });
});
