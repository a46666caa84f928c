// A merge that no webhook told: of members whose customer is gone, the orders say who has them now.
import { now } from '#app/clock.server.ts';
import { mergedInto } from '#app/core/members/merged-into.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { membersToSeek, ordersOfMembers, type MemberToSeek } from '#app/db/members/lost-merges.server.ts';
import { addPeopleRequest } from '#app/db/members/people-requests.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { log } from '#app/log.server.ts';
import { askByIds } from '#app/shopify/admin-api/ask-by-ids.ts';
import { digitsOfGid, gid } from '#app/shopify/admin-api/ids.ts';
import { orderCustomers } from '#app/shopify/orders/order-customers.ts';
import { askCustomersThere } from '../storefront/ask-customers-there.ts';

const MOST_MEMBERS = 50;
const MOST_IDS = 250;
const DAY_MS = 24 * 60 * 60 * 1_000;
/** Whoever is gone for longer was looked for every hour of it. */
const SOUGHT_MS = 7 * DAY_MS;
/** Apps may read orders of the last 60 days. */
const REACH_MS = 50 * DAY_MS;

type Shop = { id: number; domain: string };

/** @param losers customers whose orders have just been told as somebody else's. Throws a Failure where Shopify can't be asked. */
export async function findLostMerges(shop: Shop, losers: ReadonlySet<string>): Promise<void> {
  const since = new Date(now().getTime() - SOUGHT_MS);
  const wanted = { since, customerIds: [...losers], limit: MOST_MEMBERS };
  const members = await membersToSeek(pool(), shop.id, wanted);
  if (members.length === 0) return;
  const there = await askCustomersThere(shop.domain, members);
  const gone = members.filter(({ customerId }) => !there.has(customerId));
  const customers = await askCustomersOfOrders(shop, gone);
  for (const { id, customerId } of gone) {
    const keptId = mergedInto(customerId, customers.get(id) ?? []);
    if (keptId !== null) await requestMerge(shop.id, keptId, customerId);
  }
}

/** Whose the orders of each member are today, by member. */
async function askCustomersOfOrders(
  shop: Shop,
  members: readonly MemberToSeek[],
): Promise<ReadonlyMap<string, (string | null)[]>> {
  const memberIds = members.map(({ id }) => id);
  const since = new Date(now().getTime() - REACH_MS);
  const orders = await ordersOfMembers(pool(), shop.id, memberIds, since);
  const customerOf = new Map<string, string | null>();
  const ids = [...new Set(orders.map(({ orderId }) => gid('Order', orderId)))];
  const failure = await askByIds(shop.domain, orderCustomers, ids, {
    mostIds: MOST_IDS,
    take: ({ nodes }, batch) => {
      for (const [index, id] of batch.entries()) {
        const node = nodes[index];
        if (node) customerOf.set(id, node.customer ? digitsOfGid(node.customer.id) : null);
      }
    },
  });
  if (failure) throw failure;
  const byMember = new Map<string, (string | null)[]>();
  for (const { memberId, orderId } of orders) {
    const customer = customerOf.get(gid('Order', orderId));
    if (customer !== undefined) byMember.set(memberId, [...(byMember.get(memberId) ?? []), customer]);
  }
  return byMember;
}

/** Carried out as if it had been told. Found again before that, it is the same request. */
async function requestMerge(shopId: number, keptId: string, deletedId: string): Promise<void> {
  const found = { webhookId: `found-merge/${shopId}/${deletedId}`, triggeredAt: null, receivedAt: now() };
  const people = { customerId: keptId, otherCustomerId: deletedId, orderIds: [] };
  await withTransaction(async (client) => {
    await addPeopleRequest(client, shopId, found, { kind: 'merge', ...people });
    await enqueue(client, 'carry_out_requests', { shopId });
  });
  log.info({ shopId }, 'a merge was found that no webhook told');
}
