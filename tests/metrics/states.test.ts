// What operators are told of the database: the same states as on the merchants' home pages, over all shops, and quickly.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { beforeEach, describe, expect, it, test, vi } from 'vitest';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { renewJobs } from '#app/db/upkeep/own-jobs.server.ts';
import { readAllStates, type AllStates } from '#app/db/upkeep/all-states.server.ts';
import { readHealth } from '#app/db/shop/health.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { answerMetrics } from '#app/operations/metrics.ts';
import { order } from '#tests/support/factories.ts';
import { installedShop, tell, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

let shop: TestShop;
const now = new Date();

beforeEach(async () => {
  await pool().query('update "Shop" set "uninstalledAt" = now()');
  await pool().query('delete from graphile_worker._private_jobs');
  shop = await installedShop();
});

async function measured(at = new Date()): Promise<AllStates> {
  const states = await withTransaction((client) => readAllStates(client, at));
  if (!states) throw new Error('somebody else measures');
  return states;
}

const sql = (text: string) => pool().query(text.replaceAll('SHOP', String(shop.id)));
const HOUR_AGO = `now() - interval '1 hour'`;

describe('the states of all shops', () => {
  it('are those that each shop’s home page counts', async () => {
    await tellAndApply(shop, order({ customerId: '9001' }));
    await tell(shop, order());
    await sql(
      `update "Order" set "dueSince" = ${HOUR_AGO} where "shopId" = SHOP and "appliedRevision" < revision`,
    );
    await sql(`update "Member" set "refusedSince" = ${HOUR_AGO}, refusal = 'X' where "shopId" = SHOP`);
    await sql(`insert into "SetAsideOrder" ("shopId", "orderId", step, revision, reason, since, "tryAgainAt")
      values (SHOP, 7, 'apply', 1, 'x', ${HOUR_AGO}, now()), (SHOP, 7, 'read', 1, 'x', ${HOUR_AGO}, now())`);
    const { health } = await measured();
    const facts = await readHealth(pool(), { id: shop.id, timeZone: 'UTC' }, now);
    for (const state of [
      'orders',
      'refused',
      'setAside',
      'sync',
      'requests',
      'program',
      'discounts',
    ] as const) {
      expect([state, health[state].count]).toEqual([state, facts[state].count]);
    }
    expect(health.orders.count).toBe(1);
    for (const state of ['orders', 'refused', 'setAside'] as const) {
      expect(health[state].oldest).toBeGreaterThan(3_590);
      expect(health[state].oldest).toBeLessThan(3_700);
    }
  });

  it.each(['uninstalledAt', 'needsReopenSince'])('say nothing of a shop with %s but that', async (column) => {
    await tell(shop, order());
    expect((await measured()).health.orders.count).toBe(1);
    await sql(`update "Shop" set "${column}" = now() where id = SHOP`);
    const { health, shops } = await measured();
    expect(Object.values(health).every(({ count }) => count === 0)).toBe(true);
    expect(shops).toMatchObject({ 'needs-reopen': column === 'uninstalledAt' ? 0 : 1 });
  });

  it('tell of the shop whose gifts are late, since the day that is over, and of none without a moment', async () => {
    await sql(`update "Shop" set "sweptThrough" = current_date - 3 where id = SHOP`);
    expect((await measured()).health.gifts.count).toBe(0);
    await sql(`insert into "ProgramVersion" ("shopId", number, rules, "publishedAt", "publishedBy")
      select SHOP, 2, rules || '{"occasions": [{}]}', now(), 'test' from "ProgramVersion" where "shopId" = SHOP`);
    await sql(`update "Shop" set "publishedVersion" = 2 where id = SHOP`);
    const { gifts } = (await measured()).health;
    expect(gifts.count).toBe(1);
    expect(gifts.oldest).toBeGreaterThan(47 * 3_600);
    expect(gifts.oldest).toBeLessThan(73 * 3_600);
  });

  it('tell how long the oldest job has been ready, and which are later, running, retried or given up', async () => {
    for (const job of ['apply_orders', 'sync_members', 'sync_program', 'follow_shop'] as const) {
      await withTransaction((client) => enqueue(client, job, { shopId: shop.id }));
    }
    const set = (job: string, what: string) =>
      sql(`update graphile_worker._private_jobs set ${what} where key like '${job}/%'`);
    await set('apply_orders', `run_at = ${HOUR_AGO}`);
    await set('sync_members', `run_at = now() + interval '1 hour', attempts = 2`);
    const since = `now() - interval '5 minutes'`;
    await set('sync_program', `run_at = ${since}, locked_at = ${since}, locked_by = 'w'`);
    const { rows } = await sql(
      `select id::text from graphile_worker._private_jobs where locked_by is not null`,
    );
    // As its worker does every few seconds, to say that it lives.
    await renewJobs(
      pool(),
      'w',
      rows.map(({ id }: { id: string }) => id),
    );
    await set('follow_shop', `attempts = max_attempts`);
    const { jobs } = await measured();
    expect(jobs).toMatchObject({
      ready: { count: 1 },
      later: { count: 1 },
      running: { count: 1 },
      retrying: { count: 1 },
      dead: { count: 1 },
    });
    expect(jobs.ready.oldest).toBeGreaterThan(3_590);
    expect(jobs.running.oldest).toBeGreaterThan(290);
  });

  it('don’t take a bell that waits for its own job to end for one that nobody takes', async () => {
    await withTransaction((client) => enqueue(client, 'read_birthdays', { shopId: shop.id }));
    await sql(
      `update graphile_worker._private_jobs set run_at = ${HOUR_AGO}, locked_at = now(), locked_by = 'w'`,
    );
    await withTransaction((client) => enqueue(client, 'read_birthdays', { shopId: shop.id }));
    await sql(`update graphile_worker._private_jobs set run_at = ${HOUR_AGO}`);
    const { jobs } = await measured();
    expect(jobs).toMatchObject({
      ready: { count: 0, oldest: null },
      behind: { count: 1 },
      running: { count: 1 },
    });
  });

  it('are measured by one at a time', async () => {
    await withTransaction(async (client) => {
      expect(await readAllStates(client, new Date())).not.toBeNull();
      expect(await withTransaction((other) => readAllStates(other, new Date()))).toBeNull();
    });
  });
});

async function scrape(): Promise<string> {
  let text = '';
  const response = {
    writeHead: () => response,
    end: (body: string) => {
      text = body;
    },
  };
  await answerMetrics({} as IncomingMessage, response as unknown as ServerResponse);
  return text;
}

test('/metrics tells states, pool, process and build; and asks the database once in ten seconds', async () => {
  const queries = vi.spyOn(pool(), 'connect');
  const texts = await Promise.all([scrape(), scrape(), scrape()]);
  expect(queries.mock.calls.length).toBe(1);
  queries.mockRestore();
  for (const text of texts) {
    expect(text).toContain('sixth_database_up 1');
    expect(text).toMatch(/sixth_state_count\{state="orders"\} \d/);
    expect(text).toMatch(/sixth_queue_oldest_seconds\{state="ready"\} \d/);
    expect(text).toMatch(/sixth_build_info\{version="[\d.]+",process="web",node="v\d/);
    expect(text).toMatch(/sixth_pool_connections\{state="most"\} \d/);
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
    expect(text).not.toContain(shop.domain);
  }
});
