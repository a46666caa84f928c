// Vouchers whose codes orders name, or once named. Members are locked before vouchers, and vouchers before codes.
import type { Queryable } from '../pool.server.ts';

/** `code` as orders tell it, in lower case. */
export type NamedVoucher = { id: string; memberId: string; code: string };

/** Codes in lower case, as orders bear them; orders that were applied before and may have named others then. */
export type VoucherNames = { codes: readonly string[]; orderIds: readonly string[] };

const NAMED = `select v.id::text, v."memberId"::text, lower(v.code) as code from "Voucher" v
  where v."shopId" = $1 and (v.code = any($2) or v.id = any(array(
    select u."voucherId" from "VoucherUse" u where u."shopId" = $1 and u."orderId" = any($3::bigint[])))) order by v.id`;

const valuesOf = (shopId: number, { codes, orderIds }: VoucherNames) => [
  shopId,
  codes.map((code) => code.toUpperCase()),
  orderIds,
];

export async function namedVouchers(
  db: Queryable,
  shopId: number,
  names: VoucherNames,
): Promise<NamedVoucher[]> {
  const { rows } = await db.query<NamedVoucher>({
    name: 'named-vouchers',
    text: NAMED,
    values: valuesOf(shopId, names),
  });
  return rows;
}

/** The same, locked; under the locks of members who are known to own some of them. */
export async function lockNamedVouchers(
  db: Queryable,
  shopId: number,
  names: VoucherNames,
): Promise<NamedVoucher[]> {
  const { rows } = await db.query<NamedVoucher>({
    name: 'lock-named-vouchers',
    text: `${NAMED} for update of v`,
    values: valuesOf(shopId, names),
  });
  return rows;
}

/**
 * A code that stands on an order is nobody's to be given any more. Returns those that a voucher has, in lower case: one may
 * have taken its code since vouchers were looked at.
 */
export async function burnNamedCodes(
  db: Queryable,
  shopId: number,
  codes: readonly string[],
): Promise<string[]> {
  const { rows } = await db.query<{ code: string; state: string }>({
    name: 'burn-named-codes',
    text: `with named as (
        select code, state from "RewardCode" where "shopId" = $1 and code = any($2) order by code for update
      ), burnt as (
        update "RewardCode" c set state = 'burnt' from named
        where c."shopId" = $1 and c.code = named.code and named.state in ('making', 'ready')
      )
      select lower(code) as code, state from named`,
    values: [shopId, codes.map((code) => code.toUpperCase())],
  });
  return rows.filter(({ state }) => state === 'taken').map(({ code }) => code);
}
