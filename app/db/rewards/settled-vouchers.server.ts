// Vouchers with all that decides what they take: their entries, the lots that these used, and every order that named them.
import type { VoucherEntry } from '#app/core/rewards/back-parts.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import type { Unit } from '#app/core/values/units.ts';
import { COUNTED_ON } from '../ledger/lots.server.ts';
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';

export type UseRow = {
  orderId: string;
  memberId: string | null;
  newest: OrderSnapshot | null;
  deleted: boolean;
};

export type SettledVoucherRow = {
  id: string;
  /** The member who owns it, or into whom that one was merged. */
  personId: string;
  /** In lower case, as orders bear it. */
  code: string;
  unit: Unit;
  price: number;
  face: number | null;
  programVersion: number;
  /** As it is stored: a settlement needs no more of it. */
  gives: Pick<Reward, 'title' | 'refund'>;
  validUntil: string | null;
  /** Its points came back before anybody used it. */
  released: boolean;
  /** The shop's day of the settlement. */
  today: string;
  entries: VoucherEntry[];
  uses: UseRow[];
};

/** What a debit took; a credit that came later repaid what was owed then, and is no lot of it. */
const PARTS = `coalesce((select json_agg(json_build_object('amount', a.amount, 'lot', json_build_object('seq', e.seq,
    'orderId', e."orderId"::text, 'voucherId', e."voucherId"::text, 'countedOn', to_char(${COUNTED_ON}, 'YYYY-MM-DD'),
    'keepUntil', to_char(e."keepUntil", 'YYYY-MM-DD'))))
  from "LotAllocation" a join "LedgerEntry" e on e.id = a."creditId" where a."debitId" = d.id
    and ${ofShop('e', 'd."shopId"')} and e.seq < d.seq), '[]')`;

const ENTRIES = `coalesce((select json_agg(json_build_object('amount', d.amount, 'parts', ${PARTS}) order by d.id)
  from "LedgerEntry" d where d."voucherId" = v.id and d."shopId" = v."shopId" and d.kind in ('redeem', 'back')), '[]')`;

const USES = `coalesce((select json_agg(json_build_object('orderId', u."orderId"::text, 'memberId', o."memberId"::text,
    'newest', o.snapshot, 'deleted', o."deletedAt" is not null or o."missingSince" is not null) order by u."orderId")
  from "VoucherUse" u join "Order" o on o."shopId" = u."shopId" and o."orderId" = u."orderId"
  where u."voucherId" = v.id and u."shopId" = v."shopId"), '[]')`;

/** In the order of their ids. Their persons must be locked. */
export async function settledVouchers(
  db: Queryable,
  shopId: number,
  voucherIds: readonly string[],
  at: Date,
): Promise<SettledVoucherRow[]> {
  const { rows } = await db.query<SettledVoucherRow>({
    name: 'settled-vouchers',
    text: `select v.id::text, p.id::text as "personId", lower(v.code) as code, v.unit, v.price::float8 as price,
        v."faceMinor"::float8 as face, v."programVersion", v.gives, to_char(v."validUntil", 'YYYY-MM-DD') as "validUntil", v."releasedAt" is not null as released,
        to_char($3::timestamptz at time zone s."timeZone", 'YYYY-MM-DD') as today, ${ENTRIES} as entries, ${USES} as uses
      from "Voucher" v join "Shop" s on s.id = v."shopId"
      cross join lateral survivors_of(v."shopId", v."memberId") as p
      where p."mergedIntoId" is null and v."shopId" = $1 and v.id = any($2::bigint[]) order by v.id`,
    values: [shopId, voucherIds, at],
  });
  return rows.map((row) => ({ ...row, entries: row.entries.map(withOwed) }));
}

/** What no lot covered was owed. */
function withOwed({ amount, parts }: VoucherEntry): VoucherEntry {
  const owed = -amount - parts.reduce((sum, part) => sum + part.amount, 0);
  return { amount, parts: owed > 0 ? [...parts, { lot: null, amount: owed }] : parts };
}

/** Vouchers of a person, over all who were merged into the member, that orders have named. */
export async function usedVouchersOf(db: Queryable, shopId: number, memberId: string): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select v.id::text from person_of($1, $2) as p
     cross join lateral (
       select id from "Voucher" o where ${ofShop('o', '$1')} and o."memberId" = p.id and o.state = 'used' offset 0
     ) as v order by v.id`,
    [shopId, memberId],
  );
  return rows.map(({ id }) => id);
}
