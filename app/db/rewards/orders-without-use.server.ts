// Orders that name a voucher's code and aren't among its uses: not applied yet, or applied by a release that knew no vouchers.
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

type OrderWithoutUse = {
  orderId: string;
  voucherId: string;
  /** In lower case, as orders bear it. */
  code: string;
  newest: OrderSnapshot | null;
  isApplied: boolean;
};

/** In one look: whoever applies an order meanwhile is either seen before it or after. */
export async function ordersWithoutUse(
  db: Queryable,
  shopId: number,
  voucherIds: readonly string[],
): Promise<OrderWithoutUse[]> {
  const { rows } = await db.query<OrderWithoutUse>({
    name: 'orders-without-use',
    text: `select o."orderId"::text, v.id::text as "voucherId", lower(v.code) as code, o.snapshot as newest,
        o."appliedRevision" >= o.revision as "isApplied"
      from "Voucher" v join "Order" o on o."shopId" = v."shopId" and o.codes <> '{}' and o.codes @> array[lower(v.code)]
      where ${ofShop('v', '$1')} and v.id = any($2::bigint[]) and not exists (
        select 1 from "VoucherUse" u where u."voucherId" = v.id and u."orderId" = o."orderId" and ${ofShop('u', '$1')})
      order by v.id, o."orderId"`,
    values: [shopId, voucherIds],
  });
  return rows;
}

/** Those of them that are applied are due again; locked in the order in which they are applied. */
export async function makeDueAgain(
  db: Queryable,
  shopId: number,
  orderIds: readonly string[],
): Promise<void> {
  await db.query(
    `with applied as (
       select "orderId" from "Order" where "shopId" = $1 and "orderId" = any($2::bigint[]) and "appliedRevision" >= revision
       order by "orderId" for update
     )
     update "Order" o set revision = o.revision + 1 from applied
     where o."shopId" = $1 and o."orderId" = applied."orderId"`,
    [shopId, orderIds],
  );
}

/** So long after its end somebody may still have applied an order that named the voucher, and known nothing of vouchers. */
const OLDER_RELEASE = `interval '3 days'`;

/** Vouchers of a discount that may lack a use: those that are held or on their way back, and those whose time ended of late. */
export async function vouchersToExplain(
  db: Queryable,
  shopId: number,
  { rewardKey, owner }: { rewardKey: string; owner: string },
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select v.id::text from "Voucher" v where v."shopId" = $1 and v."rewardKey" = $2 and v.owner = $3
       and (v.state in ('held', 'releasing') or greatest(v."usedAt", v."releasedAt") > now() - ${OLDER_RELEASE})
     order by v.id`,
    [shopId, rewardKey, owner],
  );
  return rows.map(({ id }) => id);
}
