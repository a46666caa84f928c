// While a release is rolled out, the one before writes "CardDiscount" and this one "ShopDiscount": both read the same.
import { beforeEach, expect, test } from 'vitest';
import {
  addShopDiscounts,
  cardDiscounts,
  dropShopDiscounts,
  forgetFunctionDiscounts,
  nameDiscount,
} from '#app/db/discounts/shop-discounts.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { installedShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();
let shopId: number;

beforeEach(async () => {
  shopId = (await installedShop()).id;
});

const asBefore = async (text: string, ...values: unknown[]) =>
  (await pool().query<Record<string, unknown>>(text, [shopId, ...values])).rows;
const before = () =>
  asBefore(
    'select "cardKey", "discountId"::text, "shownHash" from "CardDiscount" where "shopId" = $1 order by 1',
  );

test('what this release writes about a card is there for the one before', async () => {
  await addShopDiscounts(pool(), shopId, ['card/coffee', 'card/tea', 'reward/five/0123456789abcdef/1']);
  await nameDiscount(pool(), shopId, 'card/coffee', '7');
  expect(await before()).toEqual([
    { cardKey: 'coffee', discountId: '7', shownHash: '' },
    { cardKey: 'tea', discountId: null, shownHash: '' },
  ]);
  await dropShopDiscounts(pool(), shopId, ['card/tea']);
  expect(await before()).toMatchObject([{ cardKey: 'coffee' }]);
});

test('what the release before writes about a card is there for this one', async () => {
  await asBefore(
    'insert into "CardDiscount" ("shopId", "cardKey") values ($1, $2) on conflict do nothing',
    'tea',
  );
  await asBefore(
    'update "CardDiscount" set "discountId" = $2, "shownHash" = $3 where "shopId" = $1',
    8,
    'abc',
  );
  expect(await cardDiscounts(pool(), shopId)).toMatchObject([
    { owner: 'card/tea', discountId: '8', shownHash: 'abc' },
  ]);
  await asBefore('delete from "CardDiscount" where "shopId" = $1');
  expect(await cardDiscounts(pool(), shopId)).toEqual([]);
});

test('an uninstall forgets what functions give, and keeps discounts with codes', async () => {
  await addShopDiscounts(pool(), shopId, ['card/tea', 'reward/five/0123456789abcdef/1']);
  await forgetFunctionDiscounts(pool(), shopId, new Date());
  expect(await asBefore('select owner from "ShopDiscount" where "shopId" = $1')).toEqual([
    { owner: 'reward/five/0123456789abcdef/1' },
  ]);
  expect(await before()).toEqual([]);
});
