import { beforeAll, expect, test } from 'vitest';
import { readUsualOrders } from '#app/usecases/rewards/read-usual-orders.ts';
import { line, order } from '#tests/support/factories.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { installedShop, tell, type TestShop } from '#tests/support/shops.ts';

useDatabase();

let shop: TestShop;
let other: TestShop;

beforeAll(async () => {
  [shop, other] = [await installedShop(), await installedShop()];
});

test('C62 a usual order is the middle one of the shop’s own', async () => {
  expect(await readUsualOrders(shop.id)).toEqual({ orderMinor: null, shippingMinor: null });
  for (let index = 0; index < 21; index += 1) {
    await tell(shop, order({ lines: [line({ priceMinor: 1_000 + index * 100 })], shipping: [490, 490] }));
    await tell(other, order({ lines: [line({ priceMinor: 90_000 })] }));
  }
  expect(await readUsualOrders(shop.id)).toEqual({ orderMinor: 2_000, shippingMinor: 490 });
});
