// The daily look at all discounts of single vouchers that a shop has at Shopify.
import type { Queryable } from '../pool.server.ts';

/**
 * Whether the look is due, which counts as looked from now on: in a shop that has such discounts, or had them within a day, or may
 * have them because a reward's own can't run.
 */
export async function sweepOwnFrom(db: Queryable, shopId: number): Promise<boolean> {
  const { rowCount } = await db.query(
    `update "Shop" set "ownSweptAt" = now()
     where id = $1 and coalesce("ownSweptAt" < now() - interval '20 hours', true)
       and ("ownSweptAt" > now() - interval '2 days' or exists (select 1 from "ShopDiscount" d where d."shopId" = $1
         and (d.owner like 'voucher/%' or (d.value->'gives'->>'kind' = 'any-amount' and d.problem = 'functions-not-available'
           and d."endingSince" is null))))`,
    [shopId],
  );
  return rowCount === 1;
}

/** A code that somebody holds and that has a discount of its own; `discountId` is null while it is on its way. */
export type OwnCode = { code: string; discountId: string | null };

export async function ownDiscountsOf(
  db: Queryable,
  shopId: number,
  codes: readonly string[],
): Promise<OwnCode[]> {
  const { rows } = await db.query<OwnCode>(
    `select v.code, d."discountId"::text from "Voucher" v
     join "ShopDiscount" d on d."shopId" = v."shopId" and d.owner = v.owner
     where v."shopId" = $1 and v.code = any($2::text[]) and v.owner like 'voucher/%' and v.state in ('held', 'releasing')`,
    [shopId, codes],
  );
  return rows;
}
