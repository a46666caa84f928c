// Vouchers whose codes orders name, or once named. Members are locked before vouchers, and vouchers before codes.
import type { Queryable } from '../pool.server.ts';

/** `code` as orders tell it, in lower case. */
export type NamedVoucher = { id: string; memberId: string; code: string };

/** Codes in lower case, as orders bear them; orders that were applied before and may have named others then. */
export type VoucherNames = { codes: readonly string[]; orderIds: readonly string[] };

/** Each by a key of its own (`offset 0`, `+ 0`): however many vouchers the shop has, these few are read. */
const NAMED = `select v.id::text, v."memberId"::text, lower(v.code) as code from "Voucher" v
  where v."shopId" + 0 = $1 and v.id = any(array(
    select n.id from unnest($2::text[]) as c(code) cross join lateral (
      select o.id from "Voucher" o where o."shopId" = $1 and o.code = c.code offset 0) as n
    union all
    select u."voucherId" from unnest($3::bigint[]) as c(id) cross join lateral (
      select o."voucherId" from "VoucherUse" o where o."shopId" = $1 and o."orderId" = c.id offset 0) as u)) order by v.id`;

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
