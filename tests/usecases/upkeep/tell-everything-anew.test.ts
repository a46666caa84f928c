// A restored database knows less than it once told Shopify.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeEach, expect, test } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { syncDiscounts } from '#app/usecases/discounts/sync-discounts.ts';
import { syncProgram } from '#app/usecases/storefront/sync-program.ts';
import { tellEverythingAnew } from '#app/usecases/upkeep/tell-everything-anew.ts';
import { card } from '#tests/support/factories.ts';
import { publishCards } from '#tests/support/publish-cards.ts';

const local = useLocalShopify(1);
let shop: InstalledShop;

const discounts = () => shop.local.automaticDiscounts.values();

/** As before the card was published. */
async function forgetCard(): Promise<void> {
  await pool().query('delete from "CardDiscount" where "shopId" = $1', [shop.id]);
  await pool().query(
    'update "Shop" set "publishedVersion" = 1, "syncedVersion" = 1, "discountsVersion" = 1 where id = $1',
    [shop.id],
  );
}

const behind = async () =>
  (await pool().query('select 1 from "Shop" where "syncedVersion" < "publishedVersion"')).rowCount;

beforeEach(async () => {
  shop = await local.install();
});

test('the program is told again, and discounts of cards that nobody knows go', async () => {
  expect(await publishCards(shop.id, [card()])).toMatchObject({ ok: true });
  await syncProgram(shop.id);
  await syncDiscounts(shop.id);
  await forgetCard();
  await syncDiscounts(shop.id);
  expect([discounts().length, await behind()]).toEqual([1, 0]);
  expect(await tellEverythingAnew()).toMatchObject({ shops: 1 });
  expect(await behind()).toBe(1);
  for (const time of ['once', 'twice']) {
    await syncDiscounts(shop.id);
    expect([time, discounts()]).toEqual([time, []]);
  }
});
