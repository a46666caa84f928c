// Records of deliveries are kept for 30 days; requests about people until they are carried out, and a while longer, as what
// is left of an erased shop; what shoppers did through the app proxy, and what Shopify said of products, for an hour.
import { now } from '#app/clock.server.ts';
import { REMEMBERED_DAYS } from '#app/core/members/people-request.ts';
import { deleteRequestsDoneBefore } from '#app/db/members/people-requests.server.ts';
import { deleteProductGroupsBefore } from '#app/db/orders/product-groups.server.ts';
import { deleteErasedShopsBefore } from '#app/db/shop/erased-shops.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { deleteProxyActionsBefore } from '#app/db/storefront/proxy-calls.server.ts';
import { deleteDeliveriesBefore } from '#app/db/shop/webhook-deliveries.server.ts';
import { eachApart } from './each-apart.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const KEPT_MS = 30 * DAY_MS;
const REMEMBERED_MS = REMEMBERED_DAYS * DAY_MS;

/** One table that can't be tidied leaves the others tidy. */
export async function deleteOldRecords(): Promise<void> {
  const before = (ms: number) => new Date(now().getTime() - ms);
  await eachApart({
    deliveries: () => deleteDeliveriesBefore(pool(), before(KEPT_MS)),
    requests: () => deleteRequestsDoneBefore(pool(), before(REMEMBERED_MS)),
    erasedShops: () => deleteErasedShopsBefore(pool(), before(REMEMBERED_MS)),
    proxyActions: () => deleteProxyActionsBefore(pool(), before(HOUR_MS)),
    productGroups: () => deleteProductGroupsBefore(pool(), before(HOUR_MS)),
  });
}
