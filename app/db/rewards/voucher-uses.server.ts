// Orders that named vouchers, and what became of these. A use is never removed.
import type { VoucherFlag } from '#app/core/rewards/settle-voucher.ts';
import type { UseCost } from '#app/core/rewards/use-cost.ts';
import type { Queryable } from '../pool.server.ts';

export type NewUse = UseCost & {
  voucherId: string;
  orderId: string;
  /** The order's instant, as its snapshot has it. */
  placedAt: string;
};

/**
 * What these orders, locked, use of vouchers, whose members are locked: whatever the vouchers were before, they are used from now
 * on. What the orders used before and name no longer stays, and counts no more.
 */
export async function saveUses(
  db: Queryable,
  shopId: number,
  { uses, orderIds }: { uses: readonly NewUse[]; orderIds: readonly string[] },
  at: Date,
): Promise<void> {
  await db.query({
    name: 'save-voucher-uses',
    text: `with named as (
        select * from unnest($2::bigint[], $3::bigint[], $4::timestamptz[], $5::bigint[], $6::boolean[])
          as u(voucher, "order", placed, off, counts)
      ), used as (
        update "Voucher" set state = 'used', "usedAt" = coalesce("usedAt", $8)
        where "shopId" = $1 and id = any($2::bigint[]) and state <> 'used'
      ), over as (
        update "VoucherUse" u set counts = false, "offMinor" = 0
        where u."shopId" = $1 and u."orderId" = any($7::bigint[]) and (u.counts or u."offMinor" is distinct from 0)
          and not exists (select 1 from named n where n.voucher = u."voucherId" and n."order" = u."orderId")
      )
      insert into "VoucherUse" as u ("shopId", "voucherId", "orderId", "seenAt", "placedOn", "offMinor", counts)
      select s.id, n.voucher, n."order", $8, (n.placed at time zone s."timeZone")::date, n.off, n.counts
      from named n join "Shop" s on s.id = $1 order by n.voucher, n."order"
      on conflict ("voucherId", "orderId") do update
      set "placedOn" = coalesce(u."placedOn", excluded."placedOn"), "offMinor" = excluded."offMinor", counts = excluded.counts
      where u."placedOn" is null or (u."offMinor", u.counts) is distinct from (excluded."offMinor", excluded.counts)`,
    values: [
      shopId,
      uses.map(({ voucherId }) => voucherId),
      uses.map(({ orderId }) => orderId),
      uses.map(({ placedAt }) => placedAt),
      uses.map(({ offMinor }) => offMinor),
      uses.map(({ counts }) => counts),
      orderIds,
      at,
    ],
  });
}

const UNMEASURED = `select distinct u."shopId", u."orderId" from "VoucherUse" u where u."offMinor" is null`;

/**
 * Orders whose uses a release before this one wrote, without what they cost, are due again. They are applied before they are
 * measured, so one that waits already is left as it is. Returns the number of orders, at most so many.
 */
export async function askForMeasures(db: Queryable, limit: number): Promise<number> {
  const { rowCount } = await db.query(
    `with due as (
       select o."shopId", o."orderId" from "Order" o join (${UNMEASURED}) as u using ("shopId", "orderId")
       where o."appliedRevision" >= o.revision order by 1, 2 limit $1 for update of o skip locked
     )
     update "Order" o set revision = o.revision + 1 from due where o."shopId" = due."shopId" and o."orderId" = due."orderId"`,
    [limit],
  );
  return rowCount ?? 0;
}

export type NewFlag = { voucherId: string; flag: VoucherFlag | null };

export async function flagVouchers(db: Queryable, shopId: number, flags: readonly NewFlag[]): Promise<void> {
  if (flags.length === 0) return;
  await db.query({
    name: 'flag-vouchers',
    text: `update "Voucher" v set flag = r.flag from unnest($2::bigint[], $3::text[]) as r(id, flag)
      where v."shopId" = $1 and v.id = r.id and v.flag is distinct from r.flag`,
    values: [shopId, flags.map(({ voucherId }) => voucherId), flags.map(({ flag }) => flag)],
  });
}

/** What their orders said before goes first. */
export async function flagByHand(
  db: Queryable,
  shopId: number,
  voucherIds: readonly string[],
): Promise<void> {
  if (voucherIds.length === 0) return;
  await db.query(
    `update "Voucher" v set flag = 'by-hand' where v."shopId" = $1 and v.id = any($2::bigint[]) and v.flag is null`,
    [shopId, voucherIds],
  );
}
