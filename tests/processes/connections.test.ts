// Web and worker as they are started, with more to do than they have connections: each stays within its budget.
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closePrisma } from '#app/db/client.server.ts';
import { BUDGET } from '#app/db/connections.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { closePool, withTransaction } from '#app/db/pool.server.ts';
import type { ShopJobName } from '#app/core/jobs.ts';
import { embeddedAppUrl } from '#tests/local-shopify/admin/app-url.ts';
import { startApp, type RunningApp } from '#tests/support/running-app.ts';
import { plantShop } from '#tests/webhooks/plant-shop.ts';

const SHOPS = 40;
const VISITS = 60;
const KINDS = ['web', 'worker'] as const;
const BROWSER =
  'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36';
const RUNG: readonly ShopJobName[] = [
  'apply_orders',
  'sync_members',
  'sync_program',
  'sync_discounts',
  'reconcile_shop',
];

let app: RunningApp;
let watch: pg.Client;

beforeAll(async () => {
  app = await startApp();
  watch = new pg.Client({ connectionString: app.databaseUrl });
  await watch.connect();
});

afterAll(async () => {
  await watch.end();
  await app.stop();
});

async function ask<Row extends pg.QueryResultRow>(statement: string): Promise<Row[]> {
  return (await watch.query<Row>(statement)).rows;
}

/** Connections to the database, but the one that asks, by the names that their pools gave them. */
async function connections(): Promise<Map<string, number>> {
  const rows = await ask<{ name: string; count: number }>(
    `select application_name as name, count(*)::int as count from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend' group by 1`,
  );
  return new Map(rows.map(({ name, count }) => [name, count]));
}

/** Every shop's bells at once, before any worker can take the first. Leaves no connection of the test's own. */
async function ringAll(): Promise<void> {
  const ids: number[] = [];
  for (let n = 1; n <= SHOPS; n += 1) ids.push(await plantShop(`shop-${n}.myshopify.com`));
  await withTransaction(async (client) => {
    for (const shopId of ids) for (const name of RUNG) await enqueue(client, name, { shopId });
  });
  await Promise.all([closePool(), closePrisma()]);
}

async function untilNothingWaits(): Promise<void> {
  const waiting = 'select count(*)::int as count from graphile_worker.jobs';
  const count = async () => (await ask<{ count: number }>(waiting))[0]?.count;
  await expect.poll(count, { timeout: 60_000 }).toBe(0);
}

async function visitAll(): Promise<void> {
  const [domain = ''] = app.shopify.shops.keys();
  const visits = Array.from({ length: VISITS }, async () => {
    const answer = await fetch(await embeddedAppUrl(app.shopify, domain, 'en'), {
      headers: { 'user-agent': BROWSER },
    });
    await answer.text();
    return answer.status;
  });
  expect(new Set(await Promise.all(visits))).toEqual(new Set([200]));
}

/** The most of each name while `work` goes on. */
async function mostDuring(work: Promise<unknown>): Promise<Map<string, number>> {
  const most = new Map<string, number>();
  let going = true;
  const done = work.finally(() => (going = false));
  while (going) {
    for (const [name, count] of await connections()) most.set(name, Math.max(count, most.get(name) ?? 0));
  }
  await done;
  return most;
}

/** Holders that have more than the budget gives them, or that had so little to do that it says nothing. */
function misfits(found: ReadonlyMap<string, number>): string[] {
  return KINDS.flatMap((kind) =>
    Object.entries(BUDGET[kind]).flatMap(([holder, most]) => {
      const count = found.get(`sixth-${kind}-${holder}`) ?? 0;
      return count <= most && count >= most / 2 ? [] : [`${kind} ${holder}: ${count} of ${most}`];
    }),
  );
}

test('web and worker never hold more connections than the budget says, and none without a name', async () => {
  await ringAll();
  const found = await mostDuring(Promise.all([visitAll(), untilNothingWaits()]));
  expect(misfits(found)).toEqual([]);
  const budgeted = KINDS.flatMap((kind) =>
    Object.keys(BUDGET[kind]).map((holder) => `sixth-${kind}-${holder}`),
  );
  const others = [...found.keys()].filter((name) => ![...budgeted, 'local-shopify'].includes(name));
  expect(others).toEqual([]);
}, 90_000);
