// By which handles pages find a free product: asked with each publish, and every hour, because nobody tells of a change.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeEach, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { ringReconciliations } from '#app/usecases/orders/ring-reconciliations.ts';
import { syncProgram } from '#app/usecases/storefront/sync-program.ts';
import { reward } from '#tests/support/factories.ts';
import { publishRewards } from '#tests/support/publish-rewards.ts';
import { shownRewards } from '#tests/support/reward-sales.ts';

const local = useLocalShopify(2, () => null);
let shop: InstalledShop;
beforeEach(async () => {
  shop = await local.install(0);
  await local.install(1);
});

const product = (handle: string) => shop.local.products.find((one) => one.handle === handle)!;
const free = (...handles: string[]) => {
  const productIds = handles.map((handle) => product(handle).id);
  return reward({ key: 'free', gives: { kind: 'product', productIds, upToMinor: null } });
};
const handles = () => shownRewards(shop).map(({ gives }) => gives.handles);
const rung = async () => {
  await pool().query('update "Shop" set "syncedVersion" = "publishedVersion"');
  await pool().query('delete from graphile_worker._private_jobs');
  await ringReconciliations();
  const { rows } = await pool().query<{ key: string }>(
    `select key from graphile_worker.jobs where key like 'sync_program/%'`,
  );
  return rows.map(({ key }) => key);
};

it('C112 follow a product that is renamed, and leave out one that is deleted', async () => {
  await publishRewards(shop.id, [
    free('night-shift', 'enamel-cup'),
    reward({ key: 'five', title: { en: 'Five', fr: 'Cinq' } }),
  ]);
  await syncProgram(shop.id);
  expect(handles()).toEqual([['night-shift', 'enamel-cup'], undefined]);
  product('night-shift').handle = 'late-shift';
  shop.local.products.splice(shop.local.products.indexOf(product('enamel-cup')), 1);
  await syncProgram(shop.id);
  expect(handles()).toEqual([['late-shift'], undefined]);
});

it('are asked for again every hour, where a reward needs them and the shop can be asked', async () => {
  await publishRewards(shop.id, [reward()]);
  expect(await rung()).toEqual([]);
  await publishRewards(shop.id, [free('morning-house')]);
  expect(await rung()).toEqual([`sync_program/${shop.id}`]);
  await pool().query('update "Shop" set "needsReopenSince" = now() where id = $1', [shop.id]);
  expect(await rung()).toEqual([]);
});

it('without Shopify’s answer the copy stays as it was', async () => {
  await publishRewards(shop.id, [free('morning-house')]);
  await syncProgram(shop.id);
  await publishRewards(shop.id, [free('ethiopia-guji')]);
  local.shopify().faults(shop.domain).plan('error');
  await expect(syncProgram(shop.id)).rejects.toThrow();
  expect(handles()).toEqual([['morning-house']]);
  await syncProgram(shop.id);
  expect(handles()).toEqual([['ethiopia-guji']]);
});

it('where Shopify refuses the question the program reaches the pages without them', async () => {
  const five = reward({ key: 'five', title: { en: 'Five', fr: 'Cinq' } });
  await publishRewards(shop.id, [free('morning-house'), five]);
  const errors = [{ message: 'Invalid global id', extensions: { code: 'INVALID' } }];
  local.shopify().faults(shop.domain).script = ({ operation }) =>
    operation === 'ProductHandles' ? { status: 200, body: { errors } } : null;
  await syncProgram(shop.id);
  expect(handles()).toEqual([undefined, undefined]);
  local.shopify().faults(shop.domain).clear();
  await syncProgram(shop.id);
  expect(handles()).toEqual([['morning-house'], undefined]);
});
