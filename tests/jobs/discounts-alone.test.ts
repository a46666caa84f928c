// The program's metafield and the cards' discounts are two jobs: neither causes the other, neither waits for the other.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { Logger, runOnce } from 'graphile-worker';
import { beforeAll, expect, it, vi } from 'vitest';
import { config } from '#app/config.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { TASKS } from '#app/jobs/tasks.ts';
import { hearDiscountNews } from '#app/usecases/discounts/hear-discount-news.ts';
import { ringReconciliations } from '#app/usecases/orders/ring-reconciliations.ts';
import { card } from '#tests/support/factories.ts';
import { publishCards } from '#tests/support/publish-cards.ts';

const local = useLocalShopify();
let shop: InstalledShop;

beforeAll(async () => {
  shop = await local.install();
});

const quiet = new Logger(() => () => undefined);

/** Runs what is due. graphile-worker returns while its last job is still being struck off: wait for that. */
async function workOff(): Promise<void> {
  await runOnce({ connectionString: config().databaseUrl, taskList: TASKS, logger: quiet });
  await vi.waitFor(async () => {
    const locked = await pool().query('select 1 from graphile_worker.jobs where locked_at is not null');
    expect(locked.rowCount).toBe(0);
  });
}

type Sent = { query: string; operationName: string };

/** Runs the waiting jobs. `refuse` names a mutation that Shopify doesn't take. @returns the mutations that were sent */
async function mutationsOfJobs(refuse?: string): Promise<string[]> {
  const { fetch: real } = globalThis;
  const names: string[] = [];
  vi.stubGlobal('fetch', (...[url, init]: Parameters<typeof fetch>) => {
    const { query, operationName } = JSON.parse(
      typeof init?.body === 'string' ? init.body : '{"query":""}',
    ) as Sent;
    if (query.trim().includes('mutation ')) names.push(operationName);
    if (operationName !== refuse) return real(url, init);
    const userErrors = [{ field: ['metafields', '0'], message: 'is too long', code: 'INVALID_VALUE' }];
    const data = { metafieldsSet: { metafields: [], userErrors } };
    return Promise.resolve(Response.json({ data }));
  });
  try {
    await workOff();
  } finally {
    vi.unstubAllGlobals();
  }
  return names;
}

const titles = () => shop.local.automaticDiscounts.values().map(({ title }) => title);

async function renameByHand(): Promise<void> {
  const [discount] = shop.local.automaticDiscounts.values();
  await shop.local.automaticDiscounts.change(discount!.id, { title: 'Changed by hand' });
}

async function tellOfDiscount(webhookId: string): Promise<void> {
  const at = new Date();
  const delivery = { webhookId, topic: 'discounts/update', shopDomain: shop.domain };
  await hearDiscountNews({ ...delivery, triggeredAt: at, receivedAt: at }, { kind: 'automatic', id: '1' });
}

it('C46 the news of a discount heals it, and doesn’t write the program once more', async () => {
  expect(await publishCards(shop.id, [card()])).toMatchObject({ ok: true });
  await workOff();
  await renameByHand();
  await tellOfDiscount('renamed');
  expect(await mutationsOfJobs()).toEqual(['UpdateDiscount']);
  expect(titles()).toEqual(['Coffee card']);
});

it('a program that Shopify refuses leaves the discounts to heal, and is tried again by the hour', async () => {
  expect(await publishCards(shop.id, [card({ size: 7 })])).toMatchObject({ ok: true });
  await renameByHand();
  expect(await mutationsOfJobs('SetMetafields')).toContain('SetMetafields');
  expect(titles()).toEqual(['Coffee card']);
  await pool().query('delete from graphile_worker._private_jobs');
  await ringReconciliations();
  expect(await mutationsOfJobs()).toContain('SetMetafields');
  await ringReconciliations();
  expect(await mutationsOfJobs()).not.toContain('SetMetafields');
});
