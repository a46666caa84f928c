// Vouchers with all that decides what they take: their entries, the lots that these used, and every order that named them.
import type { VoucherEntry } from '#app/core/rewards/back-parts.ts';
import type { VoucherFlag } from '#app/core/rewards/settle-voucher.ts';
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
  /** As it was stored: of one that can't be read what it gives is missing. */
  gives: Pick<Reward, 'title' | 'refund' | 'cost'> & Partial<Pick<Reward, 'gives'>>;
  validUntil: string | null;
  /** Its points came back before anybody used it. */
  released: boolean;
  /** The shop's day of the settlement. */
  today: string;
  flag: VoucherFlag | null;
  /** Sum and number of its entries. */
  posted: number;
  count: number;
  uses: UseRow[];
  /** Of somebody who has left the program since. */
  closed: boolean;
};

/** What a debit took; a credit that came later repaid what was owed then, and is no lot of it. */
const PARTS = `coalesce((select json_agg(json_build_object('amount', a.amount, 'lot', json_build_object('seq', e.seq,
    'orderId', e."orderId"::text, 'voucherId', e."voucherId"::text, 'countedOn', to_char(${COUNTED_ON}, 'YYYY-MM-DD'),
    'keepUntil', to_char(e."keepUntil", 'YYYY-MM-DD'))))
  from "LotAllocation" a join "LedgerEntry" e on e.id = a."creditId" where a."debitId" = d.id
    and ${ofShop('e', 'd."shopId"')} and e.seq < d.seq), '[]')`;

const IS_ITS = `d."voucherId" = v.id and ${ofShop('d', 'v."shopId"')} and d.kind in ('redeem', 'back')`;

/** Snapshots that the caller has, `$4`, aren't read again. */
const USES = `coalesce((select json_agg(json_build_object('orderId', u."orderId"::text, 'memberId', o."memberId"::text,
    'newest', case when u."orderId" = any($4::bigint[]) then null else o.snapshot end,
    'deleted', o."deletedAt" is not null or o."missingSince" is not null) order by u."orderId")
  from "VoucherUse" u join "Order" o on o."shopId" = u."shopId" and o."orderId" = u."orderId"
  where u."voucherId" = v.id and ${ofShop('u', 'v."shopId"')}), '[]')`;

/** In the order of their ids. Their persons must be locked. @param known orders whose state the caller has */
export async function settledVouchers(
  db: Queryable,
  shopId: number,
  { voucherIds, known, at }: { voucherIds: readonly string[]; known: readonly string[]; at: Date },
): Promise<SettledVoucherRow[]> {
  const { rows } = await db.query<SettledVoucherRow>({
    name: 'settled-vouchers',
    text: `select v.id::text, p.id::text as "personId", lower(v.code) as code, v.unit, v.price::float8 as price,
        v."faceMinor"::float8 as face, v."programVersion", v.gives, to_char(v."validUntil", 'YYYY-MM-DD') as "validUntil",
        v."releasedAt" is not null as released, v.closed, v.flag, to_char($3::timestamptz at time zone s."timeZone", 'YYYY-MM-DD') as today,
        e.posted::float8 as posted, e.count::int as count, ${USES} as uses
      from "Voucher" v join "Shop" s on s.id = v."shopId" join "Member" m on m."shopId" = v."shopId" and m.id = v."memberId"
      cross join lateral (
        select m.id where m."mergedIntoId" is null
        union all
        select l.id from survivors_of(v."shopId", m."mergedIntoId") as l
        where m."mergedIntoId" is not null and l."mergedIntoId" is null
      ) as p
      cross join lateral (
        select coalesce(sum(d.amount), 0) as posted, count(*) as count from "LedgerEntry" d where ${IS_ITS}
      ) as e
      where ${ofShop('v', '$1')} and v.id = any($2::bigint[]) order by v.id`,
    values: [shopId, voucherIds, at, known],
  });
  return rows;
}

/** By voucher, in the order in which they were written, with the lots that they used. */
export async function entriesOfVouchers(
  db: Queryable,
  shopId: number,
  voucherIds: readonly string[],
): Promise<Map<string, VoucherEntry[]>> {
  if (voucherIds.length === 0) return new Map();
  const { rows } = await db.query<VoucherEntry & { id: string }>({
    name: 'entries-of-vouchers',
    text: `select v.id::text, d.amount::float8 as amount, ${PARTS} as parts
      from "Voucher" v cross join lateral (
        select id, seq, amount, "shopId" from "LedgerEntry" d where ${IS_ITS} offset 0
      ) as d
      where ${ofShop('v', '$1')} and v.id = any($2::bigint[]) order by d.id`,
    values: [shopId, voucherIds],
  });
  const found = new Map<string, VoucherEntry[]>();
  for (const { id, ...entry } of rows) found.set(id, [...(found.get(id) ?? []), withOwed(entry)]);
  return found;
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
