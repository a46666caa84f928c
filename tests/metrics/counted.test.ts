// What is counted: webhooks, refusals, jobs, calls of the Admin API. Nothing counted names a shop or a person.
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { takeCounts } from '#app/count-refusals.ts';
import { pool } from '#app/db/pool.server.ts';
import { AdminThrottled, AdminUnavailable, ShopNotInstalled } from '#app/errors.ts';
import { runTask } from '#app/jobs/run-task.ts';
import { countAdminCall } from '#app/metrics/admin-metrics.server.ts';
import { registry } from '#app/metrics/registry.server.ts';
import { order } from '#tests/support/factories.ts';
import { job } from '#tests/support/job.ts';
import { metric } from '#tests/support/metric.ts';
import { installedShop, tellAndApply } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { orderBody } from '#tests/webhooks/order-body.ts';
import { plantShop } from '#tests/webhooks/plant-shop.ts';
import { setEnvironment, SHOP, startApp, type RunningApp } from '#tests/webhooks/shopify-sends.ts';

useDatabase();
let app: RunningApp;

beforeAll(async () => {
  setEnvironment(process.env['DATABASE_URL'] ?? '');
  app = await startApp();
  await plantShop(SHOP);
});
afterAll(() => app.stop());

describe('webhooks', () => {
  it('are counted once, by the kind of topics and the status, and timed', async () => {
    const before = await metric('sixth_webhook_duration_seconds_count', { topics: 'orders' });
    takeCounts();
    expect(await app.send('/webhooks/orders', orderBody(1))).toBe(200);
    expect(await app.send('/webhooks/orders', orderBody(1), { secret: 'another' })).toBe(401);
    expect(await app.send('/webhooks/jane@example.com', '')).toBe(404);
    await expect.poll(() => metric('sixth_webhooks_total', { topics: 'other', status: 404 })).toBe(1);
    expect(await metric('sixth_webhooks_total', { topics: 'orders', status: 200 })).toBe(1);
    expect(await metric('sixth_webhooks_total', { topics: 'orders', status: 401 })).toBe(1);
    expect(await metric('sixth_webhook_duration_seconds_count', { topics: 'orders' })).toBe(before + 2);
    const refused = { where: 'webhook', status: 401, reason: 'signature' };
    expect(await metric('sixth_refused_requests_total', refused)).toBe(1);
    expect(takeCounts()).toEqual({
      refused: { 'webhook 401 signature': 1, 'webhook 404 path': 1 },
      webhooks: { 200: 1, 401: 1, 404: 1 },
    });
  });

  it('stay counted after the log has told of them', async () => {
    expect(takeCounts()).toEqual({ refused: {}, webhooks: {} });
    expect(await metric('sixth_webhooks_total', { topics: 'orders', status: 200 })).toBe(1);
  });
});

describe('jobs', () => {
  it.each([
    ['done', undefined, 1],
    ['stopped', new ShopNotInstalled(SHOP), 1],
    ['throttled', new AdminThrottled(SHOP, 60_000), 1],
    ['unavailable', new AdminUnavailable(SHOP, 'gone'), 2],
    ['failed', new Error('a bug'), 2],
    ['given-up', new Error('a bug'), 25],
  ])('are counted as %s', async (outcome, error, attempts) => {
    const labels = { job: 'sync_program', outcome };
    const retries = await metric('sixth_job_retries_total', { job: 'sync_program' });
    const work = () => (error ? Promise.reject(error) : Promise.resolve());
    await runTask(work, job({ task_identifier: 'sync_program', attempts })).catch(() => undefined);
    expect(await metric('sixth_job_runs_total', labels)).toBe(1);
    const retried = attempts > 1 ? 1 : 0;
    expect(await metric('sixth_job_retries_total', { job: 'sync_program' })).toBe(retries + retried);
  });

  it('say how long they waited for their turn', async () => {
    const before = await metric('sixth_job_wait_seconds_sum');
    await runTask(() => Promise.resolve(), job({ run_at: new Date(Date.now() - 90_000) }));
    expect((await metric('sixth_job_wait_seconds_sum')) - before).toBeGreaterThan(89);
  });
});

test('a call of the Admin API is counted by how it ends, with its cost and the wait that Shopify asked for', async () => {
  const cost = { requested: 112, available: 500, capacity: 2_000, restoreRate: 100 };
  await countAdminCall('One', () => Promise.resolve({ cost: { ...cost, actual: 13 } }));
  const throttled = () => Promise.reject(new AdminThrottled(SHOP, 1_500, { ...cost, available: 20 }));
  await expect(countAdminCall('One', throttled)).rejects.toThrow('throttled');
  expect(await metric('sixth_admin_calls_total', { operation: 'One', outcome: 'answered' })).toBe(1);
  expect(await metric('sixth_admin_calls_total', { operation: 'One', outcome: 'admin-throttled' })).toBe(1);
  expect(await metric('sixth_admin_cost_points_total', { kind: 'actual' })).toBe(13);
  expect(await metric('sixth_admin_throttled_seconds_total')).toBe(1.5);
  expect(await metric('sixth_admin_bucket_share_bucket', { le: 0.25 })).toBe(2);
});

test('orders and entries are counted once they are committed', async () => {
  const shop = await installedShop();
  const before = await metric('sixth_orders_applied_total');
  await tellAndApply(shop, order({ customerId: '9001' }));
  expect(await metric('sixth_orders_applied_total')).toBe(before + 1);
  const entries = await pool().query('select 1 from "LedgerEntry" where "shopId" = $1', [shop.id]);
  expect(await metric('sixth_entries_written_total', { by: 'orders' })).toBe(entries.rowCount);
});

test('nothing that was sent stands in a metric', async () => {
  const text = await registry.metrics();
  expect(text).not.toMatch(/myshopify|example\.com|9001|@/);
});
