// Vouchers whose last day is over, and those that are being released: by when each is to be looked at. Times are the database's.
import { dayAfterHours } from '#app/core/values/days.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

/** Zones are within 14 hours of UTC. */
const FARTHEST_HOURS = 14;

/** Of a shop `s`: the last day is over in its calendar. */
const OVER = `v.state = 'held' and v."validUntil" < ($1::timestamptz at time zone s."timeZone")::date`;

/** Its first day has begun. */
const BEGUN = `v.opens and v."validFrom" <= ($1::timestamptz at time zone s."timeZone")::date`;

/** Shops where a voucher's last day is over, or its first has begun, or one that is being released is due to be looked at. */
export async function shopsToRelease(db: Queryable, at: Date): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select s.id from "Shop" s where s."uninstalledAt" is null and s."needsReopenSince" is null and s.id in (
       select v."shopId" from "Voucher" v join "Shop" s on s.id = v."shopId" where v."validUntil" < $2::date and ${OVER}
       union all
       select v."shopId" from "Voucher" v join "Shop" s on s.id = v."shopId" where v."validFrom" <= $2::date and ${BEGUN}
       union all
       select v."shopId" from "Voucher" v where v.state = 'releasing' and v."lookAt" <= $1
     ) order by s.id`,
    [at, dayAfterHours(at, FARTHEST_HOURS)],
  );
  return rows.map(({ id }) => id);
}

export type NamedVoucher = { id: string; memberId: string };

/** Held ones past their last day. */
export async function lapsedVouchers(
  db: Queryable,
  shopId: number,
  today: string,
  limit: number,
): Promise<NamedVoucher[]> {
  const { rows } = await db.query<NamedVoucher>(
    `select v.id::text, v."memberId"::text from "Voucher" v
     where v."shopId" = $1 and v.state = 'held' and v."validUntil" < $2::date order by v.id limit $3`,
    [shopId, today, limit],
  );
  return rows;
}

/** Those whose first day has begun, and whose pages don't show their code yet. */
export async function openingVouchers(
  db: Queryable,
  shopId: number,
  today: string,
  limit: number,
): Promise<NamedVoucher[]> {
  const { rows } = await db.query<NamedVoucher>(
    `select v.id::text, v."memberId"::text from "Voucher" v
     where v."shopId" = $1 and v.opens and v."validFrom" <= $2::date order by v.id limit $3`,
    [shopId, today, limit],
  );
  return rows;
}

/** Their first day has begun. Their members must be locked. */
export async function openVouchers(db: Queryable, shopId: number, ids: readonly string[]): Promise<void> {
  await db.query(
    `update "Voucher" v set opens = false where ${ofShop('v', '$1')} and v.id = any($2::bigint[]) and v.opens`,
    [shopId, ids],
  );
}
