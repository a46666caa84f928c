// A deletion that no webhook told: a deleted order is in no listing, so known orders are asked for by their ids. The newest
// each time, the others in turn.
import { now } from '#app/clock.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import {
  markFound,
  markMissing,
  moveAskedDown,
  ordersBelow,
  type KnownOrder,
} from '#app/db/orders/missing-orders.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { askByIds } from '#app/shopify/admin-api/ask-by-ids.ts';
import { callPatiently } from '#app/shopify/admin-api/call-patiently.ts';
import { digitsOfGid, gid } from '#app/shopify/admin-api/ids.ts';
import { orderThere, ordersThere } from '#app/shopify/orders/orders-there.ts';

/** Together as many as one call takes. */
const NEWEST = 100;
const IN_TURN = 150;

/** Apps may read orders of the last 60 days: of what is nearly as old, silence says nothing. */
const REACH_MS = 50 * 24 * 60 * 60 * 1_000;

type Shop = { id: number; domain: string; askedDownTo: string | null };

/** @param listed orders that Shopify has just named. Throws a Failure where it can't be asked; nothing is marked then. */
export async function findMissingOrders(shop: Shop, listed: ReadonlySet<string>): Promise<void> {
  const newest = await ordersBelow(pool(), shop.id, null, NEWEST);
  const from = shop.askedDownTo ?? newest.at(-1)?.orderId ?? null;
  const inTurn = from === null ? [] : await ordersBelow(pool(), shop.id, from, IN_TURN);
  const asked = new Map([...newest, ...inTurn].filter(isWithinReach).map((each) => [each.orderId, each]));
  const unlisted = [...asked.keys()].filter((orderId) => !listed.has(orderId));
  const there = new Set([...listed, ...(await askThere(shop.domain, unlisted))]);
  const known = [...asked.values()];
  const found = known.filter(({ orderId, missing }) => missing && there.has(orderId));
  const gone = await askTwice(
    shop.domain,
    known.filter(({ orderId, missing }) => !missing && !there.has(orderId)),
  );
  if (found.length + gone.length > 0) await mark(shop.id, idsOf(found), gone);
  const more = inTurn.length === IN_TURN && inTurn.some(isWithinReach);
  await moveAskedDown(pool(), shop.id, more ? (inTurn.at(-1)?.orderId ?? null) : null);
}

const idsOf = (orders: readonly KnownOrder[]): string[] => orders.map(({ orderId }) => orderId);

function isWithinReach({ placedAt }: KnownOrder): boolean {
  return placedAt !== null && placedAt.getTime() > now().getTime() - REACH_MS;
}

async function askThere(shopDomain: string, orderIds: readonly string[]): Promise<string[]> {
  const there: string[] = [];
  const ids = orderIds.map((id) => gid('Order', id));
  const failure = await askByIds(shopDomain, ordersThere, ids, {
    mostIds: NEWEST + IN_TURN,
    take: ({ nodes }) => void there.push(...nodes.flatMap((node) => (node && digitsOfGid(node.id)) ?? [])),
  });
  if (failure) throw failure;
  return there;
}

/** Points are taken back for it, so it is asked once more, in other words. */
async function askTwice(shopDomain: string, orders: readonly KnownOrder[]): Promise<string[]> {
  const gone: string[] = [];
  for (const { orderId } of orders) {
    const { order } = await callPatiently(shopDomain, orderThere, { id: gid('Order', orderId) });
    if (!order) gone.push(orderId);
  }
  return gone;
}

async function mark(shopId: number, found: readonly string[], gone: readonly string[]): Promise<void> {
  await withTransaction(async (client) => {
    await markMissing(client, shopId, gone, now());
    await markFound(client, shopId, found);
    await enqueue(client, 'apply_orders', { shopId });
  });
}
