// Vouchers whose codes Shopify shows as used while no order that we know uses them.
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

/** By so much at most Shopify's counts are taken to run behind. */
const BEHIND = `interval '1 day'`;

/** Of codes that a count shows as used. @param countedAt when they were counted before */
export async function noteShownUses(
  db: Queryable,
  shopId: number,
  { owner, codes, countedAt }: { owner: string; codes: readonly string[]; countedAt: Date | null },
): Promise<void> {
  if (codes.length === 0) return;
  await db.query(
    `with shown as (
       select id from "Voucher" where "shopId" = $1 and owner = $2 and code = any($3::text[])
         and state in ('held', 'releasing') and "shownUsedAt" is null order by id for update
     )
     update "Voucher" v set "shownUsedAt" = now(), "usedAfter" = greatest(v."heldAt", $4::timestamptz - ${BEHIND}),
       "lookAt" = coalesce(v."lookAt", now())
     from shown where ${ofShop('v', '$1')} and v.id = shown.id`,
    [shopId, owner, codes, countedAt],
  );
}

export type ShownUsedVoucher = {
  id: string;
  memberId: string;
  code: string;
  shownUsedAt: Date;
  usedAfter: Date;
};

/** Held ones that are due to be looked at, those that wait longest first. */
export async function dueShownUses(
  db: Queryable,
  shopId: number,
  limit: number,
): Promise<ShownUsedVoucher[]> {
  const { rows } = await db.query<ShownUsedVoucher>(
    `select v.id::text, v."memberId"::text, v.code, v."shownUsedAt", v."usedAfter" from "Voucher" v
     where v."shopId" = $1 and v.state = 'held' and v."lookAt" <= now() order by v."lookAt", v.id limit $2`,
    [shopId, limit],
  );
  return rows;
}

export async function lookLater(db: Queryable, shopId: number, id: string, lookAt: Date): Promise<void> {
  await db.query(
    `update "Voucher" v set "lookAt" = $3
     where ${ofShop('v', '$1')} and v.id = $2 and v.state in ('held', 'releasing')`,
    [shopId, id, lookAt],
  );
}

/** Its order is beyond what Shopify tells, so its points stay taken. Its member must be locked. */
export async function countAsUsed(db: Queryable, shopId: number, id: string): Promise<void> {
  await db.query(
    `update "Voucher" v set state = 'used', "usedAt" = now(), "lookAt" = null
     where ${ofShop('v', '$1')} and v.id = $2 and v.state in ('held', 'releasing')`,
    [shopId, id],
  );
}
