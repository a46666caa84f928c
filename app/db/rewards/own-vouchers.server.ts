// Vouchers whose codes stand alone, because Shopify doesn't run on this shop what would take them off: the code is made with the
// voucher, and its discount later, by a job.
import { voucherOwner } from '#app/core/discounts/discount-owner.ts';
import type { Queryable } from '../pool.server.ts';
import { addGift, ADD_VOUCHER, valuesOf, type Code, type NewVoucher } from './vouchers.server.ts';

/** The value is published, and its pool rests because functions don't run. */
const MAKE_CODE = `
  with idle as (
    select 1 from "ShopDiscount" where "shopId" = $1 and starts_with(owner, $2) and "endingSince" is null
      and problem = 'functions-not-available' limit 1
  ), taken as (
    insert into "RewardCode" ("shopId", code, owner, state, "madeAt") select $1, $16, $17, 'taken', $11 from idle returning code, owner
  ), discount as (
    insert into "ShopDiscount" ("shopId", owner, rev, "dueAt") select $1, owner, 1, now() from taken
  )`;

/** Null, and nothing written, where functions run: then a pool gives the codes. @param requestHash null: its gift is there already */
export async function addOwnVoucher(
  db: Queryable,
  shopId: number,
  { voucher, code, requestHash }: { voucher: NewVoucher; code: string; requestHash: string | null },
): Promise<Code | null> {
  const gift = requestHash === null ? '' : `, ${addGift('$18')}`;
  const { rows } = await db.query<Code>({
    name: requestHash === null ? 'add-own-voucher' : 'redeem-own-voucher',
    text: `${MAKE_CODE}${gift} ${ADD_VOUCHER}`,
    values: [
      ...valuesOf(shopId, voucher),
      code,
      voucherOwner(voucher.id),
      ...(requestHash === null ? [] : [requestHash]),
    ],
  });
  return rows[0] ?? null;
}
