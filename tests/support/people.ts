// What Shopify tells about people, written down as its webhooks are and carried out as the worker does.
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { carryOutRequests } from '#app/usecases/members/carry-out-requests.ts';
import { recordMerge } from '#app/usecases/members/record-merge.ts';
import { recordPrivacyRequest } from '#app/usecases/members/record-privacy-request.ts';
import { uninstallShop } from '#app/usecases/shop/uninstall-shop.ts';
import { at, nextId } from './factories.ts';
import type { TestShop } from './shops.ts';

export function delivery(shop: TestShop, topic: string, time: string | Date = '12:00') {
  const when = typeof time === 'string' ? new Date(at(time)) : time;
  return {
    webhookId: `delivery-${nextId()}`,
    topic,
    shopDomain: shop.domain,
    triggeredAt: when,
    receivedAt: when,
  };
}

/** As it is once Shopify has said so. */
export async function uninstall(shop: TestShop, time = '12:00'): Promise<void> {
  await withTransaction((client) => uninstallShop(client, shop.id, new Date(at(time))));
}

/** `deletedId` becomes `keptId`. */
export async function tellMerge(
  shop: TestShop,
  keptId: string,
  deletedId: string,
  when?: Date,
): Promise<void> {
  await recordMerge(delivery(shop, 'customers/merge', when), { keptId, deletedId });
}

export async function merge(shop: TestShop, keptId: string, deletedId: string, when?: Date): Promise<void> {
  await tellMerge(shop, keptId, deletedId, when);
  await carryOutRequests(shop.id);
}

export async function redact(
  shop: TestShop,
  customerId: string | null,
  orderIds: string[] = [],
  time = '12:00',
): Promise<void> {
  await recordPrivacyRequest(delivery(shop, 'customers/redact', time), { customerId, orderIds });
  await carryOutRequests(shop.id);
}

export async function customersOf(shop: TestShop): Promise<string[]> {
  const { rows } = await pool().query<{ customerId: string }>(
    'select "customerId"::text from "Member" where "shopId" = $1 order by id',
    [shop.id],
  );
  return rows.map(({ customerId }) => customerId);
}

/** Points of all members of a shop. */
export async function pointsOfShop(shop: TestShop): Promise<number> {
  const { rows } = await pool().query<{ sum: number }>(
    'select coalesce(sum(points), 0)::int as sum from "Member" where "shopId" = $1',
    [shop.id],
  );
  return rows[0]!.sum;
}
