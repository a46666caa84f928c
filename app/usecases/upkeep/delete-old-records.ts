// Records of deliveries are kept for 30 days; requests about people until they are carried out, and a while longer, as what
// is left of an erased shop; what shoppers did through the app proxy, what Shopify said of products, and files of members that weren't sent whole, for an hour.
import { now } from '#app/clock.server.ts';
import { daysBefore, KEPT_DAYS } from '#app/core/shop/retention.ts';
import { earlierNow } from '#app/db/upkeep/earlier-now.server.ts';
import { dropHalfSentBefore } from '#app/db/moving-in/moving-in.server.ts';
import { deleteRequestsDoneBefore } from '#app/db/members/people-requests.server.ts';
import { deleteProductGroupsBefore } from '#app/db/orders/product-groups.server.ts';
import { deleteSessionsOfNobody } from '#app/db/shop/shops.server.ts';
import { deleteErasedShopsBefore } from '#app/db/shop/erased-shops.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { deleteProxyActionsBefore } from '#app/db/storefront/proxy-calls.server.ts';
import { deleteDeliveriesBefore } from '#app/db/shop/webhook-deliveries.server.ts';
import { forgetGoneMembers } from '../members/forget-gone-members.ts';
import { deleteOrdersOfNobody } from '../orders/delete-orders-of-nobody.ts';
import { doubtQuietShops } from '../shop/doubt-quiet-shops.ts';
import { doEachApart } from './do-each-apart.ts';

const HOUR_MS = 60 * 60 * 1000;

/** One table that can't be tidied leaves the others tidy. */
export async function deleteOldRecords(): Promise<void> {
  const at = await earlierNow(pool(), now());
  const anHourAgo = new Date(at.getTime() - HOUR_MS);
  const before = (kind: keyof typeof KEPT_DAYS) => daysBefore(at, KEPT_DAYS[kind]);
  await doEachApart({
    deliveries: () => deleteDeliveriesBefore(pool(), before('deliveries')),
    requests: () => deleteRequestsDoneBefore(pool(), before('requests')),
    erasedShops: () => deleteErasedShopsBefore(pool(), before('requests')),
    proxyActions: () => deleteProxyActionsBefore(pool(), anHourAgo),
    sessions: () => deleteSessionsOfNobody(pool(), before('sessions')),
    ordersOfNobody: deleteOrdersOfNobody,
    goneMembers: forgetGoneMembers,
    quietShops: doubtQuietShops,
    halfSentFiles: () => dropHalfSentBefore(pool(), anHourAgo),
    productGroups: () => deleteProductGroupsBefore(pool(), anHourAgo),
  });
}
