// Anything may be told between the look at due orders and their lock: what is applied is what is locked.
import { expect, it } from 'vitest';
import { dueOrders, lockDueOrders } from '#app/db/orders/due-orders.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { at, order } from '#tests/support/factories.ts';
import { installedShop, tell, tellAndApply } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

it('gives an order as it was seen, unless it was written since', async () => {
  const shop = await installedShop();
  const [calm, told] = [order({ customerId: '9001' }), order({ customerId: '9001' })];
  await tell(shop, calm, told);
  const seen = await dueOrders(pool(), shop.id, [calm.orderId, told.orderId]);
  await tell(shop, { ...told, updatedAt: at('11:00'), customerId: '9002' });
  const locked = await withTransaction((client) => lockDueOrders(client, shop.id, seen));
  expect(locked[0]).toBe(seen[0]);
  expect(locked[1]).toMatchObject({ revision: 2, newest: { customerId: '9002' }, isFirst: true });
});

it('sees a customer who asked to be forgotten meanwhile, though the order itself is as it was', async () => {
  const shop = await installedShop();
  const bought = order({ customerId: '9001' });
  await tell(shop, bought);
  const seen = await dueOrders(pool(), shop.id, [bought.orderId]);
  await pool().query(
    `insert into "PeopleRequest" ("shopId", "webhookId", kind, "customerId", "requestedAt")
     values ($1, 'redact-9001', 'redact', 9001, $2)`,
    [shop.id, at('12:00')],
  );
  const [locked] = await withTransaction((client) => lockDueOrders(client, shop.id, seen));
  expect(seen[0]).toMatchObject({ erased: false, newest: { customerId: '9001' } });
  expect(locked).toMatchObject({ erased: true, newest: { customerId: null } });
});

it('leaves out what was applied meanwhile, and knows what was applied before', async () => {
  const shop = await installedShop();
  const [first, second] = [order({ customerId: '9001' }), order({ customerId: '9001' })];
  await tellAndApply(shop, first);
  await tell(shop, { ...first, updatedAt: at('11:00') }, second);
  const seen = await dueOrders(pool(), shop.id, [first.orderId, second.orderId]);
  expect(seen.map(({ isFirst }) => isFirst)).toEqual([false, true]);
  await tellAndApply(shop, { ...first, updatedAt: at('12:00') });
  expect(await withTransaction((client) => lockDueOrders(client, shop.id, seen))).toEqual([]);
});
