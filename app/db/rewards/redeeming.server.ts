// What a redemption must know of a member, in one look under the lock: what came of the same request, what is held, and how
// often the reward was taken.
import type { Queryable } from '../pool.server.ts';
import { ofShop } from '../shop/of-shop.server.ts';
import { firstOf } from './gifts.server.ts';
import { glance, NUMBER } from './glance.server.ts';
import { isRedeemed } from './redeemed.server.ts';
import { VOUCHER_COLUMNS, voucherOf, type Voucher, type VoucherRow } from './vouchers.server.ts';

const REDEEMED = isRedeemed('v');

export type RedeemKnown = {
  /** Null the first time. The voucher is null where the gift waits, or isn't one. */
  before: { requestHash: string; voucher: Voucher | null } | null;
  /** Gifts that wait for their code among them. */
  held: number;
  takenEver: number;
  takenInPeriod: number;
  /** A number for the voucher. */
  voucherId: string;
};

type Row = Omit<RedeemKnown, 'before'> & { requestHash: string | null; voucher: VoucherRow | null };

/** Each by a key of its own (`offset 0`): a plan that was made for empty tables is kept while they grow. */
const LOOK = `
  with person as (select id from person_of($1, $2)), gift as (
    select g.* from person p cross join lateral (
      select g."memberId", g.cause, g."requestHash", g."givenAt" from "Gift" g
      where ${ofShop('g', '$1')} and g."memberId" = p.id and g.cause = $3 offset 0
    ) as g order by ${firstOf('g', '$8')} limit 1
  )
  select (select "requestHash" from gift) as "requestHash",
    (select to_jsonb(r) from gift g cross join lateral (
      select ${VOUCHER_COLUMNS} from "Voucher" v
      where ${ofShop('v', '$1')} and v."memberId" = g."memberId" and v.cause = g.cause offset 0) as r) as voucher,
    (select count(*)::int from person p cross join lateral (
      (select v.id::text from "Voucher" v
        where ${ofShop('v', '$1')} and v."memberId" = p.id and v.state in ('held', 'releasing') offset 0)
      union all
      (select g.cause from "Gift" g where ${ofShop('g', '$1')} and g."memberId" = p.id and g.state = 'waiting' offset 0)
    ) as h) as held,
    counted.*, ${NUMBER}
  from (
    select count(*)::int as "takenEver",
      (count(*) filter (where (t."heldAt" at time zone $5)::date >= $6::date))::int as "takenInPeriod"
    from person p cross join lateral (select v."heldAt" from "Voucher" v
      where ${ofShop('v', '$1')} and v."memberId" = p.id and $7 and v."rewardKey" = $4 and ${REDEEMED} offset 0) as t
  ) as counted`;

export type RedeemLook = {
  shopId: number;
  memberId: string;
  cause: string;
  requestHash: string;
  rewardKey: string;
  timeZone: string;
  /** The first day of the calendar's period that a limit speaks of. */
  periodFrom: string;
  /** Whether a limit asks how often the member has had the reward: 0 is answered otherwise. */
  counts: boolean;
};

export async function lookBeforeRedeeming(db: Queryable, look: RedeemLook): Promise<RedeemKnown> {
  const { shopId, memberId, cause, requestHash: hash, rewardKey, timeZone, periodFrom, counts } = look;
  const known = counts ? null : await glance(db, look);
  if (known) return { before: null, takenEver: 0, takenInPeriod: 0, ...known };
  const { rows } = await db.query<Row>({
    name: 'look-before-redeeming',
    text: LOOK,
    values: [shopId, memberId, cause, rewardKey, timeZone, periodFrom, counts, hash],
  });
  if (!rows[0]) throw new Error('a redemption without a look');
  const { requestHash, voucher, ...rest } = rows[0];
  const before = requestHash === null ? null : { requestHash, voucher: voucher && voucherOf(voucher) };
  return { ...rest, before };
}
