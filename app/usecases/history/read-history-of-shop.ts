// What only Shopify knows of purchases: when parcels came, and how often somebody had bought before. Each order is asked about once a day
// for as long as it is under way, each member once. What can't be read holds up no other.
import { now } from '#app/clock.server.ts';
import { deliveryDays } from '#app/core/history/delivery-days.ts';
import { dueDeliveries, saveDeliveries } from '#app/db/history/deliveries.server.ts';
import { saveOrderCounts, uncountedCustomers, type OrderCount } from '#app/db/history/order-counts.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { shopProgram, type ShopProgram } from '#app/db/program/programs.server.ts';
import { AdminRefused, type Failure } from '#app/errors.ts';
import { storeAndLookAgain } from '../moments/look-again-after-reading.ts';
import { settleParcelsOfCustomers } from '../tasks/settle-parcels.ts';
import { askByIds } from '#app/shopify/admin-api/ask-by-ids.ts';
import { digitsOfGid, gid } from '#app/shopify/admin-api/ids.ts';
import { deliveries } from '#app/shopify/history/deliveries.ts';
import { orderCounts } from '#app/shopify/history/order-counts.ts';

const AT_ONCE = 1_000;
const ORDERS_A_CALL = 50;
const CUSTOMERS_A_CALL = 250;
const AGAIN_MS = 23 * 60 * 60_000;

/** Throws a Failure where Shopify answers nobody: what has come is kept. */
export async function readHistoryOfShop(shopId: number): Promise<void> {
  const program = await shopProgram(pool(), shopId);
  if (!program) return;
  await readAll(
    (limit) => dueDeliveries(pool(), shopId, now(), limit),
    (ids) => readDeliveries({ shopId, ...program }, ids),
  );
  await readAll(
    (limit) => uncountedCustomers(pool(), shopId, limit),
    (ids) => countOrders({ shopId, ...program }, ids),
  );
}

type Shop = { shopId: number } & ShopProgram;

/** Until there are none, or Shopify stops answering. */
async function readAll(
  list: (limit: number) => Promise<string[]>,
  read: (ids: string[]) => Promise<Failure | undefined>,
): Promise<void> {
  for (let ids = await list(AT_ONCE); ids.length > 0; ids = await list(AT_ONCE)) {
    const failure = await read(ids);
    if (failure) throw failure;
  }
}

async function readDeliveries(shop: Shop, orderIds: readonly string[]) {
  const { shopId, domain, timeZone } = shop;
  const next = () => new Date(now().getTime() + AGAIN_MS);
  const save = (asked: readonly string[], read: Parameters<typeof saveDeliveries>[2]['read']) =>
    storeAndLookAgain(shop, 'parcels', asked, (client) =>
      saveDeliveries(client, shopId, { asked, read }, next()),
    );
  const done = new Set<string>();
  const failure = await askByIds(
    domain,
    deliveries,
    orderIds.map((id) => gid('Order', id)),
    {
      mostIds: ORDERS_A_CALL,
      take: async ({ nodes }, ids) => {
        const read = nodes.flatMap((node) => {
          const orderId = digitsOfGid(node?.id ?? '');
          if (!orderId || !node?.fulfillments) return [];
          const allSent = node.displayFulfillmentStatus === 'FULFILLED';
          return [{ orderId, ...deliveryDays(node.fulfillments, allSent, timeZone) }];
        });
        const asked = ids.flatMap((id) => digitsOfGid(id) ?? []);
        await save(asked, read);
        for (const id of asked) done.add(id);
      },
    },
  );
  return restOf(
    failure,
    orderIds.filter((id) => !done.has(id)),
    (rest) => save(rest, []),
  );
}

async function countOrders(shop: Shop, customerIds: readonly string[]) {
  const { shopId, domain } = shop;
  const save = (told: readonly OrderCount[]) => {
    const asked = told.map(({ customerId }) => customerId);
    return storeAndLookAgain(shop, 'counts', asked, async (client) => {
      await saveOrderCounts(client, shopId, told, now());
      await settleParcelsOfCustomers(client, shop, asked, now());
    });
  };
  const done = new Set<string>();
  const failure = await askByIds(
    domain,
    orderCounts,
    customerIds.map((id) => gid('Customer', id)),
    {
      mostIds: CUSTOMERS_A_CALL,
      take: async ({ nodes }, ids) => {
        const counts = new Map(
          nodes.flatMap((node) =>
            node?.id ? [[digitsOfGid(node.id), node.numberOfOrders ?? null] as const] : [],
          ),
        );
        const asked = ids.flatMap((id) => digitsOfGid(id) ?? []);
        const told = asked.map((customerId) => ({ customerId, count: counts.get(customerId) ?? null }));
        await save(told);
        for (const id of asked) done.add(id);
      },
    },
  );
  const rest = customerIds.filter((id) => !done.has(id));
  return restOf(failure, rest, (left) => save(left.map((customerId) => ({ customerId, count: null }))));
}

/** What is refused is left for another day; where nobody is answered, everything waits. */
async function restOf(
  failure: Failure | undefined,
  rest: readonly string[],
  leave: (rest: readonly string[]) => Promise<void>,
): Promise<Failure | undefined> {
  if (!(failure instanceof AdminRefused)) return failure;
  if (rest.length > 0) await leave(rest);
  return undefined;
}
