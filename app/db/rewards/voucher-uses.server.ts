// Orders that named vouchers, and what became of these. A use is never removed.
import type { VoucherFlag } from '#app/core/rewards/settle-voucher.ts';
import type { Queryable } from '../pool.server.ts';

export type NewUse = { voucherId: string; orderId: string };

/** Whatever the vouchers were before, they are used from now on. Their members must be locked. */
export async function addUses(
  db: Queryable,
  shopId: number,
  uses: readonly NewUse[],
  at: Date,
): Promise<void> {
  await db.query({
    name: 'add-voucher-uses',
    text: `with used as (
        update "Voucher" set state = 'used', "usedAt" = coalesce("usedAt", $4)
        where "shopId" = $1 and id = any($2::bigint[]) and state <> 'used'
      )
      insert into "VoucherUse" ("shopId", "voucherId", "orderId", "seenAt")
      select $1, v, o, $4 from unnest($2::bigint[], $3::bigint[]) as u(v, o)
      on conflict ("voucherId", "orderId") do nothing`,
    values: [shopId, uses.map(({ voucherId }) => voucherId), uses.map(({ orderId }) => orderId), at],
  });
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
